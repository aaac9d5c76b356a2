import { type FormulaireId, formulaires } from '../../../machines/formulaires/index.ts';
import { tellSource } from '../../../machines/source.ts';
import { acteurs, natures } from '../../../machines/step.ts';
import { type Etat, inWords, type Transition } from '../chart.ts';

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

/** Text for an element or an attribute of XML. */
export function escapeXml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] as string);
}
