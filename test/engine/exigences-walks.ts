import { expect } from 'vitest';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { planOf } from '../../src/engine/answers/plan.ts';
import { leastLeft } from '../../src/engine/answers/remaining.ts';
import type { Family } from '../../src/engine/decide.ts';
import { aleasOf } from '../../src/engine/graph/planned.ts';
import { stateInfo, takenFacts } from '../../src/engine/state-info.ts';
import { JOUR, member, openDossier, submit } from './family.ts';
import { seeded } from './random.ts';

/** The paths that are walked. */
export const paths = ['prive-mono-site', 'public-ght', 'prive-groupe'];

/** Which draws, and how many. */
interface Draw {
  seed: number;
  fois: number;
}

/** From random places, every way to the end takes what is said to be asked for. */
export function asksForWhatIsTaken(path: string, { seed, fois }: Draw): void {
  const random = seeded(seed);
  for (let start = 0; start < fois; start++) {
    const from = wander(openDossier(path), 30 * random(), random);
    const told = Object.values(exigences(from));
    const asked = told.filter(({ degre }) => degre === 'obligatoire');
    for (const { nature, degre } of told)
      if (nature !== 'attente') expect(nature === 'obligatoire').toBe(degre === 'obligatoire');
    const taken = wayToTheEnd(from, random);
    expect(asked.filter(({ parmi }) => !parmi.some((type) => taken.has(type)))).toEqual([]);
  }
}

/** The most acts without a return are taken by whoever always leaves the most. */
export function takesTheMost(path: string, { seed, fois }: Draw): void {
  const random = seeded(seed);
  for (let start = 0; start < fois; start++) {
    let family = wander(openDossier(path), 12 * random(), random, knownChoices);
    const announced = planOf(family, member(family, 'dossier'), JOUR).maximumSansRetour ?? Number.NaN;
    let acts = 0;
    for (let left = announced; left > 0; left--) {
      family = nextLongest(family, left - 1);
      acts += 1;
    }
    expect([acts, planOf(family, member(family, 'dossier'), JOUR).minimum]).toEqual([announced, 0]);
  }
}

/** What each step of a dossier is asked for by. */
export function exigences(family: Family) {
  const { etapes } = nextSteps(family, member(family, 'dossier'), JOUR);
  return Object.fromEntries(etapes.map(({ id, nature, exigence }) => [id, { nature, ...exigence }]));
}

/** Every body that the dossier takes, but those that undo, and a mandate of before, on which nobody counts. */
function choices(family: Family): object[] {
  const { procedure, snapshot } = member(family, 'dossier');
  const undoing = aleasOf(procedure);
  return takenFacts(stateInfo(procedure, snapshot))
    .filter(({ type }) => !undoing.has(type) && type !== 'dossier.abandonne' && type !== 'mandat.trouve')
    .flatMap(({ type, variantes }) => variantes.map(({ exemple }) => ({ ...exemple, type, date: JOUR })));
}

/** Those that name nobody who is still to be designated: a plan designates him, as no example does. */
function knownChoices(family: Family): object[] {
  return choices(family).filter((body) => {
    const { partie4 } = body as { partie4?: { administrateursTechniques: { nom: string }[] } };
    return partie4?.administrateursTechniques.every(({ nom }) => nom !== 'Durand') ?? true;
  });
}

function wander(from: Family, acts: number, random: () => number, among = choices): Family {
  let family = from;
  for (let act = 0; act < Math.floor(acts); act++) {
    const bodies = among(family).filter((body) => (body as { type: string }).type !== 'certificat.demande');
    const answer = submit(family, 'dossier', bodies[Math.floor(random() * bodies.length)]);
    if (answer.ok) family = answer.value.family;
  }
  return family;
}

/** The types of a random way on, until a certificate is ordered. */
function wayToTheEnd(from: Family, random: () => number): Set<string> {
  const taken = new Set<string>();
  for (let family = from; !taken.has('certificat.demande'); ) {
    const bodies = choices(family);
    const body = bodies[Math.floor(random() * bodies.length)] as { type: string };
    const answer = submit(family, 'dossier', body);
    if (!answer.ok || (random() < 0.7 && isFarther(family, answer.value.family))) continue;
    taken.add(body.type);
    family = answer.value.family;
  }
  return taken;
}

function isFarther(before: Family, after: Family): boolean {
  const [now, then] = [before, after].map((family) => leastLeft(family, member(family, 'dossier')) ?? 0);
  return (then ?? 0) > (now ?? 0);
}

/** The family after an act that leaves `left` at most; the certificate's when no other does. */
function nextLongest(family: Family, left: number): Family {
  const certificats = family.certificats.flatMap(({ id, procedure, snapshot }) =>
    takenFacts(stateInfo(procedure, snapshot)).map(({ type, exemple }) => ({
      id,
      body: { ...exemple, type, date: JOUR },
    })),
  );
  const own = knownChoices(family).map((body) => ({ id: 'dossier', body }));
  const isOrder = ({ body }: { body: object }) => (body as { type: string }).type === 'certificat.demande';
  const last = [...own.filter((one) => !isOrder(one)), ...own.filter(isOrder), ...certificats];
  for (const { id, body } of last) {
    const answer = submit(family, id, body);
    if (!answer.ok) continue;
    const next = answer.value.family;
    if (planOf(next, member(next, 'dossier'), JOUR).maximumSansRetour === left) return next;
  }
  throw new Error(`No act leaves ${left} at most`);
}
