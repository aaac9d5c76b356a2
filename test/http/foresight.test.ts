import { expect, test } from 'vitest';
import type { GroupementPlan } from '../../src/engine/answers/groupement-plan.ts';
import type { Plan } from '../../src/engine/answers/plan.ts';
import { serve } from '../server.ts';

interface Foreseen {
  acceptes: number;
  refus: { rang: number; probleme: { code: string } } | null;
  prochainesEtapes: { restant: { minimum: number } };
  plan: Plan;
}

const known = [
  { type: 'contrat.absent', date: '2026-01-05' },
  { type: 'carteResponsable.trouvee', date: '2026-01-05', carte: { type: 'CDE', fin: null } },
];

const server = await serve('2026-06-01');

test('a plan from known facts says what may be done at once, by whom, with which forms', async () => {
  const { status, body } = await server.post<Foreseen>('/api/v1/procedures/prive-mono-site/plan', { faits: known });
  expect([status, body.acceptes, body.refus]).toEqual([200, 2, null]);
  expect(body.plan.minimum).toBe(14);
  expect(body.plan.vagues.map((wave) => wave.map(({ type }) => type))).toEqual([
    [
      ...['contrat.transmis', 'administrateurTechnique.designe', 'formulaire413.partie1Remplie'],
      ...['formulaire413.partie3Remplie', 'formulaire413.partie4Remplie'],
    ],
    ['contrat.signe'],
    ['formulaire413.signe'],
    ['formulaire413.transmis'],
    ['formulaire413.recu'],
    ['habilitation.accordee'],
    ['certificat.demande'],
    ['certificat.disponible'],
    ['certificat.retire'],
    ['certificat.installe'],
  ]);
  expect(body.plan.formulaires).toEqual(['contrat-structure', 'formulaire-413']);
  expect(body.plan.acteurs.find(({ acteur }) => acteur === 'ans')).toEqual({ acteur: 'ans', libelle: 'ANS', actes: 4 });
});

test('a plan stops at the first fact refused, and says why', async () => {
  const faits = [...known, { type: 'contrat.signe', date: '2026-01-06', numero: 'C-1' }];
  const { body } = await server.post<Foreseen>('/api/v1/procedures/prive-mono-site/plan', { faits });
  expect([body.acceptes, body.refus?.rang, body.refus?.probleme.code]).toEqual([2, 2, 'fait-refuse']);
});

test('a simulation says what a dossier would become and writes nothing', async () => {
  const etablissement = {
    denomination: 'USLD CH DE NANTUA',
    siret: '26011021800062',
    finess: '010786259',
    codePostal: '01130',
    commune: 'NANTUA',
  };
  const opened = await server.post<{ id: string }>('/api/v1/dossiers', { procedure: 'prive-mono-site', etablissement });
  const path = `/api/v1/dossiers/${opened.body.id}`;
  const before = await server.get(path);
  const { body } = await server.post<Foreseen>(`${path}/simulation`, { faits: known });
  expect([body.acceptes, body.prochainesEtapes.restant.minimum]).toEqual([2, 14]);
  expect(await server.get(path)).toEqual(before);
  const { body: told } = await server.get<{ plan: Plan }>(`${path}/plan`);
  expect(told.plan.minimum).toBe(17);
  expect(told.plan.vagues.flat()).toHaveLength(17);
});

test('what is no list of facts, and what is no path, are told', async () => {
  expect((await server.post('/api/v1/procedures/prive-mono-site/plan', { faits: 'tous' })).status).toBe(422);
  expect((await server.post('/api/v1/procedures/certificat/plan', { faits: [] })).status).toBe(404);
  expect((await server.get('/api/v1/dossiers/inconnu/plan')).status).toBe(404);
});

test('the plan of a groupement says what is done once for all its sites, and what each lacks', async () => {
  const opened = await server.post<{ id: string }>('/api/v1/groupements', {
    nom: 'GHT de l’Ain',
    genre: 'ght',
  });
  for (const finess of ['010000057', '010000040']) {
    const etablissement = {
      denomination: `Site ${finess}`,
      siret: '26011021800047',
      finess,
      codePostal: '01130',
      commune: 'NANTUA',
    };
    const site = { procedure: 'public-ght', groupementId: opened.body.id, etablissement };
    expect((await server.post('/api/v1/dossiers', site)).status).toBe(201);
  }
  const { body } = await server.get<{ plan: GroupementPlan }>(`/api/v1/groupements/${opened.body.id}/plan`);
  const { minimum, separement, sites, actesCommuns } = body.plan;
  expect([minimum, separement, sites.length, actesCommuns.length]).toEqual([35, 36, 2, 1]);
  expect((await server.get('/api/v1/groupements/inconnu/plan')).status).toBe(404);
});
