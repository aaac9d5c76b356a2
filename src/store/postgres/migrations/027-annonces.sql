-- What a case announced to its children, which are no longer written when it does; of a certificate, how many announcements it heard.
ALTER TABLE instance ADD COLUMN annonces TEXT COLLATE "C" NOT NULL DEFAULT '{"nombre":0,"faits":[]}';
