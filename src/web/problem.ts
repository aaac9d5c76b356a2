import type { Response } from 'express';
import type { DocumentRefusal } from '../acts/documents.ts';
import type { DepositRefusal } from '../acts/reading/deposit.ts';
import type { DrawingRefusal } from '../acts/reading/picture.ts';
import type { AnnuaireRefusal } from '../annuaire/echec.ts';
import { french } from '../days.ts';
import type { EnvoiRefusal } from '../desk/messagerie/envoi.ts';
import type { ReadingRefusal } from '../desk/messagerie/reception.ts';
import type { ReglageRefusal } from '../desk/reglages/valeurs.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { IdentityRefusal } from '../identity/identity.ts';
import type { CrlNonRetenue } from '../revocations/in-force.ts';
import {
  crlProblems,
  depositProblems,
  documentProblems,
  incorrigibles,
  mailProblems,
  raisonsDeCle,
} from './problem-words.ts';

/** An RFC 9457 problem; `code` is for programs, `title` and `detail` for people. */
export interface Problem {
  status: number;
  code: string;
  title: string;
  detail: string;
  [extension: string]: unknown;
}

/** Every « non », whoever says it. */
export type AnyRefusal =
  | Refusal
  | IdentityRefusal
  | AnnuaireRefusal
  | OutboxRefusal
  | ReglageRefusal
  | DrawingRefusal
  | DepositRefusal
  | DocumentRefusal
  | EnvoiRefusal
  | ReadingRefusal
  | { code: 'document-trop-grand' }
  | CrlNonRetenue
  | { code: 'sans-annuaire' };
type OutboxRefusal =
  | { code: 'curseur-inconnu' }
  | { code: 'trop-d-abonnements'; limite: number }
  | { code: 'introuvable'; objet: 'abonnement' | 'événement'; id: string };
type Told = { [Code in AnyRefusal['code']]: (refusal: Extract<AnyRefusal, { code: Code }>) => Omit<Problem, 'code'> };

const told = {
  'saisie-invalide': ({ erreurs }) => ({
    status: 422,
    title: 'Saisie invalide',
    detail: 'Corrigez les champs signalés, puis renvoyez la demande.',
    erreurs,
  }),
  'fait-refuse': ({ type, manque, deblocages, acceptes }) => ({
    status: 409,
    title: 'Fait refusé',
    detail: `« ${type} » n’est pas accepté maintenant. ${manque.map(({ libelle }) => libelle).join(' ')}`.trim(),
    manque,
    deblocages,
    acceptes,
  }),
  introuvable: ({ objet, id }) => ({
    status: 404,
    title: 'Introuvable',
    detail: `Aucun ${objet} ne porte l’identifiant « ${id} ».`,
  }),
  'date-anterieure': ({ date, anterieur }) => ({
    status: 409,
    title: 'Dates dans le désordre',
    detail:
      `Ce fait, daté du ${french(date)}, s’appuie sur « ${anterieur.libelle} », daté du ${french(anterieur.date)} : ` +
      'corrigez la date de ce fait, ou celle de l’autre si c’est elle qui est fausse.',
    date,
    anterieur,
  }),
  'version-perimee': ({ version }) => ({
    status: 412,
    title: 'Version périmée',
    detail: `Le dossier en est à la version ${version} : relisez-le avant d’agir.`,
    version,
  }),
  'cle-deja-utilisee': ({ cle }) => ({
    status: 422,
    title: 'Clé d’idempotence déjà utilisée',
    detail: `La clé « ${cle} » a servi à une autre demande : prenez-en une nouvelle.`,
  }),
  'deja-repondu': () => ({
    status: 409,
    title: 'Demande déjà traitée',
    detail: 'La même demande vient d’être traitée : renvoyez-la telle quelle pour lire sa réponse.',
  }),
  'dossier-existant': ({ id }) => ({
    status: 409,
    title: 'Dossier déjà ouvert',
    detail: 'Un dossier est déjà ouvert pour cet établissement : poursuivez-le.',
    ...(id !== null && { dossier: { id, lien: `/api/v1/dossiers/${id}` } }),
  }),
  'correction-impossible': ({ raison, rang, libelle }) => ({
    status: 409,
    title: 'Correction impossible',
    detail: `« ${libelle} » (ligne ${rang}) ne se corrige pas ainsi. ${incorrigibles[raison]}`,
    raison,
    rang,
  }),
  'apercu-perime': ({ retires }) => ({
    status: 409,
    title: 'Aperçu périmé',
    detail: 'La correction retirerait d’autres lignes que celles montrées : relisez l’aperçu, puis confirmez.',
    retires,
  }),
  'identifiants-refuses': () => ({
    status: 401,
    title: 'Identifiants refusés',
    detail: 'Le courriel ou le mot de passe ne convient pas : vérifiez-les, ou demandez un lien à un superviseur.',
  }),
  'trop-de-tentatives': ({ jusqua }) => ({
    status: 429,
    title: 'Trop de tentatives',
    detail: 'Trop de tentatives pour ce courriel depuis votre réseau : patientez avant de réessayer.',
    jusqua,
  }),
  'mot-de-passe-faible': ({ erreurs }) => ({
    status: 422,
    title: 'Mot de passe trop faible',
    detail: 'Choisissez un autre mot de passe.',
    erreurs,
  }),
  'lien-inconnu': () => ({
    status: 404,
    title: 'Lien inconnu',
    detail: 'Ce lien ne mène à rien : vérifiez qu’il est entier, ou demandez-en un autre.',
  }),
  'lien-utilise': () => ({
    status: 409,
    title: 'Lien déjà utilisé',
    detail: 'Ce lien a déjà servi : connectez-vous, ou demandez-en un autre.',
  }),
  'lien-perime': ({ expireLe }) => ({
    status: 410,
    title: 'Lien périmé',
    detail: 'Ce lien n’est plus valable : demandez-en un autre à un superviseur.',
    expireLe,
  }),
  'courriel-pris': ({ courriel }) => ({
    status: 409,
    title: 'Courriel déjà pris',
    detail: `Un compte porte déjà l’adresse ${courriel}.`,
  }),
  'dernier-superviseur': () => ({
    status: 409,
    title: 'Dernier superviseur',
    detail: 'Il faut toujours un superviseur actif : nommez-en un autre d’abord.',
  }),
  'compte-ferme': () => ({
    status: 403,
    title: 'Compte fermé',
    detail: 'Votre compte est fermé : demandez à un superviseur de le rouvrir.',
  }),
  'compte-externe': () => ({
    status: 409,
    title: 'Compte de l’établissement',
    detail: 'Ce compte se connecte par l’annuaire de l’établissement : il n’a pas de mot de passe ici.',
  }),
  'comptes-locaux-fermes': () => ({
    status: 403,
    title: 'Comptes locaux fermés',
    detail: 'Les mots de passe ne servent pas ici : connectez-vous par l’annuaire de l’établissement.',
  }),
  'sans-role': () => ({
    status: 403,
    title: 'Aucun rôle',
    detail:
      'Votre établissement ne vous donne aucun rôle ici : demandez à l’exploitant de son annuaire celui de lecteur, d’agent ou de superviseur.',
  }),
  'compte-a-relier': ({ courriel }) => ({
    status: 409,
    title: 'Compte à relier',
    detail: `Un compte d’ici porte déjà « ${courriel} » et n’est pas relié à l’annuaire de l’établissement : demandez à un superviseur de le relier (Administration, Comptes, ce compte), puis recommencez.`,
  }),
  'sans-annuaire': () => ({
    status: 404,
    title: 'Aucun annuaire',
    detail: 'Ce service n’est relié à aucun annuaire : connectez-vous par votre courriel et votre mot de passe.',
  }),
  'annuaire-indisponible': () => ({
    status: 503,
    title: 'Annuaire indisponible',
    detail:
      'L’annuaire de l’établissement ne répond pas : réessayez dans quelques minutes, ou connectez-vous par un compte local si vous en avez un.',
  }),
  'annuaire-mal-regle': ({ correction }) => ({
    status: 502,
    title: 'Annuaire mal réglé',
    detail: `La liaison avec l’annuaire de l’établissement est mal réglée, et vous n’y pouvez rien. À dire à l’exploitant : ${correction}`,
  }),
  'connexion-perdue': () => ({
    status: 400,
    title: 'Connexion à recommencer',
    detail: 'Cette connexion n’a pas commencé dans ce navigateur, ou il y a trop longtemps : recommencez-la.',
  }),
  'connexion-refusee': () => ({
    status: 403,
    title: 'Connexion refusée',
    detail:
      'L’annuaire de l’établissement n’a pas confirmé cette connexion : recommencez-la, ou demandez à son exploitant si vous y avez droit.',
  }),
  'droit-insuffisant': ({ roles }) => ({
    status: 403,
    title: 'Droit insuffisant',
    detail: 'Votre rôle ne le permet pas : demandez à qui en a le droit.',
    roles,
  }),
  'curseur-inconnu': () => ({
    status: 422,
    title: 'Curseur inconnu',
    detail: 'Ce curseur est plus loin que le journal : reprenez celui de la dernière réponse, ou repartez du début.',
  }),
  'trop-d-abonnements': ({ limite }) => ({
    status: 409,
    title: 'Trop d’abonnements',
    detail: `Il y a déjà ${limite} abonnements : supprimez-en un.`,
  }),
  'editeur-existant': ({ nom }) => ({
    status: 409,
    title: 'Éditeur déjà connu',
    detail: `Un éditeur s’appelle déjà « ${nom} ».`,
  }),
  'valeur-commencee': ({ du }) => ({
    status: 409,
    title: 'Valeur déjà en cours',
    detail: 'Cette valeur a commencé : elle reste dans l’historique. Donnez-en une autre à partir d’un jour.',
    du,
  }),
  'modele-modifie': ({ version }) => ({
    status: 412,
    title: 'Modèle modifié entre-temps',
    detail: `Ce modèle en est à la version ${version} : relisez-le avant de l’écrire.`,
    version,
  }),
  'delegation-existante': () => ({
    status: 409,
    title: 'Délégation déjà accordée',
    detail: 'Cet éditeur y a déjà accès : révoquez d’abord la délégation en cours.',
  }),
  'cle-refusee': ({ raison }) => ({
    status: 401,
    title: 'Clé refusée',
    detail: raisonsDeCle[raison],
    raison,
  }),
  'region-inconnue': ({ procedure, region, regions }) => ({
    status: 404,
    title: 'Région inconnue',
    detail: `« ${procedure} » n’a pas de région « ${region} » : demandez ${regions.join(', ')}.`,
    regions,
  }),
  ...depositProblems,
  ...crlProblems,
  ...mailProblems,
  ...documentProblems,
  'dossier-en-quarantaine': ({ id }) => ({
    status: 423,
    title: 'Dossier en quarantaine',
    detail: `L’enregistrement ${id} n’est plus tel qu’il a été écrit : il se lit, mais n’avance plus. Prévenez l’exploitant.`,
  }),
} satisfies Told;

/** How a refusal is told; what is a problem already stays. */
export function toProblem(refusal: AnyRefusal | Problem): Problem {
  if ('status' in refusal) return refusal;
  const tell = told[refusal.code] as (refusal: AnyRefusal) => Omit<Problem, 'code'>;
  const { status, title, detail, ...extensions } = tell(refusal);
  return { status, code: refusal.code, title: title as string, detail: detail as string, ...extensions } as Problem;
}

export const PROBLEM_TYPE = 'application/problem+json';

/** A problem as it is sent: its type is a name, `code` says the same. */
export function problemBody(problem: Problem): object {
  return { type: `urn:parcours-igc:probleme:${problem.code}`, ...problem };
}

/** An outage, and one attempt too many, say when to come back, unless it is already told. */
export function sayWhenToReturn(response: Response, { status, jusqua }: Problem, now = new Date()): void {
  if ((status !== 503 && status !== 429) || response.hasHeader('Retry-After')) return;
  const waits = typeof jusqua === 'string' ? Math.ceil((Date.parse(jusqua) - now.getTime()) / 1000) : RETRY_S;
  response.setHeader('Retry-After', Math.max(waits, 1));
}

const RETRY_S = 5;
const BEARER = 'Bearer realm="parcours-igc"';

/** Answers with a problem; `now` is what waiting is counted from. */
export function sendProblem(response: Response, refusal: AnyRefusal | Problem, now?: Date): void {
  const problem = toProblem(refusal);
  response.locals['refus'] = problem.code;
  sayWhenToReturn(response, problem, now);
  const why = problem.code === 'cle-refusee' ? ', error="invalid_token"' : '';
  if (problem.status === 401) response.setHeader('WWW-Authenticate', `${BEARER}${why}`);
  const text = JSON.stringify(problemBody(problem));
  response.status(problem.status).type(PROBLEM_TYPE).end(text);
}

/** Whether it was done is not known. */
export const outage: Problem = {
  status: 503,
  code: 'stockage-indisponible',
  title: 'Enregistrement indisponible',
  detail: 'L’acte est en suspens : relisez le dossier avant de réessayer.',
};
/** Whether it was done is not known. */
export const bug: Problem = { ...outage, status: 500, code: 'erreur-interne', title: 'Erreur interne' };
