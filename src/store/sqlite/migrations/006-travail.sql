-- The worklist, one line per dossier: it follows from the journal and the rows, and is made again when its print changes.
CREATE TABLE travail (
  numero INTEGER PRIMARY KEY REFERENCES instance (numero),
  version INTEGER NOT NULL, -- of the dossier as it was read
  statut TEXT NOT NULL,
  procedure TEXT NOT NULL,
  departement TEXT,
  groupement INTEGER,
  affecte_a TEXT, -- as in affectation
  etapes INTEGER NOT NULL, -- these two are masks, whose bits the print names
  acteurs INTEGER NOT NULL,
  limite_le TEXT, -- of what is most urgent, null when nothing is awaited; then the same by whom it is awaited of
  limite_etablissement TEXT,
  limite_ans TEXT,
  limite_editeur TEXT,
  renouvellement_le TEXT, -- the last day of the first certificate that is to be renewed
  depuis TEXT, -- these three are of what is most urgent, the last two as they are read
  etape TEXT,
  acteur TEXT,
  restant INTEGER,
  tri TEXT NOT NULL, -- the name as it is sorted
  id TEXT NOT NULL,
  denomination TEXT NOT NULL,
  siret TEXT,
  finess TEXT,
  commune TEXT,
  groupement_nom TEXT,
  personnes TEXT NOT NULL,
  attentes TEXT NOT NULL -- JSON, the most urgent first
) STRICT;

CREATE INDEX travail_limite ON travail (limite_le);
CREATE INDEX travail_etablissement ON travail (limite_etablissement) WHERE limite_etablissement IS NOT NULL;
CREATE INDEX travail_ans ON travail (limite_ans) WHERE limite_ans IS NOT NULL;
CREATE INDEX travail_editeur ON travail (limite_editeur) WHERE limite_editeur IS NOT NULL;
CREATE INDEX travail_renouvellement ON travail (renouvellement_le) WHERE renouvellement_le IS NOT NULL;
CREATE INDEX travail_affecte ON travail (affecte_a, limite_le);
CREATE INDEX travail_groupement ON travail (groupement) WHERE groupement IS NOT NULL;
CREATE INDEX travail_tri ON travail (tri);

CREATE VIRTUAL TABLE travail_texte USING fts5 (
  texte,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

-- How far the worklist has come: every line of the journal up to `rang`; on its first making, every row up to `construit`.
CREATE TABLE travail_suivi (
  seul INTEGER PRIMARY KEY CHECK (seul = 1),
  empreinte TEXT NOT NULL,
  rang INTEGER NOT NULL,
  construit INTEGER, -- null once it is made
  total INTEGER NOT NULL -- how many rows there were when it began
) STRICT;

-- Who has taken a dossier in charge: the desk's own, no part of the procedure.
CREATE TABLE affectation (
  instance INTEGER PRIMARY KEY REFERENCES instance (numero),
  compte_id TEXT NOT NULL,
  depuis TEXT NOT NULL,
  par TEXT NOT NULL
) STRICT;

CREATE TABLE affectation_acte (
  rang INTEGER PRIMARY KEY,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  compte_id TEXT, -- null when it is left to whoever wants it
  le TEXT NOT NULL,
  par TEXT NOT NULL
) STRICT;

CREATE INDEX affectation_acte_instance ON affectation_acte (instance);

CREATE TRIGGER affectation_acte_sans_retrait BEFORE DELETE ON affectation_acte
BEGIN
  SELECT RAISE (ABORT, 'L’historique des affectations ne perd aucune ligne.');
END;

-- A way to look at the worklist, kept under a name: its author's own, or everybody's.
CREATE TABLE vue_enregistree (
  id TEXT NOT NULL PRIMARY KEY,
  nom TEXT NOT NULL,
  requete TEXT NOT NULL, -- a query string
  partagee INTEGER NOT NULL CHECK (partagee IN (0, 1)),
  auteur TEXT NOT NULL, -- the id of an account
  creee_le TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX vue_enregistree_partagee ON vue_enregistree (nom) WHERE partagee = 1;
CREATE UNIQUE INDEX vue_enregistree_propre ON vue_enregistree (auteur, nom) WHERE partagee = 0;
