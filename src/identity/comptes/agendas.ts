import { err, ok, type Result } from '../../result.ts';
import type { LienAgenda } from '../../store/identities.ts';
import { type Identity, type IdentityRefusal, identityOf } from '../identity.ts';
import { type Registre, toActe } from '../registre.ts';
import { drawToken, imprint, isToken } from './tokens.ts';

/** The secret links by which a calendar program reads the days of an account, without a session. */
export interface Agendas {
  /** Since when an account has a link; null for none. */
  agendaOf(compteId: string): Promise<Pick<LienAgenda, 'creeLe'> | null>;
  /** The token of a new link of one’s own, told once; the one before opens nothing any more. */
  giveAgenda(par: Identity): Promise<string>;
  /** Ends one’s own link; false when there was none. */
  endAgenda(par: Identity): Promise<boolean>;
  /** Whose days a token opens, while the account is open. */
  readAgenda(token: string): Promise<Result<Identity, IdentityRefusal>>;
}

/** The calendar links of `registre`. */
export function createAgendas({ store, clock }: Registre): Agendas {
  return {
    agendaOf: (compteId) => store.agendaOf(compteId),
    async giveAgenda(par) {
      const token = drawToken();
      const now = clock();
      await store.putAgenda(
        { empreinte: imprint(token), compteId: par.id, creeLe: now.toISOString() },
        toActe(par, now, { acte: 'agenda.remis', cible: par.id }),
      );
      return token;
    },
    endAgenda: (par) => store.removeAgenda(par.id, toActe(par, clock(), { acte: 'agenda.retire', cible: par.id })),
    async readAgenda(token) {
      const lien = isToken(token) ? await store.agenda(imprint(token)) : null;
      const compte = lien && (await store.compte(lien.compteId));
      return compte?.actif ? ok(identityOf(compte)) : err({ code: 'lien-inconnu' });
    },
  };
}
