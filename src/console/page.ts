import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { Html, html } from '../http/html.ts';
import { STYLE } from './style.ts';

/** One screen of the console. */
export interface Page {
  /** Of the window and of the screen itself. */
  titre: string;
  /** What follows the title. */
  corps: Html;
  /** 200 unless told. */
  statut?: number;
  /** Whether something on it must be corrected. */
  aCorriger?: boolean;
}

/** The page carries its own style, runs nothing, asks nobody for anything and posts here alone. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
].join('; ');

/** Sends a page that no cache keeps and that no other site hears of. */
export function sendPage(response: Response, page: Page): void {
  response.status(page.statut ?? 200).set({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  response.end(render(page));
}

function render({ titre, corps, aCorriger = false }: Page): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${aCorriger && 'À corriger : '}${titre} – Parcours IGC</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header>${mark}<span>Parcours IGC</span></header>
<main>
<h1>${titre}</h1>
${corps}
</main>
</body>
</html>`.text;
}

const mark = html`<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round">
<path d="M6 25h11a5 5 0 0 0 0-10h-2a5 5 0 0 1 0-10h7"/><circle cx="6" cy="25" r="3.2" fill="currentColor" stroke="none"/><circle cx="26" cy="5" r="3.4"/></svg>`;

/** A sign that something was done; the words beside it say what. */
export const done = html`<svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
<circle cx="16" cy="16" r="12.5"/><path d="m10.5 16.5 4 4 7.5-8.5"/></svg>`;
