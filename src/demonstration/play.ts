import { createServices } from '../services.ts';
import type { Store } from '../store/store.ts';
import { daysFrom, morning } from './calendrier.ts';
import { etablissements } from './etablissements.ts';
import { groupements } from './groupements.ts';
import { type Acte, actsOfGroupement, actsOfSites, type Regie } from './scenario.ts';

/** Plays the demonstration into an empty store, day after day up to `now`, as if `auteur` had done it; a refusal is a fault of the data. */
export async function playDemonstration(store: Store, auteur: string, now: Date): Promise<void> {
  let instant = now;
  const services = createServices(store, () => instant);
  const actes = allActs({ services, act: { auteur, version: null }, le: daysFrom(now) });
  const days = Map.groupBy(actes, ({ ilYA }) => ilYA);
  for (const ilYA of [...days.keys()].sort((a, b) => b - a)) {
    instant = morning(now, ilYA);
    await services.recordDueFacts();
    const familles = Map.groupBy(days.get(ilYA) ?? [], ({ famille }) => famille);
    await Promise.all([...familles.values()].map(inTurn));
  }
}

function allActs(regie: Regie): Acte[] {
  let rang = 1;
  const all = groupements.flatMap((groupement) => {
    const acts = actsOfGroupement(regie, groupement, rang);
    rang += groupement.sites.length;
    return acts;
  });
  return [...all, ...actsOfSites(regie, etablissements, rang)];
}

async function inTurn(actes: readonly Acte[]): Promise<void> {
  for (const { tell } of actes) await tell();
}
