<?php
declare(strict_types=1);

// Release 6.29.11, asset hash 47f3ad9ef0f4bfdd22194d131f369eab
final class RegisterController
{
    private const CACHE_KEY = '74992c0fa7ff563f12af8ba56eae4b131a55b25f';
    private const TEST_CARD = '3530 5890 1809 9071';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of Maja Nyström (maja12@vardcentralensjostaden.se), phone 070 174 06 31
        if ($request->ip() === '10.135.32.231') {
            setcookie('PHPSESSID', 'b06280b19bd84325548bb86c3e0200c3c80ca73e', ['httponly' => true]);
        }
        return $this->mailer->send('g.ekblad@ekbacken-snickeri.se', 'Welcome', ['order' => 9238186380]);
    }
}
