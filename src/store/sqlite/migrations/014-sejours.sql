-- What is counted of cases: the stays in a state, a transition, a milestone… of one procedure (« public-ght@1 »), told apart by the
-- path of the dossier whose cases they are (empty for a groupement). Days are numbers since 1970, so that they are subtracted.
CREATE TABLE mesure (
  numero INTEGER PRIMARY KEY,
  quoi TEXT NOT NULL,
  parcours TEXT NOT NULL,
  procedure TEXT NOT NULL,
  nom TEXT NOT NULL,
  UNIQUE (quoi, parcours, procedure, nom)
) STRICT;

-- Each stay of each case in each state, and what happened to it on one day alone.
CREATE TABLE sejour (
  instance INTEGER NOT NULL REFERENCES instance (numero),
  numero INTEGER NOT NULL,
  mesure INTEGER NOT NULL REFERENCES mesure (numero),
  debut INTEGER NOT NULL,
  fin INTEGER, -- null while it lasts, and for what does not
  PRIMARY KEY (instance, numero)
) STRICT, WITHOUT ROWID;

CREATE INDEX sejour_fin ON sejour (mesure, fin, debut) WHERE fin IS NOT NULL;

-- The sums of it, kept with it, since four millions of stays are not summed while a page waits: how many began and ended on each day…
CREATE TABLE sejour_flux (
  mesure INTEGER NOT NULL REFERENCES mesure (numero),
  jour INTEGER NOT NULL,
  entrees INTEGER NOT NULL,
  sorties INTEGER NOT NULL,
  PRIMARY KEY (mesure, jour)
) STRICT, WITHOUT ROWID;

-- … and how many had lasted so many days, of those that ended in a month (its first day); in the order in which a median is looked for.
CREATE TABLE sejour_duree (
  mesure INTEGER NOT NULL REFERENCES mesure (numero),
  jours INTEGER NOT NULL,
  mois INTEGER NOT NULL,
  nombre INTEGER NOT NULL,
  PRIMARY KEY (mesure, jours, mois)
) STRICT, WITHOUT ROWID;
