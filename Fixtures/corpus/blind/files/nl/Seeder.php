<?php
// schema 23.6.15.1, commit 3417b888fb6c1845768a378930fad923a598eb95
return [
    ['full_name' => 'Sander Benali', 'email' => 'sbenali@tuinderijdehof.nl', 'phone' => '070-5558999', 'birthdate' => '2000-09-21', 'iban' => 'NL70 SLLM 8748 1392 70',
     'ip_address' => '192.168.179.253', 'vat_number' => 'NL718365653B02', 'order_no' => '2893305690'],
    ['full_name' => 'Iris Bos', 'email' => 'iris_bos@tuinderijdehof.nl', 'phone' => '+31 71 555 64 52', 'birthdate' => '1979-06-26', 'iban' => 'NL43MQSQ3125228670',
     'ip_address' => '192.168.63.27', 'vat_number' => 'NL475373200B27', 'order_no' => '903594450'],
    ['full_name' => 'Hidde van den Berg', 'email' => 'hvandenberg@notaris-vanburen.nl', 'phone' => '+31 (0)6 11886639', 'birthdate' => '1970-01-09', 'iban' => 'NL74 VYFB 4543 5998 60',
     'ip_address' => '192.168.41.22', 'vat_number' => 'NL173850716B87', 'order_no' => '2024-03908559'],
];
