import { RATTACHEMENTS } from '../../../machines/groupement/rattachements.ts';
import { procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import type { RaisonIncorrigible, Refusal } from '../refusal.ts';
import { A_COTE, isErasure, isToldBeside } from './beside.ts';
import { CALENDRIER, FAIT_CORRIGE, type RankedFact, type Standing } from './corrections.ts';
import { isOpening } from './replay.ts';

const counts: ReadonlySet<string> = new Set(procedures.flatMap(({ bilan }) => [bilan(0, 0), bilan(1, 0), bilan(0, 1)]));

/** A line as it is looked for: null unless it stands, and whether what stands leads to the state that is kept. */
interface Sought {
  rang: number;
  target: Standing<RankedFact> | null;
  isKnown: boolean;
}

/** Why a line cannot be corrected, whatever the correction; null when it may be. */
export function whyNotCorrected(
  procedure: Procedure,
  { lines, amont }: { lines: readonly RankedFact[]; amont: readonly RankedFact[] },
  { rang, target, isKnown }: Sought,
): Refusal | null {
  const line = lines.find((one) => one.rang === rang);
  if (!line) return { code: 'introuvable', objet: 'fait', id: String(rang) };
  const libelle = libelleOf(procedure, line.type);
  const no = (raison: RaisonIncorrigible): Refusal => ({ code: 'correction-impossible', raison, rang, libelle });
  if (isOpening(procedure, line.type)) return no('ouverture');
  if (Object.hasOwn(RATTACHEMENTS, line.type)) return no('rattachement');
  if (line.type === FAIT_CORRIGE) return no('correction');
  if (isToldBeside(line.type) && !isErasure(line.type)) return no(A_COTE[line.type].sorte);
  if (!isKnown || isErasure(line.type)) return no('historique-incomplet');
  if (!target) return no('deja-corrigee');
  if (line.auteur === CALENDRIER) return no('calendrier');
  return isDerived(procedure, amont, target) ? no('derivee') : null;
}

/** What a line of a journal is called, in French. */
export function libelleOf(procedure: Procedure, type: string): string {
  if (isOpening(procedure, type)) return `Ouverture du ${procedure.genre}`;
  if (type === FAIT_CORRIGE) return 'Correction d’une erreur';
  if (Object.hasOwn(RATTACHEMENTS, type)) return RATTACHEMENTS[type] ?? type;
  if (isToldBeside(type)) return A_COTE[type].libelle;
  return Object.hasOwn(procedure.facts, type) ? (procedure.facts[type]?.libelle ?? type) : type;
}

/** Whether a line followed from what was told to another case: the one above, or those below by their number. */
function isDerived(
  { facts }: Procedure,
  amont: readonly RankedFact[],
  { type, dite }: Pick<Standing<RankedFact>, 'type' | 'dite'>,
): boolean {
  if (facts[type]?.derive) return true;
  return amont.some((above) => above.enregistreLe === dite && !isCount(above.type) && above.type !== FAIT_CORRIGE);
}

/** What tells a case how many it has below: it says nothing to them. */
function isCount(type: string): boolean {
  return counts.has(type);
}
