import { RECENSEMENT } from '../../../machines/groupement/events.ts';
import { type Decision, decide, type Family, members, type Surroundings, welcome } from '../../engine/decide.ts';
import { type Instance, openInstance } from '../../engine/instance.ts';
import { seal } from '../../engine/parse-fact.ts';
import { ok, type Result } from '../../engine/refusal.ts';
import type { SurveyLine } from '../../survey/survey.ts';
import { sitesOf } from '../rows.ts';

/** Lines that are told, and the day of the état des lieux (YYYY-MM-DD). */
interface Telling {
  lines: readonly SurveyLine[];
  date: string;
}

/** What an état des lieux makes of a family, with the sites that it opens by the line that names them. */
export function decideSurvey(
  before: Family,
  groupement: Instance,
  { lines, date }: Telling,
  around: Surroundings,
): Result<{ decision: Decision; opened: ReadonlyMap<number, string> }> {
  const opening = openSites(before, groupement, lines, around);
  const sites = lines.map(({ connu }) => connu);
  const decided = decide(opening.family, groupement.id, { type: RECENSEMENT, date, sites }, around);
  if (!decided.ok) return decided;
  const changed = new Set([...opening.changed, ...decided.value.changed]);
  const taken = [...opening.taken, ...decided.value.taken];
  const family = oneVersionFurther(before, decided.value.family, changed);
  return ok({ decision: { ...decided.value, before, family, changed, taken }, opened: opening.opened });
}

/** Each site is welcomed by its groupement alone: no other site listens. */
function openSites(before: Family, groupement: Instance, lines: readonly SurveyLine[], around: Surroundings) {
  let parent = groupement;
  const dossiers = [...before.dossiers];
  const changed = new Set<string>();
  const taken: Decision['taken'] = [];
  const opened = new Map<number, string>();
  const { procedure } = sitesOf(groupement.fiche);
  for (const { ligne, ouverture } of lines) {
    if (!ouverture) continue;
    const fresh = openInstance(
      procedure,
      { id: around.newId(), parentId: groupement.id, fiche: { ...ouverture } },
      around,
    );
    const welcomed = welcome({ groupement: parent, dossiers: [fresh], certificats: [] }, fresh, around);
    parent = welcomed.family.groupement ?? parent;
    dossiers.push(...welcomed.family.dossiers);
    taken.push(
      { id: fresh.id, ...seal({ ...ouverture, type: 'dossier.ouvert', date: around.jour }) },
      ...welcomed.taken,
    );
    for (const id of welcomed.changed) changed.add(id);
    opened.set(ligne, fresh.id);
  }
  return { family: { ...before, groupement: parent, dossiers }, changed, taken, opened };
}

/** Several decisions in one commit make one version of each row. */
export function oneVersionFurther(before: Family, after: Family, changed: ReadonlySet<string>): Family {
  const versions = new Map(members(before).map(({ id, version }) => [id, version]));
  const settled = (instance: Instance): Instance =>
    changed.has(instance.id) ? { ...instance, version: (versions.get(instance.id) ?? 0) + 1 } : instance;
  return {
    groupement: after.groupement && settled(after.groupement),
    dossiers: after.dossiers.map(settled),
    certificats: after.certificats.map(settled),
  };
}
