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

/** A step of a machine as somebody ticks it. */
export interface ChecklistItem extends Pick<StepMeta, 'libelle' | 'acteur' | 'nature' | 'source'> {
  /** Its path. */
  id: string;
  /** The form and the cards that it asks for. */
  documents: string[];
  /** What brings a case there that was not opened there, or makes it do what nobody has to. */
  seulementSi: string[];
}

/** Every step of a machine, by its path, in the order of the machine. */
export function checklistOf(procedure: Procedure): ReadonlyMap<string, ChecklistItem> {
  const opened = openSnapshot(procedure);
  const steps = descendants(procedure.machine.root).filter(({ type }) => type === 'atomic' || type === 'final');
  return new Map(steps.map((step) => [pathOf(step), describe(procedure, opened, step)]));
}

function describe(procedure: Procedure, opened: AnyMachineSnapshot, step: AnyStateNode): ChecklistItem {
  const { libelle, acteur, nature, source, formulaire } = step.meta as StepMeta;
  const isResult = nature === 'acquise';
  return {
    id: pathOf(step),
    libelle,
    acteur,
    nature,
    source,
    documents: isResult ? [] : [...formOf(formulaire), ...cardsFor(procedure, step)],
    seulementSi: isResult ? [] : conditionsOf(procedure, opened, step),
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
