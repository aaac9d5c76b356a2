import type { Locator, Page } from 'playwright-core';
import type { Hand } from '../hand.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The form of one fact, filled field by field as its schema is; what already stands there is left. */
export class FactPage {
  /** The page, or the part of it where the form stands. */
  readonly #page: Page | Locator;
  readonly #hand: Hand;

  constructor(page: Page | Locator, hand: Hand) {
    this.#page = page;
    this.#hand = hand;
  }

  async fill(fields: Readonly<Record<string, unknown>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await this.#set(name, value);
  }

  async send(): Promise<void> {
    await this.#hand.press(this.#page.getByRole('button', { name: /^(?:Enregistrer|Commander)/ }));
  }

  async leave(): Promise<void> {
    await this.#hand.press(this.#page.getByRole('link', { name: 'Annuler' }));
  }

  /** What the page says is missing; nothing when it says nothing. */
  async missing(): Promise<string[]> {
    return (await this.#page.locator('.encart.faute .manque > li').allInnerTexts()).map(withoutActor);
  }

  async #set(name: string, value: unknown): Promise<void> {
    if (Array.isArray(value)) return this.#setList(name, value);
    if (typeof value === 'object' && value !== null) return this.#setGroup(name, value as Record<string, unknown>);
    if (value === null) return this.#setNone(name);
    const field = this.#page.locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((one) => (one as unknown as { type: string }).type);
    const option = this.#page.locator(`[name="${name}"][value="${value}"]`);
    if (kind === 'radio') return (await option.isChecked()) ? undefined : this.#hand.tick(option);
    if (kind === 'select-one')
      return (await field.inputValue()) === `${value}` ? undefined : this.#hand.choose(field, `${value}`);
    if (kind === 'checkbox') return value === (await field.isChecked()) ? undefined : this.#hand.tick(field);
    const text = `${value}`.replace(DAY, '$3/$2/$1');
    if ((await field.inputValue()) !== text) await this.#hand.type(field, text);
  }

  async #setGroup(name: string, fields: Record<string, unknown>): Promise<void> {
    const yes = this.#page.locator(`[name="${name}.reponse"][value="oui"]`);
    if ((await yes.count()) > 0) await this.#hand.tick(yes);
    for (const [key, value] of Object.entries(fields)) await this.#set(`${name}.${key}`, value);
  }

  async #setList(name: string, items: readonly unknown[]): Promise<void> {
    const length = this.#page.locator(`[name="${name}.length"]`);
    while (Number(await length.inputValue()) < items.length) {
      const before = await length.inputValue();
      await this.#hand.press(this.#page.locator(`button[value="ajouter:${name}"]`));
      await this.#page.locator(`[name="${name}.length"]:not([value="${before}"])`).waitFor({ state: 'attached' });
    }
    for (const [rang, item] of items.entries()) await this.#set(`${name}.${rang}`, item);
  }

  /** Said to be none: by its question, or by the box or the choice that stands for it. */
  async #setNone(name: string): Promise<void> {
    const no = this.#page.locator(`[name="${name}.reponse"][value="non"]`);
    if ((await no.count()) > 0) return this.#hand.tick(no);
    const field = this.#page.locator(`select[name="${name}"]`);
    if ((await field.count()) > 0) await this.#hand.choose(field, 'aucun');
  }
}

/** « Il faut un contrat actif. (Représentant légal, §4.1) » without who must act. */
export function withoutActor(line: string): string {
  return line.replace(/\s*\([^()]*\)\s*$/, '').trim();
}
