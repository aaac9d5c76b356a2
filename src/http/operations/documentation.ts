import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ok } from '../../engine/refusal.ts';
import { documentOf } from '../openapi/document.ts';
import { pageOf } from '../openapi/page.ts';
import { type Operation, operation } from '../operation.ts';
import { sendPiece } from '../piece.ts';

/** The document of the other operations, for programs and for people, made when it is first asked for. */
export function documentationOperations(operations: readonly Operation[]): Operation[] {
  const document = once(() => documentOf(operations));
  const json = once(() => piece('openapi.json', 'application/json; charset=utf-8', JSON.stringify(document())));
  const page = once(() => piece('api.html', 'text/html; charset=utf-8', pageOf(operations, document())));
  return [
    operation({
      id: 'documentation.openapi',
      methode: 'get',
      chemin: '/openapi.json',
      resume: 'Lire le document OpenAPI',
      reponse: { schema: z.looseObject({ openapi: z.string() }) },
      answer: (asked) => ok(sendPiece(asked, json())),
    }),
    operation({
      id: 'documentation.page',
      methode: 'get',
      chemin: '/docs',
      resume: 'Lire la documentation',
      reponse: { type: 'text/html', schema: z.string() },
      answer(asked) {
        const answer = sendPiece(asked, page());
        return ok({ ...answer, entetes: { ...answer.entetes, 'Content-Security-Policy': SELF_CONTAINED } });
      },
    }),
  ];
}

/** The page carries its own style and asks nobody for anything. */
const SELF_CONTAINED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

function piece(nom: string, type: string, corps: string) {
  return { nom, type, corps, empreinte: createHash('sha256').update(corps).digest('base64url').slice(0, 22) };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
