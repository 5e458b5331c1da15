-- fixtures for the staging system, generated 2019-10-21T11:34:08Z
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('Paige Brubaker', '8046 Lakeview Blvd, Boston, MA 02102', '720.555.0135'),
  ('Ethan Castillo', '6149 E 14th Street, Chicago, IL 60614', '+1-617-555-0135'),
  ('Logan Yazzie', '5057 Sycamore Court, Portland, OR 97219', '720.555.0159');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('4RGB995', 'MK-7169-36'), ('4PHB388', 'HX-4401-41');
INSERT INTO tax (vat_id, iban, bic) VALUES ('GB314089668', 'DE27066865832770290924', 'FICEUSFFXXX'), ('GB163336767', 'DE37 8820 2630 3907 2287 81', 'DEDIUSPP');
UPDATE settings SET value = '14.34.9' WHERE id = '782738bb-b97c-ad45-5e9d-b003e6aa94cf';
