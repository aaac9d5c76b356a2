import type { TypeActe } from '../../identity/registre.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Page, type Screen, type Visit } from '../shell/screen.ts';
import { pages, vide } from '../ui/blocks.ts';
import { double, table } from '../ui/table.ts';
import { combien, moment, roles, toFrenchDays } from '../ui/words.ts';
import { portees } from './cles.ts';
import { adresse, pageDe } from './frame.ts';

type Acte = Awaited<ReturnType<Services['identites']['lastActes']>>[number];

const PAR_PAGE = 50;

/** What was done to accounts, keys, delegations and settings. */
export function journalScreens(): Screen[] {
  return [
    get('administration.journal', '/administration/journal', {
      right: 'actes.lister',
      answer: journal,
    }),
  ];
}

async function journal(visit: Visit): Promise<Page> {
  const { services, query } = visit;
  const avant = /^\d{1,15}$/.test(query['avant'] ?? '') ? Number(query['avant']) : null;
  const actes = await services.identites.lastActes(avant, PAR_PAGE + 1);
  const shown = actes.slice(0, PAR_PAGE);
  const nommer = await services.identites.nommer(shown.map(({ auteur }) => auteur));
  const cibleOf = await cibles(services);
  return pageDe(visit, 'journal', {
    corps: html`<section class="panneau">${
      shown.length === 0
        ? vide('note', 'Aucun acte')
        : table<Acte>(
            {
              legende: 'Ce qui a été fait aux comptes, aux clés, aux délégations, aux webhooks et aux réglages',
              colonnes: [
                { titre: 'Le', role: 'titre', cellule: ({ le }) => moment(le) },
                {
                  titre: 'Par',
                  cellule: ({ auteur }) => (auteur === 'demarrage' ? 'Le premier démarrage' : nommer(auteur)),
                },
                { titre: 'Acte', cellule: ({ acte }) => acteEnMots(acte) },
                {
                  titre: 'Sur',
                  cellule(acte) {
                    const detail = JSON.parse(acte.detail) as Detail;
                    return double(objetDe(acte, detail, cibleOf), detailEnMots(detail));
                  },
                },
              ],
            },
            shown,
          )
    }
${pages({
  precedente: avant === null ? null : adresse('journal'),
  suivante: actes.length > PAR_PAGE ? `${adresse('journal')}?avant=${shown.at(-1)?.rang}` : null,
  etat: avant === null ? 'Les plus récents d’abord' : 'Plus anciens',
})}</section>`,
  });
}

/** What an act is about: a delegation by its éditeur and a way to what was lent. */
function objetDe({ cible }: Acte, detail: Detail, cibleOf: (id: string) => string): Html | string {
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
async function cibles({ identites, abonnements, reglages, today }: Services): Promise<(id: string) => string> {
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
  return (id) => names.get(id) ?? reglages.modele(id)?.nom ?? id;
}

const actes = {
  'premierLien.remis': 'Lien du premier compte fait',
  'invitation.remise': 'Personne invitée',
  'reinitialisation.remise': 'Lien de mot de passe fait',
  'compte.ouvert': 'Compte ouvert',
  'compte.modifie': 'Compte modifié',
  'motDePasse.change': 'Mot de passe changé',
  'motDePasse.reinitialise': 'Mot de passe choisi par un lien',
  'sessions.closes': 'Sessions closes',
  'cle.creee': 'Clé créée',
  'cle.revoquee': 'Clé révoquée',
  'editeur.cree': 'Éditeur ajouté',
  'editeur.renomme': 'Éditeur renommé',
  'delegation.accordee': 'Délégation accordée',
  'delegation.revoquee': 'Délégation révoquée',
  'reglage.pose': 'Réglage donné',
  'reglage.retire': 'Valeur prévue retirée',
  'abonnement.cree': 'Webhook créé',
  'abonnement.secretChange': 'Secret de webhook changé',
  'abonnement.enPause': 'Webhook mis en pause',
  'abonnement.repris': 'Webhook repris',
  'abonnement.supprime': 'Webhook supprimé',
  'abonnement.relivre': 'Webhook livré de nouveau',
  'modele.ecrit': 'Modèle de courriel écrit',
  'modele.retire': 'Modèle de courriel retiré',
} as const satisfies Record<TypeActe, string>;

/** What an act of the administration is called. */
function acteEnMots(acte: string): string {
  return actes[acte as TypeActe] ?? acte;
}

const noms: Readonly<Record<string, (valeur: unknown) => string | null>> = {
  role: (role) => roles[role as keyof typeof roles] ?? `${role}`,
  actif: (actif) => (actif === true ? 'rouvert' : 'fermé'),
  portees: (codes) => (codes as string[]).map((code) => portees[code as keyof typeof portees] ?? code).join(', '),
  expireLe: (jour) => `jusqu’au ${toFrenchDays(`${jour}`)}`,
  prefixe: (prefixe) => `${prefixe}…`,
  nom: (nom) => `${nom}`,
  hote: (hote) => `vers ${hote}`,
  valeur: (valeur) => (typeof valeur === 'number' ? combien(valeur, 'jour') : `${valeur}`),
  du: (jour) => `à partir du ${toFrenchDays(`${jour}`)}`,
  au: (jour) => `jusqu’au ${toFrenchDays(`${jour}`)}`,
  motif: (motif) => `${motif}`,
  version: (version) => `version ${version}`,
  emetteur: (emetteur) => `par ${emetteur}`,
};

/** What an act says beside its object, in words: a role, days, a reason. */
function detailEnMots(detail: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(detail).flatMap(([nom, valeur]) => {
    const say = noms[nom];
    return say && valeur !== null && valeur !== '' ? [say(valeur)] : [];
  });
  return told.join(', ');
}
