-- The day on which the ANS returned the form that is being corrected.
ALTER TABLE travail ADD COLUMN retour TEXT;
CREATE INDEX travail_retour ON travail (retour) WHERE retour IS NOT NULL;
