import { expect } from 'vitest';
import type { DossierContext } from '../../machines/etablissement/context.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { addDays } from '../../src/days.ts';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { possibleSince } from '../../src/engine/chronology.ts';
import { type Family, members } from '../../src/engine/decide.ts';
import { distance } from '../../src/engine/graph/distances.ts';
import { isPlanned } from '../../src/engine/graph/planned.ts';
import type { Instance } from '../../src/engine/instance.ts';
import { type FactInfo, stateInfo, takenFacts } from '../../src/engine/state-info.ts';
import type { Dated } from './dated-life.ts';
import { JOUR, openDossier, submit } from './family.ts';
import { seeded } from './random.ts';

/** A fact that was taken; `porteur` is the rank of the one that opened the certificate it was told to, null for the dossier. */
interface Line {
  porteur: number | null;
  fact: Dated;
}

/** Whatever is taken, in the order in which it is told, is taken in the order of its dates too: no history goes back (A17). */
export function neverGoesBack(path: string, { seed, fois }: { seed: number; fois: number }): void {
  for (let nth = 0; nth < fois; nth++) {
    const lines = wander(path, seeded(seed + nth * 7919));
    expect(replay(path, [...lines.entries()].sort(byDate)), JSON.stringify(lines.map(told))).toBeNull();
  }
}

const told = ({ porteur, fact: { type, date } }: Line, rank: number) => `${rank} ${date} ${porteur ?? ''} ${type}`;
const byDate = ([rank, one]: [number, Line], [other, two]: [number, Line]) =>
  one.fact.date.localeCompare(two.fact.date) || rank - other;

/**
 * A step leads on since the day that is told, not before: an act of it dated of that day goes back on nothing, all those of the day before that
 * come nearer to the end do; what is advised has its day. Returns how many were later than their step.
 */
export function tellsSincePossible(path: string, { seed, fois }: { seed: number; fois: number }): number {
  let later = 0;
  for (let nth = 0; nth < fois; nth++)
    followed(wander(path, seeded(seed + nth * 7919)), path, (family) => {
      for (const bearer of members(family)) later += checkPossible(family, bearer);
    });
  return later;
}

function checkPossible(family: Family, bearer: Instance): number {
  const { procedure, snapshot } = bearer;
  const { etapes, restant } = nextSteps(family, bearer, JOUR);
  for (const { id, possibleDepuis, faits } of etapes.filter(({ certificat }) => certificat === null)) {
    const acts = faits.filter(({ type, accepte }) => accepte && isPlanned(procedure.facts[type]));
    const isAdvised = acts.some(({ restantApres }) => restantApres !== null && restantApres < (restant.minimum ?? 0));
    // To revoke a certificate leaves less to do, and is no way to its end.
    if (isAdvised && procedure.genre !== 'certificat') expect([id, possibleDepuis]).not.toEqual([id, null]);
    if (acts.length === 0) expect([id, possibleDepuis]).toEqual([id, null]);
  }
  let later = 0;
  const farness = (at: Instance['snapshot']) => distance(procedure, at, 'complet') ?? Number.POSITIVE_INFINITY;
  for (const { id, faits } of stateInfo(procedure, snapshot).etapes) {
    const since = possibleSince(bearer)[id];
    if (since === undefined) continue;
    const acts = faits.filter(({ type }) => isPlanned(procedure.facts[type]));
    const goesBack = (jour: string, only: (variante: Variante) => boolean = () => true) =>
      acts.flatMap(({ type, variantes }) =>
        variantes.filter(only).map(({ exemple }) => {
          const told = submit(family, bearer.id, { ...dated(exemple, jour), type, date: jour });
          return !told.ok && told.error.code === 'date-anterieure';
        }),
      );
    expect([id, since, goesBack(since)]).toEqual([id, since, expect.arrayContaining([false])]);
    if (since <= (bearer.depuis[id] ?? '')) continue;
    later += 1;
    const isNearer = ({ next }: Variante) => farness(next) < farness(snapshot);
    expect([id, since, goesBack(addDays(since, -1), isNearer).includes(false)]).toEqual([id, since, false]);
  }
  return later;
}

type Variante = FactInfo['variantes'][number];

/** A history told again, looked at after each of its facts. */
function followed(lines: readonly Line[], path: string, look: (family: Family) => void): void {
  let family = openDossier(path);
  const ids = new Map<number, string>();
  for (const [rank, { porteur, fact }] of lines.entries()) {
    const after = take(family, porteur === null ? 'dossier' : (ids.get(porteur) ?? ''), fact) ?? family;
    for (const opened of idsOf(after).difference(idsOf(family))) ids.set(rank, opened);
    family = after;
    look(family);
  }
}

/**
 * A life on the way to a certificate, with whatever may come between. What is done is told with any day of the last month; what one loses,
 * with the day on which one learns it. A constat bounds nothing, nor does part 2, which nothing stands on: neither is told.
 */
function wander(path: string, random: () => number): Line[] {
  const lines: Line[] = [];
  const porteurs = new Map<string, number>();
  let family = openDossier(path);
  let last = '2025-01-06';
  let firsts: Readonly<Record<string, string>> = {};
  for (let act = 0; act < 60; act++) {
    const bearer = oneOf(members(family), random);
    const drawn = draw(bearer, last, random);
    const after =
      drawn && drawn.date >= (firsts[drawn.type] ?? firsts[ALL] ?? '') ? take(family, bearer.id, drawn) : null;
    if (!drawn || !after) continue;
    for (const id of idsOf(after).difference(idsOf(family))) porteurs.set(id, lines.length);
    lines.push({ porteur: porteurs.get(bearer.id) ?? null, fact: drawn });
    family = after;
    last = drawn.date > last ? drawn.date : last;
    firsts = { ...firsts, ...firstsAfter(drawn) };
  }
  return lines;
}

const ALL = '*';

/** From which day facts are told after one. */
function firstsAfter({ type, date }: Dated): Readonly<Record<string, string>> {
  // Whom a form names and who leaves undoes as much of it as was filled in: nothing is told late beyond that.
  if (type === 'administrateurTechnique.parti') return { [ALL]: date, 'administrateurTechnique.designe': date };
  // The first one told of is in charge, so that his card is awaited and not another's.
  return type === 'administrateurTechnique.designe' ? { [type]: date } : {};
}

/** A fact that may be told to one, on a day of the month before `last`. */
function draw(bearer: Instance, last: string, random: () => number): Dated | null {
  const choices = factsOf(bearer);
  const nearer = choices.filter(({ left }) => left);
  const choice = oneOf(random() < 0.85 && nearer.length > 0 ? nearer : choices, random);
  if (!choice) return null;
  const isLost = bearer.procedure.facts[choice.type]?.sorte === 'alea';
  const date = addDays(last, Math.floor(random() * (isLost ? 5 : 40)) - (isLost ? 0 : 30));
  return { ...dated(choice.exemple, date), type: choice.type, date };
}

/** What one may be told, and whether that leads nearer to a certificate in service. */
function factsOf({ procedure, snapshot }: Instance): { type: string; exemple: object; left: boolean }[] {
  const goal = procedure.genre === 'certificat' ? 'complet' : 'fait:certificat.demande';
  const left = distance(procedure, snapshot, goal) ?? Number.POSITIVE_INFINITY;
  const info = stateInfo(procedure, snapshot);
  const some = [...takenFacts(info), ...info.encore]
    .filter(({ type }) => procedure.facts[type]?.sorte !== 'constat' && type !== 'formulaire413.partie2Remplie')
    .flatMap(({ type, variantes }) =>
      variantes.map(({ exemple, next }) => ({
        type,
        exemple,
        left: left === 0 ? type === 'certificat.demande' : (distance(procedure, next, goal) ?? left) < left,
      })),
    );
  return [...some.filter(({ type }) => !isOfOne(procedure, type)), ...ofEach({ procedure, snapshot }, some)];
}

const isOfOne = ({ facts }: Procedure, type: string) => 'administrateur' in (facts[type]?.champs ?? {});

/** What may be told of each administrateur technique, who is always said: of several, what is told of nobody in particular is refused. */
function ofEach({ procedure, snapshot }: Pick<Instance, 'procedure' | 'snapshot'>, near: ReturnType<typeof factsOf>) {
  const { administrateurs = [] } = snapshot.context as Partial<DossierContext>;
  const types = Object.keys(procedure.facts).filter(
    (type) => isOfOne(procedure, type) && procedure.facts[type]?.sorte !== 'constat',
  );
  return administrateurs.flatMap(({ id: administrateur }) =>
    types.flatMap((type) =>
      (procedure.facts[type]?.exemples ?? []).map((exemple) => ({
        type,
        exemple: { ...exemple, administrateur },
        left: near.some((one) => one.type === type && one.left),
      })),
    ),
  );
}

/** The line that is refused in that order, null for none. */
function replay(path: string, order: readonly [number, Line][]): string | null {
  let family = openDossier(path);
  const ids = new Map<number, string>();
  for (const [rank, line] of order) {
    const id = line.porteur === null ? 'dossier' : (ids.get(line.porteur) ?? '');
    const bearer = members(family).find((one) => one.id === id);
    const after = bearer && take(family, id, line.fact);
    if (!after && !(bearer && isInVain(bearer, line.fact))) return told(line, rank);
    for (const opened of idsOf(after ?? family).difference(idsOf(family))) ids.set(rank, opened);
    family = after ?? family;
  }
  return null;
}

/** What one loses, and what is said of a certificate after its end: told in vain, it shows nothing. */
function isInVain({ procedure, snapshot }: Instance, { type }: Dated): boolean {
  return procedure.facts[type]?.sorte === 'alea' || procedure.statut(snapshot.value) === 'clos';
}

function take(family: Family, id: string, fact: Dated): Family | null {
  const decided = submit(family, id, fact);
  return decided.ok ? decided.value.family : null;
}

const idsOf = (family: Family) => new Set(members(family).map(({ id }) => id));

function oneOf<One>(all: readonly One[], random: () => number): One {
  return all[Math.floor(random() * all.length)] as One;
}

/** With every date that it bears, however deep. */
function dated<Part>(part: Part, date: string): Part {
  if (Array.isArray(part)) return part.map((one) => dated(one, date)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, one]) => [key, key === 'date' ? date : dated(one, date)]),
  ) as Part;
}
