-- What waits for somebody else has no limit.
ALTER TABLE attente ALTER COLUMN limite DROP NOT NULL;
