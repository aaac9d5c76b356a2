import type { Locator, Page } from 'playwright-core';
import type { Hand } from '../hand.ts';
import { FactPage, withoutActor } from './fact.ts';
import { FormulairePage } from './formulaire.ts';

/** What somebody reads of a dossier on its first tab. */
export interface Read {
  etapes: string[];
  statut: string;
  /** The acts left at least. */
  restant: number | null;
}

/** A fact as it is told at a page: its words, its day and its fields. */
export interface ToldFact {
  libelle: string;
  date: string;
  fields: Readonly<Record<string, unknown>>;
  /** Where its form is, when no page leads to it. */
  address: string;
}

/** The first tab of a dossier, of a groupement or of a certificate: its steps and its acts. */
export class DossierPage {
  readonly #page: Page;
  readonly #hand: Hand;
  readonly #address: string;

  constructor(page: Page, hand: Hand, address: string) {
    this.#page = page;
    this.#hand = hand;
    this.#address = address;
  }

  /** Comes to the page, unless it is already shown. */
  async open(): Promise<void> {
    if (this.#page.url().split('#')[0] !== this.#address) await this.#page.goto(this.#address);
  }

  async read(): Promise<Read> {
    const etapes = await this.#page.locator('#prochaine[aria-labelledby] #titre-prochaine, .etape h4').allInnerTexts();
    const left = await this.#page.locator('.grand').first().innerText();
    return {
      etapes,
      statut: await this.#page.locator('.sous-titre .pastille').first().innerText(),
      restant: /^Plus rien/.test(left) ? 0 : Number.parseInt(left, 10),
    };
  }

  /** Tells a fact from where the page shows it; gives what it lacks when it is refused, and comes back. */
  async tell(fact: ToldFact): Promise<string[] | null> {
    const act = this.#page.locator('.acte').filter({ has: this.#page.getByText(fact.libelle, { exact: true }) });
    if ((await act.count()) === 0 || isNotOffered(fact)) return this.#tellAtForm(fact);
    const [shown] = await act.all();
    if (!shown) return null;
    await this.#unfold(shown);
    const lacks = await shown.locator('.manque > li').allInnerTexts();
    if (lacks.length > 0) return lacks.map(withoutActor);
    if ((await shown.locator('form.saisie').count()) > 0) return this.#tellHere(shown, fact);
    const day = shown.locator('input[name="date"]');
    if ((await day.count()) === 0) return this.#tellByForm(shown, fact);
    await this.#hand.type(day, fact.date.split('-').reverse().join('/'));
    await this.#hand.press(shown.getByRole('button'));
    await this.#done(fact);
    return null;
  }

  async #tellByForm(act: Locator, fact: ToldFact): Promise<string[] | null> {
    const bare = act.getByRole('link', { name: 'Sans remplir le formulaire' });
    const link = (await bare.count()) > 0 ? bare : act.getByRole('link');
    const opensHere = (await link.getAttribute('hx-get')) !== null && (await this.#hasScript());
    await this.#hand.press(link);
    if (opensHere) await this.#page.locator('.acte [data-saisi]').waitFor();
    if (opensHere)
      return this.#tellHere(this.#page.locator('.acte', { has: this.#page.locator('[data-saisi]') }), fact);
    await this.#page.waitForURL(/\/(?:faits\/|formulaires\/|commande)/);
    const formulaire = new FormulairePage(this.#page, this.#hand);
    if (this.#page.url().includes('/commande')) return this.#tellHere(this.#page.locator('main'), fact);
    if (!formulaire.isHere()) return this.#send(fact);
    await formulaire.recordPart(fact.date, fact.fields);
    return null;
  }

  /** Where the act stands, without going to another page first. */
  async #tellHere(place: Locator, fact: ToldFact): Promise<string[] | null> {
    const form = new FactPage(place, this.#hand);
    await form.fill({ date: fact.date, ...orderOf(fact.fields) });
    await form.send();
    return this.#answer(fact);
  }

  async #hasScript(): Promise<boolean> {
    return (await this.#page.locator('[data-htmx-powered]').count()) > 0;
  }

  /** No page shows it now: somebody has kept its address. */
  async #tellAtForm(fact: ToldFact): Promise<string[] | null> {
    await this.#page.goto(fact.address);
    return this.#send(fact);
  }

  async #send(fact: ToldFact): Promise<string[] | null> {
    const form = new FactPage(this.#page, this.#hand);
    await this.#page.getByRole('heading', { level: 1, name: fact.libelle }).waitFor();
    const known = await form.missing();
    if (known.length === 0) {
      await form.fill({ date: fact.date, ...fact.fields });
      await form.send();
    }
    return this.#answer(fact);
  }

  /** What is missing where it was refused; null once it is recorded. */
  async #answer(fact: ToldFact): Promise<string[] | null> {
    await this.#page.locator('#messages .encart, .encart.faute, .fautes').first().waitFor();
    const faults = await this.#page.locator('.fautes').allInnerTexts();
    if (faults.length > 0) throw new Error(`${fact.libelle} is not taken as typed: ${faults}`);
    const form = new FactPage(this.#page, this.#hand);
    const lacks = await form.missing();
    if (lacks.length === 0) return null;
    await form.leave();
    await this.#page.waitForURL((url) => !url.pathname.includes('/faits/'));
    return lacks;
  }

  async #unfold(act: Locator): Promise<void> {
    const folded = act.locator('xpath=ancestor::details[not(@open)]');
    for (const details of await folded.all()) await this.#hand.press(details.locator('> summary'));
  }

  async #done({ libelle }: ToldFact): Promise<void> {
    await this.#page.locator('#messages').getByText(libelle).waitFor();
  }
}

/** What the API takes to be refused with its reason, and no page offers. */
function isNotOffered({ fields }: ToldFact): boolean {
  return fields['offre'] === 'ORG';
}

/** One certificate as the order form asks for it: a line, in which a choice says the quality, the card and the usage. */
function orderOf(fields: ToldFact['fields']): ToldFact['fields'] {
  const { beneficiaire, usage, prerequisVerifies } = fields;
  if (!beneficiaire) return fields;
  const { nom, prenom, qualite } = beneficiaire as Record<string, string>;
  return { prerequisVerifies, beneficiaires: [{ nom, prenom, pour: `${qualite}:${usage}` }] };
}
