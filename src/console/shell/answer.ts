import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { anonyme } from '../../identity/identity.ts';
import type { Place } from '../../web/endpoint.ts';
import { type Html, html } from '../../web/html.ts';
import { isHeld } from '../../web/ingress.ts';
import { type AnyRefusal, type Problem, sayWhenToReturn, toProblem } from '../../web/problem.ts';
import { holdsSecret } from '../ui/blocks.ts';
import { preferencesOf } from './cookies.ts';
import { type Around, narrow, open, whole } from './layout.ts';
import type { Page, Shown } from './shown.ts';

/** Answers with what a screen shows. */
export async function show(shown: Shown, response: Response): Promise<void> {
  for (const cookie of shown.cookies ?? []) response.append('Set-Cookie', cookie);
  if ('refusal' in shown) refuse(response, shown.refusal);
  else if ('to' in shown) {
    if (shown.message) leaveMessage(response, { tone: shown.tone ?? 'bien', text: shown.message });
    response.redirect(303, shown.to);
  } else if ('fragment' in shown) {
    response
      .status(shown.status ?? 200)
      .set('Content-Type', 'text/html; charset=utf-8')
      .end(shown.fragment.text);
  } else if ('content' in shown) await sendFile(response, shown);
  else if ('events' in shown) await stream(response, shown.events);
  else await showPage(response, shown);
}

/** A page in its frame, which says how many notifications are to be read. */
async function showPage(response: Response, page: Page): Promise<void> {
  const around = aroundOf(response);
  const place = response.locals['place'] as Place | undefined;
  const aLire = around && place ? await place.services.notifications.aLire(around.identite.id) : null;
  sendPage(response, page, around && { ...around, aLire });
}

async function sendFile(
  response: Response,
  { content, type, filename, headers = {} }: Extract<Shown, { content: unknown }>,
) {
  response.set({
    'Content-Type': type,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ...headers,
  });
  if (type.startsWith('image/svg+xml') && typeof content === 'string')
    response.set('ETag', `"${hash('sha256', content, 'base64url')}"`);
  const tag = response.getHeader('ETag');
  if (tag && isHeld(response.req.headers['if-none-match'], `${tag}`)) return void response.status(304).end();
  if (filename) response.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`);
  if (content instanceof Readable) await orLeft(pipeline(content, response));
  else if (typeof content === 'string') sendText(response, content);
  else response.end(content);
}

async function stream(response: Response, events: AsyncIterable<string>): Promise<void> {
  response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }).flushHeaders();
  await orLeft(pipeline(Readable.from(events), response));
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

/** The whole frame when it is known who asks; the message waiting is shown. */
function aroundOf(response: Response): Around | null {
  const place = response.locals['place'] as Place | undefined;
  if (!place || place.identite === anonyme) return null;
  const { identite, apart: demonstration } = place;
  const help = (response.locals['help'] ?? null) as Html | null;
  const hasKeys = preferencesOf(response.req, identite).raccourcis === 'oui';
  const { path } = response.req;
  return { identite, demonstration, message: takeMessage(response.req, response), help, path, hasKeys, aLire: null };
}

/** Shows why not, within the frame of whoever is in. */
export function refuse(response: Response, refusal: AnyRefusal | Problem): void {
  const around = aroundOf(response);
  const problem = toProblem(refusal);
  response.locals['refus'] = problem.code;
  sayWhenToReturn(response, problem);
  sendPage(response, refusalPage(problem, around !== null), around);
}

/** Tells a browser that there is no such page; programs are told by the API. */
export const unknownPage: RequestHandler = (request, response, next) => {
  const isRead = request.method === 'GET' && !request.path.startsWith('/api/');
  if (!isRead || request.accepts(['json', 'html']) !== 'html') return next();
  sendPage(response, refusalPage(unknown, true));
};

/** Why a page or a link has nothing to show, and where to go instead. */
function refusalPage({ status, title, detail }: Pick<Problem, 'status' | 'title' | 'detail'>, isIn: boolean): Page {
  return {
    title,
    status,
    body: html`<p>${detail}</p>
<p><a class="bouton second" href="${isIn ? '/' : '/connexion'}">${isIn ? 'Revenir à ma journée' : 'Aller à la connexion'}</a></p>`,
  };
}

const unknown: Problem = {
  status: 404,
  code: 'route-inconnue',
  title: 'Page inconnue',
  detail: 'Aucune page à cette adresse : vérifiez-la, ou repartez de votre journée.',
};

const COOKIE = '__Host-message';
const LASTS_S = 60;

const Message = z.strictObject({ tone: z.enum(['bien', 'attention']), text: z.string().max(1_000) });

/** What was just done, told on the next page, once. */
export type Message = z.output<typeof Message>;

/** Leaves a message for the next page. */
function leaveMessage(response: Response, message: Message): void {
  keep(
    response,
    Buffer.from(JSON.stringify({ ...message, text: message.text.slice(0, 1_000) })).toString('base64url'),
    LASTS_S,
  );
}

/** The message left for this page, which no other will show. */
function takeMessage(request: Request, response: Response): Message | null {
  const text = parseCookie(request.headers.cookie ?? '')[COOKIE];
  if (!text) return null;
  keep(response, '', 0);
  try {
    return Message.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

function keep(response: Response, value: string, maxAge: number): void {
  const kept = { httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge } as const;
  response.append('Set-Cookie', stringifySetCookie({ name: COOKIE, value, ...kept }));
}

/** Nothing inline, nobody else asked, posted here alone. */
const POLICY = [
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'",
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
].join('; ');

/** Sends a page that no cache keeps, that no other site hears of, and whose length tells nothing of a secret; without `around`, to whoever is not in. */
function sendPage(response: Response, page: Page, around: Around | null = null): void {
  response.status(page.status ?? 200).set({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  const alone = response.locals['ouvert'] === true ? open : narrow;
  const text = around ? whole(page, around) : alone(page);
  if (holdsSecret(page.body)) response.end(text);
  else sendText(response, text);
}

/** Less than a packet is not worth it. */
const SHORT = 1_400;
/** A page of 60 kB takes 1 ms, and travels as 10. */
const LEVEL = 5;

/** Ends a response with a text, compressed for whoever can read it so. */
function sendText(response: Response, text: string): void {
  response.vary('Accept-Encoding');
  if (text.length < SHORT || !response.req.acceptsEncodings('gzip')) return void response.end(text);
  response.set('Content-Encoding', 'gzip').end(gzipSync(text, { level: LEVEL }));
}
