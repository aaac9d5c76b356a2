import type { RequestHandler } from 'express';
import { type Problem, sendProblem } from '../http/problem.ts';

const MAX_BYTES = 16 * 1024;
const MAX_FIELDS = 20;

/** The fields of a form, by name. */
export type Fields = ReadonlyMap<string, string>;

/** Reads a form of 16 KiB and 20 fields at most into `request.body`; whatever else is told what is wrong with it. */
export const formBody: RequestHandler[] = [
  (request, response, next) => {
    const type = request.headers['content-type'] ?? '';
    if (/^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) return next();
    sendProblem(response, wrongType);
  },
  (request, response, next) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MAX_BYTES) parts.push(part);
    });
    request.on('end', () => {
      if (size > MAX_BYTES) return sendProblem(response, tooLarge);
      const fields = parseForm(Buffer.concat(parts).toString('latin1'));
      if (fields === null) return sendProblem(response, malformed);
      request.body = fields;
      next();
    });
  },
];

/** Null for what no browser sends: a name twice, a NUL, bytes that are not UTF-8, too many fields. */
function parseForm(text: string): Fields | null {
  const pairs = text === '' ? [] : text.split('&');
  if (pairs.length > MAX_FIELDS) return null;
  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const [name, value, ...more] = pair.split('=').map(decode);
    if (name === undefined || name === null || value === undefined || value === null || more.length > 0) return null;
    if (fields.has(name)) return null;
    fields.set(name, value);
  }
  return fields;
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
const tooLarge: Problem = {
  status: 413,
  code: 'corps-trop-grand',
  title: 'Corps trop grand',
  detail: 'Le formulaire dépasse 16 Kio : raccourcissez-le.',
};
const malformed: Problem = {
  status: 400,
  code: 'formulaire-mal-forme',
  title: 'Formulaire mal formé',
  detail: 'Le formulaire ne se lit pas : rechargez la page et remplissez-le à nouveau.',
};
