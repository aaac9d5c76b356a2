import * as oidc from 'openid-client';
import { z } from 'zod';
import type { PersonneExterne } from '../identity/comptes/externes.ts';
import type { AnnuaireOptions } from './annuaire.ts';

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;
type Claims = Readonly<Record<string, unknown>>;

/**
 * Whom the tokens speak of. Roles are read in the ID token, in the profile and in the access token, where Keycloak says them. Without
 * `email`, `preferred_username` then `upn` serve; without `name`, first and last names, then the login name.
 */
export async function personOf(
  config: oidc.Configuration,
  tokens: Tokens,
  { roleClaim, roles }: Pick<AnnuaireOptions, 'roleClaim' | 'roles'>,
): Promise<PersonneExterne> {
  const told = tokens.claims();
  if (!told || !tokens.id_token) throw new Error('A login without an ID token');
  const sources = [told, await profileOf(config, tokens, told.sub), accessClaims(tokens.access_token, told)];
  const rolesLus = [...new Set(sources.flatMap((claims) => namesIn(claims, roleClaim)))];
  const claims: Claims = Object.assign({}, ...sources.toReversed());
  return {
    emetteur: told.iss,
    sujet: told.sub,
    adresses: ['email', 'preferred_username', 'upn'].flatMap((name) => textIn(claims, name) ?? []),
    identifiant: textIn(claims, 'preferred_username') ?? told.sub,
    nom: nameIn(claims),
    role: roleAmong(rolesLus, roles),
    rolesLus,
    jetonId: tokens.id_token,
  };
}

/** The profile; nothing where it is not told to us, since the tokens may say enough. */
async function profileOf(config: oidc.Configuration, { access_token }: Tokens, sub: string): Promise<Claims> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  try {
    return await oidc.fetchUserInfo(config, access_token, sub);
  } catch (error) {
    if (isDenied(error)) return {};
    throw error;
  }
}

function isDenied(error: unknown): boolean {
  if (error instanceof oidc.WWWAuthenticateChallengeError) return true;
  return error instanceof oidc.ClientError && error.cause instanceof Response && error.cause.status < 500;
}

const AccessClaims = z.looseObject({ iss: z.string(), sub: z.string() });

/** What an access token says, if it can be read and speaks of the same person: it comes from the directory's own hand, as the ID token does. */
function accessClaims(token: string, { iss, sub }: oidc.IDToken): Claims {
  const claims = AccessClaims.safeParse(payloadOf(token)).data;
  return claims?.iss === iss && claims.sub === sub ? claims : {};
}

function payloadOf(token: string): unknown {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return null;
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  } catch {
    return null;
  }
}

function nameIn(claims: Claims): string | null {
  const whole = ['given_name', 'family_name'].flatMap((name) => textIn(claims, name) ?? []).join(' ');
  return textIn(claims, 'name') ?? (whole || textIn(claims, 'preferred_username'));
}

function textIn(claims: Claims, name: string): string | null {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

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

function under(part: unknown, path: string): unknown {
  const claims = z.record(z.string(), z.unknown()).safeParse(part).data ?? {};
  if (Object.hasOwn(claims, path)) return claims[path];
  const keys = Object.keys(claims).filter((key) => path.startsWith(`${key}.`));
  const found = keys.map((key) => under(claims[key], path.slice(key.length + 1)));
  return found.find((value) => value !== undefined);
}

function bare(name: string): string {
  return name.replace(/^\//, '');
}
