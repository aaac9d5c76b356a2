import { err, ok, type Result } from '../../result.ts';
import type { Compte } from '../../store/identities.ts';
import type { IdentityRefusal } from '../refusal.ts';
import type { Passwords } from './passwords.ts';

const MINIMUM = 12;
const DIFFERENT = 5;
const PRODUIT = ['parcours igc', 'igc santé'];

/** What is kept of a password, sent as `motDePasse`, that somebody has just chosen for their account. */
export async function keepPassword(
  passwords: Passwords,
  clair: string,
  compte: Pick<Compte, 'courriel' | 'nom'>,
): Promise<Result<string, IdentityRefusal>> {
  const message = await weakness(clair.normalize('NFKC'), compte);
  if (message !== null) return err({ code: 'mot-de-passe-faible', erreurs: [{ pointeur: '/motDePasse', message }] });
  return ok(await passwords.hash(clair));
}

async function weakness(clair: string, { courriel, nom }: Pick<Compte, 'courriel' | 'nom'>): Promise<string | null> {
  const signs = [...clair];
  if (signs.length < MINIMUM) return `Choisissez ${MINIMUM} caractères au moins.`;
  if (new Set(signs).size < DIFFERENT) return `Choisissez ${DIFFERENT} caractères différents au moins.`;
  const lower = clair.toLowerCase();
  if (lower.includes(courriel) || courriel.includes(lower) || isOneOf([courriel.split('@')[0] ?? ''], clair))
    return 'Choisissez autre chose que votre courriel.';
  if (isOneOf([nom, nom.split(' ').toReversed().join(' ')], clair)) return 'Choisissez autre chose que votre nom.';
  if (isOneOf(PRODUIT, clair)) return 'Choisissez autre chose que le nom de ce service.';
  if (await isCommon(lower))
    return 'Ce mot de passe est des plus courants : choisissez plutôt quelques mots à la suite.';
  return null;
}

/** Whether a password is nothing but one of these names, with signs and figures around, whatever the accents and blanks. */
function isOneOf(names: readonly string[], clair: string): boolean {
  const core = withoutEnds(letters(clair));
  return names.map((name) => withoutEnds(letters(name))).some((name) => name !== '' && name === core);
}

function letters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Whether a password is among the 50,000 most common ones (zxcvbn's list, read at the first choice of a password: it takes 0.2 s), alone,
 * repeated, or with signs and figures around.
 */
async function isCommon(lower: string): Promise<boolean> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const tried = [lower, withoutEnds(lower)].flatMap((text) => [text, unitOf(text), withoutEnds(unitOf(text))]);
  return dictionary['passwords-common'].some((common) => tried.includes(common));
}

/** What a text repeats from end to end; itself if it repeats nothing. */
function unitOf(text: string): string {
  return /^(.+?)\1*$/su.exec(text)?.[1] ?? text;
}

/** What is left without the signs and figures at both ends. */
function withoutEnds(text: string): string {
  return text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
}
