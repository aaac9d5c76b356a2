import type { IncomingMessage } from 'node:http';
import type { Recorded } from '../acts/act.ts';
import type { Cible } from '../acts/family.ts';
import type { FaitDit } from '../engine/parse-fact.ts';
import { err, ok } from '../engine/refusal.ts';
import { auteurOf } from '../identity/identity.ts';
import type { Services } from '../services.ts';
import { whyNotFact } from '../web/access/guard.ts';
import type { Place } from '../web/endpoint.ts';
import { named } from './named-request.ts';
import type { Answer, Answered, Request } from './operation.ts';
import { versionWanted } from './representation.ts';

/** A fact as somebody asks that it be told: on which version of the case, and under which name. */
interface Telling extends Pick<Request, 'demande'> {
  fait: FaitDit;
  version: number | null;
}

/** Tells a fact to a case for whoever may tell it; `answerTo` says what is answered, and kept. */
export async function toldTo(
  { services, identite }: Pick<Place, 'services' | 'identite'>,
  cible: Cible,
  { fait, version, demande }: Telling,
  answerTo: (recorded: Recorded) => Answer,
): Promise<Answered> {
  const forbidden = whyNotFact(`${cible.genre}s.faits`, identite, fait);
  if (forbidden) return err(forbidden);
  const act = { auteur: auteurOf(identite), version, demande: named(demande, answerTo) };
  const recorded = await services.record(cible, fait, act);
  return recorded.ok ? ok(answerTo(recorded.value)) : recorded;
}

/** The version of a case that a request asks for by `If-Match`; null for any. */
export function versionAsked(
  services: Services,
  cible: Cible,
  { headers }: Pick<IncomingMessage, 'headers'>,
): Promise<number | null> {
  return versionWanted(headers['if-match'], async () => {
    const found = await services.find(cible);
    return found.ok ? found.value.version : 0;
  });
}

/** Whether the answer may say little (RFC 7240). */
export function wantsMinimal({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return /(?:^|[,;]\s*)return\s*=\s*"?minimal"?\s*(?:[,;]|$)/i.test(`${headers['prefer'] ?? ''}`);
}
