import type { NextFact, NextSteps } from '../../src/engine/answers/next-steps.ts';
import type { Services } from '../../src/services.ts';
import type { Genre } from '../../src/store/genre.ts';
import type { Chance } from './fiction.ts';

const act = { auteur: 'semence', version: null };
/** Its example gives numbers that two dossiers cannot have. */
const RENUMBERED = 'etablissement.identifiantModifie';
/** How often what was asked is answered, whether it is on the way or not. */
const ANSWERED = 0.6;
/** Names that each clone replaces by its own. */
const CAST = 5;

/** Tells a dossier one more fact, mostly along the shortest path; false once there is nothing more to do. */
export async function advance(services: Services, chance: Chance, id: string): Promise<boolean> {
  const view = await services.view({ genre: 'dossier', id });
  if (!view.ok) return false;
  const { etapes, autresFaits, restant } = JSON.parse(view.value.vue) as NextSteps;
  const facts = [...etapes.flatMap(({ faits }) => faits), ...autresFaits].filter(
    ({ accepte, type }) => accepte && type !== RENUMBERED,
  );
  const nearer = facts.filter(({ restantApres }) => restantApres !== null && restantApres < Number(restant.minimum));
  const answers = etapes.filter(({ nature }) => nature === 'attente').flatMap(({ faits }) => faits.slice(0, 1));
  const answered = answers.find(({ accepte }) => accepte);
  if (answered && chance.next() < ANSWERED) {
    await tell(services, answered, chance);
    return true;
  }
  const isDone = restant.minimum === 0;
  const isStraying = chance.next() < (isDone ? 0.15 : 0.12);
  const fact = isStraying || nearer.length === 0 ? chance.pick(facts) : chance.pick(nearer);
  if (!fact || (isDone && !isStraying)) return false;
  await tell(services, fact, chance);
  return true;
}

async function tell(services: Services, { vers, exemple, type }: NextFact, chance: Chance): Promise<void> {
  const [, , , genres, id = ''] = vers.split('/');
  if (type === 'dossier.abandonne' && chance.next() < 0.8) return;
  const genre = genres?.slice(0, -1) as Genre;
  const date = exemple.date < services.today() ? exemple.date : services.today();
  await services.record({ genre, id }, { ...(renamed(exemple, chance) as object), date }, act);
}

/** The same with every person under the name of one of the cast. */
function renamed(value: unknown, chance: Chance): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, chance));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, renamed(part, chance)]);
  const { nom, prenom } = value as { nom?: unknown; prenom?: unknown };
  const isPerson = typeof nom === 'string' && typeof prenom === 'string';
  const one = chance.whole(CAST);
  return Object.fromEntries(isPerson ? [...entries, ['nom', `Xnom${one}x`], ['prenom', `Xprenom${one}x`]] : entries);
}
