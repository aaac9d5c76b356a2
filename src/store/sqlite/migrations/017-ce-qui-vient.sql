-- What comes to an agent about a case of theirs: it says where the rest stands, and holds no text of its own.
CREATE TABLE notification (
  numero INTEGER PRIMARY KEY,
  compte_id TEXT NOT NULL, -- whom it is for
  dossier INTEGER NOT NULL REFERENCES instance (numero),
  sorte TEXT NOT NULL,
  rang INTEGER, -- of a line of the journal, or of affectation_acte where the dossier changed hands
  jour TEXT, -- the usual limit that has passed
  par TEXT NOT NULL, -- as the journal names authors
  le TEXT NOT NULL,
  nombre INTEGER NOT NULL, -- how many moves it stands for
  lue_le TEXT
) STRICT;

CREATE INDEX notification_compte ON notification (compte_id, le);
CREATE INDEX notification_a_lire ON notification (compte_id) WHERE lue_le IS NULL;
-- Until it is read, all that moves a case is one notification.
CREATE UNIQUE INDEX notification_mouvement ON notification (compte_id, dossier) WHERE sorte = 'mouvement' AND lue_le IS NULL;
CREATE UNIQUE INDEX notification_delai ON notification (compte_id, dossier, jour) WHERE sorte = 'delai';

-- What happened before there were notifications is no news.
INSERT INTO suivi (projection, empreinte, rang, construit, total)
SELECT 'notifications', '1', coalesce(max(rang), 0), NULL, 0 FROM journal;

-- The secret link by which a calendar reads the days of an account: one of each, sealed as all that lets somebody in.
CREATE TABLE lien_agenda (
  empreinte TEXT NOT NULL PRIMARY KEY,
  compte_id TEXT NOT NULL UNIQUE REFERENCES compte (id),
  cree_le TEXT NOT NULL,
  sceau TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
