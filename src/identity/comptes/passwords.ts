import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '../../result.ts';
import type { Compte } from '../../store/identities.ts';
import { takingTurns } from '../../turns.ts';
import type { IdentityRefusal } from '../identity.ts';

/** What scrypt spends: N = 2^ln, memory of 128 × N × r bytes, p times. */
interface Cost {
  ln: number;
  r: number;
  p: number;
}

/** One derivation of 32 bytes. */
export type Derive = (clair: string, salt: Buffer, cost: Cost) => Promise<Buffer>;

/** 32 MiB and 0.2 s of one core: the least of what OWASP asks in three turns. */
const COST: Cost = { ln: 15, r: 8, p: 3 };

/** Passwords at `cost`, kept as `$scrypt$ln=…,r=…,p=…$salt$hash`, derived one at a time: whoever floods the login keeps one core busy, not all. */
export function createPasswords(cost: Cost = COST, derive: Derive = deriveByScrypt) {
  const nobody = format(cost, Buffer.alloc(16), Buffer.alloc(32));
  const takeTurn = takingTurns();
  const inTurn = (...asked: Parameters<Derive>) => takeTurn(() => derive(...asked));

  return {
    async hash(clair: string): Promise<string> {
      const salt = randomBytes(16);
      return format(cost, salt, await inTurn(normal(clair), salt, cost));
    },
    /** False for no password at all, at the same expense. */
    async verify(clair: string, kept: string | null): Promise<boolean> {
      const { cost: spent, salt, hash } = parse(kept ?? nobody);
      const same = timingSafeEqual(await inTurn(normal(clair), salt, spent), hash);
      return same && kept !== null;
    },
    /** Whether a kept one cost less than a new one would. */
    isCheap(kept: string): boolean {
      const { ln, r, p } = parse(kept).cost;
      return ln < cost.ln || r < cost.r || p < cost.p;
    },
  };
}
export type Passwords = ReturnType<typeof createPasswords>;

/** The same letters typed on another keyboard are the same password. */
function normal(clair: string): string {
  return clair.normalize('NFKC');
}

const deriveByScrypt: Derive = (clair, salt, { ln, r, p }) =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r };
    scrypt(clair, salt, 32, options, (error, derived) => (error ? reject(error) : resolve(derived)));
  });

function format({ ln, r, p }: Cost, ...parts: Buffer[]): string {
  return `$scrypt$ln=${ln},r=${r},p=${p}$${parts.map((part) => part.toString('base64url')).join('$')}`;
}

function parse(kept: string) {
  const found = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]{43})$/.exec(kept);
  if (!found) throw new Error('A kept password is not one of ours');
  const [ln = 0, r = 0, p = 0] = found.slice(1, 4).map(Number);
  const [salt, hash] = found.slice(4).map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer];
  return { cost: { ln, r, p }, salt, hash };
}

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
