import type { Recorded } from '../acts/act.ts';
import type { Answer } from './operation.ts';
import { represent, versionTag } from './representation.ts';

/** What an act has made of a case, as it is sent. */
export function recordedAnswer({ row, vue, avertissements }: Recorded): Answer {
  const told = JSON.stringify(avertissements);
  return {
    headers: versionTag(row.version),
    body: `{"${row.genre}":${represent(row)},"avertissements":${told},"prochainesEtapes":${vue.text}}`,
  };
}
