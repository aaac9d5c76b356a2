import type { Response } from 'express';
import type { Html } from '../../http/html.ts';
import { markForms } from '../demonstration/forms.ts';
import { type Around, narrow, whole } from './layout.ts';
import { sendText } from './send-text.ts';

/** The parts of the console, as its navigation shows them. */
export type Rubrique = 'journee' | 'groupements' | 'procedures' | 'pilotage' | 'administration' | 'aide' | 'moi';

/** A step of the way to a page. */
export interface Lien {
  libelle: string;
  vers: string;
}

/** One page of the console. */
export interface Page {
  /** Of the window and of the page itself. */
  titre: string;
  /** What follows the title. */
  corps: Html;
  /** Where it stands in the navigation; none for a page of whoever is not in yet. */
  rubrique?: Rubrique;
  /** What leads to it, from above. */
  fil?: readonly Lien[];
  /** Under the title: what a dossier is known by. */
  sousTitre?: Html | null;
  /** Beside the title: what may be done. */
  actions?: Html | null;
  /** 200 unless told. */
  statut?: number;
  /** Whether something on it must be corrected. */
  aCorriger?: boolean;
  /** Whether it takes the whole width: a large table. */
  large?: boolean;
  /** Seconds after which it asks for itself again: something is being prepared. */
  revient?: number;
}

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
  const text = around ? whole(page, around) : narrow(page);
  sendText(response, around?.demonstration ? markForms(text) : text);
}
