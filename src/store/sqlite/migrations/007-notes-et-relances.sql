-- What agents write to each other on a case: never told to éditeurs, no part of the journal.
CREATE TABLE note (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  texte TEXT NOT NULL,
  auteur TEXT NOT NULL,
  ecrite_le TEXT NOT NULL,
  retiree_le TEXT -- by its author; null while it stands
) STRICT;

CREATE INDEX note_instance ON note (instance);

-- Whom to call back about a case, on which day.
CREATE TABLE relance (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  pour_le TEXT NOT NULL, -- a day
  quoi TEXT NOT NULL,
  acteur TEXT NOT NULL, -- whom to call
  compte_id TEXT NOT NULL, -- who is to do it
  creee_le TEXT NOT NULL,
  creee_par TEXT NOT NULL,
  faite_le TEXT, -- null while it is to do
  faite_par TEXT
) STRICT;

CREATE INDEX relance_instance ON relance (instance);
CREATE INDEX relance_a_faire ON relance (compte_id, pour_le) WHERE faite_le IS NULL;
