import { err, ok, type Result } from '../../result.ts';
import type { IdentityRefusal } from '../refusal.ts';
import type { Passwords } from './passwords.ts';

const MINIMUM = 12;
const DIFFERENT = 5;

/** What is kept of a password, sent as `motDePasse`, that the holder of `courriel` has just chosen. */
export async function keepPassword(
  passwords: Passwords,
  clair: string,
  courriel: string,
): Promise<Result<string, IdentityRefusal>> {
  const message = weakness(clair.normalize('NFKC'), courriel);
  if (message !== null) return err({ code: 'mot-de-passe-faible', erreurs: [{ pointeur: '/motDePasse', message }] });
  return ok(await passwords.hash(clair));
}

function weakness(clair: string, courriel: string): string | null {
  const signs = [...clair];
  if (signs.length < MINIMUM) return `Choisissez ${MINIMUM} caractères au moins.`;
  if (new Set(signs).size < DIFFERENT) return `Choisissez ${DIFFERENT} caractères différents au moins.`;
  const lower = clair.toLowerCase();
  return lower.includes(courriel) || courriel.includes(lower) ? 'Choisissez autre chose que votre courriel.' : null;
}
