import type { z } from 'zod';
import type { Avertissement } from '../../../machines/avertissement.ts';
import { type Etablissement, warnEtablissement, warnNotPublic } from '../../../machines/formulaires/etablissement.ts';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { type Decision, decide, type Family, type Surroundings, welcome } from '../../engine/decide.ts';
import { type Instance, openInstance } from '../../engine/instance.ts';
import { type DossierOuvert, type GroupementOuvert, type OuvertureEntiere, pathOfGenre } from '../../engine/opening.ts';
import { seal } from '../../engine/parse-fact.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { Erreur } from '../../result.ts';
import { type Act, type Considered, type Desk, type Recorded, settle } from '../act.ts';
import { findGroupement } from '../family.ts';
import { oneVersionFurther } from '../groupement/survey-decision.ts';
import { sitesOf } from '../rows.ts';

/** Opens the dossier of an establishment, under its groupement if it has one. */
export function openDossier(desk: Desk, dossier: DossierOuvert, act: Act): Promise<Result<Recorded>> {
  return openWhole(desk, { groupement: null, dossier, faits: [] }, act);
}

/** What of an establishment deserves a second look on the path that its dossier would follow. */
export function doubtsOf(path: string, etablissement: Etablissement, pointeur: string): Avertissement[] {
  const doubts = warnEtablissement(etablissement, pointeur);
  return path === pathOfGenre.ght ? [...doubts, ...warnNotPublic(etablissement, pointeur)] : doubts;
}

/** Opens a GHT or a private group, without sites yet. */
export function openGroupement(desk: Desk, fiche: GroupementOuvert, act: Act): Promise<Result<Recorded>> {
  return settle(desk, act, (around) => Promise.resolve(ok(open(published('groupement'), fiche, null, around))));
}

/** The groupement that a site names, if its sites follow that path; null when it names none. */
async function parentOf(desk: Desk, path: string, id: string | null): Promise<Result<Instance | null>> {
  if (id === null) return ok(null);
  const found = await findGroupement(desk, id);
  if (!found.ok) return found;
  const expected = sitesOf(found.value.fiche).procedure.id;
  if (path === expected) return found;
  const message = `Les sites de ce groupement suivent la procédure « ${expected} ».`;
  return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/procedure', message }] });
}

/** A case just opened, under its parent if it has one. */
function open(
  procedure: Procedure,
  fiche: Instance['fiche'],
  parent: Instance | null,
  around: Surroundings,
): Considered {
  const opening = { id: around.newId(), parentId: parent?.id ?? null, fiche };
  const opened = openInstance(procedure, opening, around);
  const family: Family =
    procedure.genre === 'groupement'
      ? { groupement: opened, dossiers: [], certificats: [] }
      : { groupement: parent, dossiers: [opened], certificats: [] };
  const decision = welcome(family, opened, around);
  const line = { id: opened.id, ...seal({ ...fiche, type: `${procedure.genre}.ouvert`, date: around.jour }) };
  return { cible: opened.id, decision: { ...decision, taken: [line, ...decision.taken] } };
}

/** The last version of a procedure that must be there. */
function published(id: string): Procedure {
  const procedure = findProcedure(id);
  if (!procedure) throw new Error(`No procedure ${id} is published`);
  return procedure;
}

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
    const parent = first ? ok(first.decision.family.groupement) : await parentOf(desk, procedure, groupementId);
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
