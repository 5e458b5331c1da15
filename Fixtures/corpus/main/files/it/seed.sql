-- fixtures for the staging system, generated 2023-08-01T07:39:37Z
INSERT INTO addresses (customer_name, postal_address, phone) VALUES
  ('Serena Ferraguti', 'Piazza San Rocco 76, 20148 Milano', '+39 365 4211645'),
  ('Fatima Esposito', 'Largo dei Tigli 153, 80133 Napoli', '347 62 68 962'),
  ('Giulia Esposito', 'Via dei Gelsomini 149a, 20148 Milano', '+39 02 5555 4099');
INSERT INTO vehicles (licence_plate, stock_code) VALUES ('PN 100 LN', 'HX-5331-46'), ('BA 449 AW', 'HX-2171-24');
INSERT INTO tax (vat_id, iban, bic) VALUES ('IT02840850156', 'IT53M2143076813VX877355NYN7', 'WIPUITPP597'), ('IT01664170154', 'IT46 O119 3955 7294 DB4Z OT3T 011', 'NOBIIT2L');
UPDATE settings SET value = '3.24.10' WHERE id = 'fde2bd35-1021-99be-0e36-c154215f1487';
