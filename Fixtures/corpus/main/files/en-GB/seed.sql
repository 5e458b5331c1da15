-- fixtures for the staging system, generated 2025-01-27T01:15:34Z
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('Isla Pemberton', '31 Willowmere Road, Bristol BS1 9BT', '+44 7700 900848'),
  ('Gareth Fairclough', '32 Willowmere Road, Manchester M62 1FG', '(0113) 496 0706'),
  ('Niamh Adeyemi', '45a Hawthorn Crescent, Norwich NR0 9FN', '(0113) 496 0864');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('SN18 XRF', 'TR-4075-27'), ('EN21 FMW', 'TR-9708-85');
INSERT INTO tax (vat_id, iban, bic) VALUES ('GB572031862', 'GB17 NJKW 3902 5265 8001 09', 'LODEGB21XXX'), ('GB661402170', 'GB41 SYTX 0741 5866 3606 24', 'VOVIGB3M');
UPDATE settings SET value = '13.11.2' WHERE id = '41d79936-2834-b9c3-4d6e-d91d8999878a';
