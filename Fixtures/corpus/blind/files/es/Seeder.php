<?php
// schema 7.6.55.80, commit 28e3af191b79b13475fd0a06772182c96b643169
return [
    ['full_name' => 'Pau Arroyo Gil', 'email' => 'pau31@libreria-elfaro.es', 'phone' => '+34651283920', 'birthdate' => '1941-11-23', 'iban' => 'ES1374244344649840965838',
     'ip_address' => '81.226.170.55', 'vat_number' => 'ESA74109570', 'order_no' => 'SO-967321'],
    ['full_name' => 'Pau Luque Sanz', 'email' => 'luquesanz69@libreria-elfaro.es', 'phone' => '+34 918 730 412', 'birthdate' => '1969-12-19', 'iban' => 'ES2141039358187247747169',
     'ip_address' => '10.34.186.26', 'vat_number' => 'ESA10604866', 'order_no' => 'SO-408754'],
    ['full_name' => 'Aitor Blasco', 'email' => 'aitor.blasco@libreria-elfaro.es', 'phone' => '+34626161121', 'birthdate' => '1980-07-15', 'iban' => 'ES5651982473414765238969',
     'ip_address' => '10.185.60.145', 'vat_number' => 'ESA61911277', 'order_no' => '2024-04237077'],
];
