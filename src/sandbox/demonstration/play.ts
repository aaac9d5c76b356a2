import { createServices } from '../../services.ts';
import type { Store } from '../../store/store.ts';
import { keepDesk } from './bureau.ts';
import { daysFrom, morning } from './calendrier.ts';
import { etablissements } from './etablissements.ts';
import { groupements } from './groupements.ts';
import { type Acte, actsOfGroupement, actsOfSites, type Regie } from './scenario.ts';

/** Plays the demonstration into an empty store, day after day up to `now`, as if the account had done it; a refusal is a fault of the data. */
export async function playDemonstration(store: Store, compteId: string, now: Date): Promise<void> {
  let instant = now;
  const services = createServices(store, () => instant);
  const le = daysFrom(now);
  const goTo = (ilYA: number) => {
    instant = ilYA === 0 ? now : morning(now, ilYA);
  };
  const actes = allActs({ services, act: { auteur: `compte:${compteId}`, version: null }, le });
  const days = Map.groupBy(actes, ({ ilYA }) => ilYA);
  for (const ilYA of [...days.keys()].sort((a, b) => b - a)) {
    goTo(ilYA);
    await services.recordDueFacts();
    const familles = Map.groupBy(days.get(ilYA) ?? [], ({ famille }) => famille);
    await Promise.all([...familles.values()].map(inTurn));
  }
  await keepDesk({ services, compteId, le, goTo });
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
