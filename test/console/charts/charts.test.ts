import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barChart, spreadChart } from '../../../src/console/charts/bars.ts';
import { monthChart } from '../../../src/console/charts/months.ts';
import { scaleOf, widthOf, wrapped } from '../../../src/console/charts/sheet.ts';
import { html } from '../../../src/web/html.ts';
import { malformed } from '../../diagrams/faults.ts';

const propos = { id: 'g', title: 'Dossiers', summary: 'Ce qui se voit.', table: html`<table></table>` };
const longest = 'Formulaire 413 retourné : corriger, puis viser une nouvelle version <à l’ANS>';
const monthsFrom = (year: number, count: number) =>
  Array.from({ length: count }, (_, rank) => new Date(Date.UTC(year, rank, 1)).toISOString().slice(0, 7));

/** The drawings of a chart, wide then narrow. */
function sheets(text: string): string[] {
  return [...text.matchAll(/<svg class="e\w+".*?<\/svg>/gs)].map(([svg]) => svg);
}

/** The texts that leave their sheet, whichever font draws them. */
function beyond(svg: string): string[] {
  const width = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  return [...svg.matchAll(/<(?:text|tspan)([^>]*)>([^<]+)</g)].flatMap(([, attributes = '', raw = '']) => {
    const words = raw.trim().replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    const x = Number(/ x="([\d.]+)"/.exec(attributes)?.[1] ?? 0);
    const long = widthOf(words, attributes.includes('gras'));
    const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
    const left = { start: x, middle: x - long / 2, end: x - long }[anchor] ?? x;
    return left < -0.6 || left + long > width + 0.6 ? [words] : [];
  });
}

const charts: Record<string, string> = {
  'of bars': barChart(propos, [
    { label: longest, value: 12_345, href: '/?etape=a&b=c' },
    { label: 'Carte', value: 0 },
    { label: 'Anticonstitutionnellement'.repeat(4), value: 3, pattern: 1, text: '3 j (1 %)' },
  ]).text,
  'by month': monthChart(propos, {
    series: ['Ouverts', 'Envoyés', 'Habilités', 'En service'],
    mois: monthsFrom(2025, 12).map((mois, rank) => ({ mois, values: [rank * 1_000, rank, 0, 7] })),
  }).text,
  'by many months': monthChart(propos, {
    series: ['Ouverts', 'Envoyés', 'Habilités', 'En service'],
    mois: monthsFrom(2024, 36).map((mois, rank) => ({ mois, values: [rank * 1_000, rank, 0, 7] })),
  }).text,
  'by month, one on another': monthChart(propos, {
    series: ['Plus tard', 'Bientôt'],
    isStacked: true,
    mois: monthsFrom(2026, 37).map((mois, rank) => ({ mois, values: [rank, 3] })),
  }).text,
  'of a single month': monthChart(propos, { series: ['Ouverts'], mois: [{ mois: '2026-11', values: [1] }] }).text,
  'of lengths': spreadChart(propos, [
    { label: longest, cases: 1_200, mediane: 15, centile90: 4_321 },
    { label: 'Carte', cases: 4, mediane: null, centile90: null },
    { label: 'Accord', cases: 9, mediane: 0, centile90: 0 },
  ]).text,
};

describe.each(Object.entries(charts))('a chart %s', (_, text) => {
  test('is drawn twice, well-formed, named and described, without a style of its own', () => {
    expect(sheets(text).map((svg) => malformed(svg.replaceAll(/&#\d+;/g, '&amp;')))).toEqual([null, null]);
    for (const svg of sheets(text)) {
      expect(svg).toMatch(
        /role="(img|group)" aria-labelledby="(\S+)" aria-describedby="(\S+)"><title id="\2">Dossiers<\/title><desc id="\3">/,
      );
    }
    expect(text).not.toMatch(/style=|<style/);
  });

  test('keeps its words on the sheet, on a desk and on a phone', () => {
    expect(sheets(text).flatMap(beyond)).toEqual([]);
  });

  test('has each id once, and its table', () => {
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(text).toContain('<summary>Voir les chiffres</summary>');
    expect(text).toContain('<table></table>');
  });
});

describe('what a chart says', () => {
  test('is links in a group when bars lead somewhere, and a picture when they do not', () => {
    const roles = (text: string) => sheets(text).map((svg) => /role="(\w+)"/.exec(svg)?.[1]);
    expect(roles(charts['of bars'] ?? '')).toEqual(['group', 'group']);
    expect(roles(charts['by month'] ?? '')).toEqual(['img', 'img']);
    expect(charts['of bars']).toContain('<a href="/?etape=a&#38;b=c">');
  });

  test('of lengths is a median, a ninetieth percentile and how many cases, or that these are too few', () => {
    expect(charts['of lengths']).toContain('trop peu de cas (4)');
    expect(charts['of lengths']?.replaceAll(/[\u202f\u00a0]/g, ' ')).toContain('15 j · 4 321 j (1 200 cas)');
  });

  test('of each series has a pattern of its own', () => {
    const wide = sheets(charts['by month, one on another'] ?? '')[0] ?? '';
    expect(new Set([...wide.matchAll(/fill="(url[^"]+)"/g)].map(([, fill]) => fill))).toEqual(
      new Set(['url(#g-l-m0)', 'url(#g-l-m1)']),
    );
  });

  test('by month stands side by side on a desk, one under another where that is too narrow', () => {
    const titles = sheets(charts['by month'] ?? '').map((svg) => [...svg.matchAll(/<text class="gras" x="0"/g)].length);
    expect(titles).toEqual([0, 4]);
  });
});

test('a scale is of round whole numbers, from 0 to what is no less than the greatest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 2, max: 6 }), (greatest, steps) => {
      const { top: sommet, marks: reperes } = scaleOf(greatest, steps);
      expect(sommet).toBeGreaterThanOrEqual(greatest);
      expect([reperes[0], reperes.at(-1)]).toEqual([0, sommet]);
      expect(reperes.every(Number.isSafeInteger)).toBe(true);
      expect(reperes.length).toBeLessThanOrEqual(steps + 1);
    }),
  );
});

test('lines are no wider than asked, and lose no letter', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 8 }), (words) => {
      const text = words.join(' ');
      const lines = wrapped(text, 100);
      expect(lines.filter((line) => widthOf(line) > 100 && [...line].length > 1)).toEqual([]);
      expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});

test('one bar compares nothing: it is told in words', () => {
  const told = barChart(propos, [{ label: 'Formulaire 413 à signer', value: 12, href: '/?etape=a' }]).text;
  expect(told).toBe('<p id="g"><a href="/?etape=a">Formulaire 413 à signer</a> : <b>12</b></p>');
});
