import { describe, expect, test } from 'vitest';
import { chartOf } from '../../src/diagrams/chart.ts';
import { liveCase, whyBlocked } from '../../src/diagrams/live/standing.ts';
import type { NextSteps } from '../../src/engine/answers/next-steps.ts';
import { leaves } from '../../src/engine/state-info.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { journeys } from '../../src/sandbox/vies/index.ts';
import { type Journey, type Step, site, today } from '../../src/sandbox/vies/journey.ts';
import { playOn } from '../../src/sandbox/vies/play.ts';
import { given } from '../http/people.ts';
import { serve, startServer } from '../server.ts';
import { malformed } from './faults.ts';

const liveOf = async (id: string, le: string | null, from = server) => {
  const { instance, histoire } = given(await from.services.history({ genre: 'dossier', id }, le));
  const { procedure } = instance;
  return { instance, live: liveCase(procedure, chartOf(procedure), histoire) };
};
const read = async (path: string, headers = {}) => {
  const response = await server.fetch(`/api/v1/${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const dossier = (query = '') => read(`dossiers/${played.dossier}/diagramme.svg${query}`);

const server = await serve(today);
const played = await playOn(server.services, { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 6) });

describe('a live picture', () => {
  test.each(journeys)('shows as current what the machine says, as passed what it has left: $title', async (journey) => {
    const own = await startServer(today);
    const { dossier: id } = await playOn(own.services, journey);
    const { instance, live } = await liveOf(id, null, own);
    const lines = given(await own.services.journal({ genre: 'dossier', id }, 0, 200));
    await own.stop();
    const is = (aspect: string) => [...live.etapes].filter(([, one]) => one.aspect === aspect).map(([step]) => step);
    expect(is('courant').sort()).toEqual(
      leaves(instance.snapshot)
        .map(({ path }) => path)
        .sort(),
    );
    const told = new Set(lines.map(({ type }) => type));
    const { transitions } = live.chart;
    for (const step of is('passe')) {
      const leaving = transitions.filter(
        ({ de, fait }) => `${step}.`.startsWith(`${de}.`) && (fait === null || told.has(fait)),
      );
      expect([step, leaving.length > 0]).toEqual([step, true]);
    }
    for (const step of is('estompe')) expect(instance.depuis).not.toHaveProperty([step]);
  });

  test('dates a step that was left at once when it was come back to, by that day', async () => {
    const own = await startServer(today);
    const journey = journeys.find(({ title }) => title.includes('pour deux de ses parties')) as Journey;
    const parts = journey.steps.flatMap(({ fact: { type } }, rank) => (/partie[134]Remplie/.test(type) ? [rank] : []));
    const [first = 0, , last = 0] = parts.slice(-3);
    const steps = journey.steps.slice(0, last + 1);
    const { fact: part1 } = steps[
      parts.slice(-3).find((rank) => steps[rank]?.fact.type.includes('partie1')) ?? first
    ] as Step;
    const others = steps.filter(({ fact }) => fact !== part1);
    const played = { ...journey, steps: [...others, { fact: { ...part1, date: '2026-03-02' } }] };
    const { dossier: id } = await playOn(own.services, played);
    const { live } = await liveOf(id, null, own);
    await own.stop();
    const filled = live.etapes.get('formulaire413.redaction.partie1.remplie');
    expect([filled?.aspect, filled?.entree]).toEqual(['passe', '2026-03-02']);
  });

  test('dims the branch that was not taken, and leaves what is to come', async () => {
    const { live } = await liveOf(played.dossier, null);
    const aspects = Object.fromEntries([...live.etapes].map(([id, { aspect }]) => [id, aspect]));
    expect(aspects).toMatchObject({
      'contrat.attenteDecision': 'courant',
      'contrat.aCompleter': 'passe',
      'contrat.actif': 'aVenir',
      'carteResponsable.bloquee': 'estompe',
      'carteResponsable.active': 'aVenir',
    });
  });

  test('leaves in sight what the calendar will bring to a certificate', async () => {
    const own = await startServer(today);
    const { certificat } = await playOn(own.services, cliniqueMonoSite);
    const { instance, histoire } = given(
      await own.services.history({ genre: 'certificat', id: certificat ?? '' }, null),
    );
    await own.stop();
    const { etapes } = liveCase(instance.procedure, chartOf(instance.procedure), histoire);
    const aspects = ['vie.installe', 'renouvellement.du', 'vie.clos.expire', 'vie.clos.refuse'].map(
      (id) => etapes.get(id)?.aspect,
    );
    expect(aspects).toEqual(['courant', 'aVenir', 'aVenir', 'estompe']);
  });

  test('dims everything that was not entered while the dossier is abandoned', async () => {
    const own = await startServer(today);
    const { dossier: id } = await playOn(own.services, {
      ...cliniqueMonoSite,
      steps: cliniqueMonoSite.steps.slice(0, 2),
    });
    given(
      await own.services.record(
        { genre: 'dossier', id },
        { type: 'dossier.abandonne', date: today, motif: 'Essai' },
        act,
      ),
    );
    const { live } = await liveOf(id, null, own);
    await own.stop();
    const others = [...live.etapes].filter(([step]) => !step.startsWith('suivi.'));
    expect(others.filter(([, { aspect }]) => aspect === 'aVenir')).toEqual([]);
  });

  test('says of a blocked fact what the API says it lacks, in the picture and in the text', async () => {
    const { body } = await server.get<NextSteps>(`/api/v1/dossiers/${played.dossier}/prochaines-etapes`);
    const refused = body.etapes.flatMap(({ faits }) => faits).filter(({ accepte }) => !accepte);
    const { live } = await liveOf(played.dossier, null);
    const drawn = await dossier('?niveau=complet');
    const told = await read(`dossiers/${played.dossier}/diagramme.txt`);
    expect(refused.map(({ type }) => type)).toContain('mandat.demande');
    for (const { type, libelle, manque } of refused) {
      const sentence = `${libelle} : pas maintenant. ${manque.map((one) => one.libelle).join(' ')}`;
      expect(live.bloques.filter(({ fait }) => fait === type).map(whyBlocked)).toContain(sentence);
      expect(told.text.includes(`bloqué : ${sentence}`)).toBe(true);
      const [, after = ''] = drawn.text.split(`<g><title>${sentence}</title>`);
      expect(after).toMatch(/^<path class="(?:m )?bloque"/);
    }
  });

  test('of a past day is that of the journal up to then', async () => {
    const drawn = await dossier('?niveau=complet&le=2026-01-08');
    expect(drawn.text.includes('tel qu’il était le 08/01/2026')).toBe(true);
    expect(drawn.text.includes('Décision de l’ANS sur le contrat : depuis le 07/01/2026')).toBe(true);
    const now = await dossier('?niveau=complet');
    expect(now.text.includes('Décision de l’ANS sur le contrat : depuis le 15/01/2026')).toBe(true);
    expect([(await dossier('?le=2025-01-01')).status, (await dossier('?le=demain')).status]).toEqual([422, 422]);
  });

  test.each(['', '?niveau=complet', '?region=contrat', '?theme=sombre', '?le=2026-01-08'])(
    'is well-formed, light and without script: %s',
    async (query) => {
      const { status, headers, text } = await dossier(query);
      expect([status, headers.get('content-type'), malformed(text)]).toEqual([
        200,
        'image/svg+xml; charset=utf-8',
        null,
      ]);
      expect(Buffer.byteLength(text)).toBeLessThan(60_000);
      expect(/<script|https?:\/\/(?!www\.w3\.org)/.exec(text)).toBeNull();
    },
  );

  test('is sent once to who holds it, until something happens', async () => {
    const own = await startServer(today);
    const { dossier: id } = await playOn(own.services, { ...cliniqueMonoSite, steps: [] });
    const path = `/api/v1/dossiers/${id}/diagramme.svg`;
    const held = { 'if-none-match': (await own.fetch(path)).headers.get('etag') ?? '' };
    const again = (await own.fetch(path, { headers: held })).status;
    given(await own.services.record({ genre: 'dossier', id }, { type: 'contrat.absent', date: today }, act));
    const after = (await own.fetch(path, { headers: held })).status;
    await own.stop();
    expect([again, after]).toEqual([304, 200]);
  });

  test('is given on paper: one sheet of A4 and the same in words, tagged, once to who holds it', async () => {
    const path = `/api/v1/dossiers/${played.dossier}/diagramme.pdf?le=2026-01-08`;
    const response = await server.fetch(path);
    const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1');
    expect([response.status, response.headers.get('content-type'), pdf.slice(0, 5)]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    for (const sign of ['/MarkInfo', '/StructTreeRoot', '/Lang (fr)', '/S /Figure', '/MediaBox [0 0 841.89 595.28]'])
      expect(pdf).toContain(sign);
    const held = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await server.fetch(path, { headers: held })).status).toBe(304);
  });

  test('is given whole on A3, as a heat map, a difference and the sites of a groupement are', async () => {
    const { id } = given(await server.services.openGroupement({ nom: 'GHT du Val', genre: 'ght' }, act)).row;
    const [a3, a4] = ['/MediaBox [0 0 1190.55 841.89]', '/MediaBox [0 0 841.89 595.28]'];
    const papers = [
      [`dossiers/${played.dossier}/diagramme.pdf?niveau=complet`, a3],
      [`groupements/${id}/diagramme.pdf`, a4],
      ['procedures/public-ght/mesures.pdf?mesure=duree', a4],
      ['procedures/public-ght/diagramme.pdf?region=contrat', a4],
      ['procedures/public-ght/diagramme.pdf?niveau=comparaison', a4],
      ['procedures/public-ght/difference?a=prive-mono-site&format=pdf', a3],
    ] as const;
    for (const [path, sheet] of papers) {
      const response = await server.fetch(`/api/v1/${path}`);
      const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
      expect([path, response.status, text.slice(0, 5), text.includes('/StructTreeRoot')]).toEqual([
        path,
        200,
        '%PDF-',
        true,
      ]);
      expect(text).toContain(sheet);
    }
  });

  test.each(['gzip', 'br'])('travels compressed: %s', async (coding) => {
    const headers = { 'accept-encoding': coding };
    const answered = await server.fetch(`/api/v1/dossiers/${played.dossier}/diagramme.svg`, { headers });
    expect((await answered.text()).slice(0, 4)).toBe('<svg');
    const told = ['content-encoding', 'vary'].map((name) => answered.headers.get(name));
    expect([answered.status, ...told]).toEqual([200, coding, 'Accept-Encoding']);
  });

  test('of a region that the machine has not tells which it has', async () => {
    expect(JSON.parse((await dossier('?region=inconnue')).text)).toMatchObject({
      code: 'region-inconnue',
      regions: expect.arrayContaining(['contrat']),
    });
  });
});

test('a groupement shows how many of its sites stand in each state', async () => {
  const own = await startServer(today);
  const groupement = given(await own.services.openGroupement({ nom: 'GHT', genre: 'ght' }, act)).row.id;
  const finess = ['010000057', '010000040', '590782553'];
  for (const [rank, one] of finess.entries()) {
    const opening = { procedure: 'public-ght', etablissement: { ...site, finess: one }, groupementId: groupement };
    const { id } = given(await own.services.openDossier(opening, act)).row;
    const type = rank === 0 ? 'contrat.trouve' : 'contrat.absent';
    given(await own.services.record({ genre: 'dossier', id }, { type, date: today }, act));
  }
  const svg = await (await own.fetch(`/api/v1/groupements/${groupement}/diagramme.svg?niveau=complet`)).text();
  await own.stop();
  expect(svg.includes('Contrat de structure à compléter : 2 sites sur 3.')).toBe(true);
  expect(svg.includes('Contrat actif : 1 site sur 3.')).toBe(true);
  expect(svg.includes('Contrat avec l’ANS à vérifier :')).toBe(false);
  expect(malformed(svg)).toBeNull();
});

const act = { auteur: 'essai', version: null };
