import { createHmac, timingSafeEqual } from 'node:crypto';

const WINDOW_S = 300;

/** What a webhook brought: its headers by their names in lower case, and its body as it came, before any JSON is read. */
export interface Received {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/**
 * Whether the service sent this, less than 5 minutes from `now`; `secret` is the `whsec_…` that the subscription gave (Standard
 * Webhooks 1.0). Believe nothing else, and answer 2xx only once the event is kept.
 */
export function isGenuine({ headers, body }: Received, secret: string, now = new Date()): boolean {
  const id = headers['webhook-id'];
  const sentAt = Number(headers['webhook-timestamp']);
  const isRecent = Math.abs(now.getTime() / 1000 - sentAt) <= WINDOW_S;
  if (typeof id !== 'string' || !isRecent) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${headers['webhook-timestamp']}.${body}`).digest();
  return `${headers['webhook-signature']}`.split(' ').some((one) => {
    const given = Buffer.from(one.replace(/^v1,/, ''), 'base64');
    return one.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
