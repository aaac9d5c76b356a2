import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { ok } from '../../engine/refusal.ts';
import { documentOf } from '../openapi/document.ts';
import { pageOf } from '../openapi/page.ts';
import { get, type Operation } from '../operation.ts';
import { sendPiece } from '../piece.ts';

/** Whoever may read what procedures there are may read how to ask. */
const PUBLIC = 'procedures.lister';

/** The document of the other operations, for programs and for people, made when it is first asked for. */
export function documentationOperations(operations: readonly Operation[]): Operation[] {
  const document = once(() => documentOf(operations));
  const json = once(() => piece('openapi.json', 'application/json; charset=utf-8', JSON.stringify(document())));
  const page = once(() => piece('api.html', 'text/html; charset=utf-8', pageOf(operations, document())));
  return [
    get('documentation.openapi', '/openapi.json', {
      right: PUBLIC,
      summary: 'Lire le document OpenAPI',
      reply: { schema: z.looseObject({ openapi: z.string() }) },
      answer: (asked) => ok(sendPiece(asked, json())),
    }),
    get('documentation.page', '/docs', {
      right: PUBLIC,
      summary: 'Lire la documentation',
      reply: { type: 'text/html', schema: z.string() },
      answer(asked) {
        const answer = sendPiece(asked, page());
        return ok({ ...answer, headers: { ...answer.headers, 'Content-Security-Policy': SELF_CONTAINED } });
      },
    }),
  ];
}

/** The page carries its own style and asks nobody for anything. */
const SELF_CONTAINED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** In bytes, and compressed, once: 1,200 readers at a time share them. */
function piece(nom: string, type: string, text: string) {
  const body = Buffer.from(text);
  const empreinte = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { nom, type, body, gzip: gzipSync(body), empreinte };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
