<?php
// schema 7.0.21.79, commit ace0ab1e6afa825f0a218f888fdf3d45416aa4aa
return [
    ['full_name' => 'Moa Åberg', 'email' => 'aberg72@tandlakarnahamnen.se', 'phone' => '070-174 06 63', 'birthdate' => '1972-08-02', 'iban' => 'SE02 2005 4611 6145 3750 0347',
     'ip_address' => '198.51.100.49', 'vat_number' => 'SE554766449901', 'order_no' => '4124937589'],
    ['full_name' => 'Axel Berg', 'email' => 'axel.berg@bageriet-solsidan.se', 'phone' => '+46701740 641', 'birthdate' => '1944-10-02', 'iban' => 'SE17 1911 1374 0854 4755 4408',
     'ip_address' => '192.0.2.219', 'vat_number' => 'SE550926347001', 'order_no' => '2494354464'],
    ['full_name' => 'Alva Claesson', 'email' => 'claesson83@skogsbyn.se', 'phone' => '070-174 06 08', 'birthdate' => '1983-10-11', 'iban' => 'SE5844456010964447816107',
     'ip_address' => '212.27.210.55', 'vat_number' => 'SE551688878001', 'order_no' => '2024-06721677'],
];
