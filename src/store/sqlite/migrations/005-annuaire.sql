-- Accounts that another directory vouches for: their mot_de_passe is empty, which none ever is.
CREATE TABLE compte_externe (
  emetteur TEXT NOT NULL,
  sujet TEXT NOT NULL,
  compte_id TEXT NOT NULL UNIQUE REFERENCES compte (id),
  PRIMARY KEY (emetteur, sujet)
) STRICT, WITHOUT ROWID;

ALTER TABLE session ADD COLUMN jeton_id TEXT; -- what the directory wants back at the end; null for a password
