import * as oidc from 'openid-client';
import { z } from 'zod';
import type { PersonneExterne } from '../identity/comptes/externes.ts';
import type { AnnuaireOptions } from './annuaire.ts';
import { namesIn, roleAmong } from './roles.ts';

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
