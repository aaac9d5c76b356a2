import { type AnyMachineSnapshot, type AnyStateNode, type AnyTransitionDefinition, getNextTransitions } from 'xstate';
import type { Procedure } from '../../machines/procedure.ts';
import type { StepMeta } from '../../machines/step.ts';
import { failingGuards, guardNames, stateRead } from './graph/guard-tree.ts';
import { descendants } from './graph/independence.ts';
import type { Manque } from './refusal.ts';
import type { MachineEvent } from './transition.ts';

type Heard = Pick<AnyTransitionDefinition, 'guard' | 'source'>;

/**
 * What `event` lacks to be taken: failing guards where it is awaited, the awaited step and what it asks of others where it is not. Of a
 * fact about one person among several, only what is asked of him; that he be named, when nobody is meant (A18).
 */
export function explainRefusal(procedure: Procedure, snapshot: AnyMachineSnapshot, event: MachineEvent): Manque[] {
  const everywhere = transitionsOf(procedure, event.type);
  const failing = ({ guard }: Pick<Heard, 'guard'>) => failingGuards(guard, snapshot, event);
  const asked = new Set(everywhere.flatMap(({ guard }) => guardNames(guard)));
  const who = Object.keys(procedure.conditions).filter(
    (name) => asked.has(name) && procedure.conditions[name]?.designe,
  );
  const [precise] = who;
  const isMeant = precise === undefined || who.some((name) => failing({ guard: name }).length === 0);
  const isOneOfSeveral = procedure.responsable(snapshot.context)?.seul === false;
  if (!isMeant && (isOneOfSeveral || 'administrateur' in event)) return [toManque(procedure, precise)];

  const isOfHim = (heard: Pick<Heard, 'guard'>) => !failing(heard).some((name) => who.includes(name));
  const here = getNextTransitions(snapshot).filter(({ eventType }) => eventType === event.type);
  const lists = here.filter(isOfHim).map(failing);
  if (isMeant && lists.length > 0) return least(lists).map((name) => toManque(procedure, name));
  const steps = everywhere.filter((heard) => isStep(heard.source) && (isMeant ? isOfHim(heard) : !isOfHim(heard)));
  if (steps.length === 0 && precise !== undefined) return [toManque(procedure, precise)];
  return least(
    steps.map((heard) => [
      awaitedStep(heard.source),
      ...failing(heard)
        .filter((name) => stateRead(procedure.machine, name) !== null)
        .map((name) => toManque(procedure, name)),
    ]),
  );
}

function least<T>(lists: readonly T[][]): T[] {
  return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest), lists[0] ?? []);
}

function transitionsOf({ machine }: Procedure, type: string): AnyTransitionDefinition[] {
  return descendants(machine.root).flatMap((node) => node.transitions.get(type) ?? []);
}

/** What has an actor waits for somebody; a region alone does not. */
function isStep({ meta }: AnyStateNode): boolean {
  return (meta as StepMeta).acteur !== undefined;
}

function awaitedStep({ meta }: AnyStateNode): Manque {
  const { libelle, acteur, source } = meta as StepMeta;
  return { code: 'etape-attendue', libelle: `Cela se note à l’étape « ${libelle} ».`, acteur, source };
}

function toManque({ conditions }: Procedure, guard: string): Manque {
  const condition = conditions[guard];
  if (!condition) throw new Error(`No condition says what ${guard} asks`);
  const { code, libelle, acteur, source } = condition;
  return { code, libelle, acteur, source };
}
