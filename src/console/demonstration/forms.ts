import { Champs } from '../../web/form/champs.ts';
import type { Problem } from '../../web/problem.ts';
import type { Screen } from '../shell/screen.ts';

const MARQUE = 'demonstration';
/** What is done to persons and keys, whom a demonstration shares with what is real. */
const PARTAGES = ['comptes.', 'cles.', 'editeurs.', 'delegations.', 'abonnements.', 'reglages.', 'modeles.', 'moi.'];

/** The forms of a page of a demonstration, each bearing that it is of one. */
export function markForms(page: string): string {
  return page.replaceAll(/<form\b[^>]*\bmethod="post"[^>]*>/g, `$&<input type="hidden" name="${MARQUE}" value="oui">`);
}

/** What was typed, without the mark. */
export function withoutMark(champs: Champs): Champs {
  const noms = champs.noms().filter((nom) => nom !== MARQUE);
  return new Champs(noms.flatMap((nom) => champs.tous(nom).map((valeur) => [nom, valeur] as const)));
}

/** Why a form is not taken: it was shown on the other side, in another tab, or it would reach out of the demonstration. */
export function whyStray(screen: Screen, champs: Champs, demonstration: boolean): Problem | null {
  if (screen.methode === 'get' || screen.id.startsWith('demonstration.')) return null;
  const isMarked = champs.get(MARQUE) !== undefined;
  if (isMarked && !demonstration) return left;
  if (demonstration && !isMarked) return entered;
  return demonstration && PARTAGES.some((prefixe) => screen.droit.startsWith(prefixe)) ? shared : null;
}

const left: Problem = {
  status: 409,
  code: 'demonstration-quittee',
  title: 'Démonstration quittée',
  detail:
    'Cette page était celle de la démonstration, que vous avez quittée : rien n’a été noté. Revenez à votre journée.',
};
const entered: Problem = {
  status: 409,
  code: 'demonstration-en-cours',
  title: 'Démonstration en cours',
  detail:
    'Cette page était celle des vrais dossiers, mais vous êtes entré en démonstration dans un autre onglet : rien n’a été noté. Quittez la démonstration, puis recommencez.',
};
const shared: Problem = {
  status: 403,
  code: 'hors-demonstration',
  title: 'Pas dans la démonstration',
  detail:
    'Les comptes, les clés, les délégations et les abonnements sont ceux du service : la démonstration ne les change pas. Quittez-la d’abord.',
};
