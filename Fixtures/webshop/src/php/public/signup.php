<?php

declare(strict_types=1);

require __DIR__ . '/../vendor/autoload.php';

use Brightwater\Customer;
use Brightwater\Database;
use Brightwater\Mailer;

// Sign-up form. Shown on GET, handled on POST.

session_start();
$errors = [];
$old = ['first_name' => '', 'last_name' => '', 'email' => '', 'phone' => '', 'dob' => ''];

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    if (!hash_equals($_SESSION['csrf'] ?? '', $_POST['csrf'] ?? '')) {
        http_response_code(419);
        exit('Please reload the page.');
    }

    $old['first_name'] = trim($_POST['first_name'] ?? '');
    $old['last_name'] = trim($_POST['last_name'] ?? '');
    $old['email'] = strtolower(trim($_POST['email'] ?? ''));
    $old['phone'] = preg_replace('/[^0-9+]/', '', $_POST['phone'] ?? '');
    $old['dob'] = $_POST['date_of_birth'] ?? '';
    $password = $_POST['password'] ?? '';

    if ($old['first_name'] === '' || $old['last_name'] === '') {
        $errors['name'] = 'Please tell us your name.';
    }
    if (!filter_var($old['email'], FILTER_VALIDATE_EMAIL)) {
        $errors['email'] = 'This does not look like an e-mail address (e.g. jo@example.com).';
    }
    if (strlen($password) < 10) {
        $errors['password'] = 'At least ten characters.';
    }
    if ($old['dob'] !== '' && !preg_match('/^\d{4}-\d{2}-\d{2}$/', $old['dob'])) {
        $errors['dob'] = 'Please write the date as 1985-04-23.';
    }

    if ($errors === []) {
        $db = Database::connect();
        $customer = Customer::findByEmail($db, $old['email']);
        if ($customer === null) {
            $customer = new Customer(
                firstName: $old['first_name'],
                lastName: $old['last_name'],
                email: $old['email'],
                phone: $old['phone'] ?: null,
                dateOfBirth: $old['dob'] ?: null,
            );
            $customer->passwordHash = password_hash($password, PASSWORD_DEFAULT);
            $customer->signupIp = $_SERVER['REMOTE_ADDR'];
            $customer->userAgent = substr($_SERVER['HTTP_USER_AGENT'] ?? '', 0, 255);
            $customer->marketingConsent = isset($_POST['newsletter']);
            $customer->save($db);

            // FIXME(tomasz.kowalczyk@brightwater.example): SHOP-1102, do not log the address in clear
            error_log(sprintf('signup %s from %s', $customer->email, $customer->signupIp));
            setcookie('bw_ref', $_COOKIE['utm_source'] ?? 'direct', time() + 86400 * 180, '/');
        }
        // The same answer either way, so that nobody can probe for addresses.
        Mailer::sendSignupLink($customer);
        header('Location: /account/check-your-mail');
        exit;
    }
}

$_SESSION['csrf'] = bin2hex(random_bytes(16));
$e = static fn (string $s): string => htmlspecialchars($s, ENT_QUOTES | ENT_SUBSTITUTE);
?>
<!doctype html>
<title>Open an account</title>
<form method="post" autocomplete="on">
  <input type="hidden" name="csrf" value="<?= $e($_SESSION['csrf']) ?>">
  <label>First name <input name="first_name" value="<?= $e($old['first_name']) ?>" required></label>
  <label>Last name <input name="last_name" value="<?= $e($old['last_name']) ?>" required></label>
  <label>E-mail <input type="email" name="email" value="<?= $e($old['email']) ?>" required></label>
  <label>Phone <input type="tel" name="phone" value="<?= $e($old['phone']) ?>"></label>
  <label>Date of birth <input type="date" name="date_of_birth" value="<?= $e($old['dob']) ?>"></label>
  <label>Password <input type="password" name="password" minlength="10" required></label>
  <label><input type="checkbox" name="newsletter"> Send me offers once a month</label>
<?php foreach ($errors as $message): ?>
  <p class="error"><?= $e($message) ?></p>
<?php endforeach; ?>
  <button>Sign up</button>
</form>
