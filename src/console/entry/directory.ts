import { parseCookie, stringifySetCookie } from 'cookie';
import { type Request, type Response, Router } from 'express';
import type { Services } from '../../services.ts';
import { sessionCookie, sessionToken } from '../../web/access/credentials.ts';
import { type AnyRefusal, toProblem } from '../../web/problem.ts';
import { refusalPage } from '../shell/refusals/refusal-page.ts';
import { sendPage } from '../shell/send-page.ts';
import { localPath } from './local-path.ts';

/** What the browser keeps while it is at the directory: it comes back from another site, by a link. */
const COOKIE = '__Host-connexion';
const DUREE_S = 600;

/** Coming in by the establishment’s own directory. */
export function directoryRoutes(services: Services): Router {
  const router = Router();

  router.get('/connexion/oidc', async (request, response) => {
    const { annuaire } = services;
    if (!annuaire) return refuse(response, { code: 'sans-annuaire' });
    const started = await annuaire.start(localPath(request.query['vers']));
    if (!started.ok) return refuse(response, started.error);
    keep(response, started.value.epreuve, DUREE_S);
    response.redirect(303, started.value.adresse);
  });

  router.get('/connexion/oidc/retour', async (request, response) => {
    const { annuaire, identites } = services;
    if (!annuaire) return refuse(response, { code: 'sans-annuaire' });
    keep(response, '', 0);
    const finished = await annuaire.finish(queryOf(request), keptBy(request));
    if (!finished.ok) return refuse(response, finished.error);
    const { personne, vers } = finished.value;
    const opened = await identites.loginExternal(personne, sessionToken(request));
    if (!opened.ok) return refuse(response, opened.error);
    response.append('Set-Cookie', sessionCookie(opened.value.token, new Date(opened.value.expireLe)));
    response.redirect(303, vers);
  });
  return router;
}

function refuse(response: Response, refusal: AnyRefusal): void {
  sendPage(response, refusalPage(toProblem(refusal)));
}

function keep(response: Response, value: string, maxAge: number): void {
  const kept = { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge } as const;
  response.append('Set-Cookie', stringifySetCookie({ name: COOKIE, value, ...kept }));
}

function keptBy({ headers }: Request): string {
  return parseCookie(headers.cookie ?? '')[COOKIE] ?? '';
}

function queryOf({ url }: Request): string {
  const from = url.indexOf('?');
  return from === -1 ? '' : url.slice(from);
}
