<?php
// schema 7.7.15.213, commit 48f2c89102c7c38c7e3d34b5942fdb3aaf6512d9
return [
    ['full_name' => 'Wiebke von Stetten', 'email' => 'wiebke.vonstetten+shop@zahnarzt-amsee.de', 'phone' => '+49 176 04069070', 'birthdate' => '1978-08-15', 'iban' => 'DE29 3577 3298 1659 6793 95',
     'ip_address' => '31.38.10.131', 'vat_number' => 'DE214578085', 'order_no' => '525193207'],
    ['full_name' => 'Sander Huisman', 'email' => 'shuisman@holzbau-riedel.de', 'phone' => '+49 176 04069037', 'birthdate' => '1984-03-14', 'iban' => 'DE66983589522592727213',
     'ip_address' => '198.51.100.214', 'vat_number' => 'DE132473430', 'order_no' => '2024-08125612'],
    ['full_name' => 'Holger Polat', 'email' => 'holger.polat+shop@kelterei-sommer.de', 'phone' => '+49 211 4710555', 'birthdate' => '1992-06-29', 'iban' => 'DE09 0083 7505 1921 2143 47',
     'ip_address' => '203.0.113.83', 'vat_number' => 'DE302129072', 'order_no' => 'SO-990513'],
];
