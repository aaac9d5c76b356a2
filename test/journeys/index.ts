import { cartePerdue } from './carte-perdue.ts';
import { cliniqueMonoSite } from './clinique-mono-site.ts';
import { formulaireRetourne } from './formulaire-retourne.ts';
import { groupePrive } from './groupe-prive.ts';
import { hopitalGht } from './hopital-ght.ts';
import type { Journey } from './journey.ts';
import { renouvellement } from './renouvellement.ts';
import { vies } from './vies/index.ts';

/** Every journey, for the machine and for HTTP alike. */
export const journeys: Journey[] = [
  cliniqueMonoSite,
  hopitalGht,
  groupePrive,
  formulaireRetourne,
  cartePerdue,
  renouvellement,
  ...vies,
];
