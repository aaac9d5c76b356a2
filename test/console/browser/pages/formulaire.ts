import type { Page } from 'playwright-core';
import type { Hand } from '../hand.ts';
import { FactPage } from './fact.ts';

/** A form of the ANS in its own page: filled, and recorded part by part. */
export class FormulairePage {
  readonly #page: Page;
  readonly #hand: Hand;

  constructor(page: Page, hand: Hand) {
    this.#page = page;
    this.#hand = hand;
  }

  /** Whether this is where the page is. */
  isHere(): boolean {
    return new URL(this.#page.url()).pathname.includes('/formulaires/');
  }

  /** Fills the one part that `fields` has, and records it as of that day. */
  async recordPart(date: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
    const [part = ''] = Object.keys(fields);
    await new FactPage(this.#page, this.#hand).fill({ remplissage: { date }, ...fields });
    await this.#hand.press(this.#page.locator(`form.saisie button.bouton[name="action"][value="${part}"]`));
    await this.#page.locator('#messages').getByText('enregistrée').waitFor();
  }
}
