import type { Procedure } from '../../../../machines/procedure.ts';
import { type Cible, cibleOf, type Fait, pathOf } from '../read/case.ts';

/** Where the form of a fact is: `/dossiers/<id>/faits/contrat.signe`. */
export function factPath(cible: Cible, type: string): string {
  return `${pathOf(cible)}/faits/${type}`;
}

/** Whether a fact asks for nothing but its day. */
export function isDateOnly({ facts }: Procedure, type: string): boolean {
  const fact = facts[type];
  return fact !== undefined && Object.keys(fact.champs).length === 0;
}

/** Which case a fact is told to, read from the path of the API that takes it; `here` when it says nothing else. */
export function receiverOf({ vers }: Pick<Fait, 'vers'>, here: Cible): Cible {
  return cibleOf(vers) ?? here;
}
