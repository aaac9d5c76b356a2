import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { leaveMessage } from './message.ts';
import { aroundOf, refuse } from './refuse.ts';
import type { Shown } from './screen.ts';
import { sendPage } from './send-page.ts';
import { sendText } from './send-text.ts';

/** Answers with what a screen shows. */
export async function show(shown: Shown, response: Response): Promise<void> {
  for (const cookie of shown.cookies ?? []) response.append('Set-Cookie', cookie);
  if ('refus' in shown) refuse(response, shown.refus);
  else if ('vers' in shown) {
    if (shown.message) leaveMessage(response, { ton: shown.ton ?? 'bien', texte: shown.message });
    response.redirect(303, shown.vers);
  } else if ('fragment' in shown) {
    response
      .status(shown.statut ?? 200)
      .set('Content-Type', 'text/html; charset=utf-8')
      .end(shown.fragment.text);
  } else if ('envoi' in shown) await sendFile(response, shown);
  else if ('flux' in shown) await stream(response, shown.flux);
  else sendPage(response, shown, aroundOf(response));
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
