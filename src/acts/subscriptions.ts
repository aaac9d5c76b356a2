import type { Identity } from '../identity/identity.ts';
import { type TypeActe, toActe } from '../identity/registre.ts';
import type { Subscriptions } from '../outbox/subscriptions.ts';
import type { ActeIdentite } from '../store/identities.ts';

/** What keeps an act of the administration, and when it is. */
interface Register {
  note(acte: ActeIdentite): Promise<void>;
  clock(): Date;
}

/**
 * Subscriptions as one person, or one key, administers them: what was done is kept in the journal of the administration, right after.
 * An address is kept by its host, since the rest may hold a secret.
 */
export function subscriptionsBy(par: Identity, subscriptions: Subscriptions, { note, clock }: Register): Subscriptions {
  const told = (acte: TypeActe, cible: string, detail: object = {}) =>
    note(toActe(par, clock(), { acte, cible, detail }));
  const after = async (isDone: Promise<boolean>, acte: TypeActe, id: string) => {
    const done = await isDone;
    if (done) await told(acte, id);
    return done;
  };
  return {
    ...subscriptions,
    async create(request, editeurId) {
      const made = await subscriptions.create(request, editeurId);
      if (made.ok)
        await told('abonnement.cree', made.value.abonnement.id, { hote: new URL(request.url).host, editeurId });
      return made;
    },
    async rotate(id) {
      const secret = await subscriptions.rotate(id);
      if (secret !== null) await told('abonnement.secretChange', id);
      return secret;
    },
    async change(id, change) {
      const changed = await subscriptions.change(id, change);
      const detail = change.url !== undefined && { hote: new URL(change.url).host };
      if (changed) await told('abonnement.modifie', id, { champs: Object.keys(change), ...detail });
      return changed;
    },
    pause: (id) => after(subscriptions.pause(id), 'abonnement.enPause', id),
    resume: (id) => after(subscriptions.resume(id), 'abonnement.repris', id),
    remove: (id) => after(subscriptions.remove(id), 'abonnement.supprime', id),
    async redeliver(id, request) {
      const asked = await subscriptions.redeliver(id, request);
      if (asked.ok) await told('abonnement.relivre', id);
      return asked;
    },
  };
}
