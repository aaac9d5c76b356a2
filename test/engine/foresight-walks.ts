import { expect } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { conformityOf } from '../../src/engine/answers/conformity.ts';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { planOf } from '../../src/engine/answers/plan.ts';
import { unlocks } from '../../src/engine/answers/unlocks.ts';
import { decide, type Family, welcome } from '../../src/engine/decide.ts';
import { isPlanned } from '../../src/engine/graph/planned.ts';
import { type Instance, openInstance } from '../../src/engine/instance.ts';
import { stateInfo, takenFacts } from '../../src/engine/state-info.ts';
import { seeded } from './random.ts';

const JOUR = '2026-01-05';
/** The paths that are walked. */
export const paths = ['prive-mono-site', 'public-ght', 'prive-groupe'];

/** Which draws, and how many. */
interface Draw {
  seed: number;
  fois: number;
}

function surroundings() {
  let opened = 0;
  return { jour: JOUR, instant: `${JOUR}T00:00:00.000Z`, newId: () => `c${++opened}` };
}

function openFamily(path: string): Family {
  const around = surroundings();
  const opened = openInstance(findProcedure(path) as Procedure, { id: 'd', parentId: null, fiche: {} }, around);
  return welcome({ groupement: null, dossiers: [opened], certificats: [] }, opened, around).family;
}

const dossierOf = ({ dossiers: [dossier] }: Family) => dossier as Instance;

function tell(family: Family, id: string, fact: object): Family {
  const decision = decide(family, id, fact, surroundings());
  if (!decision.ok) throw new Error(JSON.stringify(decision.error));
  return decision.value.family;
}

/** Part 4 may name somebody who is still to be designated: the plan then designates him, as no example does. */
function namesAStranger(fact: object): boolean {
  const { partie4 } = fact as { partie4?: { administrateursTechniques: { nom: string }[] } };
  return partie4?.administrateursTechniques.some(({ nom }) => nom === 'Durand') ?? false;
}

/** A random history of `length` facts that were all taken, and where it leads. */
function wander(path: string, length: number, random: () => number): { family: Family; history: object[] } {
  let family = openFamily(path);
  const history: object[] = [];
  for (let act = 0; act < length; act++) {
    const { procedure, snapshot } = dossierOf(family);
    const facts = takenFacts(stateInfo(procedure, snapshot)).filter(({ type }) => type !== 'certificat.demande');
    const choices = facts
      .flatMap(({ type, variantes }) => variantes.map(({ exemple }) => ({ ...exemple, type, date: JOUR })))
      .filter((fact) => !namesAStranger(fact));
    const choice = choices[Math.floor(random() * choices.length)];
    if (!choice) break;
    family = tell(family, 'd', choice);
    history.push(choice);
  }
  return { family, history };
}

/** From random places, following the plan takes exactly as many acts as announced. */
export function followsPlan(path: string, { seed, fois }: Draw): void {
  const random = seeded(seed);
  for (let start = 0; start < fois; start++) {
    let { family } = wander(path, Math.floor(random() * 25), random);
    const announced = planOf(family, dossierOf(family), JOUR).minimum ?? Number.NaN;
    let acts = 0;
    for (let plan = planOf(family, dossierOf(family), JOUR); plan.minimum !== 0; acts++) {
      const [wave = []] = plan.vagues;
      const type = wave[0]?.type;
      const { etapes, autresFaits } = nextSteps(family, dossierOf(family), JOUR);
      const fact = [...etapes.flatMap(({ faits }) => faits), ...autresFaits]
        .filter((next) => next.type === type && next.accepte)
        .sort((a, b) => (a.restantApres ?? 99) - (b.restantApres ?? 99))[0];
      family = tell(family, fact?.vers.split('/')[4] ?? '', fact?.exemple ?? {});
      plan = planOf(family, dossierOf(family), JOUR);
    }
    expect(acts).toBe(announced);
  }
}

/** Of random histories, none is refused, and each is repaired when one act is removed. */
export function repairsHistories(path: string, { seed, fois }: Draw): void {
  const random = seeded(seed);
  for (let walk = 0; walk < fois; walk++) {
    const { history } = wander(path, 1 + Math.floor(random() * 14), random);
    expect(conformityOf(openFamily(path), 'd', history, surroundings())).toMatchObject({
      conforme: true,
      refus: null,
    });

    const at = Math.floor(random() * history.length);
    const { facts } = findProcedure(path) as Procedure;
    // Nobody can be advised to bring about what only happens: an aléa or a constat that is missing stays missing (A29).
    const { type } = history[at] as { type: string };
    // Nor can who was designated be made up for, since what follows is told of his own kind of card, nor what an establishment that closes no longer begins.
    const isClosed = history.some((fact) => (fact as { type: string }).type === 'etablissement.ferme');
    if (!isPlanned(facts[type]) || type === 'administrateurTechnique.designe' || isClosed) continue;
    const removed = history.toSpliced(at, 1);
    const { conforme, reparation } = conformityOf(openFamily(path), 'd', removed, surroundings());
    const repaired = (reparation ?? []).map(({ fait }) => fait);
    expect(reparation).not.toBeNull();
    expect(conforme).toBe(repaired.length === removed.length);
    expect(conformityOf(openFamily(path), 'd', repaired, surroundings())).toMatchObject({ conforme: true });
  }
}

/** Whatever is told to unlock a fact unlocks it, and nothing shorter does. */
export function unlocksAsTold(path: string, { seed, fois }: Draw): void {
  const random = seeded(seed);
  for (let start = 0; start < fois; start++) {
    const { family } = wander(path, Math.floor(random() * 15), random);
    const { procedure, snapshot } = dossierOf(family);
    if (procedure.statut(snapshot.value) === 'clos') continue;
    for (const { meta, faits } of stateInfo(procedure, snapshot).etapes) {
      if (meta.nature === 'acquise') continue;
      for (const { type, next } of faits.filter(
        (fact) => fact.next === null && isPlanned(procedure.facts[fact.type]),
      )) {
        const sets = unlocks(procedure, snapshot, type);
        expect([type, next, sets.length > 0]).toEqual([type, null, true]);
        expect(new Set(sets.map((acts) => acts.length)).size).toBe(1);
      }
    }
  }
}
