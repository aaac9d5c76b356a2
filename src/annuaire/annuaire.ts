import * as oidc from 'openid-client';
import type { PersonneExterne } from '../identity/comptes/externes.ts';
import { err, ok, type Result } from '../result.ts';
import { createEpreuves } from './epreuve.ts';
import { type NomsDeRole, roleIn } from './roles.ts';

const DELAI_S = 5;
const RETOUR = '/connexion/oidc/retour';
const OUTAGES = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

/** The directory of the establishment, and who we are to it. */
export interface AnnuaireOptions {
  emetteur: string;
  clientId: string;
  clientSecret: string;
  /** Where the roles are in the claims: `realm_access.roles`. */
  roleClaim: string;
  roles: NomsDeRole;
  /** Where browsers reach this service, without a final slash. */
  urlPublique: string;
  clock?(): Date;
}

/** Why a login by the directory did not go through. */
export type AnnuaireRefusal =
  | { code: 'annuaire-indisponible' }
  | { code: 'connexion-perdue' }
  | { code: 'connexion-refusee' };

/** Logins by OpenID Connect, with PKCE, state and nonce. */
export interface Annuaire {
  /** Where to send a browser that is to come back to `vers`, and what it must keep meanwhile. */
  start(vers: string): Promise<Result<{ adresse: string; epreuve: string }, AnnuaireRefusal>>;
  /** Who has come back with the query string `retour` and what the browser kept. */
  finish(
    retour: string,
    epreuve: string,
  ): Promise<Result<{ personne: PersonneExterne; vers: string }, AnnuaireRefusal>>;
  /** Where the session at the directory is ended; null when it does not say. */
  end(jetonId: string): Promise<string | null>;
}

/** The directory as `options` says; it is asked how it works at the first login that succeeds in asking. */
export function createAnnuaire(options: AnnuaireOptions): Annuaire {
  const { urlPublique, clock = () => new Date() } = options;
  const epreuves = createEpreuves(clock);
  const retour = `${urlPublique}${RETOUR}`;
  let known: oidc.Configuration | null = null;

  async function discovered(): Promise<oidc.Configuration> {
    known ??= await discover(options);
    return known;
  }

  return {
    start: (vers) =>
      asked(async () => {
        const config = await discovered();
        const verifier = oidc.randomPKCECodeVerifier();
        const epreuve = { verifier, state: oidc.randomState(), nonce: oidc.randomNonce(), vers };
        const adresse = oidc.buildAuthorizationUrl(config, {
          redirect_uri: retour,
          scope: 'openid email profile',
          state: epreuve.state,
          nonce: epreuve.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        });
        return ok({ adresse: adresse.href, epreuve: epreuves.sign(epreuve) });
      }),
    finish: (query, kept) =>
      asked(async () => {
        const epreuve = epreuves.read(kept);
        if (!epreuve) return err({ code: 'connexion-perdue' });
        const config = await discovered();
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${retour}${query}`), {
          pkceCodeVerifier: epreuve.verifier,
          expectedState: epreuve.state,
          expectedNonce: epreuve.nonce,
          idTokenExpected: true,
        });
        return ok({ personne: await personOf(config, tokens, options), vers: epreuve.vers });
      }),
    async end(jetonId) {
      const found = await asked(async () => {
        const config = await discovered();
        if (!config.serverMetadata().end_session_endpoint) return ok(null);
        const adresse = { post_logout_redirect_uri: `${urlPublique}/connexion`, id_token_hint: jetonId };
        return ok(oidc.buildEndSessionUrl(config, adresse).href);
      });
      return found.ok ? found.value : null;
    },
  };
}

function discover({ emetteur, clientId, clientSecret }: AnnuaireOptions): Promise<oidc.Configuration> {
  const url = new URL(emetteur);
  const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(url, clientId, clientSecret, undefined, { timeout: DELAI_S, execute });
}

async function personOf(
  config: oidc.Configuration,
  tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  { roleClaim, roles }: AnnuaireOptions,
): Promise<PersonneExterne> {
  const told = tokens.claims();
  if (!told || !tokens.id_token) throw new Error('A login without an ID token');
  const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
  const more = hasMore ? await oidc.fetchUserInfo(config, tokens.access_token, told.sub) : {};
  const claims: Record<string, unknown> = { ...more, ...told };
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : null);
  return {
    emetteur: told.iss,
    sujet: told.sub,
    courriel: text('email'),
    nom: text('name'),
    role: roleIn(claims, roleClaim, roles),
    jetonId: tokens.id_token,
  };
}

/** What the directory refuses, or does not answer; a bug of ours goes on. */
async function asked<T>(ask: () => Promise<Result<T, AnnuaireRefusal>>): Promise<Result<T, AnnuaireRefusal>> {
  try {
    return await ask();
  } catch (error) {
    if (isRefusal(error)) return err({ code: 'connexion-refusee' });
    if (isOutage(error)) return err({ code: 'annuaire-indisponible' });
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof oidc.AuthorizationResponseError) return true;
  if (error instanceof oidc.ResponseBodyError) return error.status < 500;
  return error instanceof oidc.ClientError && !isOutage(error);
}

/** A line that does not open, an answer that does not come, or one that is no answer. */
function isOutage(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500;
  if (error instanceof oidc.ClientError) return OUTAGES.includes(error.code ?? '');
  return error instanceof TypeError && error.cause !== undefined;
}
