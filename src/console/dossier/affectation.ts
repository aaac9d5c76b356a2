import type { Html } from '../../http/html.ts';
import type { Visitor } from './frame.ts';
import type { CaseRead } from './read/case.ts';

/** Who a dossier is assigned to, as a line of its header; null while nobody is told. */
export function affectation(_visit: Visitor, _dossier: CaseRead): Promise<Html | null> {
  return Promise.resolve(null);
}
