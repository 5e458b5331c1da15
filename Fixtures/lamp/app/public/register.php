<?php
require __DIR__ . '/../lib/Database.php';
require __DIR__ . '/../lib/Mailer.php';
session_start();

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    // A member under 16 needs the consent of a legal guardian.
    $birth = new DateTime($_POST['date_of_birth']);
    $age = $birth->diff(new DateTime())->y;
    if ($age < 16 && empty($_POST['guardian_email'])) {
        http_response_code(422);
        exit('parental_consent missing');
    }
    (new Database())->addMember($_POST);
    $_SESSION['member_email'] = $_POST['email'];
    setcookie('veloria_member', $_POST['email'], time() + 86400);
    sendWelcomeEmail($_POST['email'], $_POST['first_name']);
    if (isset($_POST['newsletter'])) {
        subscribe_newsletter($_POST['email']);
    }
    move_uploaded_file($_FILES['id_document']['tmp_name'], '/var/uploads/' . basename($_FILES['id_document']['name']));
}
?>
<form method="post" enctype="multipart/form-data">
  <input name="first_name" autocomplete="given-name">
  <input name="last_name" autocomplete="family-name">
  <input type="email" name="email">
  <input type="date" name="date_of_birth">
  <input type="file" name="id_document">
  <label><input type="checkbox" name="newsletter"> Newsletter</label>
</form>
