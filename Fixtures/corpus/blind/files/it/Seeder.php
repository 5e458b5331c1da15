<?php
// schema 20.8.1.136, commit 23bc4a0c7444f94fa24607d9088fa444b5f62fa1
return [
    ['full_name' => 'Carmine Monti', 'email' => 'monti87@tipografiaaurora.it', 'phone' => '010 5554298', 'birthdate' => '1987-08-07', 'iban' => 'IT61 R214 6225 942Q BBHB HHSW 2MO',
     'ip_address' => '198.51.100.66', 'vat_number' => 'IT02012020018', 'order_no' => '2024-03777042'],
    ['full_name' => 'Pasquale Barbieri', 'email' => 'pasquale_barbieri@tipografiaaurora.it', 'phone' => '02-55554683', 'birthdate' => '1957-09-02', 'iban' => 'IT15 X258 8592 554U 1702 POIX 77X',
     'ip_address' => '77.119.201.68', 'vat_number' => 'IT00313650632', 'order_no' => '2024-09056986'],
    ['full_name' => 'Diego Piras', 'email' => 'd.piras@tipografiaaurora.it', 'phone' => '+39 045 555 7927', 'birthdate' => '2002-05-08', 'iban' => 'IT88 B069 0919 740D F4OB K3EK 407',
     'ip_address' => '203.0.113.179', 'vat_number' => 'IT03915350486', 'order_no' => 'SO-895257'],
];
