import { err, ok, type Result } from '../../result.ts';
import { type Identity, type IdentityRefusal, identityOf } from '../identity.ts';
import { type Registre, toActe } from '../registre.ts';
import { drawToken, imprint, isToken } from '../tokens.ts';

/** The calendar links of `registre`. */
export function createAgendas({ store, clock }: Registre) {
  return {
    /** Since when an account has a link; null for none. */
    agendaSince: async (compteId: string): Promise<string | null> => (await store.agendaOf(compteId))?.creeLe ?? null,
    /** The token of a new link of one’s own, told once; the one before opens nothing any more. */
    async giveAgenda(par: Identity): Promise<string> {
      const token = drawToken();
      const now = clock();
      await store.putAgenda(
        { empreinte: imprint(token), compteId: par.id, creeLe: now.toISOString() },
        toActe(par, now, { acte: 'agenda.remis', cible: par.id }),
      );
      return token;
    },
    /** Ends one’s own link; false when there was none. */
    endAgenda: (par: Identity) =>
      store.removeAgenda(par.id, toActe(par, clock(), { acte: 'agenda.retire', cible: par.id })),
    /** Whose days a token opens, while the account is open. */
    async readAgenda(token: string): Promise<Result<Identity, IdentityRefusal>> {
      const lien = isToken(token) ? await store.agenda(imprint(token)) : null;
      const compte = lien && (await store.compte(lien.compteId));
      return compte?.actif ? ok(identityOf(compte)) : err({ code: 'lien-inconnu' });
    },
  };
}

/** The secret links by which a calendar program reads the days of an account, without a session. */
export type Agendas = ReturnType<typeof createAgendas>;
