import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** What scrypt spends: N = 2^ln, memory of 128 × N × r bytes, p times. */
export interface Cost {
  ln: number;
  r: number;
  p: number;
}

/** One derivation of 32 bytes. */
export type Derive = (clair: string, salt: Buffer, cost: Cost) => Promise<Buffer>;

/** How passwords are kept: `$scrypt$ln=…,r=…,p=…$salt$hash`. */
export interface Passwords {
  hash(clair: string): Promise<string>;
  /** False for no password at all, at the same expense. */
  verify(clair: string, kept: string | null): Promise<boolean>;
  /** Whether a kept one cost less than a new one would. */
  isCheap(kept: string): boolean;
}

/** 32 MiB and 0.2 s of one core: the least of what OWASP asks in three turns. */
const COST: Cost = { ln: 15, r: 8, p: 3 };

/** Passwords at `cost`, derived one at a time: whoever floods the login keeps one core busy, not all. */
export function createPasswords(cost: Cost = COST, derive: Derive = deriveByScrypt): Passwords {
  const nobody = format(cost, Buffer.alloc(16), Buffer.alloc(32));
  let last: Promise<unknown> = Promise.resolve();

  function inTurn(...asked: Parameters<Derive>): Promise<Buffer> {
    const derived = last.then(() => derive(...asked));
    last = derived.catch(() => null);
    return derived;
  }

  return {
    async hash(clair) {
      const salt = randomBytes(16);
      return format(cost, salt, await inTurn(normal(clair), salt, cost));
    },
    async verify(clair, kept) {
      const { cost: spent, salt, hash } = parse(kept ?? nobody);
      const same = timingSafeEqual(await inTurn(normal(clair), salt, spent), hash);
      return same && kept !== null;
    },
    isCheap(kept) {
      const { ln, r, p } = parse(kept).cost;
      return ln < cost.ln || r < cost.r || p < cost.p;
    },
  };
}

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
