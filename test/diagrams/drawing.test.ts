import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findProcedure, procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { acteurs } from '../../machines/step.ts';
import { sigles } from '../../src/diagrams/acteurs.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { textAlternative } from '../../src/diagrams/description.ts';
import { drawProcedure } from '../../src/diagrams/drawings.ts';
import { completePicture } from '../../src/diagrams/layout/pictures.ts';
import { clair, type Palette, sombre } from '../../src/diagrams/svg/palette.ts';

const ght = findProcedure('public-ght') as Procedure;
const whole = async () => (await drawProcedure(ght, { niveau: 'complet' }))?.draw() ?? '';

describe('a drawing', () => {
  test('is laid out once, and is the same at each run', async () => {
    expect(drawProcedure(ght, { niveau: 'complet' })).toBe(drawProcedure(ght, { niveau: 'complet' }));
    const { arrows, boxes } = await completePicture(chartOf(ght));
    const again = await completePicture(chartOf(ght));
    expect([again.boxes, again.arrows]).toEqual([boxes, arrows]);
    expect(readFileSync(new URL('../../machines/diagrams/public-ght.v1.svg', import.meta.url), 'utf8')).toBe(
      await whole(),
    );
  });

  test.each(procedures)('of $id shows every step and every transition', async (procedure) => {
    const chart = chartOf(procedure);
    const { boxes, arrows } = await completePicture(chart);
    const drawn = new Set(boxes.map(({ id }) => id));
    expect(chart.etats.filter(({ id }) => !drawn.has(id))).toEqual([]);
    const shown = new Set(arrows.flatMap(({ transitions }) => transitions));
    expect(chart.transitions.filter(({ id, de, vers }) => de !== vers && !shown.has(id))).toEqual([]);
    const loops = boxes.flatMap(({ boucles }) => boucles);
    expect(loops.length >= chart.transitions.filter(({ de, vers }) => de === vers).length).toBe(true);
  });

  test('has a title, a description, no script, and its own dark theme, which may be chosen', async () => {
    const svg = await whole();
    expect(svg).toMatch(
      /<svg [^>]*role="img" aria-labelledby="pi-t pi-d"><title id="pi-t">[^<]+<\/title><desc id="pi-d">[^<]+/,
    );
    expect(svg).toContain('prefers-color-scheme:dark');
    expect((await drawProcedure(ght, { niveau: 'complet' }))?.draw({ theme: 'sombre' })).toContain(
      'data-theme="sombre"',
    );
  });

  test('of a region that a procedure lacks does not exist', () => {
    expect(drawProcedure(ght, { region: 'cuisine' })).toBeNull();
  });
});

describe('a live picture', () => {
  test('marks states and transitions, and moves nothing', async () => {
    const drawing = await drawProcedure(ght, { niveau: 'complet' });
    const signing = chartOf(ght).transitions.find(({ fait }) => fait === 'formulaire413.signe')?.id ?? '';
    const live = drawing?.draw({
      etats: new Map([
        ['contrat.actif', { aspect: 'courant', texte: '12/05/2026' }],
        ['demande.formulaire413', { aspect: 'estompe', compte: 12 }],
      ]),
      transitions: new Map([[signing, { raison: 'Il faut <un> contrat.', compte: 3 }]]),
      sousTitre: 'HÔPITAL & CIE',
    });
    expect(live).toMatch(/<g class="courant"><rect.*?Contrat actif.*?>12\/05\/2026<\/text><\/g>/);
    expect(live).toContain('<title>Il faut &lt;un&gt; contrat.</title>');
    expect(live).toContain('HÔPITAL &amp; CIE');
    const places = (svg: string) => [...svg.matchAll(/<rect class="[^"]*\bs" ([^>]+)/g)].map(([, place]) => place);
    expect(places(live ?? '')).toEqual(places(await whole()));
  });
});

describe('colours', () => {
  const onPill = ({ acteurs: colours, insigne }: Palette) =>
    Object.values(colours).map((colour) => contrast(colour, insigne));
  const onBoxes = ({ encre, discret, fond, panneau, phase, acquise, courant }: Palette) =>
    [fond, panneau, phase, acquise, courant].flatMap((back) => [contrast(encre, back), contrast(discret, back)]);

  test.each([
    ['light', clair],
    ['dark', sombre],
  ])('of the %s theme keep a contrast of 4.5 for every text', (_name, palette) => {
    const { passe, courant, fond, acquise } = palette;
    const dates = [courant, fond, acquise].map((back) => contrast(passe, back));
    expect(Math.min(...onPill(palette), ...onBoxes(palette), ...dates)).toBeGreaterThan(4.5);
  });

  test('never tell an actor alone: each has letters of its own', () => {
    expect(Object.keys(sigles)).toEqual(Object.keys(acteurs));
    expect(new Set(Object.values(sigles)).size).toBe(Object.keys(acteurs).length);
  });
});

test('in words, a machine is a list of its states and of what leads from each', () => {
  const html = textAlternative(chartOf(findProcedure('groupement') as Procedure));
  expect(html).toContain('<strong>DSI du groupement à contacter · Établissement · §4.2, §4.3.2</strong>');
  expect(html).toContain('<li>DSI contactée, qui en accuse réception → DSI contactée</li>');
  expect(html.match(/<ul>/g)?.length).toBe(html.match(/<\/ul>/g)?.length);
});

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replaceAll(/[^#]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
