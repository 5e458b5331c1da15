<?php
// One connection for all pages.
declare(strict_types=1);

final class Database
{
    private PDO $pdo;

    public function __construct()
    {
        $this->pdo = new PDO(
            'mysql:host=' . getenv('DB_HOST') . ';dbname=veloria',
            getenv('DB_USER'),
            getenv('DB_PASSWORD')
        );
    }

    public function memberByEmail(string $email): ?array
    {
        $stmt = $this->pdo->prepare('SELECT id, first_name, last_name FROM members WHERE email = ?');
        $stmt->execute([$email]);
        return $stmt->fetch() ?: null;
    }

    public function addMember(array $fields): void
    {
        $stmt = $this->pdo->prepare(
            'INSERT INTO members (first_name, last_name, email, date_of_birth) VALUES (?, ?, ?, ?)'
        );
        $stmt->execute([
            $fields['first_name'], $fields['last_name'], $fields['email'], $fields['date_of_birth'],
        ]);
    }
}
