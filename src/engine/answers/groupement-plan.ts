import { partages } from '../../../machines/groupement/partages.ts';
import { decide, type Family, type Surroundings } from '../decide.ts';
import type { Instance } from '../instance.ts';
import type { CountedAct, RemainingAct } from '../remaining-act.ts';
import { plannedFacts } from '../state-info.ts';
import { actsLeft, leastLeft } from './remaining.ts';
import { actOf } from './shortest-path.ts';

/** The least set of acts that bring all the sites of a groupement to their end. */
export interface GroupementPlan {
  /** The least number of acts in all; null when a site cannot get there. */
  minimum: number | null;
  /** The same if each site acted alone. */
  separement: number | null;
  /** What the groupement does once for several sites, and how many acts that spares. */
  actesCommuns: (RemainingAct & { epargne: number })[];
  /** The acts left to the sites, each with the sites that owe it. */
  actes: (CountedAct & { sites: string[] })[];
  /** Acts that one person may do for several sites. */
  partages: { fait: string; sites: string[]; conseil: string; source: string }[];
  /** What each site lacks once the common acts are done. */
  sites: { id: string; denomination: string; minimum: number | null; manque: CountedAct[] }[];
}

/** The least set of acts over the sites of a groupement, the whole family given; nothing is written. */
export function groupementPlanOf(family: Family, groupement: Instance, around: Surroundings): GroupementPlan {
  const alone = totalOf(family);
  const shared = sharedActs(family, groupement, around);
  const sites = shared.family.dossiers.map((site) => {
    const [minimum, manque] = [leastLeft(shared.family, site), actsLeft(shared.family, site)];
    return { id: site.id, denomination: site.fiche.denomination ?? '', minimum, manque };
  });
  const owed = sites.flatMap(({ id, manque }) => manque.map((act) => ({ act, id })));
  const actes = [...Map.groupBy(owed, ({ act }) => act.type).values()].flatMap((some) =>
    some[0]
      ? [
          {
            ...some[0].act,
            nombre: some.reduce((sum, { act }) => sum + act.nombre, 0),
            sites: some.map(({ id }) => id),
          },
        ]
      : [],
  );
  const rest = totalOf(shared.family);
  return {
    minimum: rest === null ? null : rest + shared.acts.length,
    separement: alone,
    actesCommuns: shared.acts,
    actes,
    partages: actes.flatMap(({ type, sites: ids }) => {
      const partage = partages[type];
      return partage && ids.length > 1 ? [{ fait: type, sites: ids, ...partage }] : [];
    }),
    sites,
  };
}

/** Each act of the groupement that spares more than it costs, told to the family; what a survey would find out is no act (A29). */
function sharedActs(before: Family, groupement: Instance, around: Surroundings) {
  const { procedure, snapshot } = groupement;
  let family = before;
  const acts: GroupementPlan['actesCommuns'] = [];
  for (const { type, exemple } of plannedFacts(procedure, snapshot)) {
    const decided = decide(family, groupement.id, { ...exemple, type, date: around.jour }, around);
    const [now, then] = [totalOf(family), decided.ok ? totalOf(decided.value.family) : null];
    if (!decided.ok || now === null || then === null || now - then <= 1) continue;
    acts.push({ ...actOf(procedure, type), epargne: now - then - 1 });
    family = decided.value.family;
  }
  return { family, acts };
}

function totalOf(family: Family): number | null {
  return family.dossiers.reduce<number | null>((sum, site) => {
    const left = leastLeft(family, site);
    return sum === null || left === null ? null : sum + left;
  }, 0);
}
