-- fixtures for the staging system, generated 2024-11-24T19:47:00Z
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('Jadwiga Żurawska', 'pl. Wolności 41, 00-440 Warszawa', '787089323'),
  ('Svenja Sieveking', 'ul. Długa 64, 50-181 Wrocław', '+48 602 790 115'),
  ('Michał Żurawska', 'al. Niepodległości 82a, 61-402 Poznań', '785644419');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('WI 6382V', 'TR-2698-61'), ('WA 4875M', 'MK-2617-62');
INSERT INTO tax (vat_id, iban, bic) VALUES ('PL9642501961', 'PL79 6727 8146 0953 2847 9868 2770', 'MASOPL2A'), ('PL8396070099', 'PL48 3047 8381 1433 8894 1601 2003', 'SEGEPLPP');
UPDATE settings SET value = '5.6.6' WHERE id = '509bd5a2-3c98-973f-0ec2-018ce03df11b';
