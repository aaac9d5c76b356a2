import { randomUUID } from 'node:crypto';
import { members } from '../engine/decide.ts';
import { readFiche } from '../engine/fiche.ts';
import { isErasure, readDepot, type TypeEffacement } from '../engine/history/beside.ts';
import { Effacement, FAIT_CORRIGE, readCorrection } from '../engine/history/corrections.ts';
import { readRefuse } from '../engine/history/mails.ts';
import { type Instance, recordEtat, restoreEtat } from '../engine/instance.ts';
import { seal } from '../engine/parse-fact.ts';
import { ok, type Result } from '../engine/refusal.ts';
import type { RecordedLine } from '../store/store.ts';
import { aroundOf, type Desk } from './act.ts';
import { type Cible, findWhole } from './family.ts';
import { lettingGo } from './letting-go.ts';
import { journalOf } from './opening/opening-day.ts';
import { toChanges } from './rows.ts';

/** What is erased of a case, and as what. */
export interface Erasing {
  type: TypeEffacement;
  /** Whether all documents and mails go too: who is named in them is not known. */
  documents: boolean;
  /** Whether the text of a line is to be erased. */
  holds(saisie: string): boolean;
  /** A text of a case (JSON) without whoever is erased; `ids` are the imprints of names that are changed with it. */
  without(text: string, ids: ReadonlyMap<string, string>): string;
  /** Whether a text of a dossier is one of those imprints. */
  isId(text: string): boolean;
}

const ATTEMPTS = 20;

/**
 * Erases texts of the lines of a case and of its certificates, and takes whoever is erased out of what is kept of them, in one commit, of
 * which each journal says that it was. Gives how many lines were; a case where nothing was to be erased is told of all the same.
 */
export async function erase(desk: Desk, cible: Cible, erasing: Erasing, auteur: string): Promise<Result<number>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await findWhole(desk, cible);
    if (!found.ok) return found;
    const { family } = found.value;
    const scope = members(family).filter(({ id, parentId }) => id === cible.id || parentId === cible.id);
    const own = scope.filter(({ id, procedure }) => id === cible.id || procedure.genre === 'certificat');
    const ids = freshIds(own, erasing);
    const erased = await Promise.all(own.map((one) => erasedOf(desk, one, { erasing, ids })));
    const changed = erased.filter(({ isChanged, after: { id } }) => isChanged || id === cible.id);
    const around = aroundOf(desk.clock());
    const instead = new Map(changed.map(({ after }) => [after.id, after]));
    const replaced = (one: Instance) => instead.get(one.id) ?? one;
    const decision = {
      before: family,
      family: {
        ...family,
        groupement: family.groupement && replaced(family.groupement),
        dossiers: family.dossiers.map(replaced),
        certificats: family.certificats.map(replaced),
      },
      changed: new Set(instead.keys()),
      taken: changed.map(({ after: { id }, lines }) => ({ id, ...toldOf(erasing.type, around.jour, lines) })),
      atteintAbsents: false,
      avertissements: [],
    };
    const rangs = new Map(changed.map(({ after, lines }) => [after.id, lines.map(({ rang }) => rang)]));
    const changes = toChanges(decision, { auteur, ...around });
    const withErased = changes.map((one) => ({ ...one, effaces: rangs.get(one.row.id) ?? [] }));
    const lines = changed.flatMap((one) => one.lines);
    const documents = lines.flatMap((line) => readDepot(line)?.document ?? []);
    const result = await lettingGo(desk, { rangs: lines.map(({ rang }) => rang), documents }, () =>
      desk.store.commit(withErased, undefined, family.lu),
    );
    desk.memory.forget(family);
    if (result.ok) return ok(lines.length);
  }
  throw new Error(`${cible.id} was never still in ${ATTEMPTS} attempts`);
}

/** A member of the family once erased, and the lines that go. */
interface Erased {
  after: Instance;
  lines: RecordedLine[];
  isChanged: boolean;
}

async function erasedOf(
  { store }: Desk,
  instance: Instance,
  { erasing, ids }: { erasing: Erasing; ids: ReadonlyMap<string, string> },
): Promise<Erased> {
  const lines = (await journalOf(store, instance.id)).filter(
    (line) =>
      line.saisie !== null &&
      !isErasure(line.type) &&
      (erasing.holds(line.saisie) || (erasing.documents && (readDepot(line) ?? readRefuse(line)) !== null)),
  );
  const [etat, fiche] = [recordEtat(instance), JSON.stringify(instance.fiche)];
  const [newEtat, newFiche] = [erasing.without(etat, ids), erasing.without(fiche, ids)];
  const restored = restoreEtat(instance.procedure, newEtat);
  if (!restored) throw new Error(`${instance.id} stands nowhere once somebody is erased`);
  return {
    lines,
    isChanged: lines.length > 0 || newEtat !== etat || newFiche !== fiche,
    after: { ...instance, ...restored, fiche: readFiche(newFiche), version: instance.version + 1 },
  };
}

/** Another imprint for each that is to change, the same in the whole family. */
function freshIds(own: readonly Instance[], { isId }: Erasing): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const { procedure, snapshot } of own)
    if (procedure.genre === 'dossier')
      for (const id of textsIn(snapshot.context)) if (isId(id) && !ids.has(id)) ids.set(id, randomUUID().slice(0, 8));
  return ids;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function toldOf(type: TypeEffacement, date: string, lines: readonly RecordedLine[]) {
  const corrections = lines
    .filter((line) => line.type === FAIT_CORRIGE)
    .flatMap((line) => {
      const correction = readCorrection(line);
      return correction ? [{ ...correction, motif: 'Motif effacé', ligne: line.rang }] : [];
    });
  const told = Effacement.parse({ lignes: lines.map(({ rang }) => rang), corrections });
  return seal({ type, date, ...told } as never);
}
