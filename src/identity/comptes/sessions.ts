import { z } from 'zod';
import { Courriel } from '../../../machines/formulaires/champs.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Compte, Session } from '../../store/identities.ts';
import { type Identity, type IdentityRefusal, identityOf } from '../identity.ts';
import { type Registre, requireRole, toActe } from '../registre.ts';
import { drawToken, imprint, isToken } from '../tokens.ts';
import { loginExternal, type PersonneExterne } from './externes.ts';
import { MotDePasse } from './fields.ts';
import { AILLEURS, checkPassword, type Venue, withDevice } from './password-check.ts';
import { OUBLI_MS } from './tentatives.ts';

const INACTIVITE_MS = 60 * 60_000;
const DUREE_MS = 12 * 3_600_000;
const MINUTE_MS = 60_000;

/** Who logs in. */
export const Connexion = z.strictObject({ courriel: Courriel, motDePasse: MotDePasse });

/** A session that was just opened; its token is told once. */
interface Ouverture {
  token: string;
  compte: Compte;
  /** Whatever its holder does. */
  expireLe: string;
}

/** A session as its holder sees it. */
interface SessionVue {
  ouverteLe: string;
  vueLe: string;
  /** Whether it is the one that asks. */
  courante: boolean;
}

/** Persons who come in by a browser. */
export function createSessions(registre: Registre) {
  const { store, clock, passwords } = registre;
  return {
    /** `{courriel, motDePasse}` for a new session, which ends the one that the browser holds; `appareils` is what it is to keep. */
    async login(
      saisie: z.output<typeof Connexion>,
      venue: Venue = AILLEURS,
    ): Promise<Result<Ouverture & { appareils: string }, IdentityRefusal>> {
      const checked = await checkPassword(registre, saisie, venue);
      if (!checked.ok) return checked;
      const { motDePasse: verifie, ...compte } = checked.value.compte;
      const motDePasse = passwords.isCheap(verifie) ? await passwords.hash(saisie.motDePasse) : verifie;
      const now = clock();
      const le = now.toISOString();
      const token = drawToken();
      const session = { empreinte: imprint(token), compteId: compte.id, ouverteLe: le, vueLe: le };
      const remplace = venue.session ? imprint(venue.session) : null;
      const preuve = { verifie, motDePasse, tentatives: checked.value.cles, remplace };
      if (!(await store.openSession(session, preuve))) return err({ code: 'identifiants-refuses' });
      await store.forget({ sessions: before(now, DUREE_MS), tentatives: before(now, OUBLI_MS) });
      const appareils = withDevice(venue.appareils, { id: compte.id, motDePasse }, now);
      return ok({ token, compte: { ...compte, connecteLe: le }, expireLe: before(now, -DUREE_MS), appareils });
    },
    /** For whom another directory vouches, in place of the `former` session of that browser. */
    async loginExternal(personne: PersonneExterne, former?: string): Promise<Result<Ouverture, IdentityRefusal>> {
      const opened = await loginExternal(registre, personne, former);
      return opened.ok ? ok({ ...opened.value, expireLe: before(clock(), -DUREE_MS) }) : opened;
    },
    /** What the directory wants back when that session ends; null when it was opened by a password. */
    idToken: async (token: string): Promise<string | null> => (isToken(token) ? store.idToken(imprint(token)) : null),
    /** Who holds that session; null after an hour without it, or 12 hours in all. */
    async authenticateSession(token: string, now: Date = clock()): Promise<Identity | null> {
      const found = isToken(token) ? await store.session(imprint(token)) : null;
      if (!found || !isAlive(found.session, now)) return null;
      const { session, compte } = found;
      if (now.getTime() - Date.parse(session.vueLe) >= MINUTE_MS)
        await store.seeSession(session.empreinte, now.toISOString());
      return identityOf(compte);
    },
    /** The living sessions of an account, the last seen first; `token` is the one that asks. */
    async sessionsOf(compteId: string, token?: string): Promise<SessionVue[]> {
      const now = clock();
      const own = token === undefined ? null : imprint(token);
      const living = (await store.sessionsOf(compteId)).filter((one) => isAlive(one, now));
      return living.map(({ empreinte, ouverteLe, vueLe }) => ({ ouverteLe, vueLe, courante: empreinte === own }));
    },
    logout: (token: string) => store.endSession(imprint(token)),
    /** Ends every session of an account, at the word of its holder or of a superviseur. */
    async endSessions(par: Identity, compteId: string): Promise<Result<null, IdentityRefusal>> {
      const allowed = par.id === compteId ? ok(null) : requireRole(par, 'superviseur');
      if (!allowed.ok) return allowed;
      if (!(await store.compte(compteId))) return err({ code: 'introuvable', objet: 'compte', id: compteId });
      await store.endSessions(compteId, toActe(par, clock(), { acte: 'sessions.closes', cible: compteId }));
      return ok(null);
    },
  };
}

function isAlive({ ouverteLe, vueLe }: Session, now: Date): boolean {
  const instant = now.getTime();
  return instant - Date.parse(ouverteLe) < DUREE_MS && instant - Date.parse(vueLe) < INACTIVITE_MS;
}

function before(now: Date, delay: number): string {
  return new Date(now.getTime() - delay).toISOString();
}
