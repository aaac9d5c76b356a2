import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { browserPath, NO_BROWSER, startBrowser } from '../browser.ts';
import { isInstalled, NOT_INSTALLED } from './install.ts';

const require = createRequire(import.meta.url);
const names = procedures.map(({ id, version }) => `${id}.v${version}`);
const read = (name: string) => readFileSync(new URL(`../../machines/diagrams/${name}`, import.meta.url), 'utf8');

/** The libraries as pages know them. */
declare const mermaid: {
  initialize(options: object): void;
  parse(text: string): Promise<{ diagramType: string }>;
  render(id: string, text: string): Promise<{ svg: string }>;
};
declare class BpmnJS {
  constructor(options: { container: string });
  importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
  get(name: 'elementRegistry'): { getAll(): Shape[] };
}
interface Shape {
  id: string;
  type: string;
  x: number;
  y: number;
  width: number;
  height: number;
  parent?: Shape;
  waypoints?: unknown;
}

let browser: Browser | null = null;
let page: Page;
beforeAll(async () => {
  if (browserPath) browser = await startBrowser();
  else console.warn(`Skipped: ${NO_BROWSER}`);
});
afterAll(() => browser?.close());
beforeEach(async ({ skip }) => {
  skip(!isInstalled(), NOT_INSTALLED);
  if (!browser) return skip(NO_BROWSER);
  page = await browser.newPage();
  await page.setContent('<div id="place" style="width: 1600px; height: 900px"></div>');
  return () => page.close();
});

describe('Mermaid', () => {
  test.each(procedures)('parses and draws $id with every step', async (procedure) => {
    const { etats } = chartOf(procedure);
    await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
    const drawn = await page.evaluate(
      async (text) => {
        mermaid.initialize({ startOnLoad: false });
        const { diagramType } = await mermaid.parse(text);
        const { svg } = await mermaid.render('drawing', text);
        return { diagramType, svg };
      },
      read(`${procedure.id}.v${procedure.version}.mmd`),
    );
    expect(drawn.diagramType).toBe('stateDiagram');
    const words = drawn.svg.replace(/<[^>]*>|\s+/g, '');
    const labels = etats.map(({ libelle }) => libelle.replace(/\s*:\s*/g, ' – '));
    expect(labels.filter((label) => !words.includes(label.replace(/\s+/g, '')))).toEqual([]);
  });
});

describe('Mermaid, of the story,', () => {
  test.each(names)('parses and draws %s', async (name) => {
    await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
    const drawn = await page.evaluate(
      async (text) => {
        mermaid.initialize({ startOnLoad: false });
        const { diagramType } = await mermaid.parse(text);
        const { svg } = await mermaid.render('drawing', text);
        return { diagramType, svg };
      },
      read(`${name}.recit.mmd`),
    );
    expect(drawn.diagramType).toBe('flowchart-v2');
    expect(drawn.svg).toMatch(/class="[^"]*acteur[A-Z]+/);
  });
});

describe('bpmn-js', () => {
  const files = names.flatMap((name) => [`${name}.bpmn`, `${name}.recit.bpmn`]);
  test.each(files)('opens %s without a warning, no shape over another', async (file) => {
    await page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
    const { warnings, shapes } = await page.evaluate(async (xml) => {
      const viewer = new BpmnJS({ container: '#place' });
      const imported = await viewer.importXML(xml);
      const all = viewer.get('elementRegistry').getAll();
      const grounds = ['bpmn:Collaboration', 'bpmn:Lane'];
      const drawn = all.filter(({ waypoints, type }) => !waypoints && !grounds.includes(type));
      return {
        warnings: imported.warnings.map(({ message }) => message),
        shapes: drawn.map(({ id, type, x, y, width, height, parent }) => ({
          id,
          type,
          x,
          y,
          width,
          height,
          parent: parent?.id ?? '',
        })),
      };
    }, read(file));
    expect(warnings).toEqual([]);
    expect(overlaps(shapes)).toEqual([]);
  });
});

describe('bpmnlint', () => {
  test.each(names)('has nothing to say of the story of %s, by all that it recommends', async (name) => {
    const { Linter } = require('bpmnlint');
    const NodeResolver = require('bpmnlint/lib/resolver/node-resolver.js');
    const { rootElement } = await new BpmnModdle().fromXML(read(`${name}.recit.bpmn`));
    const linter = new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver({ require }) });
    expect(await linter.lint(rootElement)).toEqual({});
  });
});

describe('bpmn-engine', () => {
  test.each(names.flatMap((name) => [`${name}.bpmn`, `${name}.recit.bpmn`]))('reads %s', async (file) => {
    const { Engine } = require('bpmn-engine');
    expect(await new Engine({ name: file, source: read(file) }).getDefinitions()).toHaveLength(1);
  });

  test('plays the story, once told that it may, up to what somebody does first', async () => {
    const { Engine } = require('bpmn-engine');
    const source = read('public-ght.v1.recit.bpmn').replace('isExecutable="false"', 'isExecutable="true"');
    const execution = await new Engine({ name: 'recit', source }).execute();
    const waited: string[] = execution.getPostponed().map(({ name: task }: { name: string }) => task);
    execution.stop();
    expect(waited).toEqual(expect.arrayContaining(['Prévenir la DSI', 'Contacter l’éditeur']));
  });
});

type Drawn = Omit<Shape, 'parent' | 'waypoints'> & { parent: string };

/** The pairs of shapes of one holder, labels among them, that cover each other; an event on the border of its task does. */
function overlaps(shapes: readonly Drawn[]): string[] {
  const solid = shapes.filter(({ type }) => type !== 'bpmn:BoundaryEvent');
  return solid.flatMap((one, rank) =>
    solid
      .slice(rank + 1)
      .filter((other) => other.parent === one.parent && covers(one, other))
      .map((other) => `${one.id} ${other.id}`),
  );
}

function covers(one: Drawn, other: Drawn): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
