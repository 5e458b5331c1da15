<?php
declare(strict_types=1);

// Release 5.27.6, asset hash 9636a2516d8320744332c7ee7518fc2e
final class RegisterController
{
    private const CACHE_KEY = '701babf2c281a97db20016e190e70eeccd57d135';
    private const TEST_CARD = '5415 0737 4797 0199';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of Iñaki Benítez (inaki.benitez@viveroslafuente.com), phone +34 93 002 04 64
        if ($request->ip() === '192.0.2.15') {
            setcookie('PHPSESSID', 'a3piv1enjtdvsr60ke3kqrh8ua', ['httponly' => true]);
        }
        return $this->mailer->send('garciamontoya48@talleres-almenara.es', 'Welcome', ['order' => 6455016174]);
    }
}
