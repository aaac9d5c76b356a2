import { z } from 'zod';

/** What the holder of an account may be, the most first. */
const roles = ['superviseur', 'agent', 'lecteur'] as const;
type Role = (typeof roles)[number];

/** What the directory calls each role. */
export type NomsDeRole = Readonly<Partial<Record<Role, string>>>;

/** `superviseur=a,agent=b`; null for anything else. */
export function parseRoles(text: string): NomsDeRole | null {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const isWhole = pairs.every(([role, name, ...more]) => roles.includes(role as Role) && name && more.length === 0);
  return isWhole ? Object.fromEntries(pairs) : null;
}

/** The most that somebody may be to whom the directory gives `names`; a group is the same with a leading slash and without. */
export function roleAmong(names: readonly string[], noms: NomsDeRole): Role | null {
  const told = new Set(names.map(bare));
  return roles.find((role) => noms[role] !== undefined && told.has(bare(noms[role]))) ?? null;
}

/**
 * The names of roles or groups that claims hold under `path`, whose parts are told apart by dots: a key that holds dots itself
 * (`https://chu.fr/roles`, a client's id) is found whole before it is cut. A text is one name, or several between blanks or commas.
 */
export function namesIn(claims: unknown, path: string): string[] {
  const found = under(claims, path);
  if (typeof found === 'string') return [...new Set([found, ...found.split(/[\s,;]+/)])].filter((name) => name !== '');
  return Array.isArray(found) ? found.filter((name) => typeof name === 'string') : [];
}

const Claims = z.record(z.string(), z.unknown());

function under(part: unknown, path: string): unknown {
  const claims = Claims.safeParse(part).data ?? {};
  if (Object.hasOwn(claims, path)) return claims[path];
  const keys = Object.keys(claims).filter((key) => path.startsWith(`${key}.`));
  const found = keys.map((key) => under(claims[key], path.slice(key.length + 1)));
  return found.find((value) => value !== undefined);
}

function bare(name: string): string {
  return name.replace(/^\//, '');
}
