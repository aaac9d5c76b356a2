-- The schema of the 25th migration, whole: an older base was written under other definitions of its procedures, which this program refuses.
CREATE TABLE instance (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  genre TEXT NOT NULL,
  parent INTEGER REFERENCES instance (numero),
  procedure TEXT NOT NULL,
  procedure_version INTEGER NOT NULL,
  version INTEGER NOT NULL,
  statut TEXT NOT NULL,
  cle TEXT,
  denomination TEXT NOT NULL,
  siret TEXT,
  finess TEXT,
  ouvert_le TEXT NOT NULL,
  modifie_le TEXT NOT NULL,
  rang INTEGER NOT NULL, -- of its last journal line, 0 for none
  sceau TEXT NOT NULL,
  fiche TEXT NOT NULL,
  etat TEXT NOT NULL,
  vue TEXT NOT NULL,
  cohorte TEXT,
  urgence TEXT,
  beneficiaire TEXT
) STRICT;
CREATE UNIQUE INDEX instance_cle ON instance (cle) WHERE cle IS NOT NULL;
CREATE INDEX instance_parent ON instance (parent) WHERE parent IS NOT NULL;
CREATE INDEX instance_siret ON instance (siret) WHERE siret IS NOT NULL;
CREATE INDEX instance_finess ON instance (finess) WHERE finess IS NOT NULL;
CREATE INDEX instance_statut ON instance (genre, statut);
CREATE INDEX instance_genre ON instance (genre);
CREATE INDEX instance_groupement_nomme ON instance (denomination) WHERE genre = 'groupement';
CREATE INDEX instance_cohorte ON instance (parent, cohorte, urgence, ouvert_le, id) WHERE cohorte IS NOT NULL;
CREATE INDEX instance_beneficiaire ON instance (parent, beneficiaire) WHERE beneficiaire IS NOT NULL;

-- Each line names the one before it of the same instance: an index on `instance` costs 20 % of the acts per second.
CREATE TABLE journal (
  rang INTEGER PRIMARY KEY,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  precedent INTEGER NOT NULL, -- 0 for none
  type TEXT NOT NULL,
  date TEXT NOT NULL,
  enregistre_le TEXT NOT NULL,
  auteur TEXT NOT NULL,
  saisie TEXT, -- null once erased
  empreinte TEXT NOT NULL,
  mac TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_sans_retrait BEFORE DELETE ON journal
BEGIN
  SELECT RAISE (ABORT, 'Le journal ne perd aucune ligne.');
END;
CREATE TRIGGER journal_sans_reprise BEFORE UPDATE ON journal
WHEN NEW.saisie IS NOT NULL
  OR (NEW.rang, NEW.instance, NEW.precedent, NEW.type, NEW.date, NEW.enregistre_le, NEW.auteur, NEW.empreinte, NEW.mac)
  IS NOT (OLD.rang, OLD.instance, OLD.precedent, OLD.type, OLD.date, OLD.enregistre_le, OLD.auteur, OLD.empreinte, OLD.mac)
BEGIN
  SELECT RAISE (ABORT, 'Une ligne du journal ne change pas ; seule sa saisie s’efface.');
END;
-- What an éditeur told last in part 4 of form 413: a line in so many that an index on them all would slow each act.
CREATE INDEX journal_partie4 ON journal (auteur, rang) WHERE type = 'formulaire413.partie4Remplie';
CREATE INDEX journal_courriel ON journal (rang) WHERE type = 'courriel.envoye';
-- Whether a line tells of some bytes is asked each time that a mail is put aside, or brought twice.
CREATE INDEX journal_document ON journal ((CASE WHEN json_valid(saisie) THEN json_extract(saisie, '$.document') END))
  WHERE type IN ('document.depose', 'courriel.envoye', 'courriel.recu', 'courriel.refuse');

-- The last line of the journal, sealed: without it the youngest lines and rows could go unnoticed.
CREATE TABLE tete (
  seule INTEGER PRIMARY KEY CHECK (seule = 1),
  rang INTEGER NOT NULL,
  mac TEXT NOT NULL,
  sceau TEXT NOT NULL,
  acte_rang INTEGER NOT NULL DEFAULT 0,
  acte_mac TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE echeance (
  instance INTEGER NOT NULL REFERENCES instance (numero),
  fait TEXT NOT NULL,
  le TEXT NOT NULL,
  PRIMARY KEY (instance, fait, le)
) STRICT, WITHOUT ROWID;
CREATE INDEX echeance_le ON echeance (le);

CREATE TABLE compte (
  id TEXT NOT NULL PRIMARY KEY,
  courriel TEXT NOT NULL UNIQUE,
  nom TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'superviseur', 'lecteur')),
  actif INTEGER NOT NULL CHECK (actif IN (0, 1)),
  mot_de_passe TEXT NOT NULL, -- by scrypt, with its parameters
  cree_le TEXT NOT NULL,
  connecte_le TEXT,
  acte INTEGER NOT NULL DEFAULT 0,
  sceau TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE lien_unique (
  empreinte TEXT NOT NULL PRIMARY KEY,
  objet TEXT NOT NULL CHECK (objet IN ('premier-compte', 'invitation', 'mot-de-passe')),
  compte_id TEXT NOT NULL, -- of an account that is there for a password alone
  courriel TEXT,
  role TEXT,
  cree_le TEXT NOT NULL,
  cree_par TEXT, -- null at the first start
  expire_le TEXT NOT NULL,
  utilise_le TEXT,
  sceau TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  empreinte TEXT NOT NULL PRIMARY KEY,
  compte_id TEXT NOT NULL REFERENCES compte (id),
  ouverte_le TEXT NOT NULL,
  vue_le TEXT NOT NULL,
  jeton_id TEXT,
  sceau TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX session_compte ON session (compte_id);
CREATE INDEX session_ouverte_le ON session (ouverte_le);

CREATE TABLE editeur (
  id TEXT NOT NULL PRIMARY KEY,
  nom TEXT NOT NULL UNIQUE,
  cree_le TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cle_api (
  id TEXT NOT NULL PRIMARY KEY,
  empreinte TEXT NOT NULL UNIQUE,
  prefixe TEXT NOT NULL UNIQUE,
  nom TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('agent', 'editeur', 'lecteur')),
  editeur_id TEXT REFERENCES editeur (id),
  portees TEXT NOT NULL, -- these three are JSON arrays; null for no limit
  procedures TEXT,
  dossiers TEXT,
  bac_a_sable INTEGER NOT NULL CHECK (bac_a_sable IN (0, 1)),
  cree_le TEXT NOT NULL,
  expire_le TEXT NOT NULL,
  utilisee_le TEXT,
  revoquee_le TEXT,
  acte INTEGER NOT NULL DEFAULT 0,
  sceau TEXT NOT NULL DEFAULT '',
  CHECK ((role = 'editeur') = (editeur_id IS NOT NULL))
) STRICT;

CREATE TABLE delegation (
  id TEXT NOT NULL PRIMARY KEY,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  genre TEXT NOT NULL CHECK (genre IN ('dossier', 'groupement')), -- of the instance
  editeur_id TEXT NOT NULL REFERENCES editeur (id),
  du TEXT NOT NULL,
  au TEXT, -- the last day; null for no end
  motif TEXT NOT NULL,
  accordee_le TEXT NOT NULL,
  accordee_par TEXT NOT NULL,
  revoquee_le TEXT,
  revoquee_par TEXT,
  acte INTEGER NOT NULL DEFAULT 0,
  sceau TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX delegation_en_cours ON delegation (editeur_id, genre, instance, du, au) WHERE revoquee_le IS NULL;
CREATE INDEX delegation_instance ON delegation (instance);

CREATE TABLE acte_identite (
  rang INTEGER PRIMARY KEY,
  le TEXT NOT NULL,
  auteur TEXT NOT NULL,
  acte TEXT NOT NULL,
  cible TEXT NOT NULL,
  detail TEXT NOT NULL, -- JSON
  mac TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER acte_identite_sans_retrait BEFORE DELETE ON acte_identite
BEGIN
  SELECT RAISE (ABORT, 'Le journal des identités ne perd aucune ligne.');
END;
CREATE TRIGGER acte_identite_sans_reprise BEFORE UPDATE ON acte_identite
WHEN OLD.mac <> '' OR (NEW.rang, NEW.le, NEW.auteur, NEW.acte, NEW.cible, NEW.detail)
  IS NOT (OLD.rang, OLD.le, OLD.auteur, OLD.acte, OLD.cible, OLD.detail)
BEGIN
  SELECT RAISE (ABORT, 'Une ligne du journal des identités ne change pas.');
END;
CREATE INDEX acte_identite_cible ON acte_identite (cible);

CREATE TABLE abonnement (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  editeur TEXT, -- null when it sees every dossier
  url TEXT NOT NULL,
  types TEXT, -- a JSON array, null for all
  description TEXT NOT NULL,
  cree_le TEXT NOT NULL,
  secret BLOB NOT NULL,
  secret_precedent BLOB,
  precedent_jusqua TEXT,
  pause TEXT, -- why, null while it is served
  pause_le TEXT,
  curseur INTEGER NOT NULL, -- the last rang that was read for it
  echecs INTEGER NOT NULL, -- since the last success
  echec_depuis TEXT,
  dernier_echec TEXT,
  attend_jusqua TEXT
) STRICT;

-- What is read and not yet delivered; what is delivered leaves.
CREATE TABLE livraison (
  abonnement INTEGER NOT NULL REFERENCES abonnement (numero) ON DELETE CASCADE,
  rang INTEGER NOT NULL, -- 0 for the verification
  sujet TEXT NOT NULL,
  etat TEXT NOT NULL,
  tentatives INTEGER NOT NULL,
  prochaine_le TEXT NOT NULL,
  PRIMARY KEY (abonnement, rang)
) STRICT, WITHOUT ROWID;
CREATE INDEX livraison_sujet ON livraison (abonnement, sujet, rang) WHERE etat = 'attente';
CREATE INDEX livraison_prochaine ON livraison (abonnement, prochaine_le, rang) WHERE etat = 'attente';

CREATE TABLE envoi (
  numero INTEGER PRIMARY KEY,
  abonnement INTEGER NOT NULL REFERENCES abonnement (numero) ON DELETE CASCADE,
  rang INTEGER NOT NULL,
  le TEXT NOT NULL,
  statut INTEGER, -- null without an answer
  duree_ms INTEGER NOT NULL,
  erreur TEXT
) STRICT;
CREATE INDEX envoi_abonnement ON envoi (abonnement);
CREATE INDEX envoi_evenement ON envoi (abonnement, rang);

-- What was answered to a request that named itself by an Idempotency-Key, written in the commit of what it did.
CREATE TABLE reponse (
  auteur TEXT NOT NULL,
  cle TEXT NOT NULL,
  empreinte TEXT NOT NULL,
  reponse TEXT NOT NULL,
  le TEXT NOT NULL,
  rang INTEGER,
  PRIMARY KEY (auteur, cle)
) STRICT, WITHOUT ROWID;
CREATE INDEX reponse_le ON reponse (le);

-- Accounts that another directory vouches for: their mot_de_passe is empty, which none ever is.
CREATE TABLE compte_externe (
  emetteur TEXT NOT NULL,
  sujet TEXT NOT NULL,
  compte_id TEXT NOT NULL UNIQUE REFERENCES compte (id),
  sceau TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (emetteur, sujet)
) STRICT, WITHOUT ROWID;

-- Who has taken a dossier in charge: the desk's own, no part of the procedure.
CREATE TABLE affectation (
  instance INTEGER PRIMARY KEY REFERENCES instance (numero),
  compte_id TEXT NOT NULL,
  depuis TEXT NOT NULL,
  par TEXT NOT NULL
) STRICT;

CREATE TABLE affectation_acte (
  rang INTEGER PRIMARY KEY,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  compte_id TEXT, -- null when it is left to whoever wants it
  le TEXT NOT NULL,
  par TEXT NOT NULL
) STRICT;
CREATE INDEX affectation_acte_instance ON affectation_acte (instance);
CREATE TRIGGER affectation_acte_sans_retrait BEFORE DELETE ON affectation_acte
BEGIN
  SELECT RAISE (ABORT, 'L’historique des affectations ne perd aucune ligne.');
END;

-- A way to look at the worklist, kept under a name: its author's own, or everybody's.
CREATE TABLE vue_enregistree (
  id TEXT NOT NULL PRIMARY KEY,
  nom TEXT NOT NULL,
  requete TEXT NOT NULL, -- a query string
  partagee INTEGER NOT NULL CHECK (partagee IN (0, 1)),
  auteur TEXT NOT NULL, -- the id of an account
  creee_le TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX vue_enregistree_partagee ON vue_enregistree (nom) WHERE partagee = 1;
CREATE UNIQUE INDEX vue_enregistree_propre ON vue_enregistree (auteur, nom) WHERE partagee = 0;

-- What agents write to each other on a case: never told to éditeurs, no part of the journal.
CREATE TABLE note (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  texte TEXT NOT NULL,
  auteur TEXT NOT NULL,
  ecrite_le TEXT NOT NULL,
  retiree_le TEXT -- by its author; null while it stands
) STRICT;
CREATE INDEX note_instance ON note (instance);

-- Whom to call back about a case, on which day.
CREATE TABLE relance (
  numero INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  instance INTEGER NOT NULL REFERENCES instance (numero),
  pour_le TEXT NOT NULL, -- a day
  quoi TEXT NOT NULL,
  acteur TEXT NOT NULL, -- whom to call
  compte_id TEXT NOT NULL, -- who is to do it
  creee_le TEXT NOT NULL,
  creee_par TEXT NOT NULL,
  faite_le TEXT, -- null while it is to do
  faite_par TEXT
) STRICT;
CREATE INDEX relance_instance ON relance (instance);
CREATE INDEX relance_a_faire ON relance (compte_id, pour_le) WHERE faite_le IS NULL;

-- What agents have typed into the forms of a dossier and not yet sent, as typed: one draft per form, shared by all. `version` goes on
-- when a draft is given up or sent (`saisie` null), so that a page opened before never overwrites a later one unknowingly.
CREATE TABLE brouillon (
  dossier TEXT NOT NULL,
  formulaire TEXT NOT NULL,
  version INTEGER NOT NULL,
  saisie TEXT,
  auteur TEXT NOT NULL,
  modifie_le TEXT NOT NULL,
  PRIMARY KEY (dossier, formulaire)
) STRICT, WITHOUT ROWID;

-- What the service is set to, value after value; the last that begins rules, and none is ever overwritten.
CREATE TABLE reglage (
  rang INTEGER PRIMARY KEY,
  cle TEXT NOT NULL,
  valeur TEXT NOT NULL, -- JSON
  du TEXT NOT NULL,
  au TEXT, -- the last day; null for no end
  motif TEXT NOT NULL,
  pose_le TEXT NOT NULL,
  pose_par TEXT NOT NULL
) STRICT;
CREATE TRIGGER reglage_sans_retrait BEFORE DELETE ON reglage
BEGIN
  SELECT RAISE (ABORT, 'L’histoire des réglages ne perd aucune ligne.');
END;
CREATE TRIGGER reglage_sans_reprise BEFORE UPDATE ON reglage
BEGIN
  SELECT RAISE (ABORT, 'Une ligne de l’histoire des réglages ne change pas.');
END;

-- Values that were given up before they began.
CREATE TABLE reglage_retrait (
  reglage INTEGER PRIMARY KEY REFERENCES reglage (rang),
  retire_le TEXT NOT NULL,
  retire_par TEXT NOT NULL
) STRICT;

-- Canned mails, version after version.
CREATE TABLE modele_courriel (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  nom TEXT NOT NULL,
  destinataire TEXT NOT NULL,
  objet TEXT NOT NULL,
  corps TEXT NOT NULL,
  retire INTEGER NOT NULL CHECK (retire IN (0, 1)),
  ecrit_le TEXT NOT NULL,
  ecrit_par TEXT NOT NULL,
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER modele_courriel_sans_retrait BEFORE DELETE ON modele_courriel
BEGIN
  SELECT RAISE (ABORT, 'L’histoire des modèles ne perd aucune ligne.');
END;
CREATE TRIGGER modele_courriel_sans_reprise BEFORE UPDATE ON modele_courriel
BEGIN
  SELECT RAISE (ABORT, 'Une version d’un modèle ne change pas.');
END;

-- Under which definition of each procedure this base was written: a machine of another one would take its states for what they are not.
CREATE TABLE definition (
  procedure TEXT NOT NULL,
  version INTEGER NOT NULL,
  empreinte TEXT NOT NULL,
  PRIMARY KEY (procedure, version)
) WITHOUT ROWID;

-- How far each thing that follows from the journal has come: every line up to `rang`; on its first making, every row up to `construit`.
CREATE TABLE suivi (
  projection TEXT NOT NULL PRIMARY KEY,
  empreinte TEXT NOT NULL, -- of what it is made by: another one makes it again
  rang INTEGER NOT NULL,
  construit INTEGER, -- null once it is made
  total INTEGER NOT NULL -- how many rows there were when it began
) STRICT, WITHOUT ROWID;

-- A dossier of the worklist. What is filtered, counted and sorted stands apart from what is shown: 100,000 of them are walked in 10 ms
-- instead of 60.
CREATE TABLE travail (
  numero INTEGER PRIMARY KEY REFERENCES instance (numero),
  procedure TEXT NOT NULL,
  statut TEXT NOT NULL,
  etape INTEGER, -- of what is most urgent, as the next three, null when nothing is awaited; its place in the order of French names
  acteur INTEGER, -- likewise
  depuis TEXT,
  limite TEXT,
  limite_etablissement TEXT, -- the same by whom it is awaited of
  limite_ans TEXT,
  limite_editeur TEXT,
  renouvellement TEXT, -- the last day of the first certificate that is to be renewed
  restant INTEGER,
  departement TEXT,
  groupement INTEGER,
  affecte_a TEXT, -- as in affectation
  retour TEXT,
  jeu INTEGER REFERENCES jeu_de_faits (numero)
) STRICT;
CREATE INDEX travail_limite ON travail (limite);
CREATE INDEX travail_etablissement ON travail (limite_etablissement) WHERE limite_etablissement IS NOT NULL;
CREATE INDEX travail_ans ON travail (limite_ans) WHERE limite_ans IS NOT NULL;
CREATE INDEX travail_editeur ON travail (limite_editeur) WHERE limite_editeur IS NOT NULL;
CREATE INDEX travail_renouvellement ON travail (renouvellement) WHERE renouvellement IS NOT NULL;
CREATE INDEX travail_affecte ON travail (affecte_a, limite);
CREATE INDEX travail_groupement ON travail (groupement) WHERE groupement IS NOT NULL;
CREATE INDEX travail_retour ON travail (retour) WHERE retour IS NOT NULL;
CREATE INDEX travail_jeu ON travail (jeu);

CREATE TABLE travail_fiche (
  numero INTEGER PRIMARY KEY REFERENCES travail (numero),
  tri TEXT NOT NULL, -- the name as it is sorted
  id TEXT NOT NULL,
  version INTEGER NOT NULL, -- of the dossier as it was read
  denomination TEXT NOT NULL,
  siret TEXT,
  finess TEXT,
  commune TEXT,
  groupement_nom TEXT,
  personnes TEXT NOT NULL
) STRICT;
CREATE INDEX travail_fiche_tri ON travail_fiche (tri);

-- Who is awaited for what, since when and until when it is usual.
CREATE TABLE attente (
  dossier INTEGER NOT NULL REFERENCES travail (numero),
  rang INTEGER NOT NULL, -- 0 for the most urgent
  etape TEXT NOT NULL,
  libelle TEXT NOT NULL,
  acteur TEXT NOT NULL,
  depuis TEXT NOT NULL,
  limite TEXT NOT NULL,
  certificat TEXT, -- the id of the one whose step it is; null for the dossier itself
  jeu INTEGER REFERENCES jeu_de_faits (numero),
  PRIMARY KEY (dossier, rang)
) STRICT, WITHOUT ROWID;
CREATE INDEX attente_etape ON attente (etape, dossier);
CREATE INDEX attente_acteur ON attente (acteur, dossier);

CREATE VIRTUAL TABLE travail_texte USING fts5 (
  texte,
  content = '',
  contentless_delete = 1,
  detail = none,
  prefix = '2 3',
  tokenize = 'unicode61 remove_diacritics 2'
);

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

-- Whom the directory vouches for and whose e-mail an account already bears: the last one who came, until a superviseur links the two.
CREATE TABLE compte_a_relier (
  compte_id TEXT NOT NULL PRIMARY KEY REFERENCES compte (id),
  emetteur TEXT NOT NULL,
  sujet TEXT NOT NULL,
  nom TEXT NOT NULL,
  demande_le TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Attempts to log in by the imprint of an e-mail, whether it has an account or not: a block says nothing of accounts.
CREATE TABLE tentative (
  compte TEXT NOT NULL, -- the imprint of an e-mail, whether it has an account or not: a block says nothing of accounts
  lieu TEXT NOT NULL, -- a network or a known device; empty for all of them together
  echecs INTEGER NOT NULL,
  derniere_le TEXT NOT NULL,
  bloque_jusqua TEXT,
  PRIMARY KEY (compte, lieu)
) STRICT, WITHOUT ROWID;
CREATE INDEX tentative_derniere_le ON tentative (derniere_le);

-- What comes to an agent about a case of theirs: it says where the rest stands, and holds no text of its own.
CREATE TABLE notification (
  numero INTEGER PRIMARY KEY,
  compte_id TEXT NOT NULL, -- whom it is for
  dossier INTEGER NOT NULL REFERENCES instance (numero),
  sorte TEXT NOT NULL,
  rang INTEGER, -- of a line of the journal, or of affectation_acte where the dossier changed hands
  jour TEXT, -- the usual limit that has passed
  par TEXT NOT NULL, -- as the journal names authors
  le TEXT NOT NULL,
  nombre INTEGER NOT NULL, -- how many moves it stands for
  lue_le TEXT
) STRICT;
CREATE INDEX notification_compte ON notification (compte_id, le);
CREATE INDEX notification_a_lire ON notification (compte_id) WHERE lue_le IS NULL;
-- Until it is read, all that moves a case is one notification.
CREATE UNIQUE INDEX notification_mouvement ON notification (compte_id, dossier) WHERE sorte = 'mouvement' AND lue_le IS NULL;
CREATE UNIQUE INDEX notification_delai ON notification (compte_id, dossier, jour) WHERE sorte = 'delai';

-- The secret link by which a calendar reads the days of an account: one of each, sealed as all that lets somebody in.
CREATE TABLE lien_agenda (
  empreinte TEXT NOT NULL PRIMARY KEY,
  compte_id TEXT NOT NULL UNIQUE REFERENCES compte (id),
  cree_le TEXT NOT NULL,
  sceau TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Sets of facts, each once: dossiers of a kind take the same. A JSON array, sorted.
CREATE TABLE jeu_de_faits (
  numero INTEGER PRIMARY KEY,
  faits TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE jeu_fait (
  fait TEXT NOT NULL,
  jeu INTEGER NOT NULL REFERENCES jeu_de_faits (numero),
  PRIMARY KEY (fait, jeu)
) STRICT, WITHOUT ROWID;

-- What let a key in before it was rolled, for a day each.
CREATE TABLE cle_precedente (
  empreinte TEXT NOT NULL PRIMARY KEY,
  cle_id TEXT NOT NULL REFERENCES cle_api (id),
  jusqua TEXT NOT NULL,
  sceau TEXT
) STRICT, WITHOUT ROWID;

-- What is told among the lines of the journal and is none: a delegation that begins or ends, a key that will soon end; after that of rang
-- `apres`. The place of an event among all is its rang and how many of these come before it, or its numero and how many lines do.
CREATE TABLE evenement_a_part (
  numero INTEGER PRIMARY KEY, -- 1 and on, without a gap
  apres INTEGER NOT NULL,
  delegation TEXT REFERENCES delegation (id),
  cle TEXT REFERENCES cle_api (id),
  avis TEXT UNIQUE, -- of a key: the same while the same is said
  type TEXT NOT NULL CHECK (type IN ('delegation.accordee', 'delegation.terminee', 'cle.finProche')),
  date TEXT NOT NULL,
  le TEXT NOT NULL,
  UNIQUE (delegation, type),
  CHECK ((delegation IS NULL) = (type = 'cle.finProche') AND (cle IS NULL) = (avis IS NULL) AND (cle IS NULL) <> (delegation IS NULL))
) STRICT;
CREATE INDEX evenement_a_part_apres ON evenement_a_part (apres);
CREATE INDEX evenement_a_part_place ON evenement_a_part (apres + numero);
CREATE INDEX evenement_a_part_le ON evenement_a_part (le);

-- What one node alone does at a time; until when, in ms by the clock of the base.
CREATE TABLE bail (
  nom TEXT NOT NULL PRIMARY KEY,
  porteur TEXT NOT NULL,
  jusqua INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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

-- What happened before there were notifications is no news.
INSERT INTO suivi (projection, empreinte, rang, construit, total) VALUES ('notifications', '1', 0, NULL, 0);
