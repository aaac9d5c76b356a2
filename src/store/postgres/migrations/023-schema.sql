-- The schema of the 23rd migration of the other engine, whole: no base of PostgreSQL is older. What texts are compared by is their bytes.
CREATE FUNCTION json_each (texte TEXT) RETURNS TABLE (key BIGINT, value TEXT) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT ordinality - 1, value FROM json_array_elements_text(texte::json) WITH ORDINALITY $$;

CREATE FUNCTION json_extract (texte TEXT, chemin TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT jsonb_path_query_first(texte::jsonb, chemin::jsonpath) #>> '{}' $$;

CREATE FUNCTION "json_array" (VARIADIC textes TEXT[]) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT to_json(textes)::text $$;

CREATE FUNCTION json_valid (texte TEXT) RETURNS BOOLEAN LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  PERFORM texte::json;
  RETURN texte IS NOT NULL;
EXCEPTION WHEN others THEN
  RETURN FALSE;
END $$;

CREATE FUNCTION instr (texte TEXT, partie TEXT) RETURNS INTEGER LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT strpos(texte, partie) $$;

CREATE FUNCTION refuser () RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;

CREATE FUNCTION dire_reglages () RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify(TG_TABLE_SCHEMA, 'reglages');
  RETURN NULL;
END $$;

CREATE TABLE instance (
  numero BIGINT PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  genre TEXT COLLATE "C" NOT NULL,
  parent BIGINT REFERENCES instance (numero),
  procedure TEXT COLLATE "C" NOT NULL,
  procedure_version BIGINT NOT NULL,
  version BIGINT NOT NULL,
  statut TEXT COLLATE "C" NOT NULL,
  cle TEXT COLLATE "C",
  denomination TEXT COLLATE "C" NOT NULL,
  siret TEXT COLLATE "C",
  finess TEXT COLLATE "C",
  ouvert_le TEXT COLLATE "C" NOT NULL,
  modifie_le TEXT COLLATE "C" NOT NULL,
  rang BIGINT NOT NULL, -- of its last journal line, 0 for none
  sceau TEXT COLLATE "C" NOT NULL,
  fiche TEXT COLLATE "C" NOT NULL,
  etat TEXT COLLATE "C" NOT NULL,
  vue TEXT COLLATE "C" NOT NULL,
  cohorte TEXT COLLATE "C",
  urgence TEXT COLLATE "C",
  beneficiaire TEXT COLLATE "C"
) WITH (fillfactor = 40); -- a row is written again in its own page, which no index hears of

-- Half the time of a row that is written is that of compressing its texts; a server may be built without the faster way.
DO $$
BEGIN
  ALTER TABLE instance ALTER fiche SET COMPRESSION lz4, ALTER etat SET COMPRESSION lz4, ALTER vue SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;

-- How many times a dossier or one of its certificates, or a groupement or which sites it has, was written: by it a node tells whether what it
-- read is still so.
CREATE TABLE generation (
  instance BIGINT PRIMARY KEY REFERENCES instance (numero),
  generation BIGINT NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE journal (
  rang BIGINT PRIMARY KEY,
  instance BIGINT NOT NULL REFERENCES instance (numero),
  precedent BIGINT NOT NULL, -- 0 for none
  type TEXT COLLATE "C" NOT NULL,
  date TEXT COLLATE "C" NOT NULL,
  enregistre_le TEXT COLLATE "C" NOT NULL,
  auteur TEXT COLLATE "C" NOT NULL,
  saisie TEXT COLLATE "C", -- null once erased
  empreinte TEXT COLLATE "C" NOT NULL,
  mac TEXT COLLATE "C" NOT NULL
);

CREATE TABLE tete (
  seule BIGINT PRIMARY KEY CHECK (seule = 1),
  rang BIGINT NOT NULL,
  mac TEXT COLLATE "C" NOT NULL,
  sceau TEXT COLLATE "C" NOT NULL,
  acte_rang BIGINT NOT NULL DEFAULT 0,
  acte_mac TEXT COLLATE "C" NOT NULL DEFAULT ''
);

CREATE TABLE echeance (
  instance BIGINT NOT NULL REFERENCES instance (numero),
  fait TEXT COLLATE "C" NOT NULL,
  le TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (instance, fait, le)
);

CREATE TABLE compte (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  courriel TEXT COLLATE "C" NOT NULL UNIQUE,
  nom TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL CHECK (role IN ('agent', 'superviseur', 'lecteur')),
  actif BIGINT NOT NULL CHECK (actif IN (0, 1)),
  mot_de_passe TEXT COLLATE "C" NOT NULL, -- by scrypt, with its parameters
  cree_le TEXT COLLATE "C" NOT NULL,
  connecte_le TEXT COLLATE "C",
  acte BIGINT NOT NULL DEFAULT 0,
  sceau TEXT COLLATE "C" NOT NULL DEFAULT ''
);

CREATE TABLE lien_unique (
  empreinte TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  objet TEXT COLLATE "C" NOT NULL CHECK (objet IN ('premier-compte', 'invitation', 'mot-de-passe')),
  compte_id TEXT COLLATE "C" NOT NULL, -- of an account that is there for a password alone
  courriel TEXT COLLATE "C",
  role TEXT COLLATE "C",
  cree_le TEXT COLLATE "C" NOT NULL,
  cree_par TEXT COLLATE "C", -- null at the first start
  expire_le TEXT COLLATE "C" NOT NULL,
  utilise_le TEXT COLLATE "C",
  sceau TEXT COLLATE "C" NOT NULL DEFAULT ''
);

CREATE TABLE session (
  empreinte TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  compte_id TEXT COLLATE "C" NOT NULL REFERENCES compte (id),
  ouverte_le TEXT COLLATE "C" NOT NULL,
  vue_le TEXT COLLATE "C" NOT NULL,
  jeton_id TEXT COLLATE "C",
  sceau TEXT COLLATE "C" NOT NULL DEFAULT ''
);

CREATE TABLE editeur (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  nom TEXT COLLATE "C" NOT NULL UNIQUE,
  cree_le TEXT COLLATE "C" NOT NULL
);

CREATE TABLE cle_api (
  rowid BIGINT GENERATED BY DEFAULT AS IDENTITY,
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  empreinte TEXT COLLATE "C" NOT NULL UNIQUE,
  prefixe TEXT COLLATE "C" NOT NULL UNIQUE,
  nom TEXT COLLATE "C" NOT NULL,
  role TEXT COLLATE "C" NOT NULL CHECK (role IN ('agent', 'editeur', 'lecteur')),
  editeur_id TEXT COLLATE "C" REFERENCES editeur (id),
  portees TEXT COLLATE "C" NOT NULL, -- these three are JSON arrays; null for no limit
  procedures TEXT COLLATE "C",
  dossiers TEXT COLLATE "C",
  bac_a_sable BIGINT NOT NULL CHECK (bac_a_sable IN (0, 1)),
  cree_le TEXT COLLATE "C" NOT NULL,
  expire_le TEXT COLLATE "C" NOT NULL,
  utilisee_le TEXT COLLATE "C",
  revoquee_le TEXT COLLATE "C",
  acte BIGINT NOT NULL DEFAULT 0,
  sceau TEXT COLLATE "C" NOT NULL DEFAULT '',
  CHECK ((role = 'editeur') = (editeur_id IS NOT NULL))
);

CREATE TABLE delegation (
  rowid BIGINT GENERATED BY DEFAULT AS IDENTITY,
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  instance BIGINT NOT NULL REFERENCES instance (numero),
  genre TEXT COLLATE "C" NOT NULL CHECK (genre IN ('dossier', 'groupement')), -- of the instance
  editeur_id TEXT COLLATE "C" NOT NULL REFERENCES editeur (id),
  du TEXT COLLATE "C" NOT NULL,
  au TEXT COLLATE "C", -- the last day; null for no end
  motif TEXT COLLATE "C" NOT NULL,
  accordee_le TEXT COLLATE "C" NOT NULL,
  accordee_par TEXT COLLATE "C" NOT NULL,
  revoquee_le TEXT COLLATE "C",
  revoquee_par TEXT COLLATE "C",
  acte BIGINT NOT NULL DEFAULT 0,
  sceau TEXT COLLATE "C" NOT NULL DEFAULT ''
);

CREATE TABLE acte_identite (
  rang BIGINT PRIMARY KEY,
  le TEXT COLLATE "C" NOT NULL,
  auteur TEXT COLLATE "C" NOT NULL,
  acte TEXT COLLATE "C" NOT NULL,
  cible TEXT COLLATE "C" NOT NULL,
  detail TEXT COLLATE "C" NOT NULL, -- JSON
  mac TEXT COLLATE "C" NOT NULL DEFAULT ''
);

CREATE TABLE abonnement (
  numero BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  editeur TEXT COLLATE "C", -- null when it sees every dossier
  url TEXT COLLATE "C" NOT NULL,
  types TEXT COLLATE "C", -- a JSON array, null for all
  description TEXT COLLATE "C" NOT NULL,
  cree_le TEXT COLLATE "C" NOT NULL,
  secret BYTEA NOT NULL,
  secret_precedent BYTEA,
  precedent_jusqua TEXT COLLATE "C",
  pause TEXT COLLATE "C", -- why, null while it is served
  pause_le TEXT COLLATE "C",
  curseur BIGINT NOT NULL, -- the last rang that was read for it
  echecs BIGINT NOT NULL, -- since the last success
  echec_depuis TEXT COLLATE "C",
  dernier_echec TEXT COLLATE "C",
  attend_jusqua TEXT COLLATE "C"
);

CREATE TABLE livraison (
  abonnement BIGINT NOT NULL REFERENCES abonnement (numero) ON DELETE CASCADE,
  rang BIGINT NOT NULL, -- 0 for the verification
  sujet TEXT COLLATE "C" NOT NULL,
  etat TEXT COLLATE "C" NOT NULL,
  tentatives BIGINT NOT NULL,
  prochaine_le TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (abonnement, rang)
);

CREATE TABLE envoi (
  numero BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  abonnement BIGINT NOT NULL REFERENCES abonnement (numero) ON DELETE CASCADE,
  rang BIGINT NOT NULL,
  le TEXT COLLATE "C" NOT NULL,
  statut BIGINT, -- null without an answer
  duree_ms BIGINT NOT NULL,
  erreur TEXT COLLATE "C"
);

CREATE TABLE reponse (
  auteur TEXT COLLATE "C" NOT NULL,
  cle TEXT COLLATE "C" NOT NULL,
  empreinte TEXT COLLATE "C" NOT NULL,
  reponse TEXT COLLATE "C" NOT NULL,
  le TEXT COLLATE "C" NOT NULL,
  rang BIGINT,
  PRIMARY KEY (auteur, cle)
);

CREATE TABLE compte_externe (
  emetteur TEXT COLLATE "C" NOT NULL,
  sujet TEXT COLLATE "C" NOT NULL,
  compte_id TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES compte (id), sceau TEXT COLLATE "C" NOT NULL DEFAULT '',
  PRIMARY KEY (emetteur, sujet)
);

CREATE TABLE affectation (
  instance BIGINT PRIMARY KEY REFERENCES instance (numero),
  compte_id TEXT COLLATE "C" NOT NULL,
  depuis TEXT COLLATE "C" NOT NULL,
  par TEXT COLLATE "C" NOT NULL
);

CREATE TABLE affectation_acte (
  rang BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  instance BIGINT NOT NULL REFERENCES instance (numero),
  compte_id TEXT COLLATE "C", -- null when it is left to whoever wants it
  le TEXT COLLATE "C" NOT NULL,
  par TEXT COLLATE "C" NOT NULL
);

CREATE TABLE vue_enregistree (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  nom TEXT COLLATE "C" NOT NULL,
  requete TEXT COLLATE "C" NOT NULL, -- a query string
  partagee BIGINT NOT NULL CHECK (partagee IN (0, 1)),
  auteur TEXT COLLATE "C" NOT NULL, -- the id of an account
  creee_le TEXT COLLATE "C" NOT NULL
);

CREATE TABLE note (
  numero BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  instance BIGINT NOT NULL REFERENCES instance (numero),
  texte TEXT COLLATE "C" NOT NULL,
  auteur TEXT COLLATE "C" NOT NULL,
  ecrite_le TEXT COLLATE "C" NOT NULL,
  retiree_le TEXT COLLATE "C" -- by its author; null while it stands
);

CREATE TABLE relance (
  numero BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  id TEXT COLLATE "C" NOT NULL UNIQUE,
  instance BIGINT NOT NULL REFERENCES instance (numero),
  pour_le TEXT COLLATE "C" NOT NULL, -- a day
  quoi TEXT COLLATE "C" NOT NULL,
  acteur TEXT COLLATE "C" NOT NULL, -- whom to call
  compte_id TEXT COLLATE "C" NOT NULL, -- who is to do it
  creee_le TEXT COLLATE "C" NOT NULL,
  creee_par TEXT COLLATE "C" NOT NULL,
  faite_le TEXT COLLATE "C", -- null while it is to do
  faite_par TEXT COLLATE "C"
);

CREATE TABLE brouillon (
  dossier TEXT COLLATE "C" NOT NULL,
  formulaire TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  saisie TEXT COLLATE "C",
  auteur TEXT COLLATE "C" NOT NULL,
  modifie_le TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (dossier, formulaire)
);

CREATE TABLE reglage (
  rang BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  cle TEXT COLLATE "C" NOT NULL,
  valeur TEXT COLLATE "C" NOT NULL, -- JSON
  du TEXT COLLATE "C" NOT NULL,
  au TEXT COLLATE "C", -- the last day; null for no end
  motif TEXT COLLATE "C" NOT NULL,
  pose_le TEXT COLLATE "C" NOT NULL,
  pose_par TEXT COLLATE "C" NOT NULL
);

CREATE TABLE reglage_retrait (
  reglage BIGINT PRIMARY KEY REFERENCES reglage (rang),
  retire_le TEXT COLLATE "C" NOT NULL,
  retire_par TEXT COLLATE "C" NOT NULL
);

CREATE TABLE modele_courriel (
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  nom TEXT COLLATE "C" NOT NULL,
  destinataire TEXT COLLATE "C" NOT NULL,
  objet TEXT COLLATE "C" NOT NULL,
  corps TEXT COLLATE "C" NOT NULL,
  retire BIGINT NOT NULL CHECK (retire IN (0, 1)),
  ecrit_le TEXT COLLATE "C" NOT NULL,
  ecrit_par TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE definition (
  procedure TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL,
  empreinte TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (procedure, version)
);

CREATE TABLE suivi (
  projection TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  empreinte TEXT COLLATE "C" NOT NULL, -- of what it is made by: another one makes it again
  rang BIGINT NOT NULL,
  construit BIGINT, -- null once it is made
  total BIGINT NOT NULL -- how many rows there were when it began
);

CREATE TABLE jeu_de_faits (
  numero BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  faits TEXT COLLATE "C" NOT NULL UNIQUE
);

-- Notifications follow the journal from its beginning.
INSERT INTO suivi (projection, empreinte, rang, construit, total) VALUES ('notifications', '1', 0, NULL, 0);

CREATE TABLE travail (
  numero BIGINT PRIMARY KEY REFERENCES instance (numero),
  procedure TEXT COLLATE "C" NOT NULL,
  statut TEXT COLLATE "C" NOT NULL,
  etape BIGINT, -- of what is most urgent, as the next three, null when nothing is awaited; its place in the order of French names
  acteur BIGINT, -- likewise
  depuis TEXT COLLATE "C",
  limite TEXT COLLATE "C",
  limite_etablissement TEXT COLLATE "C", -- the same by whom it is awaited of
  limite_ans TEXT COLLATE "C",
  limite_editeur TEXT COLLATE "C",
  renouvellement TEXT COLLATE "C", -- the last day of the first certificate that is to be renewed
  restant BIGINT,
  departement TEXT COLLATE "C",
  groupement BIGINT,
  affecte_a TEXT COLLATE "C", -- as in affectation
  retour TEXT COLLATE "C",
  jeu BIGINT REFERENCES jeu_de_faits (numero)
);

CREATE TABLE travail_fiche (
  numero BIGINT PRIMARY KEY REFERENCES travail (numero),
  tri TEXT COLLATE "C" NOT NULL, -- the name as it is sorted
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL, -- of the dossier as it was read
  denomination TEXT COLLATE "C" NOT NULL,
  siret TEXT COLLATE "C",
  finess TEXT COLLATE "C",
  commune TEXT COLLATE "C",
  groupement_nom TEXT COLLATE "C",
  personnes TEXT COLLATE "C" NOT NULL
);

CREATE TABLE attente (
  dossier BIGINT NOT NULL REFERENCES travail (numero),
  rang BIGINT NOT NULL, -- 0 for the most urgent
  etape TEXT COLLATE "C" NOT NULL,
  libelle TEXT COLLATE "C" NOT NULL,
  acteur TEXT COLLATE "C" NOT NULL,
  depuis TEXT COLLATE "C" NOT NULL,
  limite TEXT COLLATE "C" NOT NULL,
  certificat TEXT COLLATE "C", -- the id of the one whose step it is; null for the dossier itself
  jeu BIGINT REFERENCES jeu_de_faits (numero),
  PRIMARY KEY (dossier, rang)
);

CREATE TABLE travail_texte (
  rowid BIGINT PRIMARY KEY,
  texte TSVECTOR NOT NULL
);

CREATE TABLE mesure (
  numero BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  quoi TEXT COLLATE "C" NOT NULL,
  parcours TEXT COLLATE "C" NOT NULL,
  procedure TEXT COLLATE "C" NOT NULL,
  nom TEXT COLLATE "C" NOT NULL,
  UNIQUE (quoi, parcours, procedure, nom)
);

CREATE TABLE sejour (
  instance BIGINT NOT NULL REFERENCES instance (numero),
  numero BIGINT NOT NULL,
  mesure BIGINT NOT NULL REFERENCES mesure (numero),
  debut BIGINT NOT NULL,
  fin BIGINT, -- null while it lasts, and for what does not
  PRIMARY KEY (instance, numero)
);

CREATE TABLE sejour_flux (
  mesure BIGINT NOT NULL REFERENCES mesure (numero),
  jour BIGINT NOT NULL,
  entrees BIGINT NOT NULL,
  sorties BIGINT NOT NULL,
  PRIMARY KEY (mesure, jour)
);

CREATE TABLE sejour_duree (
  mesure BIGINT NOT NULL REFERENCES mesure (numero),
  jours BIGINT NOT NULL,
  mois BIGINT NOT NULL,
  nombre BIGINT NOT NULL,
  PRIMARY KEY (mesure, jours, mois)
);

CREATE TABLE compte_a_relier (
  compte_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES compte (id),
  emetteur TEXT COLLATE "C" NOT NULL,
  sujet TEXT COLLATE "C" NOT NULL,
  nom TEXT COLLATE "C" NOT NULL,
  demande_le TEXT COLLATE "C" NOT NULL
);

CREATE TABLE tentative (
  compte TEXT COLLATE "C" NOT NULL, -- the imprint of an e-mail, whether it has an account or not: a block says nothing of accounts
  lieu TEXT COLLATE "C" NOT NULL, -- a network or a known device; empty for all of them together
  echecs BIGINT NOT NULL,
  derniere_le TEXT COLLATE "C" NOT NULL,
  bloque_jusqua TEXT COLLATE "C",
  PRIMARY KEY (compte, lieu)
);

CREATE TABLE notification (
  numero BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  compte_id TEXT COLLATE "C" NOT NULL, -- whom it is for
  dossier BIGINT NOT NULL REFERENCES instance (numero),
  sorte TEXT COLLATE "C" NOT NULL,
  rang BIGINT, -- of a line of the journal, or of affectation_acte where the dossier changed hands
  jour TEXT COLLATE "C", -- the usual limit that has passed
  par TEXT COLLATE "C" NOT NULL, -- as the journal names authors
  le TEXT COLLATE "C" NOT NULL,
  nombre BIGINT NOT NULL, -- how many moves it stands for
  lue_le TEXT COLLATE "C"
);

CREATE TABLE lien_agenda (
  empreinte TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  compte_id TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES compte (id),
  cree_le TEXT COLLATE "C" NOT NULL,
  sceau TEXT COLLATE "C" NOT NULL DEFAULT ''
);

CREATE TABLE jeu_fait (
  fait TEXT COLLATE "C" NOT NULL,
  jeu BIGINT NOT NULL REFERENCES jeu_de_faits (numero),
  PRIMARY KEY (fait, jeu)
);

CREATE TABLE cle_precedente (
  empreinte TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  cle_id TEXT COLLATE "C" NOT NULL REFERENCES cle_api (id),
  jusqua TEXT COLLATE "C" NOT NULL,
  sceau TEXT COLLATE "C"
);

CREATE TABLE evenement_a_part (
  numero BIGINT PRIMARY KEY, -- 1 and on, without a gap
  apres BIGINT NOT NULL,
  delegation TEXT COLLATE "C" REFERENCES delegation (id),
  cle TEXT COLLATE "C" REFERENCES cle_api (id),
  avis TEXT COLLATE "C" UNIQUE, -- of a key: the same while the same is said
  type TEXT COLLATE "C" NOT NULL CHECK (type IN ('delegation.accordee', 'delegation.terminee', 'cle.finProche')),
  date TEXT COLLATE "C" NOT NULL,
  le TEXT COLLATE "C" NOT NULL,
  UNIQUE (delegation, type),
  CHECK ((delegation IS NULL) = (type = 'cle.finProche') AND (cle IS NULL) = (avis IS NULL) AND (cle IS NULL) <> (delegation IS NULL))
);

CREATE UNIQUE INDEX instance_cle ON instance (cle) WHERE cle IS NOT NULL;

CREATE INDEX instance_parent ON instance (parent) WHERE parent IS NOT NULL;

CREATE INDEX instance_siret ON instance (siret) WHERE siret IS NOT NULL;

CREATE INDEX instance_finess ON instance (finess) WHERE finess IS NOT NULL;

CREATE INDEX instance_statut ON instance (genre, statut);

CREATE INDEX instance_genre ON instance (genre);

CREATE INDEX echeance_le ON echeance (le);

CREATE INDEX session_compte ON session (compte_id);

CREATE INDEX session_ouverte_le ON session (ouverte_le);

CREATE INDEX delegation_en_cours ON delegation (editeur_id, genre, instance, du, au) WHERE revoquee_le IS NULL;

CREATE INDEX delegation_instance ON delegation (instance);

CREATE INDEX livraison_sujet ON livraison (abonnement, sujet, rang) WHERE etat = 'attente';

CREATE INDEX livraison_prochaine ON livraison (abonnement, prochaine_le, rang) WHERE etat = 'attente';

CREATE INDEX envoi_abonnement ON envoi (abonnement);

CREATE INDEX envoi_evenement ON envoi (abonnement, rang);

CREATE INDEX reponse_le ON reponse (le);

CREATE INDEX instance_groupement_nomme ON instance (denomination) WHERE genre = 'groupement';

CREATE INDEX affectation_acte_instance ON affectation_acte (instance);

CREATE UNIQUE INDEX vue_enregistree_partagee ON vue_enregistree (nom) WHERE partagee = 1;

CREATE UNIQUE INDEX vue_enregistree_propre ON vue_enregistree (auteur, nom) WHERE partagee = 0;

CREATE INDEX note_instance ON note (instance);

CREATE INDEX relance_instance ON relance (instance);

CREATE INDEX relance_a_faire ON relance (compte_id, pour_le) WHERE faite_le IS NULL;

CREATE INDEX instance_cohorte ON instance (parent, cohorte, urgence, ouvert_le, id) WHERE cohorte IS NOT NULL;

CREATE INDEX instance_beneficiaire ON instance (parent, beneficiaire) WHERE beneficiaire IS NOT NULL;

CREATE INDEX travail_limite ON travail (limite);

CREATE INDEX travail_etablissement ON travail (limite_etablissement) WHERE limite_etablissement IS NOT NULL;

CREATE INDEX travail_ans ON travail (limite_ans) WHERE limite_ans IS NOT NULL;

CREATE INDEX travail_editeur ON travail (limite_editeur) WHERE limite_editeur IS NOT NULL;

CREATE INDEX travail_renouvellement ON travail (renouvellement) WHERE renouvellement IS NOT NULL;

CREATE INDEX travail_affecte ON travail (affecte_a, limite);

CREATE INDEX travail_groupement ON travail (groupement) WHERE groupement IS NOT NULL;

CREATE INDEX travail_fiche_tri ON travail_fiche (tri);

CREATE INDEX attente_etape ON attente (etape, dossier);

CREATE INDEX attente_acteur ON attente (acteur, dossier);

CREATE INDEX sejour_fin ON sejour (mesure, fin, debut) WHERE fin IS NOT NULL;

CREATE INDEX acte_identite_cible ON acte_identite (cible);

CREATE INDEX tentative_derniere_le ON tentative (derniere_le);

CREATE INDEX notification_compte ON notification (compte_id, le);

CREATE INDEX notification_a_lire ON notification (compte_id) WHERE lue_le IS NULL;

CREATE UNIQUE INDEX notification_mouvement ON notification (compte_id, dossier) WHERE sorte = 'mouvement' AND lue_le IS NULL;

CREATE UNIQUE INDEX notification_delai ON notification (compte_id, dossier, jour) WHERE sorte = 'delai';

CREATE INDEX travail_retour ON travail (retour) WHERE retour IS NOT NULL;

CREATE INDEX travail_jeu ON travail (jeu);

CREATE INDEX evenement_a_part_apres ON evenement_a_part (apres);

CREATE INDEX evenement_a_part_place ON evenement_a_part ((apres + numero));

CREATE INDEX evenement_a_part_le ON evenement_a_part (le);

CREATE INDEX journal_partie4 ON journal (auteur, rang) WHERE type = 'formulaire413.partie4Remplie';

CREATE TRIGGER journal_sans_retrait BEFORE DELETE ON journal FOR EACH ROW
EXECUTE FUNCTION refuser ('Le journal ne perd aucune ligne.');

CREATE TRIGGER journal_sans_reprise BEFORE UPDATE ON journal FOR EACH ROW
WHEN (NEW.saisie IS NOT NULL
  OR (NEW.rang, NEW.instance, NEW.precedent, NEW.type, NEW.date, NEW.enregistre_le, NEW.auteur, NEW.empreinte, NEW.mac)
  IS DISTINCT FROM (OLD.rang, OLD.instance, OLD.precedent, OLD.type, OLD.date, OLD.enregistre_le, OLD.auteur, OLD.empreinte, OLD.mac))
EXECUTE FUNCTION refuser ('Une ligne du journal ne change pas ; seule sa saisie s’efface.');

CREATE TRIGGER acte_identite_sans_retrait BEFORE DELETE ON acte_identite FOR EACH ROW
EXECUTE FUNCTION refuser ('Le journal des identités ne perd aucune ligne.');

CREATE TRIGGER affectation_acte_sans_retrait BEFORE DELETE ON affectation_acte FOR EACH ROW
EXECUTE FUNCTION refuser ('L’historique des affectations ne perd aucune ligne.');

CREATE TRIGGER reglage_sans_retrait BEFORE DELETE ON reglage FOR EACH ROW
EXECUTE FUNCTION refuser ('L’histoire des réglages ne perd aucune ligne.');

CREATE TRIGGER reglage_sans_reprise BEFORE UPDATE ON reglage FOR EACH ROW
EXECUTE FUNCTION refuser ('Une ligne de l’histoire des réglages ne change pas.');

CREATE TRIGGER modele_courriel_sans_retrait BEFORE DELETE ON modele_courriel FOR EACH ROW
EXECUTE FUNCTION refuser ('L’histoire des modèles ne perd aucune ligne.');

CREATE TRIGGER modele_courriel_sans_reprise BEFORE UPDATE ON modele_courriel FOR EACH ROW
EXECUTE FUNCTION refuser ('Une version d’un modèle ne change pas.');

CREATE TRIGGER acte_identite_sans_reprise BEFORE UPDATE ON acte_identite FOR EACH ROW
WHEN (OLD.mac <> '' OR (NEW.rang, NEW.le, NEW.auteur, NEW.acte, NEW.cible, NEW.detail)
  IS DISTINCT FROM (OLD.rang, OLD.le, OLD.auteur, OLD.acte, OLD.cible, OLD.detail))
EXECUTE FUNCTION refuser ('Une ligne du journal des identités ne change pas.');

CREATE INDEX travail_texte_mots ON travail_texte USING gin (texte);

CREATE TRIGGER reglage_dit AFTER INSERT ON reglage FOR EACH STATEMENT EXECUTE FUNCTION dire_reglages ();
CREATE TRIGGER reglage_retrait_dit AFTER INSERT ON reglage_retrait FOR EACH STATEMENT EXECUTE FUNCTION dire_reglages ();
CREATE TRIGGER modele_courriel_dit AFTER INSERT ON modele_courriel FOR EACH STATEMENT EXECUTE FUNCTION dire_reglages ();
