-- What one node alone does at a time; until when, in ms by the clock of the base.
CREATE TABLE bail (
  nom TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  porteur TEXT COLLATE "C" NOT NULL,
  jusqua BIGINT NOT NULL
);

-- Keys are recognised for a minute without being read again.
CREATE FUNCTION dire_cles () RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify(TG_TABLE_SCHEMA, 'cles');
  RETURN NULL;
END $$;

CREATE TRIGGER cle_api_dite AFTER UPDATE OF empreinte, revoquee_le, expire_le ON cle_api
FOR EACH STATEMENT EXECUTE FUNCTION dire_cles ();

-- How often somebody asked in a minute, on all nodes; what a crash loses of it is forgotten with the minute.
CREATE UNLOGGED TABLE quota (
  fenetre BIGINT NOT NULL,
  cle TEXT COLLATE "C" NOT NULL,
  compte BIGINT NOT NULL,
  PRIMARY KEY (fenetre, cle)
);
