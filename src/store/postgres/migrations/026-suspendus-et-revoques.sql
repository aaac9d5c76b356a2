-- What waits for somebody else has no limit.
ALTER TABLE attente ALTER COLUMN limite DROP NOT NULL;

-- Whoever has a dossier is told once of the certificates of it that were revoked on a day.
CREATE UNIQUE INDEX notification_revocation ON notification (compte_id, dossier, jour) WHERE sorte = 'revocation';
