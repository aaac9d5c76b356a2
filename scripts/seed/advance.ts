import type { FactType } from '../../machines/index.ts';
import type { NextFact } from '../../src/engine/answers/next-steps.ts';
import type { Services } from '../../src/services.ts';
import type { Genre } from '../../src/store/store.ts';
import type { Chance } from './fiction.ts';

const act = { auteur: 'semence', version: null };
/** Its example gives numbers that two dossiers cannot have. */
const DESIGNATION = 'administrateurTechnique.designe' satisfies FactType;
const RENUMBERED = 'etablissement.identifiantModifie' satisfies FactType;
/** How often what was asked is answered, whether it is on the way or not. */
const ANSWERED = 0.6;
/** Persons whose names each clone replaces by its own. */
export const CAST = Array.from({ length: 5 }, (_, rank) => ({ nom: `Xnom${rank}x`, prenom: `Xprenom${rank}x` }));
/** The administrateur technique of every story, so that part 4 of form 413 names who is designated. */
const [ADMINISTRATEUR] = CAST;
/** What ends a story is seldom told. */
const ENDING: string[] = ['dossier.abandonne', 'etablissement.ferme'] satisfies FactType[];

/** Tells a dossier one more fact, mostly along the shortest path; false once there is nothing more to do. */
export async function advance(services: Services, chance: Chance, id: string): Promise<boolean> {
  const view = await services.view({ genre: 'dossier', id });
  if (!view.ok) return false;
  const { etapes, autresFaits, restant } = view.value.vue.suite;
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
  if (exemple === null) return;
  const [, , , genres, id = ''] = vers.split('/');
  if (ENDING.includes(type) && chance.next() < 0.8) return;
  const genre = genres?.slice(0, -1) as Genre;
  const date = exemple.date < services.today() ? exemple.date : services.today();
  const told = renamed(seenOn(exemple, date), chance, type === DESIGNATION);
  await services.record({ genre, id }, { ...(told as object), type, date }, act);
}

/** A visa is of the day on which part 3 is filled in. */
function seenOn(exemple: NonNullable<NextFact['exemple']> & { partie3?: object }, date: string): object {
  return exemple.partie3 ? { ...exemple, partie3: { ...exemple.partie3, date } } : exemple;
}

/** The same with every person under the name of one of the cast; of the administrateur technique, always the same. */
function renamed(value: unknown, chance: Chance, isAdministrateur: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, chance, isAdministrateur));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [
    key,
    renamed(part, chance, isAdministrateur || key === 'administrateursTechniques'),
  ]);
  const { nom, prenom } = value as { nom?: unknown; prenom?: unknown };
  if (typeof nom !== 'string' || typeof prenom !== 'string') return Object.fromEntries(entries);
  return { ...Object.fromEntries(entries), ...(isAdministrateur ? ADMINISTRATEUR : chance.pick(CAST)) };
}
