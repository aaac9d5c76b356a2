-- What was answered to a request that named itself by an Idempotency-Key, written in the commit of what it did.
CREATE TABLE reponse (
  auteur TEXT NOT NULL,
  cle TEXT NOT NULL,
  empreinte TEXT NOT NULL,
  reponse TEXT NOT NULL,
  le TEXT NOT NULL,
  PRIMARY KEY (auteur, cle)
) STRICT, WITHOUT ROWID;

CREATE INDEX reponse_le ON reponse (le);
