import type { AnyStateMachine, StateValue } from 'xstate';
import { type GuardShape, shapeOf } from '../../../machines/guard.ts';
import { isDenial, stateRead } from '../../../src/engine/graph/guard-tree.ts';
import { transitionsIn } from '../../../src/engine/graph/independence.ts';
import type { Instance } from '../../../src/engine/instance.ts';
import type { Adjacency } from '../traced.ts';
import { dossierOf, openScene, type Scene } from './scene.ts';

/**
 * What makes a scene show less than it says, in words; none when its reduction is sound. Its frozen regions stand, in all its graph, where
 * no move of the others is refused for their sake, so that freeing them could only refuse more, or take for another reason what is taken;
 * and each fact that it does not tell is heard by frozen regions alone, or is one of those whose omission is explained.
 */
export function faultsOf(scene: Scene, { etats }: Adjacency): string[] {
  const family = openScene(scene);
  const dossier = dossierOf(family);
  const { facts, machine, pause } = dossier.procedure;
  const regions = Object.values(machine.root.states);
  const frozen = regions.filter(({ key }) => scene.figees.includes(key));
  const walked = regions.filter((region) => !frozen.includes(region) && region.key !== pause?.region);
  const told = new Set(scene.offerts(family).map(({ fait }) => fait.type));
  const isHeard = (type: string) => walked.some((region) => region.events.includes(type));
  const moved = frozen.filter(
    ({ key }) => new Set(etats.map((etat) => etat.find((word) => word.startsWith(`${key}.`)))).size > 1,
  );
  return [
    ...walked
      .flatMap(transitionsIn)
      .flatMap(({ guard, eventType }) =>
        isFree(dossier, scene, shapeOf(guard)) ? [] : [`${eventType} is refused for the sake of a frozen region`],
      ),
    ...moved.map(({ key }) => `${key} moves`),
    ...Object.keys(facts)
      .filter((type) => !facts[type]?.derive && !told.has(type) && !Object.hasOwn(scene.omis, type) && isHeard(type))
      .map((type) => `${type} is not told`),
  ];
}

/** Whether a guard can hold as the frozen regions stand, whatever the rest. */
function isFree(dossier: Instance, scene: Scene, shape: GuardShape | null): boolean {
  if (shape === null) return true;
  if (typeof shape !== 'string') {
    const parts = shape.guards.map((part) => isFree(dossier, scene, part));
    return shape.any ? parts.some(Boolean) : parts.every(Boolean);
  }
  const machine = dossier.snapshot.machine as AnyStateMachine;
  const value = stateRead(machine, shape);
  if (value === null || !scene.figees.includes(topOf(value))) return true;
  return !isDenial(machine, shape) && dossier.snapshot.matches(value as never);
}

function topOf(value: StateValue): string {
  return typeof value === 'string' ? value : (Object.keys(value)[0] ?? '');
}
