-- What lines of the journal tell that is sent by mail, one row for each recipient: those lines are the queue, this is how far it has come.
CREATE TABLE courriel (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL, -- in its Message-ID
  adresse TEXT NOT NULL,
  rang INTEGER NOT NULL, -- the last line that tells it
  instance INTEGER REFERENCES instance (numero), -- null where it is about several
  document TEXT NOT NULL,
  retour TEXT NOT NULL, -- where it comes back to
  etat TEXT NOT NULL,
  tentatives INTEGER NOT NULL,
  prochaine_le TEXT NOT NULL,
  dit INTEGER NOT NULL, -- whether the journal says that it did not arrive
  UNIQUE (id, adresse)
) STRICT;

CREATE INDEX courriel_rang ON courriel (rang);
CREATE INDEX courriel_adresse ON courriel (adresse);
CREATE INDEX courriel_prochaine ON courriel (prochaine_le, numero) WHERE etat = 'attente';
CREATE INDEX courriel_a_dire ON courriel (numero) WHERE etat IN ('refuse', 'abandonne') AND dit = 0;
CREATE INDEX journal_courriel ON journal (rang) WHERE type = 'courriel.envoye';
-- Whether a line tells of some bytes is asked each time that a mail is put aside, or brought twice.
CREATE INDEX journal_document ON journal ((CASE WHEN json_valid(saisie) THEN json_extract(saisie, '$.document') END))
  WHERE type IN ('document.depose', 'courriel.envoye', 'courriel.recu', 'courriel.refuse');

CREATE TABLE tentative_courriel (
  numero INTEGER PRIMARY KEY,
  courriel INTEGER NOT NULL REFERENCES courriel (numero),
  le TEXT NOT NULL,
  code INTEGER, -- null without an answer
  reponse TEXT NOT NULL
) STRICT;

CREATE INDEX tentative_courriel_courriel ON tentative_courriel (courriel);

-- Addresses that refuse what is sent to them.
CREATE TABLE adresse_refusee (
  adresse TEXT NOT NULL PRIMARY KEY,
  depuis TEXT NOT NULL,
  dit TEXT NOT NULL -- the words of the server
) STRICT, WITHOUT ROWID;

-- The box of each dossier, to which its mails are answered.
CREATE TABLE boite (
  jeton TEXT NOT NULL PRIMARY KEY,
  instance INTEGER NOT NULL UNIQUE REFERENCES instance (numero)
) STRICT, WITHOUT ROWID;

-- What came by mail: kept first, filed afterwards.
CREATE TABLE courriel_recu (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  cle TEXT NOT NULL UNIQUE, -- the same for a mail that is brought twice
  document TEXT NOT NULL,
  enveloppe TEXT NOT NULL, -- a JSON array: to whom it was handed over
  recu_le TEXT NOT NULL,
  etat TEXT NOT NULL,
  instance INTEGER REFERENCES instance (numero), -- the dossier where it is filed
  message_id TEXT, -- without angle brackets
  de TEXT,
  objet TEXT,
  raison TEXT, -- why it is to be filed by somebody
  pistes TEXT NOT NULL -- a JSON array: the dossiers that it may be of
) STRICT;

CREATE INDEX courriel_recu_etat ON courriel_recu (etat, numero);
CREATE INDEX courriel_recu_message ON courriel_recu (message_id);
CREATE INDEX courriel_recu_de ON courriel_recu (de);
CREATE INDEX courriel_recu_document ON courriel_recu (document);
