-- Whom the directory vouches for and whose e-mail an account already bears: the last one who came, until a superviseur links the two.
CREATE TABLE compte_a_relier (
  compte_id TEXT NOT NULL PRIMARY KEY REFERENCES compte (id),
  emetteur TEXT NOT NULL,
  sujet TEXT NOT NULL,
  nom TEXT NOT NULL,
  demande_le TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Attempts to log in are counted by where they come from, and together: those of the table before this one are forgotten.
DROP TABLE tentative;

CREATE TABLE tentative (
  compte TEXT NOT NULL, -- the imprint of an e-mail, whether it has an account or not: a block says nothing of accounts
  lieu TEXT NOT NULL, -- a network or a known device; empty for all of them together
  echecs INTEGER NOT NULL,
  derniere_le TEXT NOT NULL,
  bloque_jusqua TEXT,
  PRIMARY KEY (compte, lieu)
) STRICT, WITHOUT ROWID;

CREATE INDEX tentative_derniere_le ON tentative (derniere_le);
