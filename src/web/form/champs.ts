import type { RequestHandler } from 'express';
import { type Problem, sendProblem } from '../problem.ts';

/** What was typed in a form, by name, in the order of the page; a name may come several times. */
export class Champs {
  readonly #values = new Map<string, string[]>();

  constructor(pairs: Iterable<readonly [string, string]> = []) {
    for (const [name, value] of pairs) {
      const known = this.#values.get(name);
      if (known) known.push(value);
      else this.#values.set(name, [value]);
    }
  }

  /** The first value under a name. */
  get(nom: string): string | undefined {
    return this.#values.get(nom)?.[0];
  }

  /** All values under a name: the boxes that were ticked. */
  tous(nom: string): readonly string[] {
    return this.#values.get(nom) ?? [];
  }

  noms(): string[] {
    return [...this.#values.keys()];
  }
}

/** How much a form may hold. */
export interface Mesure {
  octets: number;
  champs: number;
}

/** A form of whoever is not known yet. */
export const petitFormulaire: Mesure = { octets: 16 * 1024, champs: 20 };
/** A form of an agent: a sheet of 300 sites with its boxes, or a pasted table. */
export const grandFormulaire: Mesure = { octets: 1024 * 1024, champs: 5_000 };

/** Whether a request bears a form whose fields are in its body as they are. */
export function isForm(type = ''): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type);
}

/** Reads a form into `request.body` as Champs; whatever else is told what is wrong with it. */
export function formBody(mesure: Mesure): RequestHandler {
  return (request, response, next) => {
    if (!isForm(request.headers['content-type'])) return sendProblem(response, wrongType);
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= mesure.octets) parts.push(part);
    });
    request.on('end', () => {
      if (size > mesure.octets) return sendProblem(response, tooLarge(mesure));
      const fields = parseForm(Buffer.concat(parts).toString('latin1'), mesure.champs);
      if (fields === null) return sendProblem(response, malformed);
      request.body = fields;
      next();
    });
  };
}

/** Null for what no browser sends: a NUL, bytes that are not UTF-8, a field without its sign; or too many fields. */
function parseForm(text: string, max: number): Champs | null {
  const pairs = text === '' ? [] : text.split('&');
  if (pairs.length > max) return null;
  const read: [string, string][] = [];
  for (const pair of pairs) {
    const [name, value, ...more] = pair.split('=').map(decode);
    if (name === undefined || name === null || value === undefined || value === null || more.length > 0) return null;
    read.push([name, value]);
  }
  return new Champs(read);
}

function decode(part: string): string | null {
  if (/[^\x21-\x7e]/.test(part)) return null;
  try {
    const text = decodeURIComponent(part.replaceAll('+', ' '));
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

const wrongType: Problem = {
  status: 415,
  code: 'type-de-contenu',
  title: 'Type de contenu non admis',
  detail: 'Cette page prend un formulaire : application/x-www-form-urlencoded.',
};
const tooLarge = ({ octets }: Mesure): Problem => ({
  status: 413,
  code: 'corps-trop-grand',
  title: 'Corps trop grand',
  detail: `Le formulaire dépasse ${octets / 1024} Kio : raccourcissez-le.`,
});
const malformed: Problem = {
  status: 400,
  code: 'formulaire-mal-forme',
  title: 'Formulaire mal formé',
  detail: 'Le formulaire ne se lit pas : rechargez la page et remplissez-le à nouveau.',
};
