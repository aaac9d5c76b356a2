import type { Desk } from '../../acts/act.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Decompte } from '../../store/persons.ts';
import type { Reglages } from '../reglages/reglages.ts';
import type { Travail } from '../work/travail.ts';
import { countDue, type Durees, eraseDue } from './conservation.ts';
import { type Apercu, eraseSomebody, preview } from './effacement.ts';
import type { PersonneCherchee } from './nom.ts';

/** What is held of persons, for how long, and how it is erased. */
export interface Personnes {
  /** All that is held of somebody, and what an erasure would do. */
  apercu(cherchee: PersonneCherchee): Promise<Apercu>;
  /** By a superviseur, as it was previewed. */
  effacer(
    par: Identity,
    confirmee: { cherchee: PersonneCherchee; empreinte: string },
  ): ReturnType<typeof eraseSomebody>;
  /** How many of each kind would be erased today, were they kept so long. */
  echus(durees: Durees): Promise<Decompte>;
  /** Erases some of what was kept long enough, as it is set today; gives how many of each. */
  appliquer(): Promise<Decompte>;
}

/** What is held of persons over a desk. */
export function createPersonnes(
  desk: Desk,
  { travail, reglages, today }: { travail: Travail; reglages: Reglages; today(): string },
): Personnes {
  return {
    apercu: (cherchee) => preview(desk, cherchee),
    effacer: (par, confirmee) => eraseSomebody({ desk, travail }, par, confirmee),
    echus: (durees) => countDue(desk, durees),
    appliquer: () => eraseDue({ desk, travail }, reglages.conservation(today())),
  };
}
