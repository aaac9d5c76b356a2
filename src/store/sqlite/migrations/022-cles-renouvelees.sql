-- What let a key in before it was rolled, for a day each.
CREATE TABLE cle_precedente (
  empreinte TEXT NOT NULL PRIMARY KEY,
  cle_id TEXT NOT NULL REFERENCES cle_api (id),
  jusqua TEXT NOT NULL,
  sceau TEXT
) STRICT, WITHOUT ROWID;

-- What is told among the lines of the journal and is none: a delegation that begins or ends, a key that will soon end; after that of rang
-- `apres`. The place of an event among all is its rang and how many of these come before it, or its numero and how many lines do.
CREATE TABLE evenement_a_part (
  numero INTEGER PRIMARY KEY, -- 1 and on, without a gap
  apres INTEGER NOT NULL,
  delegation TEXT REFERENCES delegation (id),
  cle TEXT REFERENCES cle_api (id),
  avis TEXT UNIQUE, -- of a key: the same while the same is said
  type TEXT NOT NULL CHECK (type IN ('delegation.accordee', 'delegation.terminee', 'cle.finProche')),
  date TEXT NOT NULL,
  le TEXT NOT NULL,
  UNIQUE (delegation, type),
  CHECK ((delegation IS NULL) = (type = 'cle.finProche') AND (cle IS NULL) = (avis IS NULL) AND (cle IS NULL) <> (delegation IS NULL))
) STRICT;

INSERT INTO evenement_a_part (numero, apres, delegation, type, date, le)
SELECT numero, apres, delegation, type, date, le FROM evenement_delegation;

DROP TABLE evenement_delegation;

CREATE INDEX evenement_a_part_apres ON evenement_a_part (apres);
CREATE INDEX evenement_a_part_place ON evenement_a_part (apres + numero);
CREATE INDEX evenement_a_part_le ON evenement_a_part (le);
