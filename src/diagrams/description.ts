import { tellSource } from '../../machines/source.ts';
import { acteurs } from '../../machines/step.ts';
import { type Chart, type Etat, inWords, type Transition } from './chart.ts';
import { escaped } from './svg/escape.ts';

/** A machine in a few sentences, for who does not see its picture. */
export function descriptionOf({ titre, source, etats, transitions }: Chart): string {
  const regions = etats.filter(({ parent }) => parent === null);
  const told = regions.map(({ id, libelle }) => {
    const steps = etats.filter((etat) => etat.acteur !== null && etat.id.startsWith(`${id}.`));
    return `${libelle} (${steps.length} étapes, de « ${steps[0]?.libelle ?? ''} » à « ${steps.at(-1)?.libelle ?? ''} »)`;
  });
  const count = `${regions.length} régions qui avancent en même temps, ${transitions.length} transitions`;
  return `${titre}, ${tellSource(source)} : ${count}. ${told.join(' ; ')}.`;
}

/** The same as a picture of the whole machine, in words: an HTML list, states in states and what leads from each. */
export function textAlternative(chart: Chart): string {
  return listOf(chart, null);
}

function listOf(chart: Chart, around: string | null): string {
  const items = chart.etats.filter(({ parent }) => parent === around).map((etat) => itemOf(chart, etat));
  return items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
}

function itemOf(chart: Chart, etat: Etat): string {
  const told = [
    etat.libelle,
    etat.acteur && acteurs[etat.acteur],
    etat.formulaire?.replace('-', ' '),
    tellSource(etat.source),
  ];
  const name = escaped(told.filter(Boolean).join(' · '));
  const leaving = chart.transitions.filter(({ de }) => de === etat.id).map((transition) => leadsTo(chart, transition));
  const ways = leaving.length > 0 ? `<ul>${leaving.join('')}</ul>` : '';
  return `<li>${etat.initial && etat.parent !== null ? `<strong>${name}</strong>` : name}${ways}${listOf(chart, etat.id)}</li>`;
}

function leadsTo({ etats }: Chart, { de, vers, libelle, condition }: Transition): string {
  const target = etats.find(({ id }) => id === vers)?.libelle ?? vers;
  const asked = condition ? ` [${inWords(condition)}]` : '';
  const told = de === vers ? `${libelle}${asked}, sans changer d’étape` : `${libelle}${asked} → ${target}`;
  return `<li>${escaped(told)}</li>`;
}
