<?php
// schema 21.0.49.218, commit f4ce10790211d2c8d71045e32067a73d87e67ccb
return [
    ['full_name' => 'Marisol Escobar', 'email' => 'escobar93@stonebridge-legal.net', 'phone' => '1-520-555-0108', 'birthdate' => '1993-07-04', 'iban' => 'DE67474317231243384735',
     'ip_address' => '77.150.183.52', 'vat_number' => 'IE5411982E', 'order_no' => '9564790640'],
    ['full_name' => 'Marisol Lieberman', 'email' => 'mlieberman@ridgewaybakery.com', 'phone' => '+1 (305) 555-0182', 'birthdate' => '1952-06-02', 'iban' => 'IE18 KOAK 6414 8790 7264 17',
     'ip_address' => '192.0.2.215', 'vat_number' => 'IE3214799V', 'order_no' => '2024-07735460'],
    ['full_name' => 'Anton Persson', 'email' => 'apersson@stonebridge-legal.net', 'phone' => '+1 (305) 555-0135', 'birthdate' => '1953-05-23', 'iban' => 'IE82YMIE14083788418995',
     'ip_address' => '77.52.209.184', 'vat_number' => 'NL216089827B44', 'order_no' => '2024-04408001'],
];
