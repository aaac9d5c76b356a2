import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import { z } from 'zod';

const COOKIE = '__Host-message';
const DUREE_S = 60;

const Message = z.strictObject({ ton: z.enum(['bien', 'attention']), texte: z.string().max(1_000) });

/** What was just done, told on the next page, once. */
export type Message = z.output<typeof Message>;

/** Leaves a message for the next page. */
export function leaveMessage(response: Response, message: Message): void {
  keep(
    response,
    Buffer.from(JSON.stringify({ ...message, texte: message.texte.slice(0, 1_000) })).toString('base64url'),
    DUREE_S,
  );
}

/** The message left for this page, which no other will show. */
export function takeMessage(request: Request, response: Response): Message | null {
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
