import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { NamedRequest, Recorded } from '../acts/act.ts';
import { canonicalJson } from '../engine/canonical-json.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import { auteurOf } from '../identity/identity.ts';
import { parse } from '../result.ts';
import type { Services } from '../services.ts';
import type { Asked } from '../web/endpoint.ts';
import { PROBLEM_TYPE, type Problem, problemBody, toProblem } from '../web/problem.ts';
import type { Answer, Answered, Operation, Request } from './operation.ts';
import { receiptHeader } from './representation.ts';

/** What is kept of a request with what it writes; nothing when it does not name itself. */
export function named(demande: Request['demande'], answerTo: (recorded: Recorded) => Answer): NamedRequest | undefined {
  return demande && { ...demande, tell: (recorded) => toKept(answerTo(recorded)) };
}

/** Answers once: a request sent again under its Idempotency-Key gets what was answered the first time, refusals included. */
export function answerOnce(operation: Operation, asked: Asked): Promise<Answered> | Answered {
  const demande = nameOf(operation, asked);
  if (!demande.ok) return demande;
  if (!demande.value) return handOver(operation, asked, undefined);
  const key = { auteur: auteurOf(asked.identite), ...demande.value };
  return once(asked.services, key, () => handOver(operation, asked, demande.value));
}

/** Answers under a key what was answered the first time; else what `act` answers, which keeps it with what it writes. */
export async function once(services: Services, key: Key, act: () => Promise<Answered> | Answered): Promise<Answered> {
  const before = await replay(services, key);
  if (before) return before;
  const answered = await act();
  if (answered.ok) return answered;
  if ('code' in answered.error && answered.error.code === 'deja-repondu')
    return (await replay(services, key)) ?? answered;
  const problem = toProblem(answered.error);
  const answer: Answer = { status: problem.status, type: PROBLEM_TYPE, body: problemBody(problem) };
  const isKept = await services.keepAnswer({ ...key, reponse: toKept(answer) });
  return (isKept ? null : await replay(services, key)) ?? ok(answer);
}

/** The body as its schema reads it. */
function handOver(operation: Operation, asked: Asked, demande: Request['demande']): Promise<Answered> | Answered {
  const body = operation.body ? parse(operation.body.schema, asked.body) : ok(undefined);
  if (!body.ok) return body;
  return operation.answer({ ...asked, body: body.value, demande } as Request<never, never, never>);
}

type Key = Parameters<Services['answerTo']>[0];

/** An answer as it is kept: these names are in the database. */
const Kept = z.object({
  statut: z.number().optional(),
  type: z.string().optional(),
  entetes: z.record(z.string(), z.string()).optional(),
  corps: z.union([z.string(), z.record(z.string(), z.unknown()), z.null()]),
});

function toKept({ status: statut, headers: entetes, type, body: corps }: Answer): string {
  return JSON.stringify({ statut, entetes, type, corps });
}

async function replay(services: Services, key: Key): Promise<Answered | null> {
  const kept = await services.answerTo(key);
  if (!kept.ok) return kept;
  if (kept.value === null) return null;
  const { reponse, recu } = kept.value;
  const { statut: status = 200, type = JSON_TYPE, entetes, corps: body } = Kept.parse(JSON.parse(reponse));
  return ok({ status, type, headers: { ...entetes, ...receiptHeader(recu), 'Idempotent-Replayed': 'true' }, body });
}

const JSON_TYPE = 'application/json; charset=utf-8';

function nameOf(
  { id, method, seRejoue }: Operation,
  { params, body, request: { headers } }: Asked,
): Result<Request['demande'], Problem> {
  const cle = headers['idempotency-key'];
  if (cle === undefined) return ok(undefined);
  if (refusesKey({ method, seRejoue })) return err(keyNotTaken);
  if (!seRejoue) return ok(undefined);
  if (typeof cle !== 'string' || !CLE.test(cle)) return err(wrongKey);
  const asked = canonicalJson([id, params, headers['if-match'] ?? null, body]);
  return ok({ cle, empreinte: createHash('sha256').update(asked).digest('hex') });
}

/** A key that a request, or a line of several, may name itself by. */
export const CLE = /^[\x21-\x7e]{8,100}$/;

/** Whether an operation refuses the key of a request, which it would ignore; what is no POST does no more the second time. */
export function refusesKey({ method, seRejoue }: Pick<Operation, 'method' | 'seRejoue'>): boolean {
  return !seRejoue && method === 'post';
}

/** What is told of a key where nothing is kept under one. */
export const keyNotTaken: Problem = {
  status: 400,
  code: 'cle-idempotence-non-admise',
  title: 'Clé d’idempotence non admise ici',
  detail:
    'Cette demande ne se rejoue pas sous une clé : retirez l’en-tête Idempotency-Key ; si elle écrit, relisez avant de la renvoyer.',
};

/** What is told of a key that names no request. */
export const wrongKey: Problem = {
  status: 400,
  code: 'cle-idempotence-invalide',
  title: 'Clé d’idempotence invalide',
  detail: 'L’en-tête Idempotency-Key prend de 8 à 100 caractères visibles, un UUID par exemple.',
};
