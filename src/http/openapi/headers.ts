import { z } from 'zod';
import { BREF, type Operation } from '../operation.ts';

const texte = { type: 'string' } as const;
const entier = { type: 'integer', minimum: 0 } as const;

/** Every header that an answer may bear, as programs read it. */
export const headers = {
  'X-Request-Id': {
    description: 'Sous lequel la demande se retrouve au journal technique ; celui de la demande, s’il en porte un',
    schema: texte,
  },
  'RateLimit-Policy': {
    description: 'Combien de demandes (q) par fenêtre, en secondes (w)',
    schema: texte,
    example: '"identite";q=6000;w=60',
  },
  RateLimit: {
    description: 'Combien il en reste (r), et dans combien de secondes toutes sont rendues (t)',
    schema: texte,
    example: '"identite";r=5999;t=42',
  },
  'Retry-After': { description: 'Dans combien de secondes revenir', schema: entier, example: 42 },
  'Cle-Fin': { description: 'Le dernier jour de la clé, dès 30 jours avant', schema: texte, example: '2026-01-31' },
  'WWW-Authenticate': {
    description: 'Comment dire qui l’on est (RFC 6750)',
    schema: texte,
    example: 'Bearer realm="parcours-igc"',
  },
  Allow: { description: 'Les méthodes que prend cette adresse', schema: texte, example: 'GET, POST' },
  ETag: {
    description: 'La version de ce qui est rendu : à redire en If-Match, ou en If-None-Match',
    schema: texte,
    example: '"12"',
  },
  Location: { description: 'L’adresse de ce qui vient d’être ouvert', schema: texte, example: '/api/v1/dossiers/7b1e' },
  Recu: { description: 'Le reçu signé de l’acte : il prouve des années après qu’il a été enregistré', schema: texte },
  'Idempotent-Replayed': {
    description: 'Que cette réponse est celle d’une demande déjà faite sous la même clé',
    schema: { type: 'string', const: 'true' },
  },
  'Preference-Applied': {
    description: 'La préférence qui a été suivie',
    schema: { type: 'string', const: 'return=minimal' },
  },
  'Content-Disposition': { description: 'Le nom du fichier', schema: texte },
  'Set-Cookie': { description: 'Le cookie de la session', schema: texte },
  Deprecation: {
    description: 'Depuis quand mieux vaut ne plus s’en servir, en secondes (RFC 9745)',
    schema: texte,
    example: '@1767225600',
  },
  Sunset: {
    description: 'Quand cette adresse pourra disparaître (RFC 8594)',
    schema: texte,
    example: 'Wed, 01 Jul 2026 00:00:00 GMT',
  },
  Link: {
    description: 'Ce qui la remplace (rel="successor-version")',
    schema: texte,
    example: '</docs#dossiers.lister>; rel="successor-version"',
  },
} as const;
export type HeaderName = keyof typeof headers;

const counted = ['X-Request-Id', 'RateLimit-Policy', 'RateLimit', 'Cle-Fin'] as const;

/** The refusals that are kept under the key of a request, and answered again. */
const KEPT = new Set([403, 404, 409, 412, 422, 423]);

/** The headers that an answer of an operation may bear, by its status. */
export function headersOf(operation: Operation, status: number): readonly HeaderName[] {
  const { deprecie, seRejoue } = operation;
  const ending = deprecie ? (['Deprecation', 'Sunset', 'Link'] as const) : [];
  const replayed = seRejoue && (status < 300 || KEPT.has(status)) ? (['Idempotent-Replayed'] as const) : [];
  return [...counted, ...ending, ...replayed, ...ownOf(operation, status)];
}

function ownOf(operation: Operation, status: number): readonly HeaderName[] {
  const { headers = [], revalidates = false } = operation.reply;
  if (status === 304) return ['ETag'];
  if (status >= 400) return refusalHeaders(status);
  const tag = revalidates && !headers.includes('ETag') ? (['ETag'] as const) : [];
  return [...tag, ...headers, ...(takesPreference(operation) ? (['Preference-Applied'] as const) : [])];
}

function refusalHeaders(status: number): readonly HeaderName[] {
  if (status === 401) return ['WWW-Authenticate'];
  if (status === 405) return ['Allow'];
  return status === 429 || status === 503 ? ['Retry-After'] : [];
}

/** The types of what an operation answers when it says yes, each with its schema; none where it says nothing. */
export function contentsOf({ reply }: Operation): Readonly<Record<string, z.ZodType>> {
  const { status, type = 'application/json', schema, bref, aussi } = reply;
  if (status === 204) return {};
  return { [type]: schema, ...(bref && { [BREF]: bref }), ...aussi };
}

const texteEnTete = z.string();
const named = {
  'Idempotency-Key': texteEnTete
    .min(8)
    .max(100)
    .meta({
      description: 'La même clé et la même demande reçoivent la même réponse pendant 7 jours',
      examples: ['envoi-2026-0001'],
    }),
  'If-Match': texteEnTete.meta({
    description: 'La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle',
    examples: ['"12"'],
  }),
  'If-None-Match': texteEnTete.meta({
    description: 'La version que vous avez déjà : 304 si c’est encore elle',
    examples: ['"12"'],
  }),
  Prefer: texteEnTete.meta({
    description: '« return=minimal » : une réponse de 300 octets au plus',
    examples: ['return=minimal'],
  }),
};

/** What a request of an operation may say in its headers. */
export function requestHeadersOf(operation: Operation): z.ZodObject {
  const { seRejoue, path, reply } = operation;
  const asked = {
    'Idempotency-Key': seRejoue,
    'If-Match': seRejoue && path.includes(':'),
    'If-None-Match': reply.revalidates === true,
    Prefer: takesPreference(operation),
  };
  const some = Object.entries(named).filter(([name]) => asked[name as keyof typeof asked]);
  return z.object(Object.fromEntries(some.map(([name, schema]) => [name, schema.optional()])));
}

/** Whether it answers little to who prefers it: where a list does, it is asked for otherwise. */
function takesPreference({ seRejoue, reply }: Operation): boolean {
  return seRejoue && reply.bref !== undefined;
}
