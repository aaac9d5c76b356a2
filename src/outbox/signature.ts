import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;
/** How far from now a message may say that it was sent, in seconds. */
export const WINDOW_S = 5 * 60;

/** What is signed: the id of the message, when it is sent (seconds since 1970), and its very bytes. */
export interface Message {
  id: string;
  timestamp: number;
  body: string;
}

/** A new secret of Standard Webhooks, `whsec_` and 32 bytes in base64. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The headers of a message, signed by every secret: a receiver needs to know one. */
export function signedHeaders(message: Message, secrets: readonly string[]): Record<string, string> {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': secrets.map((secret) => `v1,${mac(message, secret).toString('base64')}`).join(' '),
  };
}

/** Whether a message was signed by `secret`, less than 5 minutes from `now`: what a receiver checks before it believes. */
export function verify(headers: Record<string, unknown>, body: string, secret: string, now: Date): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    (name) => headers[name],
  );
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return false;
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > WINDOW_S) return false;
  const expected = mac({ id, timestamp: Number(timestamp), body }, secret);
  return signatures.split(' ').some((signature) => isSame(signature, expected));
}

function isSame(signature: string, expected: Buffer): boolean {
  const [version, text = ''] = signature.split(',');
  const given = Buffer.from(text, 'base64');
  return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
}

function mac({ id, timestamp, body }: Message, secret: string): Buffer {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
}
