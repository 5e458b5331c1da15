<?php
// schema 20.0.1.6, commit 9491564e3677c994b0ff061fcde6d2dbdb8590f5
return [
    ['full_name' => 'Ewan Drummond', 'email' => 'edrummond@larkfield-joinery.co.uk', 'phone' => '(029) 2018 0862', 'birthdate' => '1993-07-20', 'iban' => 'GB73 ESNR 0667 1004 5322 11',
     'ip_address' => '198.51.100.225', 'vat_number' => 'GB385731132', 'order_no' => 'SO-862009'],
    ['full_name' => 'Barnaby Entwistle', 'email' => 'b.entwistle@mereside.org.uk', 'phone' => '+447700900790', 'birthdate' => '1972-11-19', 'iban' => 'GB32 KHKG 2822 3341 3554 77',
     'ip_address' => '192.168.249.32', 'vat_number' => 'GB841653331', 'order_no' => '2024-08887279'],
    ['full_name' => 'Edith Ackroyd', 'email' => 'edith37@ashdown-vets.co.uk', 'phone' => '07700 900 237', 'birthdate' => '1958-04-07', 'iban' => 'GB76 IKWP 5629 2794 1306 59',
     'ip_address' => '178.227.217.51', 'vat_number' => 'GB105484092', 'order_no' => '515972287'],
];
