import { createHash } from 'node:crypto';
import type { NamedRequest, Recorded } from '../acts/act.ts';
import { canonicalJson } from '../engine/canonical-json.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import { auteurOf } from '../identity/identity.ts';
import type { Services } from '../services.ts';
import { PROBLEM_TYPE, type Problem, problemBody, toProblem } from '../web/problem.ts';
import type { Answer, Answered, Asked, Operation } from './operation.ts';

type Request = Omit<Asked<never>, 'demande'>;

/** What is kept of a request with what it writes; nothing when it does not name itself. */
export function named(demande: Asked['demande'], answerTo: (recorded: Recorded) => Answer): NamedRequest | undefined {
  return demande && { ...demande, tell: (recorded) => JSON.stringify(answerTo(recorded)) };
}

/** Answers once: a request sent again under its Idempotency-Key gets what was answered the first time, refusals included. */
export async function answerOnce(services: Services, operation: Operation, request: Request): Promise<Answered> {
  const demande = nameOf(operation, request);
  if (!demande.ok) return demande;
  if (!demande.value) return operation.answer({ ...request, demande: undefined });
  const key = { auteur: auteurOf(request.identite), ...demande.value };
  const before = await replay(services, key);
  if (before) return before;
  const answered = await operation.answer({ ...request, demande: demande.value });
  if (answered.ok) return answered;
  if ('code' in answered.error && answered.error.code === 'deja-repondu')
    return (await replay(services, key)) ?? answered;
  const problem = 'status' in answered.error ? answered.error : toProblem(answered.error);
  const answer: Answer = { statut: problem.status, type: PROBLEM_TYPE, corps: problemBody(problem) };
  await services.keepAnswer({ ...key, reponse: JSON.stringify(answer) });
  return ok(answer);
}

type Key = Parameters<Services['answerTo']>[0];

async function replay(services: Services, key: Key): Promise<Answered | null> {
  const kept = await services.answerTo(key);
  if (!kept.ok) return kept;
  if (kept.value === null) return null;
  const answer = JSON.parse(kept.value) as Answer;
  return ok({ ...answer, entetes: { ...answer.entetes, 'Idempotent-Replayed': 'true' } });
}

function nameOf({ id, seRejoue }: Operation, { chemin, corps, entete }: Request): Result<Asked['demande'], Problem> {
  const cle = entete('idempotency-key');
  if (!seRejoue || cle === undefined) return ok(undefined);
  if (!/^[\x21-\x7e]{8,100}$/.test(cle)) return err(wrongKey);
  const asked = canonicalJson([id, chemin, entete('if-match') ?? null, corps]);
  return ok({ cle, empreinte: createHash('sha256').update(asked).digest('hex') });
}

/** What is told of a key that names no request. */
export const wrongKey: Problem = {
  status: 400,
  code: 'cle-idempotence-invalide',
  title: 'Clé d’idempotence invalide',
  detail: 'L’en-tête Idempotency-Key prend de 8 à 100 caractères visibles, un UUID par exemple.',
};
