import type { Recorded } from '../acts/act.ts';
import type { Answer } from './operation.ts';
import { represent, versionTag } from './representation.ts';

/** What an act has made of a case, as it is sent. */
export function recordedAnswer(recorded: Recorded): Answer {
  const { row, vue, avertissements } = recorded;
  const told = JSON.stringify(avertissements);
  return {
    headers: recordedHeaders(recorded),
    body: `{"${row.genre}":${represent(row)},"avertissements":${told},"prochainesEtapes":${vue.text}}`,
  };
}

/** The version of a case that has just been written, and the receipt of what was. */
export function recordedHeaders({ row, recu }: Recorded): Record<string, string> {
  return { ...versionTag(row.version), ...receiptHeader(recu) };
}

/** The receipt of an act as a header, in ASCII; none where nothing was written. */
export function receiptHeader(recu: string | null): Record<string, string> {
  return recu === null ? {} : { Recu: recu };
}
