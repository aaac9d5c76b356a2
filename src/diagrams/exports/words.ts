import { type FormulaireId, formulaires } from '../../../machines/formulaires/index.ts';
import { tellSource } from '../../../machines/source.ts';
import type { Acteur } from '../../../machines/step.ts';
import { acteurs, natures } from '../../../machines/step.ts';
import { type Chart, type Etat, inWords, type Transition } from '../chart.ts';
import { nameOfMark } from '../svg/style.ts';

/** What is said of a state beside its label: actor, nature, form and passage. */
export function detailsOf({ acteur, nature, formulaire, source }: Etat): string[] {
  const parts = [
    acteur && acteurs[acteur],
    nature && natures[nature],
    formulaire && formOf(formulaire),
    tellSource(source),
  ];
  return parts.filter((part) => part !== null);
}

/** The fact that a transition takes, with what it asks: « Contrat accepté par l’ANS [contrat actif] ». */
export function labelOf({ libelle, condition }: Transition): string {
  return condition === null ? libelle : `${libelle} [${inWords(condition)}]`;
}

/** A form by its number, or by its title when it has none. */
export function formOf(formulaire: string): string {
  const { numero, titre } = formulaires[formulaire as FormulaireId];
  return numero === null ? titre : `formulaire ${numero}`;
}

/** The states right below one, in their order; the regions for null. */
export function childrenOf({ etats }: Chart, parent: string | null): Etat[] {
  return etats.filter((etat) => etat.parent === parent);
}

/** The states without children that are entered when a state is. */
export function entered(chart: Chart, id: string): Etat[] {
  const initial = childrenOf(chart, id).filter((child) => child.initial);
  return initial.length === 0
    ? chart.etats.filter((etat) => etat.id === id)
    : initial.flatMap((child) => entered(chart, child.id));
}

/** Whether a state is another, or below it. */
export function isWithin(id: string, ancestor: string): boolean {
  return id === ancestor || id.startsWith(`${ancestor}.`);
}

/** The state right around one, by id; null for a region. */
export function parentOf(id: string): string | null {
  const dot = id.lastIndexOf('.');
  return dot === -1 ? null : id.slice(0, dot);
}

/** Whether a fact leaves a phase whatever its step, which is drawn from a point « À toute étape » inside it. */
export function startsAnywhere({ etats }: Chart, { de, fait }: Transition): boolean {
  return fait !== null && etats.find(({ id }) => id === de)?.acteur === null;
}

/** A state by a name without dots, which some formats read as their own. */
export function nameOf(id: string): string {
  return id.replaceAll('.', '_');
}

/** Lines, two spaces further. */
export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** The class of what an actor does, where a drawing has classes: ASCII. */
export function actorClass(acteur: Acteur): string {
  return `acteur${nameOfMark(acteur).slice('pi-'.length)}`;
}
