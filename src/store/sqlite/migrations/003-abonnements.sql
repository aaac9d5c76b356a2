CREATE TABLE abonnement (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  editeur TEXT, -- null when it sees every dossier
  url TEXT NOT NULL,
  types TEXT, -- a JSON array, null for all
  description TEXT NOT NULL,
  cree_le TEXT NOT NULL,
  secret BLOB NOT NULL,
  secret_precedent BLOB,
  precedent_jusqua TEXT,
  pause TEXT, -- why, null while it is served
  pause_le TEXT,
  curseur INTEGER NOT NULL, -- the last rang that was read for it
  echecs INTEGER NOT NULL, -- since the last success
  echec_depuis TEXT,
  dernier_echec TEXT
) STRICT;

-- What is read and not yet delivered; what is delivered leaves.
CREATE TABLE livraison (
  abonnement INTEGER NOT NULL REFERENCES abonnement (numero) ON DELETE CASCADE,
  rang INTEGER NOT NULL, -- 0 for the verification
  sujet TEXT NOT NULL,
  etat TEXT NOT NULL,
  tentatives INTEGER NOT NULL,
  prochaine_le TEXT NOT NULL,
  PRIMARY KEY (abonnement, rang)
) STRICT, WITHOUT ROWID;

CREATE INDEX livraison_sujet ON livraison (abonnement, sujet, rang) WHERE etat = 'attente';
CREATE INDEX livraison_prochaine ON livraison (abonnement, prochaine_le, rang) WHERE etat = 'attente';

CREATE TABLE envoi (
  numero INTEGER PRIMARY KEY,
  abonnement INTEGER NOT NULL REFERENCES abonnement (numero) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  le TEXT NOT NULL,
  statut INTEGER, -- null without an answer
  duree_ms INTEGER NOT NULL,
  erreur TEXT
) STRICT;

CREATE INDEX envoi_abonnement ON envoi (abonnement);
CREATE INDEX envoi_evenement ON envoi (abonnement, rang);
