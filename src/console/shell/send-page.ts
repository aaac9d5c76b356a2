import type { Response } from 'express';
import { type Around, narrow, whole } from './layout.ts';
import type { Page } from './page.ts';
import { sendText } from './send-text.ts';

/** Nothing inline, nobody else asked, posted here alone. */
const POLICY = [
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'",
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
].join('; ');

/** Sends a page that no cache keeps and that no other site hears of; without `around`, to whoever is not in. */
export function sendPage(response: Response, page: Page, around: Around | null = null): void {
  response.status(page.statut ?? 200).set({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  sendText(response, around ? whole(page, around) : narrow(page));
}
