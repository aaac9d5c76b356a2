import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import { sessionCookie, sessionToken } from '../../web/access/credentials.ts';
import { get, localPath, type Screen } from '../shell/screen.ts';

/** What the browser keeps while it is at the directory: it comes back from another site, by a link. */
const COOKIE = '__Host-connexion';
const LASTS_S = 600;

/** Coming in by the establishment’s own directory. */
export function directoryScreens(): Screen[] {
  const right = 'session.ouvrir';
  return [
    get('entree.annuaire', '/connexion/oidc', {
      right,
      async answer({ services: { annuaire }, query }) {
        if (!annuaire) return { refusal: { code: 'sans-annuaire' } };
        const started = await annuaire.start(localPath(query['vers']));
        if (!started.ok) return { refusal: started.error };
        return { to: started.value.adresse, cookies: [cookieOf(started.value.epreuve, LASTS_S)] };
      },
    }),
    get('entree.annuaire.retour', '/connexion/oidc/retour', {
      right,
      async answer({ services: { annuaire, identites }, request }) {
        if (!annuaire) return { refusal: { code: 'sans-annuaire' } };
        const forgotten = cookieOf('', 0);
        const finished = await annuaire.finish(queryOf(request), cookieIn(request));
        if (!finished.ok) return { refusal: finished.error, cookies: [forgotten] };
        const { personne, vers } = finished.value;
        const opened = await identites.loginExternal(personne, sessionToken(request));
        if (!opened.ok) return { refusal: opened.error, cookies: [forgotten] };
        return { to: vers, cookies: [forgotten, sessionCookie(opened.value.token, new Date(opened.value.expireLe))] };
      },
    }),
  ];
}

function cookieOf(value: string, maxAge: number): string {
  return stringifySetCookie({ name: COOKIE, value, httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge });
}

function cookieIn({ headers }: Request): string {
  return parseCookie(headers.cookie ?? '')[COOKIE] ?? '';
}

function queryOf({ url }: Request): string {
  const from = url.indexOf('?');
  return from === -1 ? '' : url.slice(from);
}
