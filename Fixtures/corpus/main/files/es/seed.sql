-- fixtures for the staging system, generated 2019-03-11T00:20:40Z
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('Inés Benítez', 'Calle de la Encina, 179, 46005 Valencia', '614515908'),
  ('Ximena García Montoya', 'Calle Río Segre, 93, 28011 Madrid', '+34 637 284 916'),
  ('Rocío Etxeberria Ruiz', 'Paseo de los Olmos, 109, 41000 Sevilla', '+34 604 905 260');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('8238 KBZ', 'TR-3676-87'), ('5969 JYH', 'TR-8636-83');
INSERT INTO tax (vat_id, iban, bic) VALUES ('ESA33777160', 'ES55 1888 1214 4118 4542 9827', 'BIPAES2A'), ('ESA43531409', 'ES44 5364 9899 9307 8019 6604', 'LAFAES2A975');
UPDATE settings SET value = '10.2.17' WHERE id = '6da6c2e7-d713-ccfc-9cb8-f85897e7f2dc';
