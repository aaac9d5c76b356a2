import type { z } from 'zod';
import { type Decision, decide, type Surroundings } from '../../engine/decide.ts';
import { type OuvertureEntiere, pathOfGenre } from '../../engine/opening.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { Erreur } from '../../result.ts';
import { type Act, type Desk, type Recorded, settle } from '../act.ts';
import { oneVersionFurther } from '../groupement/survey-decision.ts';
import { doubtsOf, findGroupement, open, published } from './open.ts';

/** A dossier with all that is told at once; what is wrong in it is pointed at under `/groupement`, `/dossier` and `/faits/<rang>`. */
export type WholeOpening = z.output<typeof OuvertureEntiere>;

const NOT_ITS_PATH: Erreur = {
  pointeur: '/dossier/procedure',
  message: 'Les sites de ce groupement suivent une autre procédure : changez l’un ou l’autre.',
};

/** Opens a dossier, its groupement when it is new, and tells the facts: one commit, or nothing. */
export function openWhole(
  desk: Desk,
  { groupement: group, dossier, faits }: WholeOpening,
  act: Act,
): Promise<Result<Recorded>> {
  const { procedure, etablissement, groupementId = null } = dossier;
  if (group && pathOfGenre[group.genre] !== procedure)
    return Promise.resolve(err({ code: 'saisie-invalide', erreurs: [NOT_ITS_PATH] }));
  return settle(desk, act, async (around) => {
    const first = group && open(published('groupement'), group, null, around);
    const parent = first ? ok(first.decision.family.groupement) : await findGroupement(desk, procedure, groupementId);
    if (!parent.ok) return parent;
    const opened = open(published(procedure), etablissement, parent.value, around);
    const decision = first ? after(first.decision, opened.decision) : opened.decision;
    const told = tellAll(decision, opened.cible, faits, around);
    if (!told.ok) return told;
    const { before, family, changed, avertissements } = told.value;
    const doubts = [...doubtsOf(procedure, etablissement, '/etablissement'), ...avertissements];
    const settled = { ...told.value, family: oneVersionFurther(before, family, changed), avertissements: doubts };
    return ok({ cible: opened.cible, decision: settled });
  });
}

function tellAll(first: Decision, cible: string, faits: WholeOpening['faits'], around: Surroundings): Result<Decision> {
  let decision = first;
  for (const [rang, fait] of faits.entries()) {
    const next = decide(decision.family, cible, fait, around);
    if (!next.ok) {
      const { error } = next;
      if (error.code !== 'saisie-invalide') return next;
      return err({ ...error, erreurs: error.erreurs.map(under(`/faits/${rang}`)) });
    }
    decision = after(decision, next.value);
  }
  return ok(decision);
}

function after(first: Decision, next: Decision): Decision {
  return {
    before: first.before,
    family: next.family,
    changed: new Set([...first.changed, ...next.changed]),
    taken: [...first.taken, ...next.taken],
    atteintAbsents: first.atteintAbsents || next.atteintAbsents,
    avertissements: [...first.avertissements, ...next.avertissements],
  };
}

function under(place: string) {
  return ({ pointeur, message }: { pointeur: string; message: string }) => ({
    pointeur: `${place}${pointeur}`,
    message,
  });
}
