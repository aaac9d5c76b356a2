import { setTimeout } from 'node:timers/promises';
import type { Chance } from '../seed/fiction.ts';
import type { SoundBase } from './sound-base.ts';

const PATIENCE = 20;
type Headers = Record<string, string>;
const AGENT = ['lecture', 'faits', 'evenements', 'webhooks'];
const EDITEUR = ['lecture', 'partie4', 'administrateur-technique', 'evenements', 'webhooks'];

/** Who asks: programs of an agent and of an éditeur, one in a sandbox, the superviseur's browser, and nobody; let in anew where a request shut one out. */
export class Entries {
  readonly #api: string;
  readonly #base: SoundBase;
  #all: readonly Headers[] = [{}];
  #browser: Headers = {};
  #renewing: Promise<void> | null = null;
  /** The superviseur's account. */
  #compteId = '';

  constructor(url: string, base: SoundBase) {
    this.#api = `${url}/api/v1`;
    this.#base = base;
  }

  pick(chance: Chance): Headers {
    return chance.pick(this.#all);
  }

  /** Whether it takes from the superviseur the password that lets the others in. */
  shutsAllOut(path: string): boolean {
    return path.includes(`/comptes/${this.#compteId}/reinitialisation`);
  }

  /** Whether the superviseur may change his password, which nobody comes in by afterwards. */
  async changePassword(): Promise<boolean> {
    await this.renew();
    const { motDePasse: ancien } = this.#base.superviseur;
    const changed = await this.#post('/moi/mot-de-passe', { ancien, motDePasse: `${ancien}, ailleurs` }, this.#browser);
    return changed.status === 204;
  }

  /** Lets everybody in anew. */
  async renew(): Promise<void> {
    this.#renewing ??= this.#enter().finally(() => {
      this.#renewing = null;
    });
    await this.#renewing;
  }

  async #enter(): Promise<void> {
    const { superviseur, editeurId, dossiers } = this.#base;
    const login = () => this.#post('/session', superviseur, {});
    let opened = await login();
    // Five logins under way are too many, until one of them succeeds.
    for (let times = 0; opened.status === 429 && times < PATIENCE; times++) {
      await setTimeout(1_000);
      opened = await login();
    }
    if (!opened.ok) throw new Error(`the superviseur is not let in: ${opened.status} ${await opened.text()}`);
    const cookie = opened.headers.getSetCookie().find((one) => one.startsWith('__Host-session=')) ?? '';
    const browser = { cookie: cookie.split(';')[0] ?? '', 'sec-fetch-site': 'same-origin' };
    this.#browser = browser;
    const me = await fetch(`${this.#api}/moi`, { headers: browser });
    this.#compteId = ((await me.json()) as { id: string }).id;
    const lent = { dossierId: dossiers[0], editeurId, du: '2026-01-01', au: null, motif: 'Contrat' };
    await this.#post('/delegations', lent, browser);
    const key = async (asked: object) => {
      const answer = await this.#post('/cles', { nom: 'Essai', ...asked }, browser);
      const { cle } = (await answer.json()) as { cle?: string };
      if (cle === undefined) throw new Error(`no key: ${answer.status}`);
      return { authorization: `Bearer ${cle}` };
    };
    this.#all = [
      await key({ role: 'agent', portees: AGENT }),
      await key({ role: 'editeur', editeurId, portees: EDITEUR }),
      await key({ role: 'editeur', editeurId, portees: [...EDITEUR, 'faits'], bacASable: true }),
      browser,
      browser,
      {},
    ];
  }

  #post(path: string, body: object, headers: Headers): Promise<Response> {
    const sent = { 'content-type': 'application/json', ...headers };
    return fetch(`${this.#api}${path}`, { method: 'POST', headers: sent, body: JSON.stringify(body) });
  }
}
