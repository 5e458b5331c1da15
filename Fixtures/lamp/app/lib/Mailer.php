<?php
// Mail to members goes out through SendGrid; the newsletter list is kept at Mailchimp.
use SendGrid\Mail\Mail;

function sendWelcomeEmail(string $email, string $firstName): void
{
    $sendgrid = new \SendGrid(getenv('SENDGRID_API_KEY'));
    $mail = new Mail();
    $mail->addTo($email, $firstName);
    $mail->setSubject('Welcome to Veloria');
    $sendgrid->send($mail);
}

function subscribe_newsletter(string $email): void
{
    $list = getenv('MAILCHIMP_LIST');
    $curl = curl_init("https://us1.api.mailchimp.com/3.0/lists/$list/members");
    curl_setopt($curl, CURLOPT_POSTFIELDS, json_encode(['email_address' => $email, 'status' => 'pending']));
    curl_exec($curl);
}
