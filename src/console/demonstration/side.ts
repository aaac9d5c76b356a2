import { AsyncLocalStorage } from 'node:async_hooks';
import type { Identity } from '../../identity/identity.ts';
import { memoOf } from '../../memo.ts';
import type { Services } from '../../services.ts';
import { Champs } from '../../web/form.ts';
import { type Html, html } from '../../web/html.ts';
import type { Problem } from '../../web/problem.ts';
import type { Screen, Visit } from '../shell/screen.ts';

const MARK = 'demonstration';
/** What is done to persons and keys, whom a demonstration shares with what is real. */
const SHARED = ['comptes.', 'cles.', 'editeurs.', 'delegations.', 'abonnements.', 'reglages.', 'modeles.', 'moi.'];

const side = new AsyncLocalStorage<true>();

/** Whatever page is made meanwhile is one of a demonstration. */
export function inDemonstration<T>(make: () => T): T {
  return side.run(true, make);
}

/** What each form that acts bears: whether it was shown in a demonstration. */
export function markOf(): Html | null {
  return side.getStore() ? html`<input type="hidden" name="${MARK}" value="oui">` : null;
}

/** What was typed, without the mark. */
export function withoutMark(champs: Champs): Champs {
  const noms = champs.noms().filter((nom) => nom !== MARK);
  return new Champs(
    noms.flatMap((nom) => champs.tous(nom).map((valeur) => [nom, valeur] as const)),
    champs.fichiers,
  );
}

/** Why a form is not taken: it was shown on the other side, in another tab, or it would reach out of the demonstration. */
export function whyStray(
  { method, path, right }: Screen,
  { body, apart }: Pick<Visit, 'body' | 'apart'>,
): Problem | null {
  if (method === 'get' || path.startsWith('/demonstration')) return null;
  const isMarked = body.get(MARK) !== undefined;
  if (isMarked && !apart) return left;
  if (apart && !isMarked) return entered;
  return apart && SHARED.some((prefixe) => right.startsWith(prefixe)) ? shared : null;
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

/** Whoever only reads what is real may try everything in a demonstration. */
export function playerOf(identite: Identity): Identity {
  return identite.role === 'lecteur' ? { ...identite, role: 'agent' } : identite;
}

/** The services of a demonstration, with the names of the real accounts. */
export function within({ identites, annuaire, reglages }: Services): (inside: Services) => Services {
  return memoOf((inside) => ({ ...inside, identites, annuaire, reglages }));
}
