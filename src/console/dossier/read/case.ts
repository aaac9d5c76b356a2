import { certificat } from '../../../../machines/certificat/procedure.ts';
import type { Fact } from '../../../../machines/event.ts';
import { findProcedure } from '../../../../machines/index.ts';
import type { Procedure } from '../../../../machines/procedure.ts';
import { actOf } from '../../../engine/answers/shortest-path.ts';
import { restoreEtat } from '../../../engine/instance.ts';
import { ok, type Result } from '../../../engine/refusal.ts';
import type { RemainingAct } from '../../../engine/remaining-act.ts';
import type { Services } from '../../../services.ts';
import type { Visit } from '../../shell/screen.ts';

/** What a screen of this area is about: a kind of case, and its id. */
export type Cible = Parameters<Services['find']>[0];
/** The value of a « oui ». */
type Given<T> = Extract<Awaited<T>, { ok: true }> extends { value: infer V } ? V : never;
/** A case as it is kept. */
export type StoredRow = Given<ReturnType<Services['find']>>;
/** A line of the journal. */
export type Ligne = Given<ReturnType<Services['journal']>>[number];

type Lu = Given<ReturnType<Services['view']>>['vue']['suite'];
/** A step of it. */
export type Etape = Lu['etapes'][number];
/** A fact that a step waits for. */
export type Fait = Etape['faits'][number];
/** An act of the shortest way, and how often it is to be done. */
type Restant = RemainingAct & { nombre: number };
/** What is next for a case, the acts of the shortest way named. */
export interface Suite extends Omit<Lu, 'restant'> {
  restant: Omit<Lu['restant'], 'etapes'> & { etapes: Restant[] };
}

/** The running machine of a case that is whole. */
export type Etat = NonNullable<ReturnType<typeof restoreEtat>>;

/** A case as the console shows it. */
export interface CaseRead {
  cible: Cible;
  row: StoredRow;
  fiche: Readonly<Record<string, unknown>>;
  procedure: Procedure | null;
  /** Null when the row is no longer what was written: it is shown, never advanced. */
  etat: Etat | null;
  /** Null in quarantine. */
  suite: Suite | null;
}

/** Reads a case with what is next for it; a bad row, its own or a relative’s, leaves it without. */
export async function readCase(services: Services, cible: Cible): Promise<Result<CaseRead>> {
  const found = await services.find(cible);
  if (!found.ok) return found;
  const row = found.value;
  const procedure = findProcedure(row.procedure, row.procedureVersion);
  const etat = row.intacte && procedure ? restoreEtat(procedure, row.etat) : null;
  const seen = etat ? await services.view(cible) : null;
  const suite = seen?.ok && procedure ? named(procedure, seen.value.vue.suite) : null;
  return ok({ cible, row, fiche: readFiche(row.fiche), procedure, etat, suite });
}

function named(procedure: Procedure, lu: Lu): Suite {
  const acts = lu.restant.etapes.map(({ type, nombre }) => ({ ...factOf(procedure, type), nombre }));
  return { ...lu, restant: { ...lu.restant, etapes: acts } };
}

/** A fact that a procedure knows; undefined for any other line of a journal. */
export function factIn(procedure: Procedure | null, type: string): Fact | undefined {
  return procedure && Object.hasOwn(procedure.facts, type) ? procedure.facts[type] : undefined;
}

/** A fact of a case, or of its certificates, as an act to do. */
export function factOf(procedure: Procedure, type: string): RemainingAct {
  return actOf(factIn(procedure, type) ? procedure : certificat, type);
}

/** All that a case may be told now, or is refused with what is missing, once per step that waits for it; nothing in quarantine. */
export function factsIn({ suite }: Pick<CaseRead, 'suite'>): Fait[] {
  return suite ? [...suite.etapes.flatMap(({ faits }) => faits), ...suite.autresFaits] : [];
}

/** Whether a case takes a fact now. */
export function takes(affaire: Pick<CaseRead, 'suite'>, type: string): boolean {
  return factsIn(affaire).some((fait) => fait.type === type && fait.accepte);
}

/** A damaged card may be no JSON. */
function readFiche(text: string): CaseRead['fiche'] {
  try {
    const fiche: unknown = JSON.parse(text);
    return typeof fiche === 'object' && fiche !== null ? (fiche as CaseRead['fiche']) : {};
  } catch {
    return {};
  }
}

/** Where a case is in the console. */
export function pathOf({ genre, id }: Cible): string {
  return `/${genre}s/${id}`;
}

/** The case that a path of the API posts to: `/api/v1/dossiers/<id>/faits`. */
export function cibleOf(vers: string): Cible | null {
  const [, genre, id = ''] = /^\/api\/v1\/(dossier|groupement|certificat)s\/([^/]+)\/faits$/.exec(vers) ?? [];
  return genre === undefined ? null : { genre: genre as Cible['genre'], id };
}

/** Whoever is at a screen of a case. */
export type Visitor = Pick<Visit<unknown>, 'services' | 'identite' | 'params' | 'request' | 'apart'>;
