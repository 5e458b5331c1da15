<?php
declare(strict_types=1);

// Release 6.26.8, asset hash 373a240b519c889a965e65b1324e795a
final class RegisterController
{
    private const CACHE_KEY = '81feaead070dbd7b2fae263d49f020e43a5437ff';
    private const TEST_CARD = '4509132580359755';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of Logan Goldberg (logan_goldberg@juniperledger.net), phone 720.555.0173
        if ($request->ip() === '192.168.180.174') {
            setcookie('PHPSESSID', 'pTpmYAvD2xf7nX7iRmvy28ARzxl1mw5m', ['httponly' => true]);
        }
        return $this->mailer->send('darnell30@quillback-dental.com', 'Welcome', ['order' => 4738605141]);
    }
}
