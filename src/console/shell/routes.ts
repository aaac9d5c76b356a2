import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { identify } from '../../web/access/credentials.ts';
import { whyShut } from '../../web/access/guard.ts';
import type { Limits } from '../../web/access/limits.ts';
import { Champs, formBody, grandFormulaire, isForm } from '../../web/form/champs.ts';
import { joined } from '../../web/form/fichier.ts';
import { toProblem } from '../../web/problem.ts';
import { markForms, whyStray, withoutMark } from '../demonstration/forms.ts';
import { playerOf } from '../demonstration/place.ts';
import { ownPagesOnly } from './ingress/own-pages.ts';
import { leaveMessage } from './message.ts';
import { aroundOf, refuse } from './refusals/refuse.ts';
import type { Lieu, Screen, Shown, Visit } from './screen.ts';
import { sendPage } from './send-page.ts';
import { sendText } from './send-text.ts';

/** What screens stand on. */
interface Behind {
  services: Services;
  limites: Limits;
  lieu: Lieu;
}

/** Routes screens, each behind its guard. */
export function screenRoutes(screens: readonly Screen[], behind: Behind): Router {
  const router = Router();
  for (const one of screens) {
    const body = one.methode === 'post' ? [ownPagesOnly, bodyOf(one)] : [];
    router[one.methode](one.chemin, checkIn(one, behind), ...body, toHandler(one, behind));
  }
  return router;
}

function bodyOf({ fichier }: Screen): RequestHandler {
  const form = formBody(grandFormulaire);
  const file = fichier === null ? null : joined(fichier, refuse);
  return (request, response, next) => {
    const type = request.headers['content-type'];
    if (file && !isForm(type)) return file(request, response, next);
    return form(request, response, next);
  };
}

/** Lets in whoever has a session; the others log in first, and come back. */
function checkIn({ methode }: Screen, { services, limites }: Behind): RequestHandler {
  return async (request, response, next) => {
    const known = await identify(services, request);
    const identite = known.ok && known.value?.genre === 'compte' ? known.value : null;
    if (!identite) return toLogin(request, response, methode);
    response.locals['identite'] = identite;
    const late = limites.identified(response, identite);
    if (late) refuse(request, response, late);
    else next();
  };
}

function toLogin(request: Request, response: Response, methode: Screen['methode']): void {
  const from = methode === 'get' ? request.originalUrl : '/';
  const address = from === '/' ? '/connexion' : `/connexion?vers=${encodeURIComponent(from)}`;
  if (request.headers['hx-request']) response.set('HX-Redirect', address).status(204).end();
  else response.redirect(303, address);
}

function toHandler(screen: Screen, { lieu }: Behind): RequestHandler {
  return async (request, response) => {
    const known = response.locals['identite'] as Identity;
    await lieu(known, request, async (within, demonstration) => {
      const identite = demonstration ? playerOf(known) : known;
      Object.assign(response.locals, { identite, demonstration });
      const { id = '' } = request.params as { id?: string };
      const shut = await whyShut({ services: within, identite }, { right: screen.droit, path: screen.chemin }, id);
      if (shut) return refuse(request, response, toProblem(shut));
      const stray = whyStray(screen, champsOf(request), demonstration);
      if (stray) return refuse(request, response, stray);
      await show(
        await screen.answer(visitOf(request, response, { services: within, identite, screen })),
        request,
        response,
      );
    });
  };
}

function visitOf(
  request: Request,
  response: Response,
  { services, identite, screen }: { services: Services; identite: Identity; screen: Screen },
): Visit<never> {
  const read = screen.requete.safeParse({ ...request.query });
  return {
    chemin: request.params as Record<string, string>,
    requete: (read.success ? read.data : (screen.requete.safeParse({}).data ?? {})) as never,
    champs: withoutMark(champsOf(request)),
    fichier: response.locals['fichier'] ?? null,
    identite,
    services,
    request,
    demonstration: response.locals['demonstration'] === true,
    partiel: partOf(request),
    gone: () => {
      const controller = new AbortController();
      response.on('close', () => controller.abort());
      return controller.signal;
    },
  };
}

function champsOf({ body }: Request): Champs {
  return body instanceof Champs ? body : new Champs();
}

/** htmx names what it replaces by its tag and its id: `div#liste`. */
function partOf({ headers }: Request): string | null {
  return headers['hx-request'] ? (/#(.+)$/.exec(String(headers['hx-target'] ?? ''))?.[1] ?? null) : null;
}

async function show(shown: Shown, request: Request, response: Response): Promise<void> {
  if ('refus' in shown) refuse(request, response, 'status' in shown.refus ? shown.refus : toProblem(shown.refus));
  else if ('vers' in shown) {
    if (shown.message) leaveMessage(response, { ton: shown.ton ?? 'bien', texte: shown.message });
    response.redirect(303, shown.vers);
  } else if ('fragment' in shown) {
    response
      .status(shown.statut ?? 200)
      .set('Content-Type', 'text/html; charset=utf-8')
      .end(response.locals['demonstration'] === true ? markForms(shown.fragment.text) : shown.fragment.text);
  } else if ('envoi' in shown) await sendFile(response, shown);
  else if ('flux' in shown) await stream(response, shown.flux);
  else sendPage(response, shown, aroundOf(request, response));
}

async function sendFile(response: Response, { envoi, type, nom, entetes = {} }: Extract<Shown, { envoi: unknown }>) {
  response.set({
    'Content-Type': type,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ...entetes,
  });
  if (nom) response.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nom)}`);
  if (envoi instanceof Readable) await orLeft(pipeline(envoi, response));
  else if (typeof envoi === 'string') sendText(response, envoi);
  else response.end(envoi);
}

async function stream(response: Response, flux: AsyncIterable<string>): Promise<void> {
  response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }).flushHeaders();
  await orLeft(pipeline(Readable.from(flux), response));
}

/** Who leaves is let go. */
async function orLeft(sending: Promise<void>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string };
    if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && name !== 'AbortError') throw error;
  }
}
