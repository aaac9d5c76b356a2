import type { Avertissement } from '../../../machines/avertissement.ts';
import { type Etablissement, warnEtablissement, warnNotPublic } from '../../../machines/formulaires/etablissement.ts';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { type Family, type Surroundings, welcome } from '../../engine/decide.ts';
import { type Instance, openInstance } from '../../engine/instance.ts';
import { type DossierOuvert, type GroupementOuvert, pathOfGenre } from '../../engine/opening.ts';
import { seal } from '../../engine/parse-fact.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import { type Act, type Considered, type Desk, type Recorded, settle } from '../act.ts';
import { sitesOf, toInstance } from '../rows.ts';

/** Opens the dossier of an establishment, under its groupement if it has one. */
export function openDossier(
  desk: Desk,
  { procedure: path, etablissement, groupementId = null }: DossierOuvert,
  act: Act,
): Promise<Result<Recorded>> {
  const avertissements = doubtsOf(path, etablissement, '/etablissement');
  return settle(desk, act, async (around) => {
    const parent = await findGroupement(desk, path, groupementId);
    if (!parent.ok) return parent;
    const { cible, decision } = open(published(path), etablissement, parent.value, around);
    return ok({ cible, decision: { ...decision, avertissements } });
  });
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
export async function findGroupement(
  { store }: Desk,
  path: string,
  id: string | null,
): Promise<Result<Instance | null>> {
  if (id === null) return ok(null);
  const row = await store.row(id);
  if (row?.genre !== 'groupement') return err({ code: 'introuvable', objet: 'groupement', id });
  const instance = toInstance(row);
  if (!instance) return err({ code: 'dossier-en-quarantaine', id });
  const expected = sitesOf(instance.fiche).procedure.id;
  if (path === expected) return ok(instance);
  const message = `Les sites de ce groupement suivent la procédure « ${expected} ».`;
  return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/procedure', message }] });
}

/** A case just opened, under its parent if it has one. */
export function open(
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
export function published(id: string): Procedure {
  const procedure = findProcedure(id);
  if (!procedure) throw new Error(`No procedure ${id} is published`);
  return procedure;
}
