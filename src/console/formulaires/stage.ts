import type { CaseRead } from '../dossier/read/case.ts';
import type { Partie } from './catalogue.ts';

/** Where form 413 stands: its state in the machine, « redaction » while its parts are filled in; null outside of it. */
export function stageOf({ etat }: Pick<CaseRead, 'etat'>): string | null {
  const place = placeOf(etat);
  return typeof place === 'object' ? 'redaction' : (place ?? null);
}

/** Whether a dossier takes form 413 now: it is closed once it is sent, until it is returned or begun again. */
export function takes413(affaire: Pick<CaseRead, 'etat'>): boolean {
  return ['redaction', 'aSigner', 'aTransmettre'].includes(stageOf(affaire) ?? '');
}

/** Whether what was recorded of a part still stands: a return, or who left, may have it filled in again. */
export function isStanding({ etat }: Pick<CaseRead, 'etat'>, partie: Partie): boolean {
  if (partie === 'partie2') return true;
  const place = placeOf(etat);
  const { parties = {} } = (etat?.snapshot.context ?? {}) as { parties?: Readonly<Record<string, string | null>> };
  return typeof place === 'object' ? place.redaction[partie] === 'remplie' : Boolean(parties[partie]);
}

function placeOf(etat: CaseRead['etat']) {
  const { formulaire413 } = (etat?.snapshot.value ?? {}) as {
    formulaire413?: string | { redaction: Readonly<Record<string, string>> };
  };
  return formulaire413;
}
