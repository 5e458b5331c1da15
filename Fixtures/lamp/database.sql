-- The database of Veloria, an invented co-operative that rents bicycles. Nobody in it exists.
CREATE TABLE members (
  id INTEGER PRIMARY KEY,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  date_of_birth TEXT,
  street TEXT,
  postcode TEXT,
  iban TEXT,
  newsletter_opt_in BOOLEAN DEFAULT 0,
  joined_at TEXT,
  photo BLOB
);
INSERT INTO members VALUES
  (1, 'Ottilie', 'Brandauer', 'ottilie.brandauer@example.org', '+49 30 23125 017', '1984-03-09', 'Lindenweg 14',
   '12043', 'DE89 3704 0044 0532 0130 00', 1, '2021-04-02', X'89504E470D0A'),
  (2, 'Mathis', 'Delacroix', 'm.delacroix@example.com', '+33 1 99 00 12 34', '1991-11-23', '7 rue des Tanneurs',
   '67000', 'FR14 2004 1010 0505 0001 3M02 606', 0, '2022-09-17', NULL),
  (3, 'Nuria', 'Casals', 'nuria@example.net', NULL, '2009-06-30', 'Carrer del Pi 3', '08002', NULL, 0,
   '2024-05-11', NULL),
  (4, 'Bram', 'van Oosten', NULL, '+31 20 794 0000', NULL, '', '1012 AB', 'NL91 ABNA 0417 1643 00', 1, NULL, NULL);

CREATE TABLE rentals (
  id INTEGER PRIMARY KEY,
  member_id INTEGER REFERENCES members (id),
  bicycle TEXT,
  started_at TEXT,
  ended_at TEXT,
  distance_km REAL,
  start_position TEXT
);
INSERT INTO rentals VALUES
  (1, 1, 'cargo bike 4', '2025-02-03T08:12:00', '2025-02-03T17:40:00', 12.5, '52.4811,13.4353'),
  (2, 2, 'city bike 11', '2025-02-04T09:00:00', NULL, 0.1, '48.5734,7.7521'),
  (3, 1, 'city bike 2', '2025-02-05T18:30:00', '2025-02-05T19:05:00', 1e16, NULL);

CREATE TABLE payments (
  reference TEXT PRIMARY KEY,
  member_id INTEGER,
  amount REAL,
  card_number TEXT,
  paid_at TEXT
) WITHOUT ROWID;
INSERT INTO payments VALUES
  ('R-2025-0002', 2, 18.0, '5555 5555 5555 4444', '2025-02-04'),
  ('R-2025-0001', 1, 24.5, '4111 1111 1111 1111', '2025-02-03');

CREATE TABLE staff (
  employee_id TEXT,
  name TEXT,
  job_title TEXT,
  salary INTEGER,
  sick_leave_days INTEGER,
  union_member BOOLEAN
);
INSERT INTO staff VALUES
  ('E-014', 'Wilma Sörensen', 'mechanic', 31200, 4, 1),
  ('E-015', 'Tadeusz Król', 'line manager', 41800, 0, 0);

CREATE TABLE incidents (id INTEGER PRIMARY KEY, member_id INTEGER, note TEXT);
INSERT INTO incidents VALUES
  (1, 1, 'Fell on ice, broken wrist; diagnosis from the hospital is attached, patient is on sick leave'),
  (2, 3, 'Minor child rode without consent of a legal guardian; mother informed'),
  (3, NULL, 'Brake pads worn');

CREATE TABLE sessions (token TEXT, user_agent TEXT, ip_address TEXT, last_seen TEXT);
INSERT INTO sessions VALUES
  ('b7d0c1', 'Mozilla/5.0 (X11; Linux x86_64)', '203.0.113.77', '2025-02-05 18:29:11'),
  ('9f01aa', 'Mozilla/5.0 (Windows NT 10.0)', '2001:db8::4a', '2025-02-06 07:02:50');

CREATE TABLE "price list" ("item" TEXT, "price ""net""" REAL);
INSERT INTO "price list" VALUES ('city bike, a day', 12.0), ('cargo bike, a day', 24.5);

-- A view repeats what the tables hold; the connector reads tables only.
CREATE VIEW adults AS SELECT * FROM members WHERE date_of_birth < '2007-01-01';
