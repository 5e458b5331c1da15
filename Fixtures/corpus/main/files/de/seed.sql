-- fixtures for the staging system, generated 2020-11-22T18:56:20Z
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('Günther Müller-Rott', 'Mühlenweg 101, 20354 Hamburg', '0171 3920079'),
  ('Fiona MacKinnon', 'Am Alten Markt 28, 80637 München', '0221/4710790'),
  ('Aylin Schönfelder', 'Mühlenweg 118, 80631 München', '+49 (0)171 3920058');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('B-KZ 766', 'MK-2901-81'), ('B-FW 666', 'HX-2312-47');
INSERT INTO tax (vat_id, iban, bic) VALUES ('DE396081057', 'DE45 4445 3147 0043 6266 13', 'LANEDE3M353'), ('DE123437560', 'DE28718728713885601000', 'BISEDE3MXXX');
UPDATE settings SET value = '2.13.18' WHERE id = '1a42bb0a-f0db-1ad7-377a-74259ff311dc';
