-- fixtures for the staging system, generated 2025-03-22T05:52:08Z
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('Clémence Delacroix-Noël', '13 quai de la Fosse, 31008 Toulouse', '+33 (0)4 65 71 37 00'),
  ('Solène Ben Salah', '15 impasse des Lilas, 69002 Lyon', '01 99 00 10 68'),
  ('Sébastien Perrault', '161 boulevard Saint-Aubin, 44009 Nantes', '07 00 55 19 27');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('VQ-745-CR', 'MK-2197-51'), ('ZW-405-GZ', 'QZ-5002-78');
INSERT INTO tax (vat_id, iban, bic) VALUES ('FR10480848076', 'FR769904146496T8ALG8U9UZ774', 'SIVIFRFFXXX'), ('FR04537969628', 'FR068630850263N4BXL49DC1569', 'WESEFR21');
UPDATE settings SET value = '4.29.9' WHERE id = '52d72310-6277-8228-4957-a8f9993f28f0';
