import type { Request, RequestHandler, Response } from 'express';
import multer, { MulterError } from 'multer';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { type Body, collect } from './ingress.ts';
import type { Problem } from './problem.ts';

const MAX_OCTETS = 2 * 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** A file as it was joined to a form. */
interface Fichier {
  nom: string;
  octets: Buffer;
}

/** What was typed in a form, by name, in the order of the page; a name may come several times. */
export class Champs {
  readonly #values = new Map<string, string[]>();

  /** The files that were joined, where the form takes some. */
  readonly fichiers: readonly Fichier[];

  constructor(pairs: Iterable<readonly [string, string]> = [], fichiers: readonly Fichier[] = []) {
    this.fichiers = fichiers;
    for (const [name, value] of pairs) {
      const known = this.#values.get(name);
      if (known) known.push(value);
      else this.#values.set(name, [value]);
    }
  }

  /** The file that was joined, where the form takes one. */
  get fichier(): Fichier | null {
    return this.fichiers[0] ?? null;
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
interface Mesure {
  octets: number;
  champs: number;
}

/** A form of whoever is not known yet. */
export const petitFormulaire: Mesure = { octets: 16 * 1024, champs: 20 };
/** A form of an agent: a sheet of 300 sites with its boxes, or a pasted table. */
const grandFormulaire: Mesure = { octets: 1024 * 1024, champs: 5_000 };

/** Whether its fields are in the body as they are. */
function isForm(type = ''): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type);
}

/** A form, read whole. */
export function form(mesure: Mesure = grandFormulaire): Body<Champs> {
  return { type: FORM, schema: z.instanceof(Champs), read: (request) => readForm(request, mesure) };
}

/** The same with files in the field `champ`, one of 2 Mo at most unless told. */
export function formWithFile(champ: string, { octets = MAX_OCTETS, nombre = 1 } = {}): Body<Champs> {
  const limits = { fileSize: octets, files: nombre, fields: 1_000, fieldSize: 1024 * 1024 };
  const upload = multer({ storage: multer.memoryStorage(), limits, defParamCharset: 'utf8' }).array(champ, nombre);
  return {
    type: 'multipart/form-data',
    schema: z.instanceof(Champs),
    read: (request) =>
      isForm(request.headers['content-type'])
        ? readForm(request, grandFormulaire)
        : readUpload(request, upload, octets),
  };
}

async function readForm(request: Request, mesure: Mesure): Promise<Result<Champs, Problem>> {
  if (!isForm(request.headers['content-type'])) return err(wrongType);
  const body = await collect(request, mesure.octets);
  if (!body) return err(tooLarge(mesure));
  const champs = parseForm(body.toString('latin1'), mesure.champs);
  return champs ? ok(champs) : err(malformed);
}

/** What the reader of parts throws of its own is of what was sent as well: it reads from memory alone. */
function readUpload(request: Request, upload: RequestHandler, octets: number): Promise<Result<Champs, Problem>> {
  const { promise, resolve } = Promise.withResolvers<Result<Champs, Problem>>();
  void upload(request, request.res as Response, (error: unknown) => {
    if (error instanceof MulterError) resolve(err(error.code === 'LIMIT_FILE_SIZE' ? fileTooLarge(octets) : badUpload));
    else resolve(error ? err(badUpload) : ok(uploaded(request)));
  });
  return promise;
}

function uploaded({ files, body }: Request): Champs {
  const joined = Array.isArray(files) ? files : [];
  const fields = Object.entries((body ?? {}) as Record<string, string | string[]>);
  const pairs = fields.flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  const fichiers = joined.map(({ originalname: nom, buffer: octets }) => ({ nom, octets }));
  return new Champs(
    pairs,
    fichiers.filter(({ octets }) => octets.length > 0),
  );
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
const fileTooLarge = (octets: number): Problem => ({
  status: 413,
  code: 'corps-trop-grand',
  title: 'Fichier trop grand',
  detail: `Le fichier dépasse ${octets / (1024 * 1024)} Mio : envoyez-le en plusieurs parties.`,
});
const badUpload: Problem = {
  status: 400,
  code: 'formulaire-mal-forme',
  title: 'Formulaire mal formé',
  detail: 'L’envoi ne se lit pas : joignez moins de fichiers, puis recommencez.',
};
