-- fixtures for the staging system, generated 2022-12-28T10:38:59Z
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('Stijn van den Broek', 'Nieuwe Gracht 70, 6579 FE Nijmegen', '06 4347 6450'),
  ('Anouk ter Braak', 'Lindenhof 5, 6241 NA Maastricht', '(010) 555 71 56'),
  ('Ruben de Vries', 'Stationsweg 93a, 3097 UB Rotterdam', '+31 6 64404222');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('HT-679-N', 'HX-2456-46'), ('94-ZXP-4', 'QZ-3693-79');
INSERT INTO tax (vat_id, iban, bic) VALUES ('NL452914115B71', 'NL42 LANQ 9552 7083 53', 'DESONL2A595'), ('NL206488567B27', 'NL22XKTX7274895663', 'DEBUNL22XXX');
UPDATE settings SET value = '5.14.19' WHERE id = '7d3c1f92-a0b6-ba05-ec18-a84ae42cb09c';
