import { beforeAll, describe, expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { crossings, type Picture } from '../../src/diagrams/layout/geometry.ts';
import { completePicture, regionPicture, regionsOf } from '../../src/diagrams/layout/pictures.ts';
import { storyPicture } from '../../src/diagrams/recit/picture.ts';
import { drawingOf } from '../../src/diagrams/svg/drawing.ts';
import {
  covered,
  crossed,
  loose,
  malformed,
  merged,
  overlaps,
  overwritten,
  spilled,
  trespassing,
  unreadable,
} from './faults.ts';

const charts = procedures.map(chartOf);
const names = charts.flatMap((chart) => [
  ...['complet', 'recit'].map((niveau) => `${chart.procedure} ${niveau}`),
  ...regionsOf(chart).map(({ id }) => `${chart.procedure} ${id}`),
]);
const pictures = new Map<string, Picture>();

beforeAll(async () => {
  for (const chart of charts) {
    pictures.set(`${chart.procedure} complet`, await completePicture(chart));
    for (const region of regionsOf(chart)) {
      pictures.set(`${chart.procedure} ${region.id}`, await regionPicture(chart, region));
    }
  }
  for (const procedure of procedures) pictures.set(`${procedure.id} recit`, storyPicture([procedure]));
  pictures.set('parcours recit', storyPicture(procedures.filter(({ genre }) => genre === 'dossier')));
}, 60_000);

const picture = (name: string) => pictures.get(name) as Picture;

describe.each([...names, 'parcours recit'])('the picture %s', (name) => {
  test('has boxes that stand in each other or apart', () => {
    expect(overlaps(picture(name))).toEqual([]);
  });
  test('keeps every line of text in its box, whatever the font, and on nothing else', () => {
    expect(spilled(picture(name))).toEqual([]);
    expect(overwritten(picture(name))).toEqual([]);
  });
  test('has no word that a line crosses, nor words of an arrow on anything', () => {
    expect(crossed(picture(name))).toEqual([]);
    expect(covered(picture(name))).toEqual([]);
  });
  test('has arrows from border to border, that pass over no other box and do not lie on each other', () => {
    expect(loose(picture(name))).toEqual([]);
    expect(trespassing(picture(name))).toEqual([]);
    expect(merged(picture(name))).toEqual([]);
  });
  test('has no two lines that cross, but to one and the same step', () => {
    expect(crossings(picture(name)).map(([one, other]) => `${one.id} × ${other.id}`)).toEqual([]);
  });
  test('stands on its sheet and prints at 6 pt on A3', () => {
    expect(unreadable(picture(name))).toEqual([]);
  });
  test('is well-formed and below 60 kB', () => {
    const svg = drawingOf(picture(name)).draw();
    expect(malformed(svg)).toBeNull();
    expect(Buffer.byteLength(svg)).toBeLessThan(60_000);
    expect(svg).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });
});

describe('a fault is seen', () => {
  const NAME = 'public-ght carteResponsable';
  const copy = (name = NAME) => structuredClone(picture(name));
  const steps = ({ boxes }: Picture) =>
    boxes.filter(({ id, genre }) => genre === 'etape' && !id.startsWith('legende:'));

  test('when a box slides on another', () => {
    const broken = copy();
    const [one, other] = steps(broken);
    if (one && other) one.rect = { ...one.rect, x: other.rect.x + 5, y: other.rect.y + 5 };
    expect(overlaps(broken)).not.toEqual([]);
  });
  test('when a word is too long for its box, or lies on another', () => {
    const broken = copy();
    const [text, next] = steps(broken)[0]?.texts ?? [];
    if (text && next) Object.assign(text, { text: `${text.text} ${text.text}`, y: next.y });
    expect([spilled(broken).length > 0, overwritten(broken).length > 0]).toEqual([true, true]);
  });
  test('when words lie on an arrow, or on a box', () => {
    const broken = copy();
    const arrow = broken.arrows.find(({ label }) => label);
    const [from, to] = arrow?.points ?? [];
    const [step] = steps(broken);
    if (!arrow?.label || !from || !to || !step) throw new Error('No arrow has words');
    for (const text of arrow.label.texts) Object.assign(text, { x: from.x - 20, y: (from.y + to.y) / 2 });
    arrow.label.rect = step.rect;
    expect([crossed(broken).length > 0, covered(broken).length > 0]).toEqual([true, true]);
  });
  test('when an arrow ends in the void, or passes over a step', () => {
    const broken = copy();
    const [step] = steps(broken);
    const arrow = broken.arrows.find(({ de, vers }) => step && ![de, vers].includes(step.id) && de !== '');
    if (!arrow || !step) throw new Error('No arrow avoids the first step');
    const y = step.rect.y + 10;
    arrow.points = [
      { x: step.rect.x - 10, y },
      { x: step.rect.x + step.rect.width + 10, y },
    ];
    expect([loose(broken).includes(arrow.id), trespassing(broken).length > 0]).toEqual([true, true]);
  });
  test('when two arrows to different steps lie on each other', () => {
    const broken = copy('public-ght complet');
    const bent = broken.arrows.filter(({ points }) => points.length === 4);
    const [one] = bent;
    const other = bent.find(({ vers }) => vers !== one?.vers);
    if (one && other) other.points = one.points.map((point) => ({ ...point, x: point.x + 1 }));
    expect(other).toBeDefined();
    expect(merged(broken)).not.toEqual([]);
  });
  test('when something leaves the sheet, or the sheet is too large', () => {
    expect(unreadable({ ...copy(), width: 300 })).not.toEqual([]);
    expect(unreadable({ ...copy(), width: 2000, height: 1414 })).not.toEqual([]);
  });
  test.each(['<a><b></a>', '<a>&</a>', '<a b=c/>', '<a b="<"/>', '<a>', '<a></a>>'])('when %s is no XML', (xml) => {
    expect(malformed(xml)).not.toBeNull();
  });
});
