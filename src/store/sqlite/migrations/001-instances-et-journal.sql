CREATE TABLE instance (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  genre TEXT NOT NULL,
  parent INTEGER REFERENCES instance (numero),
  procedure TEXT NOT NULL,
  procedure_version INTEGER NOT NULL,
  version INTEGER NOT NULL,
  statut TEXT NOT NULL,
  cle TEXT,
  denomination TEXT NOT NULL,
  siret TEXT,
  finess TEXT,
  ouvert_le TEXT NOT NULL,
  modifie_le TEXT NOT NULL,
  rang INTEGER NOT NULL, -- of its last journal line, 0 for none
  sceau TEXT NOT NULL,
  fiche TEXT NOT NULL,
  etat TEXT NOT NULL,
  vue TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX instance_cle ON instance (cle) WHERE cle IS NOT NULL;
CREATE INDEX instance_parent ON instance (parent) WHERE parent IS NOT NULL;
CREATE INDEX instance_siret ON instance (siret) WHERE siret IS NOT NULL;
CREATE INDEX instance_finess ON instance (finess) WHERE finess IS NOT NULL;
CREATE INDEX instance_statut ON instance (genre, statut);
CREATE INDEX instance_genre ON instance (genre);

-- Each line names the one before it of the same instance: an index on `instance` costs 20 % of the acts per second.
CREATE TABLE journal (
  rang INTEGER PRIMARY KEY,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  precedent INTEGER NOT NULL, -- 0 for none
  type TEXT NOT NULL,
  date TEXT NOT NULL,
  enregistre_le TEXT NOT NULL,
  auteur TEXT NOT NULL,
  saisie TEXT, -- null once erased
  empreinte TEXT NOT NULL,
  mac TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_sans_retrait BEFORE DELETE ON journal
BEGIN
  SELECT RAISE (ABORT, 'Le journal ne perd aucune ligne.');
END;

CREATE TRIGGER journal_sans_reprise BEFORE UPDATE ON journal
WHEN NEW.saisie IS NOT NULL
  OR (NEW.rang, NEW.instance, NEW.precedent, NEW.type, NEW.date, NEW.enregistre_le, NEW.auteur, NEW.empreinte, NEW.mac)
  IS NOT (OLD.rang, OLD.instance, OLD.precedent, OLD.type, OLD.date, OLD.enregistre_le, OLD.auteur, OLD.empreinte, OLD.mac)
BEGIN
  SELECT RAISE (ABORT, 'Une ligne du journal ne change pas ; seule sa saisie s’efface.');
END;

-- The last line of the journal, sealed: without it the youngest lines and rows could go unnoticed.
CREATE TABLE tete (
  seule INTEGER PRIMARY KEY CHECK (seule = 1),
  rang INTEGER NOT NULL,
  mac TEXT NOT NULL,
  sceau TEXT NOT NULL
) STRICT;

CREATE TABLE echeance (
  instance INTEGER NOT NULL REFERENCES instance (numero),
  fait TEXT NOT NULL,
  le TEXT NOT NULL,
  PRIMARY KEY (instance, fait, le)
) STRICT, WITHOUT ROWID;

CREATE INDEX echeance_le ON echeance (le);
