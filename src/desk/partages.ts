import type { Identity, IdentityRefusal } from '../identity/identity.ts';
import { toActe } from '../identity/registre.ts';
import { err, ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';

const USAGE = 'recit';

/** The links by which whoever has one sees where a dossier is, until they end: nothing is kept of them but that they were made. */
export function createPartages(store: Pick<Store, 'jetons' | 'identites'>, clock: () => Date, today: () => string) {
  return {
    /** The word of a link to a dossier, until the day `fin` (YYYY-MM-DD) included. */
    async give(par: Identity, dossierId: string, fin: string): Promise<string> {
      const acte = toActe(par, clock(), { acte: 'recit.partage', cible: dossierId, detail: { jusquau: fin } });
      await store.identites.note(acte);
      return store.jetons.give(USAGE, `${dossierId} ${fin}`);
    },
    /** The dossier that a word shows, and its last day. */
    read(word: string): Result<{ dossierId: string; fin: string }, IdentityRefusal> {
      const [, dossierId, fin = ''] = /^(\S+) (\S+)$/.exec(store.jetons.read(USAGE, word) ?? '') ?? [];
      if (dossierId === undefined) return err({ code: 'lien-inconnu' });
      return today() > fin ? err({ code: 'lien-perime', expireLe: fin }) : ok({ dossierId, fin });
    },
  };
}
