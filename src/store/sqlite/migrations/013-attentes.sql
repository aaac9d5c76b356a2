-- How far each thing that follows from the journal has come: every line up to `rang`; on its first making, every row up to `construit`.
CREATE TABLE suivi (
  projection TEXT NOT NULL PRIMARY KEY,
  empreinte TEXT NOT NULL, -- of what it is made by: another one makes it again
  rang INTEGER NOT NULL,
  construit INTEGER, -- null once it is made
  total INTEGER NOT NULL -- how many rows there were when it began
) STRICT, WITHOUT ROWID;

-- The worklist says its steps, its days and whom it awaits in words: it is made again from the journal.
DROP TABLE travail_suivi;
DROP TABLE travail_texte;
DROP TABLE travail_fiche;
DROP TABLE travail;

-- A dossier of the worklist. What is filtered, counted and sorted stands apart from what is shown: 100,000 of them are walked in 10 ms
-- instead of 60.
CREATE TABLE travail (
  numero INTEGER PRIMARY KEY REFERENCES instance (numero),
  procedure TEXT NOT NULL,
  statut TEXT NOT NULL,
  etape INTEGER, -- of what is most urgent, as the next three, null when nothing is awaited; its place in the order of French names
  acteur INTEGER, -- likewise
  depuis TEXT,
  limite TEXT,
  limite_etablissement TEXT, -- the same by whom it is awaited of
  limite_ans TEXT,
  limite_editeur TEXT,
  renouvellement TEXT, -- the last day of the first certificate that is to be renewed
  restant INTEGER,
  departement TEXT,
  groupement INTEGER,
  affecte_a TEXT -- as in affectation
) STRICT;

CREATE INDEX travail_limite ON travail (limite);
CREATE INDEX travail_etablissement ON travail (limite_etablissement) WHERE limite_etablissement IS NOT NULL;
CREATE INDEX travail_ans ON travail (limite_ans) WHERE limite_ans IS NOT NULL;
CREATE INDEX travail_editeur ON travail (limite_editeur) WHERE limite_editeur IS NOT NULL;
CREATE INDEX travail_renouvellement ON travail (renouvellement) WHERE renouvellement IS NOT NULL;
CREATE INDEX travail_affecte ON travail (affecte_a, limite);
CREATE INDEX travail_groupement ON travail (groupement) WHERE groupement IS NOT NULL;

CREATE TABLE travail_fiche (
  numero INTEGER PRIMARY KEY REFERENCES travail (numero),
  tri TEXT NOT NULL, -- the name as it is sorted
  id TEXT NOT NULL,
  version INTEGER NOT NULL, -- of the dossier as it was read
  denomination TEXT NOT NULL,
  siret TEXT,
  finess TEXT,
  commune TEXT,
  groupement_nom TEXT,
  personnes TEXT NOT NULL
) STRICT;

CREATE INDEX travail_fiche_tri ON travail_fiche (tri);

-- Who is awaited for what, since when and until when it is usual.
CREATE TABLE attente (
  dossier INTEGER NOT NULL REFERENCES travail (numero),
  rang INTEGER NOT NULL, -- 0 for the most urgent
  etape TEXT NOT NULL,
  libelle TEXT NOT NULL,
  acteur TEXT NOT NULL,
  depuis TEXT NOT NULL,
  limite TEXT NOT NULL,
  certificat TEXT, -- the id of the one whose step it is; null for the dossier itself
  PRIMARY KEY (dossier, rang)
) STRICT, WITHOUT ROWID;

CREATE INDEX attente_etape ON attente (etape, dossier);
CREATE INDEX attente_acteur ON attente (acteur, dossier);

CREATE VIRTUAL TABLE travail_texte USING fts5 (
  texte,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);
