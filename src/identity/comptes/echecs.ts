import { type Registre, type TypeActe, toActe } from '../registre.ts';
import type { Essai } from './tentatives.ts';

/** A login that did not go through. */
export interface Echec {
  moyen: 'mot-de-passe' | 'annuaire';
  /** Of the refusal. */
  code: string;
  /** Whose account it was for, if it is known. */
  compteId: string | null;
  /** For whoever operates the service: it names no person. */
  cause: string;
}

/** What an attempt that failed brings with it. */
type Suites = Pick<Essai, 'blocage' | 'isSlowed'> & { lieu: string };

/**
 * The one place where a login that failed is told. The journal of the administration gets a line when it blocks a place or begins to slow
 * an account down, not one per failure; nothing of an e-mail that has no account.
 */
export async function recordEchec(registre: Registre, echec: Echec, suites?: Suites): Promise<void> {
  registre.signaler(echec);
  if (!suites || echec.compteId === null) return;
  const { blocage, isSlowed, lieu } = suites;
  const note = (acte: TypeActe, detail: object) => {
    const told = toActe(null, registre.clock(), { acte, cible: `${echec.compteId}`, detail });
    return registre.store.note({ ...told, auteur: 'connexion' });
  };
  if (blocage) await note('connexion.bloquee', { ...blocage, lieu });
  if (isSlowed) await note('connexion.ralentie', {});
}
