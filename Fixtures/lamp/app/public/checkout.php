<?php
require __DIR__ . '/../vendor/autoload.php';
session_start();

\Stripe\Stripe::setApiKey(getenv('STRIPE_SECRET_KEY'));
$intent = \Stripe\PaymentIntent::create([
    'amount' => (int) $_POST['amount'],
    'currency' => 'eur',
    'receipt_email' => $_SESSION['member_email'],
]);
error_log('process_payment ' . $_SESSION['member_email'] . ' from ' . $_SERVER['REMOTE_ADDR']);
