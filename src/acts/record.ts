import type { Avertissement } from '../../machines/avertissement.ts';
import { idOf } from '../../machines/etablissement/administrateurs.ts';
import { isRecensement } from '../../machines/groupement/events.ts';
import { isFact } from '../../machines/index.ts';
import { warnOrder } from '../engine/coherence.ts';
import { type Decision, decide, type Surroundings } from '../engine/decide.ts';
import { CALENDRIER } from '../engine/history/corrections.ts';
import type { FaitDit } from '../engine/parse-fact.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import { type Act, type Desk, type Recorded, settle } from './act.ts';
import { type Cible, completed, findCase, findWhole, onWhatIsKept } from './family.ts';
import { surveyDoubts } from './groupement/survey-decision.ts';
import { toInstance } from './rows.ts';

/** How many facts that time has brought are told in one go. */
const DUE_AT_ONCE = 500;

/** Tells a fact to a case, with all that follows from it among its relatives, in one commit. */
export function record(desk: Desk, cible: Cible, fait: FaitDit, act: Act): Promise<Result<Recorded>> {
  return settle(desk, act, async (around) => {
    const decided = await onWhatIsKept(desk, cible.id, async () => {
      const first = await decideOn(desk, cible, { fait, act, find: findCase }, around);
      const again = first.ok && first.value.atteintAbsents;
      return again ? decideOn(desk, cible, { fait, act, find: findWhole }, around) : first;
    });
    if (!decided.ok) return decided;
    const family = await completed(desk, decided.value.family);
    if (!family.ok) return family;
    const doubts =
      cible.genre === 'groupement' ? groupDoubts(decided.value) : await orderDoubts(desk, cible, decided.value);
    const avertissements = [...decided.value.avertissements, ...doubts];
    return ok({ cible: cible.id, decision: { ...decided.value, family: family.value, avertissements } });
  });
}

function groupDoubts(decision: Decision): Avertissement[] {
  const [told] = decision.taken;
  return told && isRecensement(told.event) ? surveyDoubts(decision, told.event.sites) : [];
}

/** What an order says otherwise than the certificates that its dossier has for the same person; none of the others is read. */
async function orderDoubts({ store }: Desk, { id }: Cible, { taken: [told] }: Decision): Promise<Avertissement[]> {
  if (!told || !isFact(told.event, 'certificat.demande')) return [];
  const beneficiaire = idOf(told.event.beneficiaire);
  const query = { genre: 'certificat', parentId: id, beneficiaire, limite: 50 } as const;
  const { lignes } = await store.list(query);
  return warnOrder(
    told.event,
    lignes.flatMap((row) => toInstance(row) ?? []),
  );
}

/** A fact as it is told, and how much of the family is read for it. */
interface Telling {
  fait: FaitDit;
  act: Act;
  find: typeof findCase;
}

async function decideOn(
  desk: Desk,
  { genre, id }: Cible,
  { fait, act: { version }, find }: Telling,
  around: Surroundings,
): Promise<Result<Decision>> {
  const found = await find(desk, { genre, id });
  if (!found.ok) return found;
  const { cible, family } = found.value;
  if (version !== null && version !== cible.version) return err({ code: 'version-perimee', version: cible.version });
  return decide(family, id, fait, around);
}

/** Tells every fact that time has brought by `jour`; gives how many were taken. */
export async function recordDueFacts(desk: Desk, jour: string): Promise<number> {
  const due = await desk.store.due(jour, DUE_AT_ONCE);
  let told = 0;
  for (const { instanceId: id, fait, le } of due) {
    const row = await desk.store.row(id);
    if (!row) continue;
    const act = { auteur: CALENDRIER, version: null };
    const result = await record(desk, { genre: row.genre, id }, { type: fait, date: le }, act);
    if (result.ok) told += 1;
  }
  return told;
}
