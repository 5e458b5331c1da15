-- server <<version4>>, <<timestamp>>
CREATE TABLE accounts (id INTEGER, holder TEXT, iban TEXT, bic TEXT, vat TEXT, created TEXT);
INSERT INTO accounts (id, holder, iban, bic, vat, created) VALUES
<<rows 3>>
(<<order_number>>, '<<name>>', '<<iban>>', '<<bic>>', '<<vat>>', '<<timestamp>>'),
<<end>>
(0, NULL, NULL, NULL, NULL, NULL);
