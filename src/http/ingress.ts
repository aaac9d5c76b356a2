import { type RequestHandler, raw } from 'express';
import { visit } from 'jsonc-parser';
import { type Problem, sendProblem } from './problem.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_DEPTH = 20;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body of 1 MiB at most into `request.body`; whatever else is told what is wrong with it. */
export const jsonBody: RequestHandler[] = [
  (request, response, next) => {
    const type = request.headers['content-type'];
    if (type !== undefined && /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
      return next();
    sendProblem(response, wrongContentType);
  },
  raw({ type: () => true, limit: MAX_BYTES }),
  (request, response, next) => {
    const parsed = parseJson(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    if ('problem' in parsed) return sendProblem(response, parsed.problem);
    request.body = parsed.value;
    next();
  },
];

function parseJson(body: Buffer): { value: unknown } | { problem: Problem } {
  const text = decode(body);
  if (text === null) return { problem: wrongJson('Le corps doit être encodé en UTF-8.') };
  const fault = faultIn(text);
  if (fault) return { problem: wrongJson(fault) };
  return { value: JSON.parse(text) };
}

function decode(body: Buffer): string | null {
  try {
    return utf8.decode(body);
  } catch {
    return null;
  }
}

/** What JSON.parse would let through, or would throw at. */
function faultIn(text: string): string | null {
  const keys: Set<string>[] = [];
  let depth = 0;
  let fault: string | null = null;
  const blame = (found: string) => {
    fault ??= found;
  };
  const enter = () => {
    depth += 1;
    if (depth > MAX_DEPTH) blame(`Le corps dépasse ${MAX_DEPTH} niveaux d’imbrication.`);
  };
  const leave = () => {
    depth -= 1;
  };
  visit(
    text,
    {
      onObjectBegin: () => {
        keys.push(new Set());
        enter();
        return depth <= MAX_DEPTH;
      },
      onObjectEnd: () => {
        keys.pop();
        leave();
      },
      onArrayBegin: () => {
        enter();
        return depth <= MAX_DEPTH;
      },
      onArrayEnd: leave,
      onObjectProperty: (name) => {
        const seen = keys.at(-1);
        if (seen?.has(name)) blame(`La clé « ${name} » figure deux fois.`);
        if (FORBIDDEN_KEYS.has(name)) blame(`La clé « ${name} » n’est pas admise.`);
        seen?.add(name);
      },
      onLiteralValue: (value) => {
        if (typeof value === 'number' && !Number.isFinite(value)) blame('Un nombre dépasse ce qui se calcule.');
        if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) {
          blame('Un texte contient un caractère nul ou incomplet.');
        }
      },
      onError: (_error, offset) => blame(`Le corps n’est pas du JSON : erreur au caractère ${offset}.`),
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return fault;
}

const wrongContentType: Problem = {
  status: 415,
  code: 'type-de-contenu',
  title: 'Type de contenu non admis',
  detail: 'Envoyez du JSON, avec l’en-tête « Content-Type: application/json ».',
};

/** The body is no acceptable JSON. */
function wrongJson(detail: string): Problem {
  return { status: 400, code: 'json-invalide', title: 'JSON invalide', detail };
}
