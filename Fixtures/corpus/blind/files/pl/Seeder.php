<?php
// schema 5.2.39.171, commit 1b544ed097b3055bf9533ca4713ea3bfe96614bb
return [
    ['full_name' => 'Teresa Malinowski', 'email' => 'tmalinowski@piekarnia-zdroj.pl', 'phone' => '+48608655688', 'birthdate' => '1943-02-05', 'iban' => 'PL23 5649 4997 0624 1987 9954 2400',
     'ip_address' => '192.168.161.254', 'vat_number' => 'PL5936649069', 'order_no' => 'SO-892586'],
    ['full_name' => 'Dominik Malinowski', 'email' => 'dominik_malinowski@ogrodydolina.pl', 'phone' => '678-087-912', 'birthdate' => '2000-01-25', 'iban' => 'PL20 2782 5381 6256 9032 7457 4767',
     'ip_address' => '192.0.2.200', 'vat_number' => 'PL6398793754', 'order_no' => '470090189'],
    ['full_name' => 'Teresa Górska', 'email' => 'teresa.gorska@piekarnia-zdroj.pl', 'phone' => '42 555 29 18', 'birthdate' => '1974-12-30', 'iban' => 'PL98233084116839789294630820',
     'ip_address' => '151.155.200.23', 'vat_number' => 'PL6691838771', 'order_no' => '3146756011'],
];
