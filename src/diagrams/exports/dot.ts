import { tellSource } from '../../../machines/source.ts';
import type { Nature } from '../../../machines/step.ts';
import type { Chart, Etat, Transition } from '../chart.ts';
import { clair } from '../svg/style.ts';
import { actorClass, childrenOf, detailsOf, entered, indent, isWithin, labelOf, startsAnywhere } from './words.ts';

const fill: Record<Nature, string> = {
  obligatoire: '#fde9c9',
  recommandee: '#fdf6d3',
  facultative: '#eef2f7',
  attente: '#dde9f9',
  acquise: '#def2e1',
};

const FAILED = '#fbe0de';

/** DOT for Graphviz: a cluster per state with children; what leaves it whatever its step starts from a point of its own. */
export function toDot(chart: Chart): string {
  const clusters = childrenOf(chart, null).flatMap((region) => node(chart, region));
  return [
    `digraph ${quote(chart.procedure)} {`,
    ...indent([
      'graph [compound=true, rankdir=TB, labelloc=t, fontname="Helvetica", newrank=true]',
      'node [shape=box, style="rounded,filled", fillcolor=white, fontname="Helvetica", fontsize=11]',
      'edge [fontname="Helvetica", fontsize=9]',
      `label=${quote(`${chart.titre} (${tellSource(chart.source)}), version ${chart.version}`)}`,
      ...clusters,
      ...chart.transitions.map((transition) => edge(chart, transition)),
    ]),
    '}',
    '',
  ].join('\n');
}

function node(chart: Chart, etat: Etat): string[] {
  const { id, libelle, genre, nature, echec, acteur } = etat;
  if (nature !== null) {
    const label = [libelle, ...detailsOf(etat)].join('\n');
    return [
      `${quote(id)} [label=${quote(label)}, fillcolor="${echec ? FAILED : fill[nature]}"${acteur ? `, color="${clair.acteurs[acteur]}", class=${actorClass(acteur)}` : ''}${genre === 'finale' ? ', peripheries=2' : ''}]`,
    ];
  }
  const children = childrenOf(chart, id);
  const start = genre === 'parallele' ? [] : entry(chart, etat);
  const style = genre === 'parallele' ? 'dashed' : 'solid';
  return [
    `subgraph ${quote(`cluster_${id}`)} {`,
    ...indent([
      `label=${quote(`${libelle} (${tellSource(etat.source)})`)}`,
      `style=${style}`,
      ...start,
      ...anywhere(chart, id),
      ...children.flatMap((child) => node(chart, child)),
    ]),
    '}',
  ];
}

function entry(chart: Chart, { id }: Etat): string[] {
  const [initial] = childrenOf(chart, id).filter((child) => child.initial);
  if (!initial) return [];
  const start = quote(`${id} :`);
  const arrow = `${start} -> ${quote(anchor(chart, initial.id))}${attributes(head(chart, initial.id))}`;
  return [`${start} [shape=point, width=0.15, label="", tooltip="début"]`, arrow];
}

function anywhere(chart: Chart, id: string): string[] {
  const isLeft = chart.transitions.some((transition) => transition.de === id && startsAnywhere(chart, transition));
  return isLeft ? [`${quote(pointOf(id))} [label="À toute étape", shape=oval, style=dashed]`] : [];
}

function pointOf(id: string): string {
  return `${id} *`;
}

/** An arrow stops at the border of a cluster, unless it starts inside. */
function edge(chart: Chart, transition: Transition): string {
  const { de, vers, fait, derive, sansCible } = transition;
  const from = startsAnywhere(chart, transition) ? pointOf(de) : anchor(chart, de);
  const to = sansCible ? from : anchor(chart, vers);
  const ends = [...(from === pointOf(de) ? [] : tail(chart, de)), ...(isWithin(de, vers) ? [] : head(chart, vers))];
  const own = [`label=${quote(wrap(labelOf(transition)))}`, `tooltip=${quote(fait ?? 'tout est rempli')}`];
  const style = derive ? ['style=dashed'] : [];
  return `${quote(from)} -> ${quote(to)}${attributes([...own, ...style, ...ends])}`;
}

/** Graphviz draws arrows between nodes alone: for a cluster, the first of its steps that is entered. */
function anchor(chart: Chart, id: string): string {
  return entered(chart, id)[0]?.id ?? id;
}

function tail(chart: Chart, id: string): string[] {
  return isCluster(chart, id) ? [`ltail=${quote(`cluster_${id}`)}`] : [];
}

function head(chart: Chart, id: string): string[] {
  return isCluster(chart, id) ? [`lhead=${quote(`cluster_${id}`)}`] : [];
}

function isCluster(chart: Chart, id: string): boolean {
  return childrenOf(chart, id).length > 0;
}

function attributes(list: readonly string[]): string {
  return list.length === 0 ? '' : ` [${list.join(', ')}]`;
}

function wrap(text: string): string {
  return text.replace(/(.{24}\S*)\s/g, '$1\n');
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
