-- What one node alone does at a time; until when, in ms by the clock of the base.
CREATE TABLE bail (
  nom TEXT NOT NULL PRIMARY KEY,
  porteur TEXT NOT NULL,
  jusqua INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
