import type { AnyMachineSnapshot, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { formulaires } from '../../../machines/formulaires/index.ts';
import { type GuardShape, shapeOf } from '../../../machines/guard.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { acteurs, type StepMeta } from '../../../machines/step.ts';
import { awaited } from '../graph/awaited.ts';
import { guardNames } from '../graph/guard-tree.ts';
import { descendants, transitionsIn } from '../graph/independence.ts';
import { aleasOf } from '../graph/planned.ts';
import { leaves, pathOf } from '../state-info.ts';
import { openSnapshot } from '../transition.ts';
import { exigenceOf } from './exigence.ts';
import { shortestPath } from './shortest-path.ts';
import { scheduleOf } from './waves.ts';

/** A step of a machine as somebody ticks it. */
export interface ChecklistItem extends Pick<StepMeta, 'libelle' | 'acteur' | 'nature' | 'source'> {
  /** Its path. */
  id: string;
  /** The step of the shortest way that it follows; null for what nothing waits for. */
  apres: string | null;
  /** On the shortest way from the opening to the end: the others follow what they serve. */
  principale: boolean;
  /** The form and the cards that it asks for. */
  documents: string[];
  /** What alone makes it necessary; none for what every case does. */
  seulementSi: string[];
}

/** Every step of a machine, once: those of the shortest way in the order of the plan, each followed by those that may come in its place, then by what serves it. */
export function checklistOf(procedure: Procedure): ChecklistItem[] {
  const opened = openSnapshot(procedure);
  const steps = descendants(procedure.machine.root).filter(({ type }) => type === 'atomic' || type === 'final');
  const main = plannedSteps(procedure, opened);
  const followers = Map.groupBy(
    steps.filter((step) => !main.includes(pathOf(step))),
    (step) => anchorOf(procedure, opened, step, { main, steps }),
  );
  const node = new Map(steps.map((step) => [pathOf(step), step]));
  return [...main, null].flatMap((id) => [
    ...(id === null ? [] : [describe(procedure, opened, node.get(id) as AnyStateNode, id)]),
    ...(followers.get(id) ?? []).map((step) => describe(procedure, opened, step, id)),
  ]);
}

/** The steps that the acts of the shortest way end, each once. */
function plannedSteps(procedure: Procedure, opened: AnyMachineSnapshot): string[] {
  const acts = scheduleOf({ procedure, snapshot: opened }, shortestPath(procedure, opened, 'complet')).vagues.flat();
  const ids = acts.map(
    ({ act, place }) => place?.start.etapes.find(({ faits }) => faits.some(({ type }) => type === act.type))?.id,
  );
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** After the last step of its own region that comes before it, else after what it serves; null for the end. */
function anchorOf(
  procedure: Procedure,
  opened: AnyMachineSnapshot,
  step: AnyStateNode,
  { main, steps }: { main: readonly string[]; steps: readonly AnyStateNode[] },
): string | null {
  const ranks = steps.map(pathOf);
  const beside = main.filter((id) => id.split('.')[0] === step.path[0]);
  const before = beside.filter((id) => ranks.indexOf(id) < ranks.indexOf(pathOf(step)));
  const near = before.toSorted((a, b) => ranks.indexOf(a) - ranks.indexOf(b)).at(-1) ?? beside[0];
  if (near !== undefined) return near;
  const served = exigenceOf(procedure, opened, 'complet', step).seulementSi.map(({ fait }) => fait);
  const serving = main.filter((id) =>
    steps.some((one) => pathOf(one) === id && awaited(one).some((type) => served.includes(type))),
  );
  return serving[0] ?? null;
}

function describe(
  procedure: Procedure,
  opened: AnyMachineSnapshot,
  step: AnyStateNode,
  apres: string | null,
): ChecklistItem {
  const { libelle, acteur, nature, source, formulaire } = step.meta as StepMeta;
  const principale = apres === pathOf(step);
  const isResult = nature === 'acquise';
  return {
    id: pathOf(step),
    libelle,
    acteur,
    nature,
    source,
    principale,
    apres,
    documents: isResult ? [] : [...formOf(formulaire), ...cardsFor(procedure, step)],
    seulementSi: principale || isResult ? [] : conditionsOf(procedure, opened, step),
  };
}

function formOf(id: StepMeta['formulaire']): string[] {
  if (!id) return [];
  const { numero, titre } = formulaires[id];
  return [numero === null ? titre : `formulaire ${numero} : ${titre}`];
}

/** The cards that the facts awaited there ask for. */
function cardsFor({ conditions }: Procedure, step: AnyStateNode): string[] {
  const told = awaited(step).flatMap((type) => step.transitions.get(type) ?? step.parent?.transitions.get(type) ?? []);
  const cards = told.flatMap(({ guard }) => guardNames(guard).flatMap((name) => conditions[name]?.carte ?? []));
  return [...new Set(cards.map(({ nom, porteur }) => `carte ${nom} (${acteurs[porteur].toLowerCase()})`))];
}

/** The facts by which it is entered, aléas where there is no other, or, of a step that every case is opened with, what it serves. */
function conditionsOf(procedure: Procedure, opened: AnyMachineSnapshot, step: AnyStateNode): string[] {
  const libelle = (type: string) => procedure.facts[type]?.libelle ?? type;
  if (leaves(opened).some(({ node }) => node === step)) {
    const usages = exigenceOf(procedure, opened, 'complet', step).seulementSi;
    return [
      ...new Set(usages.map(({ fait, quand }) => (quand === null ? libelle(fait) : `${libelle(fait)} (${quand})`))),
    ];
  }
  const aleas = aleasOf(procedure);
  const entering = transitionsIn(procedure.machine.root).filter(
    ({ target, eventType }) => procedure.facts[eventType] && target?.some((one) => enters(one, step)),
  );
  const chosen = entering.filter(({ eventType }) => !aleas.has(eventType));
  const told = (chosen.length > 0 ? chosen : entering).map(
    ({ eventType, guard }) => `${libelle(eventType)}${asked(procedure, guard)}`,
  );
  return [...new Set(told)];
}

/** What a guard asks, in brackets, unless it leaves a choice: « [employé, sans carte active] ». */
function asked({ conditions }: Procedure, guard: AnyTransitionDefinition['guard']): string {
  const names = allOf(shapeOf(guard))?.filter((name) => !conditions[name]?.implicite) ?? [];
  const told = names.map((name) => conditions[name]?.etiquette);
  return told.length > 0 ? ` [${told.join(', ')}]` : '';
}

/** The conditions that must all hold; null when there is a choice among them. */
function allOf(shape: GuardShape | null): string[] | null {
  if (shape === null || typeof shape === 'string') return shape === null ? [] : [shape];
  const parts = shape.any ? [null] : shape.guards.map(allOf);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

/** Whether a step is entered with a state. */
function enters(target: AnyStateNode, step: AnyStateNode): boolean {
  if (target === step) return true;
  const children = target.type === 'parallel' ? Object.values(target.states) : (target.initial?.target ?? []);
  return (
    target.type !== 'atomic' && target.type !== 'final' && children.some((child) => enters(child as AnyStateNode, step))
  );
}
