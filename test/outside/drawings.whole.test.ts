import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

describe('bpmn-js', () => {
  test.each(names)('opens %s without a warning, no shape over another', async (name) => {
    await page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
    const { warnings, shapes } = await page.evaluate(
      async (xml) => {
        const viewer = new BpmnJS({ container: '#place' });
        const imported = await viewer.importXML(xml);
        const all = viewer.get('elementRegistry').getAll();
        const drawn = all.filter(({ waypoints, type }) => !waypoints && type !== 'bpmn:Collaboration');
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
      },
      read(`${name}.bpmn`),
    );
    expect(warnings).toEqual([]);
    expect(overlaps(shapes)).toEqual([]);
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
