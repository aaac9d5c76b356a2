import type { Procedure } from '../../../machines/procedure.ts';
import { couloirs, lanesOf } from '../recit/lanes.ts';
import { clair } from '../svg/style.ts';
import type { Noeud } from './bpmn/noeud.ts';
import { recitOf } from './bpmn/recit.ts';
import { actorClass, indent } from './words.ts';

/** How a node is drawn in each language: a task, a wait, a choice, what is done at once, what is passed by, a beginning or an end. */
const shapes: Partial<Record<Noeud['genre'], { mermaid: (nom: string) => string; dot: string }>> = {
  receiveTask: { mermaid: (nom) => `[/"${nom}"/]`, dot: 'parallelogram' },
  exclusiveGateway: { mermaid: (nom) => `{"${nom || '·'}"}`, dot: 'diamond' },
  parallelGateway: { mermaid: () => '{{"+"}}', dot: 'hexagon' },
  intermediateThrowEvent: { mermaid: (nom) => `(["${nom}"])`, dot: 'oval' },
  startEvent: { mermaid: (nom) => `(("${nom}"))`, dot: 'circle' },
  endEvent: { mermaid: (nom) => `((("${nom}")))`, dot: 'doublecircle' },
};

/** The story as a Mermaid flowchart: a block per lane, a class per actor. */
export function storyToMermaid(procedure: Procedure): string {
  const { titre, places, flux } = recitOf(procedure);
  const lanes = couloirs.flatMap((couloir) => {
    const own = places.filter((place) => place.couloir === couloir);
    const nodes = own.map(({ noeud: { id, genre, nom, acteur } }) => {
      const shape = shapes[genre]?.mermaid(plain(nom)) ?? `["${plain(nom)}"]`;
      return `${id}${shape}${acteur === null ? '' : `:::${actorClass(acteur)}`}`;
    });
    return own.length > 0 ? [`subgraph ${couloir}["${lanesOf[couloir].titre}"]`, ...indent(nodes), 'end'] : [];
  });
  const links = flux.map(({ de, vers, nom }) => `${de} -->${nom && `|"${plain(nom)}"|`} ${vers}`);
  const present = new Set(places.flatMap(({ noeud: { acteur } }) => acteur ?? []));
  const classes = [...present].map(
    (acteur) => `classDef ${actorClass(acteur)} stroke:${clair.acteurs[acteur]},stroke-width:2px`,
  );
  const head = [
    '---',
    `title: ${JSON.stringify(`${titre}, version ${procedure.version} : le récit`)}`,
    '---',
    'flowchart LR',
  ];
  return [...head, ...indent([...lanes, ...links, ...classes]), ''].join('\n');
}

/** The same for Graphviz: a cluster per lane, a class and a colour per actor. */
export function storyToDot(procedure: Procedure): string {
  const { titre, places, flux } = recitOf(procedure);
  const clusters = couloirs.flatMap((couloir) => {
    const own = places.filter((place) => place.couloir === couloir);
    const nodes = own.map(({ noeud: { id, genre, nom, acteur } }) => {
      const who = acteur === null ? '' : `, color="${clair.acteurs[acteur]}", class=${actorClass(acteur)}`;
      return `${id} [label=${quote(nom)}, shape=${shapes[genre]?.dot ?? 'box'}${who}]`;
    });
    const head = [`subgraph cluster_${couloir} {`, `  label=${quote(lanesOf[couloir].titre)}`];
    return own.length > 0 ? [...head, ...indent(nodes), '}'] : [];
  });
  const edges = flux.map(({ de, vers, nom }) => `${de} -> ${vers}${nom && ` [label=${quote(nom)}]`}`);
  return [
    `digraph ${quote(procedure.id)} {`,
    ...indent([
      'graph [rankdir=LR, labelloc=t, fontname="Helvetica"]',
      'node [fontname="Helvetica", fontsize=11]',
      'edge [fontname="Helvetica", fontsize=9]',
      `label=${quote(`${titre}, version ${procedure.version} : le récit`)}`,
      ...clusters,
      ...edges,
    ]),
    '}',
    '',
  ].join('\n');
}

function plain(text: string): string {
  return text.replaceAll('"', '’');
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
