import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import type { AnnuaireRefusal } from '../../annuaire/echec.ts';
import type { Services } from '../../services.ts';
import { sessionCookie, sessionToken } from '../../web/access/credentials.ts';
import { get, localPath, type Screen, type Shown } from '../shell/screen.ts';

/** What the browser keeps while it is at the directory, by the state of each login: it comes back from another site, by a link. */
const COOKIE = '__Host-connexion-';
const LASTS_S = 600;
/** Logins that a browser may have begun at once: each takes 1 kB of the 8 that the headers of a request have. */
const AT_ONCE = 3;

/** Coming in by the establishment’s own directory. */
export function directoryScreens(): Screen[] {
  const right = 'session.ouvrir';
  return [
    get('/connexion/oidc', right, async ({ services, query, request }) => {
      if (!services.annuaire) return { refusal: { code: 'sans-annuaire' } };
      const started = await services.annuaire.start(localPath(query['vers']));
      if (!started.ok) return await notIn(services, started.error);
      const { adresse, etat, epreuve } = started.value;
      const tooMany = begunIn(request).slice(0, -(AT_ONCE - 1));
      return { to: adresse, cookies: [...tooMany.map(forget), cookieOf(`${COOKIE}${etat}`, epreuve, LASTS_S)] };
    }),
    get('/connexion/oidc/retour', right, async ({ services, query, request }) => {
      if (!services.annuaire) return { refusal: { code: 'sans-annuaire' } };
      const name = `${COOKIE}${query['state'] ?? ''}`;
      const isBegun = begunIn(request).includes(name);
      const forgotten = isBegun ? [forget(name)] : [];
      const epreuve = isBegun ? parseCookie(request.headers.cookie ?? '')[name] : undefined;
      const finished = await services.annuaire.finish(queryOf(request), epreuve ?? '');
      if (!finished.ok) return { ...(await notIn(services, finished.error)), cookies: forgotten };
      const { personne, vers } = finished.value;
      const opened = await services.identites.loginExternal(personne, sessionToken(request));
      if (!opened.ok) return { refusal: opened.error, cookies: forgotten };
      const { token, expireLe } = opened.value;
      return { to: vers, cookies: [...forgotten, sessionCookie(token, new Date(expireLe))] };
    }),
  ];
}

async function notIn({ identites }: Services, refusal: AnnuaireRefusal): Promise<Shown> {
  const { code, cause } = refusal;
  await identites.recordEchec({ moyen: 'annuaire', code, compteId: null, cause });
  return { refusal };
}

/** The names of what a browser keeps of the logins that it began, the first first, as browsers send them. */
function begunIn({ headers }: Request): string[] {
  return Object.keys(parseCookie(headers.cookie ?? '')).filter((name) => name.startsWith(COOKIE));
}

function forget(name: string): string {
  return cookieOf(name, '', 0);
}

function cookieOf(name: string, value: string, maxAge: number): string {
  return stringifySetCookie({ name, value, httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge });
}

function queryOf({ url }: Request): string {
  const from = url.indexOf('?');
  return from === -1 ? '' : url.slice(from);
}
