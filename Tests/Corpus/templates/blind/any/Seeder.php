<?php
// schema <<version4>>, commit <<sha1>>
return [
<<rows 3>>
    ['full_name' => '<<name>>', 'email' => '<<email>>', 'phone' => '<<phone>>', 'birthdate' => '<<dob_iso>>', 'iban' => '<<iban>>',
     'ip_address' => '<<ip>>', 'vat_number' => '<<vat>>', 'order_no' => '<<order>>'],
<<end>>
];
