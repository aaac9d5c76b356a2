-- Under which definition of each procedure this base was written: a machine of another one would take its states for what they are not.
CREATE TABLE definition (
  procedure TEXT NOT NULL,
  version INTEGER NOT NULL,
  empreinte TEXT NOT NULL,
  PRIMARY KEY (procedure, version)
) WITHOUT ROWID;
