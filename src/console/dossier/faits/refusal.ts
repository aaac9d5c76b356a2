import { type AnyRefusal, toProblem } from '../../../web/problem.ts';

/** Why a fact was not taken, in a line: what is missing, or what is wrong with what was typed. */
export function refusalWords(refusal: AnyRefusal): string {
  if (refusal.code === 'fait-refuse')
    return refusal.manque.map(({ libelle }) => libelle).join(' ') || toProblem(refusal).detail;
  return refusal.code === 'saisie-invalide'
    ? refusal.erreurs.map(({ message }) => message).join(' ')
    : toProblem(refusal).detail;
}
