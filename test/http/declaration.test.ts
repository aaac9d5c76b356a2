import { expect, test } from 'vitest';
import { z } from 'zod';
import { get, post } from '../../src/http/operation.ts';
import { ok } from '../../src/result.ts';

/** What tsc refuses: each line below an `@ts-expect-error` must be an error, or the types do not check. */
const lue = get('essai.lire', '/essais/:id/lignes/:rang.csv', {
  summary: 'Lire',
  query: z.strictObject({ limite: z.coerce.number() }),
  reply: { schema: z.null() },
  answer({ params, query, body }) {
    const read: [string, string, number, undefined] = [params.id, params.rang, query.limite, body];
    // @ts-expect-error the path names no such parameter
    const autre = params.autre;
    // @ts-expect-error the query string holds no such thing
    const apres = query.apres;
    return ok({ body: { read, autre, apres } });
  },
});

const ecrite = post('essai.ecrire', '/essais', {
  summary: 'Écrire',
  body: z.strictObject({ nom: z.string() }),
  seRejoue: true,
  reply: { status: 201, schema: z.null() },
  answer({ body }) {
    const nom: string = body.nom;
    // @ts-expect-error its schema declares no such field
    const prenom = body.prenom;
    return ok({ status: 201, body: { nom, prenom } });
  },
});

const fautive = post('essai.faute', '/essais', {
  summary: 'Se tromper',
  // @ts-expect-error a misspelt option
  seRejou: true,
  reply: { schema: z.null() },
  answer: () => ok({ body: null }),
});

test('a declaration says where an operation is, what it takes, and nothing that it does not know', () => {
  expect(lue).toMatchObject({ id: 'essai.lire', right: 'essai.lire', method: 'get', body: null, seRejoue: false });
  expect(ecrite.body?.type).toBe('application/json');
  expect(ecrite.body?.schema.safeParse({ nom: 'Essai', prenom: 'Alix' }).success).toBe(false);
  expect(fautive.seRejoue).toBe(false);
});
