-- What a case announced to its children, which are no longer written when it does, and the rank of the last; of a certificate, of the last it heard.
ALTER TABLE instance ADD COLUMN annonce BIGINT NOT NULL DEFAULT 0;
ALTER TABLE instance ADD COLUMN annonces TEXT COLLATE "C" NOT NULL DEFAULT '[]';
