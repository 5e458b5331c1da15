<?php
// schema 1.1.1.84, commit 5a1c33e45d6364124989262f79fbc7c655391eb4
return [
    ['full_name' => 'Hortense Chevallier', 'email' => 'hortense.chevallier+shop@ecoledulac.org', 'phone' => '03 53 01 23 00', 'birthdate' => '1981-01-24', 'iban' => 'FR76 6671 7985 3574 IE39 TLGQ 451',
     'ip_address' => '10.25.27.72', 'vat_number' => 'FR48337720353', 'order_no' => '2024-04657417'],
    ['full_name' => 'Apolline Aubert', 'email' => 'aaubert@ecoledulac.org', 'phone' => '06.39.98.26.23', 'birthdate' => '1996-11-16', 'iban' => 'FR086564332188D79VDCT694L34',
     'ip_address' => '198.51.100.210', 'vat_number' => 'FR42542030093', 'order_no' => '9855824931'],
    ['full_name' => 'Coralie Khelifi', 'email' => 'coralie.khelifi+shop@notaires-rivegauche.fr', 'phone' => '04-65-71-10-60', 'birthdate' => '1995-06-29', 'iban' => 'FR11 4292 7322 5013 L555 AK0G A87',
     'ip_address' => '10.86.42.91', 'vat_number' => 'FR32594579484', 'order_no' => 'SO-604402'],
];
