import { describe, expect, test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { checklistOf } from '../../src/engine/answers/checklist.ts';
import { serve } from '../server.ts';

const server = await serve('2026-06-01');

describe.each(procedures)('the checklist of $id', (procedure) => {
  const items = checklistOf(procedure);
  const rank = (id: string) => items.findIndex((item) => item.id === id);

  test('has every step of the machine exactly once', () => {
    const steps = chartOf(procedure).etats.filter(({ acteur }) => acteur !== null);
    expect(items.map(({ id }) => id).sort()).toEqual(steps.map(({ id }) => id).sort());
  });

  test('says of each conditional step when it is needed', () => {
    const free = items.filter(({ principale, nature }) => !principale && nature === 'obligatoire');
    expect(free.filter(({ seulementSi }) => seulementSi.length === 0)).toEqual([]);
    expect(items.filter(({ principale, seulementSi }) => principale && seulementSi.length > 0)).toEqual([]);
  });

  test('has the steps of a form before its signature, and its signature before it is sent', () => {
    if (procedure.genre !== 'dossier') return;
    const order = [
      'formulaire413.redaction.partie1.aRemplir',
      'formulaire413.aSigner',
      'formulaire413.aTransmettre',
      'formulaire413.enInstruction',
    ].map(rank);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    expect(rank('contrat.aCompleter')).toBe(rank('contrat.aVerifier') + 1);
    expect(items[rank('contrat.aCompleter')]?.seulementSi).toEqual([
      'Aucun contrat avec l’ANS',
      'Contrat refusé par l’ANS',
    ]);
  });
});

describe('over HTTP', () => {
  test.each(['html', 'pdf'])('a list is given as .%s, and once only to who holds it', async (format) => {
    const path = `/api/v1/procedures/public-ght/liste.${format}`;
    const response = await server.fetch(path);
    const body = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toMatch(
      format === 'pdf' ? /^application\/pdf$/ : /^text\/html; charset=utf-8$/,
    );
    expect(body.subarray(0, 5).toString()).toBe(format === 'pdf' ? '%PDF-' : '<!doc');
    const held = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await server.fetch(path, { headers: held })).status).toBe(304);
  });

  test('the page has a box for each step and no script', async () => {
    const text = await (await server.fetch('/api/v1/procedures/prive-mono-site/liste.html')).text();
    const steps = checklistOf(procedures.find(({ id }) => id === 'prive-mono-site') as never);
    expect(text.match(/<input type="checkbox"/g)).toHaveLength(steps.length);
    expect(/<script|https?:/.exec(text)).toBeNull();
  });
});
