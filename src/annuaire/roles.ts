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

/** The most that a person may be, by what is under the dotted `path` of their claims; null for nothing. */
export function roleIn(claims: unknown, path: string, noms: NomsDeRole): Role | null {
  const found = path.split('.').reduce(read, claims);
  const told = Array.isArray(found) ? found : [found];
  return roles.find((role) => noms[role] !== undefined && told.includes(noms[role])) ?? null;
}

function read(part: unknown, name: string): unknown {
  const isHere = typeof part === 'object' && part !== null && Object.hasOwn(part, name);
  return isHere ? (part as Record<string, unknown>)[name] : undefined;
}
