import { z } from 'zod';
import type { Avertissement } from '../../../machines/avertissement.ts';
import { findProcedure } from '../../../machines/index.ts';
import { dayOf } from '../../days.ts';
import { type Conformity, conformityOf } from '../../engine/answers/conformity.ts';
import { type GroupementPlan, groupementPlanOf } from '../../engine/answers/groupement-plan.ts';
import { type NextSteps, nextSteps } from '../../engine/answers/next-steps.ts';
import { type Plan, planOf } from '../../engine/answers/plan.ts';
import { warnOrderIn } from '../../engine/coherence.ts';
import { decide, type Family, type Surroundings, welcome } from '../../engine/decide.ts';
import { openInstance } from '../../engine/instance.ts';
import { err, ok, type Refusal, type Result } from '../../engine/refusal.ts';
import { aroundOf, type Desk, numbered } from '../act.ts';
import { type Cible, findCase, findWhole, memberOf } from '../family.ts';

/** Facts in the order in which they would happen. */
export const Faits = z.strictObject({ faits: z.array(z.looseObject({ type: z.string() })).max(200) });
export type Faits = z.output<typeof Faits>;

/** What would become of a case; `refus` is the first fact refused, by its rank from 0, after which nothing is tried. */
export interface Foreseen {
  acceptes: number;
  refus: { rang: number; refus: Refusal } | null;
  /** What of the facts that would be taken deserves a second look, pointed at in what was sent. */
  avertissements: Avertissement[];
  prochainesEtapes: NextSteps;
  plan: Plan;
}

/** The shortest way from where a case stands. */
export async function plan(desk: Desk, cible: Cible): Promise<Result<Plan>> {
  const found = await findCase(desk, cible);
  if (!found.ok) return found;
  const jour = dayOf(desk.clock());
  return ok(planOf(found.value.family, found.value.cible, jour, desk.delais?.(jour)));
}

/** The least set of acts over the sites of a groupement. */
export async function planGroupement(desk: Desk, id: string): Promise<Result<GroupementPlan>> {
  const found = await findWhole(desk, { genre: 'groupement', id });
  if (!found.ok) return found;
  return ok(groupementPlanOf(found.value.family, found.value.cible, surroundings(desk)));
}

/** What a dossier would become if those facts happened; nothing is written. */
export async function simulate(desk: Desk, cible: Cible, { faits }: Faits): Promise<Result<Foreseen>> {
  const found = await findWhole(desk, cible);
  if (!found.ok) return found;
  return ok(foresee(desk, { family: found.value.family, id: cible.id, around: surroundings(desk) }, faits));
}

/** The same for an establishment that has no dossier, of which those facts are known. */
export function planFrom(desk: Desk, path: string, known: Faits): Result<Foreseen> {
  const blank = blankDossier(desk, path);
  return blank.ok ? ok(foresee(desk, blank.value, known.faits)) : blank;
}

/** Whether a history, from the opening on, keeps to a procedure, and the shortest repair if not. */
export function conform(desk: Desk, path: string, known: Faits): Result<Conformity> {
  const blank = blankDossier(desk, path);
  return blank.ok ? ok(conformityOf(blank.value.family, blank.value.id, known.faits, blank.value.around)) : blank;
}

/** A case in its family, and what is around. */
interface Blank {
  family: Family;
  id: string;
  around: Surroundings;
}

/** A dossier that exists nowhere. */
function blankDossier(desk: Desk, path: string): Result<Blank> {
  const procedure = findProcedure(path);
  if (procedure?.genre !== 'dossier') return err({ code: 'introuvable', objet: 'procedure', id: path });
  const around = surroundings(desk);
  const id = around.newId();
  const opened = openInstance(procedure, { id, parentId: null, fiche: {} }, around);
  const { family } = welcome({ groupement: null, dossiers: [opened], certificats: [] }, opened, around);
  return ok({ family, id, around });
}

/** Each fact goes to the case itself. */
function foresee(desk: Desk, { family: before, id, around }: Blank, faits: readonly object[]): Foreseen {
  let family = before;
  let refus: Foreseen['refus'] = null;
  const avertissements: Avertissement[] = [];
  let rang = 0;
  for (; rang < faits.length && refus === null; rang++) {
    const decision = decide(family, id, faits[rang], around);
    if (decision.ok) {
      family = decision.value.family;
      for (const doubt of [...decision.value.avertissements, ...warnOrderIn(decision.value)])
        avertissements.push({ ...doubt, pointeur: `/faits/${rang}${doubt.pointeur}` });
    } else refus = { rang, refus: decision.error };
  }
  const instance = memberOf(family, id);
  const { jour } = around;
  const delais = desk.delais?.(jour);
  return {
    acceptes: refus?.rang ?? rang,
    refus,
    avertissements,
    prochainesEtapes: nextSteps(family, instance, jour, delais),
    plan: planOf(family, instance, jour, delais),
  };
}

function surroundings({ clock }: Desk): Surroundings {
  return aroundOf(clock(), numbered('simulation'));
}
