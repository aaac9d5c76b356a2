/** A « non » of the service, as RFC 9457 tells it. */
export interface Problem {
  code: string;
  detail: string;
  manque?: { libelle: string }[];
  erreurs?: { pointeur: string; message: string }[];
}

/** What the demo's user is told, without a stack. */
export class DemoError extends Error {}

/** The service at `url`, which speaks JSON; what was not expected throws a DemoError. */
export class Client {
  readonly #url: string;
  readonly #cle: string;

  constructor(url: string, cle: string) {
    this.#url = url.replace(/\/+$/, '');
    this.#cle = cle;
  }

  get<T>(path: string): Promise<T> {
    return this.#expect(path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.#expect(path, body);
  }

  /** The refusal of what must not be accepted. */
  async refusal(path: string, body: object): Promise<Problem> {
    const { ok, answer } = await this.#ask(path, body);
    if (ok) throw new DemoError(`${path} a accepté ce qui devait être refusé : ${JSON.stringify(body)}`);
    return answer as Problem;
  }

  async #expect<T>(path: string, body?: object): Promise<T> {
    const { ok, answer } = await this.#ask(path, body);
    if (!ok) throw new DemoError(explain(path, answer as Problem));
    return answer as T;
  }

  async #ask(path: string, body?: object): Promise<{ ok: boolean; answer: unknown }> {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${this.#cle}` };
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
    try {
      const response = await fetch(`${this.#url}${path}`, init);
      return { ok: response.ok, answer: await response.json() };
    } catch (cause) {
      throw new DemoError(`Le service ne répond pas à ${this.#url} : démarrez-le, ou vérifiez l’adresse.`, { cause });
    }
  }
}

function explain(path: string, { detail, erreurs = [] }: Problem): string {
  return [`${path} : ${detail}`, ...erreurs.map(({ pointeur, message }) => `  ${pointeur} : ${message}`)].join('\n');
}
