import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findProcedure, procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { acteurs } from '../../machines/step.ts';
import { chartOf, type Etat, type Transition } from '../../src/diagrams/chart.ts';
import { textAlternative } from '../../src/diagrams/description.ts';
import { drawProcedure } from '../../src/diagrams/drawings.ts';
import type { Picture } from '../../src/diagrams/layout/geometry.ts';
import { completePicture, regionPicture, regionsOf } from '../../src/diagrams/layout/pictures.ts';
import { clair, type Palette, sigles, sombre } from '../../src/diagrams/svg/style.ts';

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

  test.each(procedures)('of $id shows every step, and every transition but those of rare cases', async (procedure) => {
    const chart = chartOf(procedure);
    const usual = chart.transitions.filter(({ rare }) => !rare);
    expect(undrawn(chart.etats, usual, await completePicture(chart))).toEqual([]);
  });

  test.each(procedures)('of each region of $id shows every step and every transition', async (procedure) => {
    const chart = chartOf(procedure);
    for (const region of regionsOf(chart)) {
      const etats = chart.etats.filter(({ id }) => id.startsWith(`${region.id}.`));
      const transitions = chart.transitions.filter(({ de }) => de === region.id || de.startsWith(`${region.id}.`));
      expect(undrawn(etats, transitions, await regionPicture(chart, region))).toEqual([]);
    }
  });

  test('has a title, a description, no script, and its own dark theme, which may be chosen', async () => {
    const svg = await whole();
    expect(svg).toMatch(
      /<svg [^>]*role="img" aria-labelledby="pi-t" aria-describedby="pi-d"><title id="pi-t">[^<]+<\/title><desc id="pi-d">[^<]+/,
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

test('what the calendar brings is dashed, and what ended without a result is not drawn as acquired', async () => {
  const picture = await completePicture(chartOf(findProcedure('certificat') as Procedure));
  const boxes = new Map(picture.boxes.map((box) => [box.id, box]));
  const ends = ['refuse', 'annule', 'expire', 'revoque', 'renouvele'].map(
    (end) => boxes.get(`vie.clos.${end}`)?.nature,
  );
  expect(ends).toEqual(['echec', 'echec', 'echec', 'echec', 'acquise']);
  const lapses = chartOf(findProcedure('certificat') as Procedure).transitions.filter(
    ({ fait }) => fait === 'certificat.expire',
  );
  const drawn = picture.arrows.filter(({ transitions }) => lapses.some(({ id }) => transitions.includes(id)));
  expect(drawn.length).toBeGreaterThan(0);
  expect(new Set(drawn.map(({ genre }) => genre))).toEqual(new Set(['derive']));
});

describe('a live picture', () => {
  test('marks states and transitions, and moves nothing', async () => {
    const drawing = await drawProcedure(ght, { niveau: 'complet' });
    const signing = chartOf(ght).transitions.find(({ fait }) => fait === 'formulaire413.signe')?.id ?? '';
    const live = drawing?.draw({
      etats: new Map([
        ['contrat.actif', { aspect: 'courant', texte: '12/05/2026' }],
        ['formulaire413', { aspect: 'estompe', compte: 12 }],
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

/** The steps and transitions that a picture leaves out; loops have no line to be told from each other by. */
function undrawn(etats: readonly Etat[], transitions: readonly Transition[], { boxes, arrows }: Picture): string[] {
  const drawn = new Set([...boxes.map(({ id }) => id), ...arrows.flatMap((arrow) => arrow.transitions)]);
  const loops = new Set(transitions.filter(({ de, vers }) => de === vers).map(({ de, fait }) => `${de} ${fait}`));
  const loopsDrawn = boxes.flatMap(({ signes }) => signes).length;
  return [
    ...[...etats, ...transitions.filter(({ de, vers }) => de !== vers)]
      .map(({ id }) => id)
      .filter((id) => !drawn.has(id)),
    ...(loopsDrawn < loops.size ? [`${loops.size - loopsDrawn} boucles`] : []),
  ];
}
