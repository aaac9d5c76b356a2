-- What waits for somebody else has no limit. The worklist is made again from the journal.
DROP TABLE attente;
CREATE TABLE attente (
  dossier INTEGER NOT NULL REFERENCES travail (numero),
  rang INTEGER NOT NULL, -- 0 for the most urgent
  etape TEXT NOT NULL,
  libelle TEXT NOT NULL,
  acteur TEXT NOT NULL,
  depuis TEXT NOT NULL,
  limite TEXT,
  certificat TEXT, -- the id of the one whose step it is; null for the dossier itself
  jeu INTEGER REFERENCES jeu_de_faits (numero), -- what it would take now
  PRIMARY KEY (dossier, rang)
) STRICT, WITHOUT ROWID;

CREATE INDEX attente_etape ON attente (etape, dossier);
CREATE INDEX attente_acteur ON attente (acteur, dossier);

-- Whoever has a dossier is told once of the certificates of it that were revoked on a day.
CREATE UNIQUE INDEX notification_revocation ON notification (compte_id, dossier, jour) WHERE sorte = 'revocation';

-- What erasures let go beside the journal, from before their commit until it is gone: a crash leaves nothing.
CREATE TABLE effacement (
  numero INTEGER PRIMARY KEY AUTOINCREMENT, -- none is given twice
  rangs TEXT NOT NULL, -- JSON arrays
  documents TEXT NOT NULL,
  le TEXT NOT NULL
) STRICT;
