import type { z } from 'zod';
import type { Recorded } from '../acts/act.ts';
import type { Identity } from '../identity/identity.ts';
import type { Retenu } from './case-schemas.ts';
import { type Answer, BREF } from './operation.ts';
import { permitted } from './permitted.ts';
import { represent, versionTag } from './representation.ts';

/** What an act has made of a case, as it is sent to who has done it. */
export function recordedAnswer(recorded: Recorded, identite: Identity): Answer {
  const { row, vue, avertissements } = recorded;
  const told = JSON.stringify(avertissements);
  return {
    headers: recordedHeaders(recorded),
    body: `{"${row.genre}":${represent(row)},"avertissements":${told},"prochainesEtapes":${permitted(identite, vue.text)}}`,
  };
}

/** The same in few words (RFC 7240). */
export function minimalAnswer(recorded: Recorded): Answer {
  const headers = { ...recordedHeaders(recorded), 'Preference-Applied': 'return=minimal' };
  return { type: BREF, headers, body: JSON.stringify(briefOf(recorded)) };
}

/** Where a case stands after an act, in few words. */
function briefOf({ row, vue, avertissements }: Recorded): z.output<typeof Retenu> {
  const { id, version, statut } = row;
  const codes = [...new Set(avertissements.map(({ code }) => code))];
  return { id, version, statut, restant: vue.suite.restant.minimum, avertissements: codes };
}

/** The version of a case that has just been written, and the receipt of what was. */
export function recordedHeaders({ row, recu }: Recorded): Record<string, string> {
  return { ...versionTag(row.version), ...receiptHeader(recu) };
}

/** The receipt of an act as a header, in ASCII; none where nothing was written. */
export function receiptHeader(recu: string | null): Record<string, string> {
  return recu === null ? {} : { Recu: recu };
}
