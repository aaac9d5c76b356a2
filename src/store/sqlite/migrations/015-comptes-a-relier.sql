-- Whom the directory vouches for and whose e-mail an account already bears: the last one who came, until a superviseur links the two.
CREATE TABLE compte_a_relier (
  compte_id TEXT NOT NULL PRIMARY KEY REFERENCES compte (id),
  emetteur TEXT NOT NULL,
  sujet TEXT NOT NULL,
  nom TEXT NOT NULL,
  demande_le TEXT NOT NULL
) STRICT, WITHOUT ROWID;
