import { describe, expect, test } from 'vitest';
import { findProcedure, procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../src/sandbox/vies/play.ts';
import { partsOf } from '../../src/web/checklist/rows.ts';
import { serve } from '../server.ts';

const server = await serve('2026-06-30');

describe.each(procedures)('the checklist of $id', (procedure) => {
  const parts = partsOf(procedure);
  const rows = parts.flatMap((part) => part.rows);
  const rank = (id: string) => rows.findIndex(({ etapes }) => etapes.includes(id));

  test('has every step of the machine that asks something exactly once', () => {
    const steps = chartOf(procedure).etats.filter(({ nature }) => nature !== null && nature !== 'acquise');
    const told = rows.flatMap(({ etapes }) => etapes);
    expect(told.filter((id) => steps.some((step) => step.id === id)).sort()).toEqual(steps.map(({ id }) => id).sort());
    expect(new Set(told).size).toBe(told.length);
  });

  test('says of each incident when it is to be seen to, and numbers none', () => {
    const incidents = parts.filter(({ estIncident }) => estIncident).flatMap((part) => part.rows);
    expect(incidents.filter(({ precision, numero }) => precision === '' || numero !== '–')).toEqual([]);
    const firsts = parts.map(({ estIncident }) => estIncident);
    expect(firsts).toEqual(firsts.toSorted());
  });

  test('follows the procedure: what is advised first comes first, each « non » its question, the mandataire before who signs', () => {
    if (procedure.genre !== 'dossier') return;
    const order = [
      'editeur.aContacter',
      'contrat.aVerifier',
      'contrat.aCompleter',
      'contrat.attenteDecision',
      'contrat.actif',
      'mandataire.aucun',
      'formulaire413.redaction.partie1.aRemplir',
      'formulaire413.aSigner',
      'formulaire413.aTransmettre',
      'formulaire413.enInstruction',
      'habilitation.accordee',
    ].map(rank);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThanOrEqual(0);
    const numeros = ['contrat.aVerifier', 'contrat.aCompleter', 'contrat.attenteDecision', 'contrat.actif'].map(
      (id) => rows[rank(id)]?.numero,
    );
    const [asked] = numeros;
    expect(numeros).toEqual([asked, `${asked}a`, `${asked}b`, `${asked}c`]);
    const numbered = rows.filter(({ estSuite }) => !estSuite);
    expect([numbered.length <= 18, numbered[0]?.numero]).toEqual([true, '1']);
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

  test('the page has a box for each line and no script', async () => {
    const text = await (await server.fetch('/api/v1/procedures/prive-mono-site/liste.html')).text();
    const rows = partsOf(findProcedure('prive-mono-site') as Procedure).flatMap((part) => part.rows);
    expect(text.match(/<input type="checkbox"/g)).toHaveLength(rows.length);
    expect(/<script|https?:/.exec(text)).toBeNull();
  });

  test('that of a dossier is ticked where it is done, with the day, and nowhere else', async () => {
    const journey = { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 6) };
    const { dossier } = await playOn(server.services, journey);
    const text = await (await server.fetch(`/api/v1/dossiers/${dossier}/liste.html`)).text();
    const rows = [
      ...text.matchAll(/<tr class="[^"]*"><td><input type="checkbox" aria-label="([^"]*)"( checked)?>.*?<\/tr>/gs),
    ];
    const ticked = rows
      .filter(([, , checked]) => checked)
      .map(([row, label]) => [label, /Fait le ([\d/]+)/.exec(row)?.[1]]);
    expect(ticked).toContainEqual(['Contrat avec l’ANS à vérifier', '05/01/2026']);
    expect(ticked.map(([label]) => label)).not.toContain('Décision de l’ANS sur le contrat');
    expect(ticked.filter(([, day]) => day === undefined)).toEqual([]);
    const pdf = await server.fetch(`/api/v1/dossiers/${dossier}/liste.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await server.fetch('/api/v1/dossiers/inconnu/liste.html')).status).toBe(404);
  });
});
