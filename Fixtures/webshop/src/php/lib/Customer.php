<?php

declare(strict_types=1);

namespace Brightwater;

use DateTimeImmutable;
use PDO;

/**
 * A customer as stored in table `customers`.
 *
 * @author Tomasz Kowalczyk <tomasz.kowalczyk@brightwater.example>
 */
final class Customer
{
    public ?int $id = null;
    public ?string $passwordHash = null;
    public ?string $signupIp = null;
    public ?string $userAgent = null;
    public ?string $iban = null;
    public ?string $stripeCustomerId = null;
    public bool $marketingConsent = false;
    /** Free text from the phone team. People write medical things in here; see the retention policy. */
    public string $notes = '';

    public function __construct(
        public string $firstName,
        public string $lastName,
        public string $email,
        public ?string $phone = null,
        public ?string $dateOfBirth = null,
        public ?Address $billingAddress = null,
        public ?Address $shippingAddress = null,
    ) {
    }

    public static function findByEmail(PDO $db, string $email): ?self
    {
        $statement = $db->prepare('SELECT * FROM customers WHERE email = :email AND deleted_at IS NULL');
        $statement->execute(['email' => $email]);
        $row = $statement->fetch(PDO::FETCH_ASSOC);

        return $row === false ? null : self::fromRow($row);
    }

    /** @param array<string, mixed> $row */
    public static function fromRow(array $row): self
    {
        $customer = new self(
            $row['first_name'],
            $row['last_name'],
            $row['email'],
            $row['phone'],
            $row['date_of_birth'],
        );
        $customer->id = (int) $row['customer_id'];
        $customer->iban = $row['iban'];
        $customer->marketingConsent = (bool) $row['marketing_consent'];

        return $customer;
    }

    public function save(PDO $db): void
    {
        $statement = $db->prepare(
            'INSERT INTO customers (first_name, last_name, email, phone, date_of_birth, password_hash, signup_ip)
             VALUES (?, ?, ?, ?, ?, ?, ?)'
        );
        $statement->execute([
            $this->firstName,
            $this->lastName,
            $this->email,
            $this->phone,
            $this->dateOfBirth,
            $this->passwordHash,
            $this->signupIp,
        ]);
        $this->id = (int) $db->lastInsertId();
    }

    public function age(DateTimeImmutable $today): ?int
    {
        return $this->dateOfBirth === null
            ? null
            : (new DateTimeImmutable($this->dateOfBirth))->diff($today)->y;
    }

    public function mayBuySharps(DateTimeImmutable $today): bool
    {
        return ($this->age($today) ?? 0) >= 18;
    }

    public function registerWithStripe(\Stripe\StripeClient $stripe): void
    {
        $remote = $stripe->customers->create([
            'name' => "{$this->firstName} {$this->lastName}",
            'email' => $this->email,
            'phone' => $this->phone,
            'metadata' => ['customer_id' => $this->id],
        ]);
        $this->stripeCustomerId = $remote->id;
    }

    /** Masks all but the country, the check digits and the last four: GB29 **** 6819. */
    public function maskedIban(): ?string
    {
        return $this->iban === null ? null : substr($this->iban, 0, 4) . ' **** ' . substr($this->iban, -4);
    }
}
