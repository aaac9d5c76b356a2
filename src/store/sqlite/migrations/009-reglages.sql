-- What the service is set to, value after value; the last that begins rules, and none is ever overwritten.
CREATE TABLE reglage (
  rang INTEGER PRIMARY KEY,
  cle TEXT NOT NULL,
  valeur TEXT NOT NULL, -- JSON
  du TEXT NOT NULL,
  au TEXT, -- the last day; null for no end
  motif TEXT NOT NULL,
  pose_le TEXT NOT NULL,
  pose_par TEXT NOT NULL
) STRICT;

-- Values that were given up before they began.
CREATE TABLE reglage_retrait (
  reglage INTEGER PRIMARY KEY REFERENCES reglage (rang),
  retire_le TEXT NOT NULL,
  retire_par TEXT NOT NULL
) STRICT;

-- Canned mails, version after version.
CREATE TABLE modele_courriel (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  nom TEXT NOT NULL,
  destinataire TEXT NOT NULL,
  objet TEXT NOT NULL,
  corps TEXT NOT NULL,
  retire INTEGER NOT NULL CHECK (retire IN (0, 1)),
  ecrit_le TEXT NOT NULL,
  ecrit_par TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reglage_sans_retrait BEFORE DELETE ON reglage
BEGIN
  SELECT RAISE (ABORT, 'L’histoire des réglages ne perd aucune ligne.');
END;

CREATE TRIGGER reglage_sans_reprise BEFORE UPDATE ON reglage
BEGIN
  SELECT RAISE (ABORT, 'Une ligne de l’histoire des réglages ne change pas.');
END;

CREATE TRIGGER modele_courriel_sans_retrait BEFORE DELETE ON modele_courriel
BEGIN
  SELECT RAISE (ABORT, 'L’histoire des modèles ne perd aucune ligne.');
END;

CREATE TRIGGER modele_courriel_sans_reprise BEFORE UPDATE ON modele_courriel
BEGIN
  SELECT RAISE (ABORT, 'Une version d’un modèle ne change pas.');
END;
