-- The certificates of one person in a dossier: an order is confronted with them without reading the others. Those of before are found
-- once they are written again.
ALTER TABLE instance ADD COLUMN beneficiaire TEXT;

CREATE INDEX instance_beneficiaire ON instance (parent, beneficiaire) WHERE beneficiaire IS NOT NULL;
