import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import type { Page } from '../shell/shown.ts';
import { disclosure } from '../ui/blocks.ts';
import { column, table, titleColumn } from '../ui/table.ts';

/** What is done with personal data, for whoever asks, known here or not. */
export function confidentialiteScreens(): Screen[] {
  return [get('/confidentialite', 'session.ouvrir', registerPage)];
}

function registerPage({ services }: Visit): Page {
  const { reglages, today } = services;
  const jour = today();
  return {
    title: 'Données personnelles',
    isWide: true,
    body: html`<div class="aide-texte">
<p>Ce service suit la procédure par laquelle un établissement de santé obtient ses certificats IGC-Santé. Il ne tient aucune donnée de patient : un numéro
de sécurité sociale y est refusé. Voici, tiré des réglages en vigueur, son registre des traitements.</p>
<section><h2>Qui en répond</h2>${whoPart(reglages.adresse('donnees.responsable', jour), contactOf(services))}</section>
<section><h2>Les traitements</h2><p>Les bases légales sont celles que ce service propose : l’établissement les confirme.</p>
${Object.entries(registerOf(services)).map(treatment)}</section>
<section><h2>Vos droits</h2>${rightsPart(contactOf(services))}</section>
<section><h2>Comment elles sont protégées</h2><ul>
<li>Chacun entre par son compte ou par une clé, limités à un rôle ; les mots de passe ne sont pas lisibles, les tentatives sont comptées et bloquées.</li>
<li>Ce que fait l’administration est écrit dans un journal dont aucune ligne ne se retire ni ne se change.</li>
<li>Les faits d’un dossier sont enchaînés et scellés : une ligne changée se voit. Leur contenu, lui, peut être effacé sans rompre la chaîne.</li>
<li>Une page n’est gardée par aucun cache, et n’appelle aucun autre site : ni mesure d’audience, ni publicité. Seuls sont déposés les témoins de la connexion,
et ceux qui retiennent la liste vue en dernier (jusqu’à la fermeture du navigateur) et les préférences d’affichage (un an).</li>
<li>Les événements envoyés à d’autres programmes ne nomment personne : ils disent le dossier et le fait, jamais ce que le fait dit.</li></ul></section>
<p><a href="/">Revenir au service</a></p></div>`,
  };
}

function contactOf({ reglages, today }: Services): string | null {
  return reglages.adresse('donnees.contact', today());
}

const TO_FILL = html`<em>à renseigner par l’établissement</em>`;

function whoPart(responsable: string | null, contact: string | null): Html {
  return html`<p>Responsable du traitement : ${responsable ?? TO_FILL}.<br>Délégué à la protection des données : ${contact ?? TO_FILL}.</p>`;
}

const MISSION = 'Mission d’intérêt public, ou obligation de l’établissement pour accéder au Dossier Pharmaceutique';
const SECURITE = 'Intérêt légitime : la sécurité du service';

/** What is told of each treatment. */
const rubriques = {
  finalite: 'Finalité',
  base: 'Base légale',
  personnes: 'Personnes',
  donnees: 'Données',
  destinataires: 'Destinataires',
  duree: 'Durée',
} as const;
type Traitement = Readonly<Record<keyof typeof rubriques, string>>;

/** Every treatment, with the times that rule today. */
function registerOf({ reglages, messagerie, today }: Services): Readonly<Record<string, Traitement>> {
  const { dossiers, notes, comptes } = reglages.conservation(today());
  const last = (mois: number | null, depuis: string) =>
    mois === null ? 'Sans limite fixée : effacées sur demande' : `${mois} mois ${depuis}`;
  return {
    'Dossiers et certificats': {
      finalite:
        'Conduire la procédure : contrat, cartes, mandat, formulaires, commande, renouvellement et révocation des certificats',
      base: MISSION,
      personnes:
        'Représentants légaux, mandataires, administrateurs techniques, contacts techniques, contacts de DSI, bénéficiaires de certificats',
      donnees:
        'Nom, prénom, fonction, qualité, courriel et téléphone professionnels, numéro RPPS, type et fin de validité de la carte',
      destinataires:
        'Les agents et superviseurs du service, l’établissement, l’Agence du Numérique en Santé, l’éditeur à qui le dossier est délégué',
      duree: last(
        dossiers,
        'après le dernier acte d’un dossier terminé ; les faits et leurs dates demeurent, sans les personnes',
      ),
    },
    'Notes, relances et brouillons': {
      finalite: 'Se passer la main entre agents, ne rien oublier, ne pas perdre ce qui est en cours de saisie',
      base: MISSION,
      personnes: 'Les mêmes, et les agents qui écrivent',
      donnees: 'Ce que les agents écrivent à leur sujet',
      destinataires: 'Les agents et superviseurs du service ; jamais les éditeurs',
      duree: last(notes, 'après qu’ils ont été écrits, ou faits'),
    },
    Notifications: {
      finalite: 'Dire à un agent ce que d’autres font sur ses dossiers',
      base: MISSION,
      personnes: 'Agents et superviseurs',
      donnees: 'Qui a fait quoi sur quel dossier, et quand cela a été lu ; aucun texte',
      destinataires: 'Celui à qui elle s’adresse',
      duree: '90 jours',
    },
    Comptes: {
      finalite: 'Savoir qui entre et qui a fait quoi',
      base: SECURITE,
      personnes: 'Agents, superviseurs, lecteurs',
      donnees:
        'Nom, courriel, rôle, empreinte du mot de passe, dates de création et de dernière connexion, identifiant dans l’annuaire de l’établissement',
      destinataires: 'Les superviseurs du service',
      duree: last(comptes, 'après la fermeture du compte ; son numéro demeure auprès des actes qu’il a faits'),
    },
    'Absences et calendriers': {
      finalite:
        'Ne pas confier un dossier à qui est absent ; montrer à un agent ses échéances dans son propre calendrier',
      base: MISSION,
      personnes: 'Agents et superviseurs',
      donnees: 'Jours d’absence, sans motif ; empreinte du lien de calendrier',
      destinataires:
        'Les agents et superviseurs du service ; le programme de calendrier à qui l’agent donne son lien, qui n’y lit ni personne ni texte',
      duree: 'Les absences, avec les réglages ; le lien, jusqu’à ce qu’il soit retiré',
    },
    Connexions: {
      finalite: 'Empêcher qu’un mot de passe soit deviné',
      base: SECURITE,
      personnes: 'Quiconque essaie de se connecter',
      donnees: 'Empreinte du courriel, nombre et heure des essais ; sessions ouvertes',
      destinataires: 'Personne',
      duree: 'Deux jours pour les essais ; les sessions, jusqu’à leur fin',
    },
    'Réponses gardées': {
      finalite: 'Répondre la même chose à une demande qu’un programme envoie deux fois',
      base: MISSION,
      personnes: 'Les personnes d’un dossier',
      donnees: 'La réponse qui a été faite',
      destinataires: 'Le programme qui a demandé',
      duree: '7 jours',
    },
    Consultations: {
      finalite: 'Savoir qui a lu quel dossier',
      base: SECURITE,
      personnes: 'Agents, superviseurs, lecteurs et programmes',
      donnees: 'Qui, quel dossier, quand',
      destinataires: 'Les superviseurs du service',
      duree: '12 mois',
    },
    Courriels: {
      finalite: 'Écrire à qui doit agir dans un dossier, et garder sa réponse',
      base: MISSION,
      personnes: 'Destinataires et expéditeurs',
      donnees:
        'Les courriels avec leurs pièces, les adresses, ce que les serveurs répondent, les adresses qui refusent',
      destinataires:
        messagerie.adresse === null
          ? 'Rien n’est envoyé d’ici : un courriel s’ouvre dans la messagerie de l’agent, et n’est pas gardé'
          : 'Les destinataires ; les agents, superviseurs et lecteurs du service ; jamais les éditeurs, que ceux à qui il est écrit',
      duree: `${last(dossiers, 'après le dernier acte d’un dossier terminé')} ; ce qui ne nomme aucun dossier, jusqu’à ce qu’on le classe ou l’écarte${notes === null ? '' : `, ${notes} mois au plus`}`,
    },
  };
}

function treatment([titre, one]: readonly [string, Traitement]): Html {
  const told = table(titre, Object.keys(rubriques) as (keyof typeof rubriques)[], [
    titleColumn('Rubrique', (nom) => rubriques[nom]),
    column('Ce qu’il en est', (nom) => one[nom]),
  ]);
  return disclosure(titre, told, { isOpen: true });
}

function rightsPart(contact: string | null): Html {
  return html`<p>Vous pouvez demander ce qui est gardé de vous et en recevoir copie, faire corriger ce qui est faux, faire effacer ce qui n’est plus nécessaire, vous opposer à
un traitement ou demander qu’il soit limité. Écrivez ${contact === null ? html`au délégué à la protection des données de votre établissement` : html`à ${contact}`} : un superviseur
du service peut chercher, copier et effacer.</p>
<ul><li>Une erreur se corrige par une ligne de plus : la ligne fausse reste dans l’histoire du dossier, et l’ancien nom n’est plus trouvé par la recherche.</li>
<li>Qui est encore en charge dans un dossier ouvert, ou porte un certificat en cours, n’est effacé qu’une fois remplacé : sans lui, l’accès de l’établissement cesserait.</li>
<li>Une sauvegarde garde ce qu’elle contient jusqu’à son remplacement.</li></ul>
<p>Si la réponse ne vous convient pas, vous pouvez saisir la Commission nationale de l’informatique et des libertés (CNIL).</p>`;
}
