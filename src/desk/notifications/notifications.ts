import { findFact } from '../../../machines/index.ts';
import { addDays, DAY_MS } from '../../days.ts';
import { isErasure } from '../../engine/history/beside.ts';
import type { LigneSuivie, NotificationDuJournal, NotificationLue } from '../../store/notifications.ts';
import type { Store } from '../../store/store.ts';
import { Projection } from '../projection.ts';

/** Another one would begin again at the end of the journal, and what was told stays. */
const EMPREINTE = '1';
/** A delay that passed while the service was stopped is told within that many days. */
const LATE_DAYS = 7;
const KEPT_DAYS = 90;

/** Notifications over a store; `today` is the day in France. */
export function createNotifications(
  { notifications: kept, onCommit }: Pick<Store, 'notifications' | 'onCommit'>,
  clock: () => Date,
  today: () => string,
) {
  const making = {
    empreinte: EMPREINTE,
    make: async (rangs: readonly number[]) => (await kept.projection.lire(rangs)).flatMap(toldOf),
  };
  const projection = new Projection<NotificationDuJournal>(kept.projection, { rows: 1, lines: 200 }, () => making);
  const now = () => clock().toISOString();

  return {
    /** How many an account has not read: one indexed read. */
    aLire: kept.aLire,
    /** Newest first, up to the end of the journal. */
    lister: projection.upToDate(kept.lister),
    /** How many of each kind. */
    compter: projection.upToDate(kept.compter),
    /** Marks one as read and gives it; null when it is not theirs. */
    async ouvrir(compteId: string, numero: number): Promise<NotificationLue | null> {
      const found = await kept.une(compteId, numero);
      if (found) await kept.marquer(compteId, numero, now());
      return found;
    },
    /** Marks all those up to a number as read; gives how many were not. */
    toutLire: (compteId: string, jusqua: number) => kept.marquer(compteId, null, now(), jusqua),
    /** Tells whose usual delays have passed, and forgets what is old: asked now and then. */
    async tenir(): Promise<void> {
      const jour = today();
      await kept.delais({ depuis: addDays(jour, -LATE_DAYS), jour, le: now() });
      await kept.oublier(new Date(clock().getTime() - KEPT_DAYS * DAY_MS).toISOString());
    },
    /** Tells that certificates of dossiers were revoked, each on its day. */
    direRevoques: (revoques: readonly { dossierId: string; jour: string }[]) => kept.revocations(revoques, now()),
    /** Follows the journal from now on; the answer stops it. `onError` is told what stopped a turn. */
    suivre: (onError: (error: unknown) => void): (() => Promise<void>) => projection.followAll(onCommit, onError),
  };
}

/** What a line tells whoever has the dossier: nothing of their own acts, nor of what merely follows from another line. */
function toldOf({ compteId, auteur, type, enregistreLe, dossier, rang }: LigneSuivie): NotificationDuJournal[] {
  const fact = findFact(type);
  if (auteur === `compte:${compteId}` || type.endsWith('.ouvert') || isErasure(type) || fact?.derive) return [];
  return [{ compteId, dossier, sorte: sorteOf(type, fact), rang, par: auteur, le: enregistreLe }];
}

function sorteOf(type: string, fact: ReturnType<typeof findFact>): NotificationDuJournal['sorte'] {
  if (type === 'formulaire413.retourne') return 'retour';
  return fact?.sorte === 'reponse' && fact.acteur === 'ans' ? 'reponse' : 'mouvement';
}
