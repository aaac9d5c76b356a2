CREATE TABLE compte (
  id TEXT NOT NULL PRIMARY KEY,
  courriel TEXT NOT NULL UNIQUE,
  nom TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'superviseur', 'lecteur')),
  actif INTEGER NOT NULL CHECK (actif IN (0, 1)),
  mot_de_passe TEXT NOT NULL, -- by scrypt, with its parameters
  cree_le TEXT NOT NULL,
  connecte_le TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE lien_unique (
  empreinte TEXT NOT NULL PRIMARY KEY,
  objet TEXT NOT NULL CHECK (objet IN ('premier-compte', 'invitation', 'mot-de-passe')),
  compte_id TEXT NOT NULL, -- of an account that is there for a password alone
  courriel TEXT,
  role TEXT,
  cree_le TEXT NOT NULL,
  cree_par TEXT, -- null at the first start
  expire_le TEXT NOT NULL,
  utilise_le TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  empreinte TEXT NOT NULL PRIMARY KEY,
  compte_id TEXT NOT NULL REFERENCES compte (id),
  ouverte_le TEXT NOT NULL,
  vue_le TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_compte ON session (compte_id);
CREATE INDEX session_ouverte_le ON session (ouverte_le);

-- Attempts to log in by the imprint of an e-mail, whether it has an account or not: a block says nothing of accounts.
CREATE TABLE tentative (
  cle TEXT NOT NULL PRIMARY KEY,
  echecs INTEGER NOT NULL,
  derniere_le TEXT NOT NULL,
  bloque_jusqua TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX tentative_derniere_le ON tentative (derniere_le);

CREATE TABLE editeur (
  id TEXT NOT NULL PRIMARY KEY,
  nom TEXT NOT NULL UNIQUE,
  cree_le TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cle_api (
  id TEXT NOT NULL PRIMARY KEY,
  empreinte TEXT NOT NULL UNIQUE,
  prefixe TEXT NOT NULL UNIQUE,
  nom TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'editeur', 'lecteur')),
  editeur_id TEXT REFERENCES editeur (id),
  portees TEXT NOT NULL, -- these three are JSON arrays; null for no limit
  procedures TEXT,
  dossiers TEXT,
  bac_a_sable INTEGER NOT NULL CHECK (bac_a_sable IN (0, 1)),
  cree_le TEXT NOT NULL,
  expire_le TEXT NOT NULL,
  utilisee_le TEXT,
  revoquee_le TEXT,
  CHECK ((role = 'editeur') = (editeur_id IS NOT NULL))
) STRICT;

CREATE TABLE delegation (
  id TEXT NOT NULL PRIMARY KEY,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  genre TEXT NOT NULL CHECK (genre IN ('dossier', 'groupement')), -- of the instance
  editeur_id TEXT NOT NULL REFERENCES editeur (id),
  du TEXT NOT NULL,
  au TEXT, -- the last day; null for no end
  motif TEXT NOT NULL,
  accordee_le TEXT NOT NULL,
  accordee_par TEXT NOT NULL,
  revoquee_le TEXT,
  revoquee_par TEXT
) STRICT;

CREATE INDEX delegation_en_cours ON delegation (editeur_id, genre, instance, du, au) WHERE revoquee_le IS NULL;
CREATE INDEX delegation_instance ON delegation (instance);

CREATE TABLE acte_identite (
  rang INTEGER PRIMARY KEY,
  le TEXT NOT NULL,
  auteur TEXT NOT NULL,
  acte TEXT NOT NULL,
  cible TEXT NOT NULL,
  detail TEXT NOT NULL -- JSON
) STRICT;

CREATE TRIGGER acte_identite_sans_retrait BEFORE DELETE ON acte_identite
BEGIN
  SELECT RAISE (ABORT, 'Le journal des identités ne perd aucune ligne.');
END;

CREATE TRIGGER acte_identite_sans_reprise BEFORE UPDATE ON acte_identite
BEGIN
  SELECT RAISE (ABORT, 'Une ligne du journal des identités ne change pas.');
END;
