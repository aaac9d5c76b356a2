import { readFileSync } from 'node:fs';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { findProcedure, procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { publishedRegion } from '../../src/diagrams/exports/formats.ts';
import { Graphe, grapheOf } from '../../src/diagrams/exports/graphe.ts';
import { momentsOf, storyOf } from '../../src/diagrams/recit/story.ts';
import { descendants } from '../../src/engine/graph/independence.ts';

const charts = procedures.map(chartOf);
const read = (name: string) => readFileSync(new URL(`../../machines/diagrams/${name}`, import.meta.url), 'utf8');

/** What Graphviz tells of a drawing that it has laid out. */
interface Laid {
  objects: { name: string; label?: string }[];
  edges: { tail: number; head: number; label?: string }[];
}

describe.each(charts)('$procedure', (chart) => {
  const name = `${chart.procedure}.v${chart.version}`;
  const steps = chart.etats.filter(({ acteur }) => acteur !== null);
  const phases = chart.etats.filter(({ acteur }) => acteur === null);

  test('as DOT is laid out by Graphviz with every state and every transition', async () => {
    const graphviz = await Graphviz.load();
    const { objects, edges } = JSON.parse(graphviz.layout(read(`${name}.dot`), 'dot_json', 'dot')) as Laid;
    const drawn = objects.map((object) => object.name);
    expect(steps.map(({ id }) => id).filter((id) => !drawn.includes(id))).toEqual([]);
    expect(phases.map(({ id }) => `cluster_${id}`).filter((id) => !drawn.includes(id))).toEqual([]);
    expect(edges.filter(({ label }) => label)).toHaveLength(chart.transitions.length);
  });

  test('as DOT the story is laid out, a cluster per lane and a class per actor', async () => {
    const graphviz = await Graphviz.load();
    const { objects } = JSON.parse(graphviz.layout(read(`${name}.recit.dot`), 'dot_json', 'dot')) as Laid;
    const procedure = findProcedure(chart.procedure) as Procedure;
    const moments = momentsOf(storyOf([procedure])).map(({ lignes }) => lignes.join(', '));
    const drawn = objects.map(({ label = '' }) => label);
    expect(moments.filter((one) => !drawn.includes(one))).toEqual([]);
    expect(read(`${name}.dot`)).toMatch(/class=acteur[A-Z]+/);
  });

  test('as DOT is given region by region too, with the states of that region alone', async () => {
    const graphviz = await Graphviz.load();
    const procedure = findProcedure(chart.procedure) as Procedure;
    for (const { id } of phases.filter(({ parent }) => parent === null)) {
      const dot = (await publishedRegion(procedure, 'dot', id))?.texte ?? '';
      const { objects } = JSON.parse(graphviz.layout(dot, 'dot_json', 'dot')) as Laid;
      const drawn = objects.map((object) => object.name).filter((one) => steps.some((step) => step.id === one));
      const inside = steps.filter((step) => step.id.startsWith(`${id}.`)).map((step) => step.id);
      expect(drawn.sort()).toEqual(inside.sort());
    }
    expect(await publishedRegion(procedure, 'dot', 'ailleurs')).toBeNull();
    expect(await publishedRegion(procedure, 'scxml', phases[0]?.id ?? '')).toBeNull();
  });

  test('as a configuration of XState makes a machine with the same states and the same transitions', () => {
    const machine = createMachine(JSON.parse(read(`${name}.xstate.json`)));
    const nodes = descendants(machine.root);
    expect(nodes.map(({ path }) => path.join('.')).sort()).toEqual(chart.etats.map(({ id }) => id).sort());
    const ways = nodes.flatMap((node) =>
      [...node.transitions.values()]
        .flat()
        .flatMap(({ eventType, target }) =>
          (target ?? [node]).map(
            (to) =>
              `${node.path.join('.')} ${eventType.startsWith('xstate.done') ? null : eventType} ${to.path.join('.')}`,
          ),
        ),
    );
    expect(ways.sort()).toEqual(chart.transitions.map(({ de, fait, vers }) => `${de} ${fait} ${vers}`).sort());
  });

  test('as JSON is read by the schema that is published, and is the whole chart', () => {
    expect(Graphe.parse(JSON.parse(read(`${name}.graphe.json`)))).toEqual(grapheOf(chart));
  });

  test('as BPMN is read without a warning, and draws every step', async () => {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(read(`${name}.bpmn`));
    expect(warnings).toEqual([]);
    const text = JSON.stringify(rootElement);
    const joined = chart.etats.filter(({ id, genre }) => genre === 'finale' && id.includes('.redaction.'));
    expect(steps.filter((step) => !joined.includes(step) && !text.includes(step.libelle))).toEqual([]);
  });
});
