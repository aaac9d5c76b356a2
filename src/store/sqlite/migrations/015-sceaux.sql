-- The journal of the administration is chained as that of the cases is, and its end is sealed with theirs.
ALTER TABLE acte_identite ADD COLUMN mac TEXT NOT NULL DEFAULT '';
DROP TRIGGER acte_identite_sans_reprise;

CREATE TRIGGER acte_identite_sans_reprise BEFORE UPDATE ON acte_identite
WHEN OLD.mac <> '' OR (NEW.rang, NEW.le, NEW.auteur, NEW.acte, NEW.cible, NEW.detail)
  IS NOT (OLD.rang, OLD.le, OLD.auteur, OLD.acte, OLD.cible, OLD.detail)
BEGIN
  SELECT RAISE (ABORT, 'Une ligne du journal des identités ne change pas.');
END;

ALTER TABLE tete ADD COLUMN acte_rang INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tete ADD COLUMN acte_mac TEXT NOT NULL DEFAULT '';

CREATE INDEX acte_identite_cible ON acte_identite (cible);

-- What lets somebody in is sealed; `acte` is the last act about it.
ALTER TABLE compte ADD COLUMN acte INTEGER NOT NULL DEFAULT 0;
ALTER TABLE compte ADD COLUMN sceau TEXT NOT NULL DEFAULT '';
ALTER TABLE cle_api ADD COLUMN acte INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cle_api ADD COLUMN sceau TEXT NOT NULL DEFAULT '';
ALTER TABLE delegation ADD COLUMN acte INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delegation ADD COLUMN sceau TEXT NOT NULL DEFAULT '';
ALTER TABLE compte_externe ADD COLUMN sceau TEXT NOT NULL DEFAULT '';
ALTER TABLE lien_unique ADD COLUMN sceau TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN sceau TEXT NOT NULL DEFAULT '';

-- The line of the journal that an answer was given for: its receipt is made again from it.
ALTER TABLE reponse ADD COLUMN rang INTEGER;
