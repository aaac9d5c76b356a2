import type { Nommes } from '../../../machines/event.ts';
import { findFact } from '../../../machines/index.ts';

/** What is read of a line of a journal. */
interface Line {
  type: string;
  saisie: string | null;
}

/** Whom a line names: nobody once what was typed is forgotten. */
export function namedBy({ type, saisie }: Line): Nommes {
  return saisie === null ? {} : (findFact(type)?.nommer(JSON.parse(saisie)) ?? {});
}

/** Who leads a dossier, as a line tells it: a fact about them does, and who signs. */
export function leadersIn(line: Line): Pick<Nommes, 'representantLegal' | 'mandataire'> {
  const { representantLegal, mandataire, signataire } = namedBy(line);
  return { representantLegal, mandataire, ...(signataire && { [signataire.qualite]: signataire.signataire }) };
}
