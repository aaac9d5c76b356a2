import type { Registre } from '../registre.ts';

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

/** The one place where a login that failed is told. */
export function recordEchec({ signaler }: Pick<Registre, 'signaler'>, echec: Echec): void {
  signaler(echec);
}
