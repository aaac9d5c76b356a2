import type { Surroundings } from '../engine/decide.ts';
import type { TypeDepot } from '../engine/history/beside.ts';
import { seal } from '../engine/parse-fact.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import type { RecordedLine } from '../store/store.ts';
import type { Act, Considered, Desk } from './act.ts';
import { type Cible, findWhole } from './family.ts';

/** A line beside the machine, as it is about to be told. */
interface Telling {
  type: TypeDepot;
  champs: object;
  act: Act;
  around: Surroundings;
}

/** A line beside the machine of a case: nothing of the case changes but its version. */
export async function tellBeside(
  desk: Desk,
  cible: Cible,
  { type, champs, act, around }: Telling,
): Promise<Result<Considered>> {
  const found = await findWhole(desk, cible);
  if (!found.ok) return found;
  const { cible: own, family } = found.value;
  if (act.version !== null && act.version !== own.version)
    return err({ code: 'version-perimee', version: own.version });
  const after = { ...own, version: own.version + 1 };
  const dossiers = family.dossiers.map((one) => (one.id === own.id ? after : one));
  return ok({
    cible: cible.id,
    decision: {
      before: family,
      family: { ...family, dossiers },
      changed: new Set([own.id]),
      taken: [{ id: own.id, ...seal({ ...champs, type, date: around.jour }) }],
      atteintAbsents: false,
      avertissements: [],
    },
  });
}

/** That a case is there. */
export async function isThere({ store }: Desk, { genre, id }: Cible): Promise<Result<null>> {
  const row = await store.row(id);
  return row?.genre === genre ? ok(null) : err({ code: 'introuvable', objet: genre, id });
}

/** A line of the journal of a case by its rank; null where it is of another. */
export async function lineOf({ store }: Desk, { id }: Cible, rang: number): Promise<RecordedLine | null> {
  const [line] = await store.journal(id, rang - 1, 1);
  return line?.rang === rang ? line : null;
}
