import { hash, randomBytes } from 'node:crypto';

/** A secret of 32 random bytes, 43 characters that a URL takes. */
export function drawToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text may be one of our tokens. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/** What is kept of a secret: its SHA-256, hexadecimal. */
export function imprint(secret: string): string {
  return hash('sha256', secret);
}
