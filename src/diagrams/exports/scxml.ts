import { tellSource } from '../../../machines/source.ts';
import { acteurs, natures } from '../../../machines/step.ts';
import { type Chart, type ConditionTree, type Etat, inWords, type Transition } from '../chart.ts';
import { escaped } from '../svg/escape.ts';
import { childrenOf, formOf, indent, isWithin, nameOf } from './words.ts';

/**
 * SCXML 1.0 (W3C). Conditions that read a state are `In('…')`. Those that the context or the fact decides are read in the fact's own data, by
 * their code: who plays the machine tells with each fact whether `offre-pro` holds. What a transition keeps or sends is left out. Names have
 * no dot: `done.state.a` would otherwise be heard when `a.b` alone is done.
 */
export function toScxml(chart: Chart): string {
  const name = escaped(chart.procedure);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<!-- ${chart.titre} (${tellSource(chart.source)}), version ${chart.version}. ${datamodel} -->`,
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:igc="urn:parcours-igc:graphe" version="1.0" datamodel="ecmascript" initial="${name}">`,
    ...indent([
      `<parallel id="${name}"${attributes({ libelle: chart.titre, source: chart.source })}>`,
      ...childrenOf(chart, null).flatMap((region) => indent(state(chart, region))),
      '</parallel>',
    ]),
    '</scxml>',
    '',
  ].join('\n');
}

const datamodel =
  'Une condition qui ne lit pas un état se lit dans les données du fait, par son code : _event.data["offre-pro"] vaut vrai ou faux.';

const elements = { sequence: 'state', parallele: 'parallel', etape: 'state', finale: 'final' };

function state(chart: Chart, etat: Etat): string[] {
  const element = elements[etat.genre];
  const children = childrenOf(chart, etat.id);
  const [initial] = etat.genre === 'sequence' ? children.filter((child) => child.initial) : [];
  const head = `<${element} id="${nameOf(etat.id)}"${initial ? ` initial="${nameOf(initial.id)}"` : ''}${notesOf(etat)}`;
  const inner = [
    ...[...Map.groupBy(leavingFrom(chart, etat), ({ id }) => id).values()].map(transition),
    ...children.flatMap((child) => state(chart, child)),
  ];
  return inner.length === 0 ? [`${head}/>`] : [`${head}>`, ...indent(inner), `</${element}>`];
}

function notesOf(etat: Etat): string {
  const { libelle, acteur, nature, formulaire, source } = etat;
  return attributes({
    libelle,
    source,
    acteur: acteur && acteurs[acteur],
    nature: nature && natures[nature],
    formulaire: formulaire && formOf(formulaire),
  });
}

function leavingFrom({ transitions }: Chart, { id }: Etat): Transition[] {
  return transitions.filter(({ de }) => de === id);
}

/** One transition, which may enter several states together. */
function transition(entered: readonly Transition[]): string {
  const [{ de, vers, fait, libelle, acteur, source, ...rest }] = entered as [Transition];
  const { sansCible, ouvert, suspendu, condition, exacte } = rest;
  const followed = [...(ouvert ? [isIn(ouvert)] : []), ...(suspendu ? [`!${isIn(suspendu)}`] : [])];
  const asked = [...followed, ...(exacte ? [expression(exacte, followed.length > 0)] : [])];
  const parts = [
    `event="${fait ?? `done.state.${nameOf(de)}`}"`,
    ...(asked.length > 0 ? [`cond="${escaped(asked.join(' && '))}"`] : []),
    ...(sansCible ? [] : [`target="${entered.map((one) => nameOf(one.vers)).join(' ')}"`]),
    // XState never leaves a state for one inside it; SCXML does unless told.
    ...(isWithin(vers, de) && vers !== de ? ['type="internal"'] : []),
  ];
  const si = condition && inWords(condition);
  return `<transition ${parts.join(' ')}${attributes({ libelle, source, acteur: acteur && acteurs[acteur], si })}/>`;
}

function expression(condition: ConditionTree, isInside: boolean): string {
  if ('et' in condition) return condition.et.map((part) => expression(part, true)).join(' && ');
  if ('ou' in condition) {
    const words = condition.ou.map((part) => `(${expression(part, false)})`).join(' || ');
    return isInside ? `(${words})` : words;
  }
  const { etat, nie, code } = condition;
  if (etat === null) return `_event.data['${code}']`;
  return nie ? `!${isIn(etat)}` : isIn(etat);
}

function isIn(etat: string): string {
  return `In('${nameOf(etat)}')`;
}

/** What SCXML has no place for, in a namespace of our own. */
function attributes(notes: Record<string, string | null>): string {
  return Object.entries(notes)
    .filter(([, text]) => text !== null)
    .map(([name, text]) => ` igc:${name}="${escaped(text as string)}"`)
    .join('');
}
