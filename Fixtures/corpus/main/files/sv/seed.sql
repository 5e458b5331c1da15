-- fixtures for the staging system, generated 2025-05-03T06:31:24Z
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('Linnéa Haglund', 'Södra Esplanaden 66, 213 11 Malmö', '070-1740697'),
  ('Viktor Rydén', 'Norra Hamngatan 178a, 211 00 Malmö', '08-465 004 74'),
  ('Åsa Haglund', 'Ängsstigen 53, 213 89 Malmö', '+46 (0)31 390 06 12');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('JGA 615', 'QZ-6809-34'), ('JTR 493', 'MK-3717-19');
INSERT INTO tax (vat_id, iban, bic) VALUES ('SE555671178501', 'SE10 5530 1275 7056 7654 5105', 'GODUSEPP'), ('SE559619969401', 'SE9747719013051822208314', 'CIMESE22782');
UPDATE settings SET value = '11.27.3' WHERE id = '74195f27-0bd7-0d6a-bf3a-6dad91c97ad5';
