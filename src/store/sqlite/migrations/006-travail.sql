-- The worklist: it follows from the journal and the rows, and is made again when its print changes. What is filtered, counted and
-- sorted stands apart from what is shown, in numbers: all of 100,000 lines are walked in 10 ms instead of 60.
CREATE TABLE travail (
  numero INTEGER PRIMARY KEY REFERENCES instance (numero),
  procedure INTEGER NOT NULL, -- this one and the next two are ranks in lists that the print names
  statut INTEGER NOT NULL,
  etape INTEGER, -- of what is most urgent, as the next three; null when nothing is awaited
  acteur INTEGER,
  depuis INTEGER, -- days since 1970
  limite INTEGER,
  limite_etablissement INTEGER, -- the same by whom it is awaited of
  limite_ans INTEGER,
  limite_editeur INTEGER,
  renouvellement INTEGER, -- the last day of the first certificate that is to be renewed
  restant INTEGER,
  etapes INTEGER NOT NULL, -- these two are masks, whose bits the print names
  acteurs INTEGER NOT NULL,
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
  personnes TEXT NOT NULL,
  attentes TEXT NOT NULL -- JSON, the most urgent first
) STRICT;

CREATE INDEX travail_fiche_tri ON travail_fiche (tri);

CREATE INDEX instance_groupement_nomme ON instance (denomination) WHERE genre = 'groupement';

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
