<?php
declare(strict_types=1);

// Release <<version>>, asset hash <<md5>>
final class RegisterController
{
    private const CACHE_KEY = '<<sha1>>';
    private const TEST_CARD = '<<bad_card>>';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of <<name>> (<<email>>), phone <<phone>>
        if ($request->ip() === '<<ip>>') {
            setcookie('PHPSESSID', '<<session>>', ['httponly' => true]);
        }
        return $this->mailer->send('<<2:email>>', 'Welcome', ['order' => <<order_number>>]);
    }
}
