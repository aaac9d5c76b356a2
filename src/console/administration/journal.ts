import { type Critere, criteres } from '../../desk/reglages/affectations.ts';
import type { TypeActe } from '../../identity/registre.ts';
import type { SubscriptionChange } from '../../outbox/subscription-request.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import type { Page } from '../shell/shown.ts';
import { emptyState } from '../ui/blocks.ts';
import { captionedTable, column, olderPages, titleColumn, twoLines } from '../ui/table.ts';
import { moment, placeWords, plural, roleNames, toFrenchDays } from '../ui/words.ts';
import { scopeNames } from './cles.ts';
import { adminPath, placePage } from './frame.ts';

type Acte = Awaited<ReturnType<Services['identites']['lastActes']>>[number];

const PER_PAGE = 50;
const CAPTION = 'Ce qui a été fait aux comptes, aux clés, aux délégations, aux webhooks et aux réglages';

/** What was done to accounts, keys, delegations and settings. */
export function journalScreens(): Screen[] {
  return [get('/administration/journal', 'actes.lister', journalPage)];
}

async function journalPage(visit: Visit): Promise<Page> {
  const { services, query } = visit;
  const avant = /^\d{1,15}$/.test(query['avant'] ?? '') ? Number(query['avant']) : null;
  const actes = await services.identites.lastActes(avant, PER_PAGE + 1);
  const shown = actes.slice(0, PER_PAGE);
  const older = actes.length > PER_PAGE ? `${adminPath('journal')}?avant=${shown.at(-1)?.rang}` : null;
  const nommer = await services.identites.nommer(shown.map(({ auteur }) => auteur));
  const cibleOf = await targetNames(services);
  return placePage(visit, 'journal', {
    body: html`<section class="panneau">${captionedTable(
      CAPTION,
      shown,
      [
        titleColumn('Le', ({ le }) => moment(le)),
        column('Par', ({ auteur }) => (auteur === 'demarrage' ? 'Le premier démarrage' : nommer(auteur))),
        column('Acte', ({ acte }) => actNames[acte as TypeActe] ?? acte),
        column('Sur', (acte) => subjectOf(acte, cibleOf)),
      ],
      emptyState('note', 'Aucun acte'),
    )}
${olderPages(avant === null ? null : adminPath('journal'), older)}</section>`,
  });
}

function subjectOf(acte: Acte, cibleOf: (id: string) => string): Html {
  const detail = JSON.parse(acte.detail) as Detail;
  return twoLines(objectOf(acte, detail, cibleOf), detailWords(inMonths(acte, detail)));
}

/** A delegation by its éditeur and a way to what was lent. */
function objectOf({ cible }: Acte, detail: Detail, cibleOf: (id: string) => string): Html | string {
  const { genre, instanceId, editeurId } = detail;
  if (!instanceId) return cibleOf(cible);
  return html`${cibleOf(editeurId ?? '')}, sur <a href="/${genre}s/${instanceId}">un ${genre}</a>`;
}

interface Detail extends Readonly<Record<string, unknown>> {
  genre?: string;
  instanceId?: string;
  editeurId?: string;
}

/** What ids are called, of all that acts are about; an id that nothing has any more is shown as it is. */
async function targetNames({ identites, abonnements, reglages, today }: Services): Promise<(id: string) => string> {
  const [webhooks, comptes, editeurs, cles, settings] = [
    await abonnements.list(),
    await identites.comptes(),
    await identites.editeurs(),
    await identites.keys(),
    await reglages.reglages(today()),
  ];
  const names = new Map([
    ...webhooks.map(({ id, url, description }) => [id, description || url] as const),
    ...comptes.map(({ id, nom }) => [id, nom] as const),
    ...editeurs.map(({ id, nom }) => [id, nom] as const),
    ...cles.map(({ id, nom }) => [id, `Clé « ${nom} »`] as const),
    ...settings.map(
      ({ cle, libelle, famille }) => [cle, famille === 'delais' ? `Délai : ${libelle}` : libelle] as const,
    ),
  ]);
  names.set('conservation', 'Les durées de conservation');
  return (id) => names.get(id) ?? reglages.modele(id)?.nom ?? sharingName(id, names);
}

/** What an absence or a rule of assignment is called, by its key; any other as it is. */
function sharingName(cle: string, names: ReadonlyMap<string, string>): string {
  const [famille, sur = '', valeur = ''] = cle.split('.');
  if (famille === 'absence') return `Absence de ${names.get(sur) ?? 'quelqu’un'}`;
  if (famille !== 'affectation' || !Object.hasOwn(criteres, sur)) return cle;
  return `Affectation : ${criteres[sur as Critere].toLowerCase()} ${names.get(valeur) ?? valeur}`;
}

const actNames = {
  'premierLien.remis': 'Lien du premier compte fait',
  'invitation.remise': 'Personne invitée',
  'reinitialisation.remise': 'Lien de mot de passe fait',
  'compte.ouvert': 'Compte ouvert',
  'compte.modifie': 'Compte modifié',
  'compte.relie': 'Compte relié à l’annuaire',
  'compte.efface': 'Compte effacé',
  'personne.effacee': 'Données d’une personne effacées',
  'conservation.appliquee': 'Données effacées au terme de leur conservation',
  'motDePasse.change': 'Mot de passe changé',
  'motDePasse.reinitialise': 'Mot de passe choisi par un lien',
  'sessions.closes': 'Sessions closes',
  'agenda.remis': 'Lien d’agenda créé',
  'agenda.retire': 'Lien d’agenda retiré',
  'recit.partage': 'Lien vers le récit d’un dossier fait',
  'connexion.bloquee': 'Connexions bloquées',
  'connexion.ralentie': 'Connexions ralenties',
  'cle.creee': 'Clé créée',
  'cle.renouvelee': 'Clé renouvelée',
  'cle.revoquee': 'Clé révoquée',
  'editeur.cree': 'Éditeur ajouté',
  'editeur.renomme': 'Éditeur renommé',
  'delegation.accordee': 'Délégation accordée',
  'delegation.revoquee': 'Délégation révoquée',
  'reglage.pose': 'Réglage donné',
  'reglage.retire': 'Valeur prévue retirée',
  'abonnement.cree': 'Webhook créé',
  'abonnement.modifie': 'Webhook modifié',
  'abonnement.secretChange': 'Secret de webhook changé',
  'abonnement.enPause': 'Webhook mis en pause',
  'abonnement.repris': 'Webhook repris',
  'abonnement.supprime': 'Webhook supprimé',
  'abonnement.relivre': 'Webhook livré de nouveau',
  'modele.ecrit': 'Modèle de courriel écrit',
  'modele.retire': 'Modèle de courriel retiré',
} as const satisfies Record<TypeActe, string>;

/** What may be changed of a webhook. */
const fieldNames = {
  url: 'adresse',
  evenements: 'faits attendus',
  description: 'description',
} as const satisfies Record<keyof SubscriptionChange, string>;

const detailNames: Readonly<Record<string, (valeur: unknown) => string | null>> = {
  role: (role) => roleNames[role as keyof typeof roleNames] ?? `${role}`,
  actif: (actif) => (actif === true ? 'rouvert' : 'fermé'),
  portees: (codes) => (codes as string[]).map((code) => scopeNames[code as keyof typeof scopeNames] ?? code).join(', '),
  expireLe: (jour) => `jusqu’au ${toFrenchDays(`${jour}`)}`,
  prefixe: (prefixe) => `${prefixe}…`,
  nom: (nom) => `${nom}`,
  champs: (noms) => (noms as string[]).map((nom) => fieldNames[nom as keyof SubscriptionChange] ?? nom).join(', '),
  hote: (hote) => `vers ${hote}`,
  valeur: (valeur) => (typeof valeur === 'number' ? plural(valeur, 'jour') : `${valeur}`),
  du: (jour) => `à partir du ${toFrenchDays(`${jour}`)}`,
  au: (jour) => `jusqu’au ${toFrenchDays(`${jour}`)}`,
  motif: (motif) => `${motif}`,
  version: (version) => `version ${version}`,
  echecs: (echecs) => plural(echecs as number, 'échec'),
  lieu: (lieu) => placeWords(`${lieu}`),
  jusqua: (instant) => `jusqu’au ${moment(`${instant}`)}`,
  emetteur: (emetteur) => `par ${emetteur}`,
  cas: (nombre) => plural(Number(nombre), 'dossier ou groupement', 'dossiers ou groupements'),
  dossiers: (nombre) => plural(Number(nombre), 'dossier'),
  lignes: (nombre) => plural(Number(nombre), 'ligne'),
  textes: (nombre) => plural(Number(nombre), 'texte'),
  notes: (nombre) =>
    plural(Number(nombre), 'note, relance, brouillon ou courriel', 'notes, relances, brouillons et courriels'),
  comptes: (nombre) => plural(Number(nombre), 'compte'),
  empreinte: (empreinte) => `sous l’empreinte ${`${empreinte}`.slice(0, 12)}`,
};

/** Times of conservation are in months, other numbers in days. */
function inMonths({ cible }: Acte, detail: Detail): Detail {
  return cible.startsWith('conservation.') ? { ...detail, valeur: `${detail['valeur']} mois` } : detail;
}

/** What an act says beside its object, in words: a role, days, a reason. */
function detailWords(detail: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(detail).flatMap(([nom, valeur]) => {
    const say = detailNames[nom];
    return say && valeur !== null && valeur !== '' ? [say(valeur)] : [];
  });
  return told.join(', ');
}
