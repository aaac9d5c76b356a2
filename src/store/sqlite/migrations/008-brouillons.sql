-- What agents have typed into the forms of a dossier and not yet sent, as typed: one draft per form, shared by all. `version` goes on
-- when a draft is given up or sent (`saisie` null), so that a page opened before never overwrites a later one unknowingly.
CREATE TABLE brouillon (
  dossier TEXT NOT NULL,
  formulaire TEXT NOT NULL,
  version INTEGER NOT NULL,
  saisie TEXT,
  auteur TEXT NOT NULL,
  modifie_le TEXT NOT NULL,
  PRIMARY KEY (dossier, formulaire)
) STRICT, WITHOUT ROWID;
