import * as oidc from 'openid-client';
import type { AnnuaireOptions } from './annuaire.ts';
import { AnnuaireMalRegle, isClientRefused, otherIssuer } from './echec.ts';

const DELAI_S = 5;

/** How a client shows its secret; the first is what a client does unless it is told otherwise (OpenID Connect Core, § 9). */
const manieres = { client_secret_basic: oidc.ClientSecretBasic, client_secret_post: oidc.ClientSecretPost };
type Maniere = keyof typeof manieres;

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>;

/** What links us to the directory that `options` names, with a final slash or without. */
export function createRelation(options: AnnuaireOptions) {
  let known: { config: oidc.Configuration; others: Maniere[] } | null = null;

  async function discovered() {
    if (known) return known;
    const config = await discoverEither(options, 'client_secret_basic');
    const [first, ...others] = announcedBy(config);
    if (first === undefined) throw new AnnuaireMalRegle(sansSecret);
    const isRight = first === 'client_secret_basic';
    known = { config: isRight ? config : await discoverEither(options, first), others };
    return known;
  }

  return {
    /** It is asked at the first time that succeeds in asking. */
    config: async (): Promise<oidc.Configuration> => (await discovered()).config,
    /** The tokens for a code; a secret that it does not take in one way is shown in the other that it announces. */
    async exchange(back: URL, checks: oidc.AuthorizationCodeGrantChecks): Promise<Tokens> {
      const { config, others } = await discovered();
      try {
        return await oidc.authorizationCodeGrant(config, back, checks);
      } catch (error) {
        const [other] = others;
        if (other === undefined || !isClientRefused(error)) throw error;
        const otherwise = await discoverEither(options, other);
        const tokens = await oidc.authorizationCodeGrant(otherwise, back, checks);
        known = { config: otherwise, others: [] };
        return tokens;
      }
    },
  };
}

const sansSecret =
  'dans l’annuaire, autorisez ce client à s’authentifier par « client_secret_basic » ou « client_secret_post ».';

function announcedBy(config: oidc.Configuration): Maniere[] {
  const announced = config.serverMetadata().token_endpoint_auth_methods_supported;
  const ours = ['client_secret_basic', 'client_secret_post'] as const;
  return ours.filter((maniere) => announced === undefined || announced.includes(maniere));
}

/** The issuer is compared to the letter with what it signs: it is the one that it says it is, if a final slash alone differs. */
async function discoverEither(options: AnnuaireOptions, maniere: Maniere): Promise<oidc.Configuration> {
  try {
    return await discover(options, options.emetteur, maniere);
  } catch (error) {
    const issuer = otherIssuer(error);
    if (issuer === null || withoutSlash(issuer) !== withoutSlash(options.emetteur)) throw error;
    return discover(options, issuer, maniere);
  }
}

function discover(
  { clientId, clientSecret }: AnnuaireOptions,
  emetteur: string,
  maniere: Maniere,
): Promise<oidc.Configuration> {
  const url = new URL(emetteur);
  const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(url, clientId, undefined, manieres[maniere](clientSecret), { timeout: DELAI_S, execute });
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '');
}
