-- A delegation that begins or ends, told among the lines of the journal: after that of rang `apres`. The place of an event among all is
-- its rang and how many of these come before it, or its numero and how many lines do.
CREATE TABLE evenement_delegation (
  numero INTEGER PRIMARY KEY, -- 1 and on, without a gap
  apres INTEGER NOT NULL,
  delegation TEXT NOT NULL REFERENCES delegation (id),
  type TEXT NOT NULL CHECK (type IN ('delegation.accordee', 'delegation.terminee')),
  date TEXT NOT NULL,
  le TEXT NOT NULL,
  UNIQUE (delegation, type)
) STRICT;

CREATE INDEX evenement_delegation_apres ON evenement_delegation (apres);
CREATE INDEX evenement_delegation_place ON evenement_delegation (apres + numero);
CREATE INDEX evenement_delegation_le ON evenement_delegation (le);
