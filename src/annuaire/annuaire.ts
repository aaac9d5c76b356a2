import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as oidc from 'openid-client';
import type { PersonneExterne } from '../identity/comptes/externes.ts';
import { err, ok, type Result } from '../result.ts';
import { type AnnuaireRefusal, asked } from './echec.ts';
import { type NomsDeRole, personOf } from './personne.ts';
import { createRelation } from './relation.ts';

const RETOUR = '/connexion/oidc/retour';
/** Longer addresses are cut or refused on the way, by proxies and directories. */
const ADRESSE_MAX = 2_000;

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

/** A login that has begun: where the browser goes, what it must bring back, and the state under which it keeps it. */
interface Depart {
  adresse: string;
  etat: string;
  epreuve: string;
}

/** The directory as `options` says; it is asked how it works at the first login that succeeds in asking. */
export function createAnnuaire(options: AnnuaireOptions) {
  const { urlPublique, clock = () => new Date() } = options;
  const epreuves = createEpreuves(clock);
  const relation = createRelation(options);
  const retour = `${urlPublique}${RETOUR}`;

  return {
    /** Where to send a browser that is to come back to `vers`, and what it must keep meanwhile. */
    start: (vers: string): Promise<Result<Depart, AnnuaireRefusal>> =>
      asked(async () => {
        const config = await relation.config();
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
        return ok({ adresse: adresse.href, etat: epreuve.state, epreuve: epreuves.sign(epreuve) });
      }),
    /** Who has come back with the query string `retour` and what the browser kept. */
    finish: (
      query: string,
      kept: string,
    ): Promise<Result<{ personne: PersonneExterne; vers: string }, AnnuaireRefusal>> =>
      asked(async () => {
        const epreuve = epreuves.read(kept);
        if (!epreuve) return err({ code: 'connexion-perdue', cause: 'Épreuve absente, altérée ou périmée' });
        const tokens = await relation.exchange(new URL(`${retour}${query}`), {
          pkceCodeVerifier: epreuve.verifier,
          expectedState: epreuve.state,
          expectedNonce: epreuve.nonce,
          idTokenExpected: true,
        });
        return ok({ personne: await personOf(await relation.config(), tokens, options), vers: epreuve.vers });
      }),
    /** Where the session at the directory is ended; null when it does not say. */
    async end(jetonId: string): Promise<string | null> {
      const found = await asked(async () => ok(endOf(await relation.config(), jetonId, `${urlPublique}/connexion`)));
      return found.ok ? found.value : null;
    },
  };
}

/** Logins by OpenID Connect, with PKCE, state and nonce. */
export type Annuaire = ReturnType<typeof createAnnuaire>;

/** Without an ID token that would make the address too long, the directory knows us by our id, and asks the person to confirm. */
function endOf(config: oidc.Configuration, jetonId: string, retour: string): string | null {
  if (!config.serverMetadata().end_session_endpoint) return null;
  const adresse = { post_logout_redirect_uri: retour };
  const { href } = oidc.buildEndSessionUrl(config, { ...adresse, id_token_hint: jetonId });
  return href.length <= ADRESSE_MAX ? href : oidc.buildEndSessionUrl(config, adresse).href;
}

const DUREE_MS = 10 * 60_000;

/** What a browser that was sent to the directory must bring back. */
interface Epreuve {
  state: string;
  nonce: string;
  verifier: string;
  /** Where it goes once logged in. */
  vers: string;
}

/** Tests that browsers keep, signed by a key of this process: after a restart, a login that had begun begins again. */
function createEpreuves(clock: () => Date) {
  const key = randomBytes(32);
  const seal = (body: string) => createHmac('sha256', key).update(body).digest();

  return {
    /** A text that a cookie takes, good for ten minutes. */
    sign(epreuve: Epreuve): string {
      const fin = clock().getTime() + DUREE_MS;
      const body = Buffer.from(JSON.stringify({ ...epreuve, fin })).toString('base64url');
      return `${body}.${seal(body).toString('base64url')}`;
    },
    /** Null for what was not signed here, or is too old. */
    read(text: string): Epreuve | null {
      const [body = '', mac = ''] = text.split('.');
      const told = Buffer.from(mac, 'base64url');
      const real = seal(body);
      if (told.length !== real.length || !timingSafeEqual(told, real)) return null;
      const { fin, ...epreuve } = JSON.parse(Buffer.from(body, 'base64url').toString());
      return clock().getTime() < fin ? epreuve : null;
    },
  };
}
