import { type Response, Router } from 'express';
import type { Services } from '../../services.ts';
import { endSession, sessionCookie, sessionToken } from '../../web/access/credentials.ts';
import { type Champs, formBody, petitFormulaire } from '../../web/form/champs.ts';
import { toProblem } from '../../web/problem.ts';
import { moment } from '../parts/dates.ts';
import { ownPagesOnly } from '../shell/ingress/own-pages.ts';
import { sendPage } from '../shell/send-page.ts';
import { localPath } from './local-path.ts';
import { type Entrees, leftPage, loginPage } from './session-pages.ts';

/** Coming in by a password, and going out. */
export function sessionRoutes(services: Services, locale: boolean): Router {
  const { identites } = services;
  const router = Router();
  const entrees = (): Entrees => ({ locale, annuaire: services.annuaire !== null });

  router.get('/connexion', (request, response) =>
    sendPage(response, loginPage(entrees(), { vers: localPath(request.query['vers']) })),
  );
  router.post('/connexion', ownPagesOnly, formBody(petitFormulaire), async (request, response) => {
    const fields = request.body as Champs;
    const vers = localPath(fields.get('vers'));
    const courriel = fields.get('courriel') ?? '';
    const saisie = { courriel, motDePasse: fields.get('motDePasse') ?? '' };
    const opened = await identites.login(saisie, sessionToken(request));
    if (!opened.ok) return sendPage(response, loginPage(entrees(), { vers, courriel, refus: told(opened.error) }));
    const { token, expireLe } = opened.value;
    goTo(response, vers, sessionCookie(token, new Date(expireLe)));
  });
  router.post('/deconnexion', ownPagesOnly, async (request, response) => {
    const { cookie, adresse } = await endSession(services, request);
    if (adresse === null) return goTo(response, '/connexion', cookie);
    response.setHeader('Set-Cookie', cookie);
    sendPage(response, leftPage(adresse));
  });
  return router;
}

function goTo(response: Response, path: string, cookie: string): void {
  response.setHeader('Set-Cookie', cookie);
  response.redirect(303, path);
}

type Refusal = Extract<Awaited<ReturnType<Services['identites']['login']>>, { ok: false }>['error'];

/** What is wrong with a login; a badly written e-mail is told as such. */
function told(refusal: Refusal): { status: number; detail: string } {
  const { status, detail } = toProblem(refusal);
  if (refusal.code === 'saisie-invalide') return { status, detail: 'Saisissez votre courriel et votre mot de passe.' };
  if (refusal.code !== 'trop-de-tentatives') return { status, detail };
  return { status, detail: `Trop de tentatives pour ce courriel : réessayez après le ${moment(refusal.jusqua)}.` };
}
