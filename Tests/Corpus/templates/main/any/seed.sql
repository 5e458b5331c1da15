-- fixtures for the staging system, generated <<timestamp>>
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('<<1:name>>', '<<1:address>>', '<<1:phone>>'),
  ('<<2:name>>', '<<2:address>>', '<<2:phone>>'),
  ('<<3:name>>', '<<3:address>>', '<<3:phone>>');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('<<1:plate>>', '<<part>>'), ('<<2:plate>>', '<<part>>');
INSERT INTO tax (vat_id, iban, bic) VALUES ('<<1:vat>>', '<<1:iban>>', '<<1:bic>>'), ('<<2:vat>>', '<<2:iban>>', '<<2:bic>>');
UPDATE settings SET value = '<<version>>' WHERE id = '<<uuid>>';
