import { tellSource } from '../../../machines/source.ts';
import type { Chart, Etat, Transition } from '../chart.ts';
import { clair } from '../svg/style.ts';
import { actorClass, childrenOf, detailsOf, indent, labelOf, nameOf, parentOf, startsAnywhere } from './words.ts';

/**
 * Mermaid `stateDiagram-v2`. Mermaid draws no arrow from a state to one inside it, and moves a state into whichever block names it: what leaves
 * a phase starts from a point of its own, and arrows between blocks are written last.
 */
export function toMermaid(chart: Chart): string {
  const regions = childrenOf(chart, null).map((region) => state(chart, region));
  return [
    '---',
    `title: ${JSON.stringify(`${chart.titre} (${tellSource(chart.source)}), version ${chart.version}`)}`,
    '---',
    'stateDiagram-v2',
    ...indent([
      `state "${plain(chart.titre)}" as procedure {`,
      ...regions.flatMap((region, rank) => indent(rank === 0 ? region : ['--', ...region])),
      '}',
      ...arrows(chart, null),
      ...classes(chart),
    ]),
    '',
  ].join('\n');
}

/** A class per actor, of the steps where they act. */
function classes({ etats }: Chart): string[] {
  const byActor = Map.groupBy(etats, ({ acteur }) => acteur);
  return [...byActor].flatMap(([acteur, own]) =>
    acteur === null
      ? []
      : [
          `classDef ${actorClass(acteur)} stroke:${clair.acteurs[acteur]},stroke-width:2px`,
          `class ${own.map(({ id }) => nameOf(id)).join()} ${actorClass(acteur)}`,
        ],
  );
}

function state(chart: Chart, etat: Etat): string[] {
  const [name, head] = [nameOf(etat.id), `state "${plain(etat.libelle)}" as ${nameOf(etat.id)}`];
  if (etat.acteur === null) return [`${head} {`, ...indent(block(chart, etat)), '}'];
  const stays = stayingIn(chart, etat.id).map(({ libelle }) => `sur place – ${libelle}`);
  const lines = [detailsOf(etat).join(' · '), ...stays].map((line) => `${name} : ${plain(line)}`);
  return [head, ...lines, ...(etat.genre === 'finale' ? [`${name} --> [*]`] : [])];
}

function block(chart: Chart, { id, genre }: Etat): string[] {
  const children = childrenOf(chart, id);
  const inner = children.map((child) => state(chart, child));
  const isParallel = genre === 'parallele';
  return [
    ...(isParallel ? [] : children.filter(({ initial }) => initial).map((child) => `[*] --> ${nameOf(child.id)}`)),
    ...inner.flatMap((lines, rank) => (isParallel && rank > 0 ? ['--', ...lines] : lines)),
    ...(isParallel ? [] : anywhere(chart, id)),
    ...arrows(chart, id),
  ];
}

/** The point from which a phase is left whatever its step. */
function anywhere(chart: Chart, id: string): string[] {
  const stays = stayingIn(chart, id).map(({ libelle }) => `${pointOf(id)} : ${plain(`sur place – ${libelle}`)}`);
  const leaves = chart.transitions.some((transition) => transition.de === id && !transition.sansCible);
  return leaves || stays.length > 0 ? [`state "À toute étape" as ${pointOf(id)}`, ...stays] : [];
}

/** The arrows between two states of one block, or, for null, between blocks. */
function arrows(chart: Chart, parent: string | null): string[] {
  return chart.transitions
    .filter((transition) => !transition.sansCible && blockOf(chart, transition) === parent)
    .map((transition) => {
      const from = startsAnywhere(chart, transition) ? pointOf(transition.de) : nameOf(transition.de);
      return `${from} --> ${nameOf(transition.vers)} : ${plain(labelOf(transition))}`;
    });
}

function blockOf(chart: Chart, transition: Transition): string | null {
  const { de, vers } = transition;
  const from = startsAnywhere(chart, transition) ? de : parentOf(de);
  return from === parentOf(vers) ? from : null;
}

function stayingIn({ transitions }: Chart, id: string): Transition[] {
  return transitions.filter(({ de, sansCible }) => de === id && sansCible);
}

function pointOf(id: string): string {
  return `${nameOf(id)}__`;
}

/** Without what Mermaid would read as its own: a colon, a semicolon, a quote, a hash. */
function plain(text: string): string {
  return text
    .replace(/\s*:\s*/g, ' – ')
    .replaceAll(';', ',')
    .replaceAll('"', '’')
    .replaceAll('#', 'n° ');
}
