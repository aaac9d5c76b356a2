import { describe, expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { daysBetween } from '../../src/days.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import { momentsOf, storyOf } from '../../src/diagrams/recit/story.ts';
import { decide, type Family, welcome } from '../../src/engine/decide.ts';
import { openInstance } from '../../src/engine/instance.ts';
import { DossierOuvert } from '../../src/engine/opening.ts';
import { cartePerdue } from '../../src/sandbox/vies/cartes.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { formulaireRetourne } from '../../src/sandbox/vies/formulaire-retourne.ts';
import { type Journey, site, today } from '../../src/sandbox/vies/journey.ts';
import type { Services } from '../../src/services.ts';
import { given, peopleOf } from '../http/people.ts';
import { serve } from '../server.ts';
import { malformed } from './faults.ts';

const procedure = findProcedure('prive-mono-site') as Procedure;
const finess = ['010000057', '010000040', '590782553', '010786259', '010000065', '010780054', '010780062'];
const stories: Journey[] = [cliniqueMonoSite, cartePerdue, formulaireRetourne];

/** Six dossiers that follow three stories, each to its own length. */
async function fill(services: Services): Promise<Journey[]> {
  const told: Journey[] = [];
  for (let rank = 0; rank < 6; rank++) {
    const story = stories[rank % 3] as Journey;
    const journey = { ...story, steps: story.steps.slice(0, 6 + rank * 4) };
    const opening = { procedure: 'prive-mono-site', etablissement: { ...site, finess: finess[rank] } };
    const { id } = given(await services.openDossier(DossierOuvert.parse(opening), act)).row;
    for (const { fact, on = 'dossier' } of journey.steps) {
      const { lignes } = await services.list({ genre: 'certificat', parentId: id, limite: 9 });
      const target = on === 'certificat' ? (lignes.at(-1)?.id ?? '') : id;
      await services.record({ genre: on as 'dossier', id: target }, fact, act);
    }
    told.push(journey);
  }
  return told;
}

/** The same by the engine alone, every fact from its opening, comparing what is current before and after. */
function naively(journeys: readonly Journey[]) {
  const effectifs: Record<string, number> = {};
  const durees: Record<string, number[]> = {};
  for (const { steps } of journeys) {
    let family = openedAlone();
    for (const { fact, on = 'dossier' } of steps) {
      const decided = decide(family, on, fact, around);
      if (!decided.ok) continue;
      const after = depuisOf(decided.value.family);
      const left = Object.entries(depuisOf(family)).filter(([etat, entree]) => !(etat in after) && fact.date >= entree);
      for (const [etat, entree] of left) durees[etat] = [...(durees[etat] ?? []), daysBetween(entree, fact.date)];
      ({ family } = decided.value);
    }
    for (const etat of Object.keys(depuisOf(family))) effectifs[etat] = (effectifs[etat] ?? 0) + 1;
  }
  return { effectifs, durees };
}

const around = { jour: today, instant: `${today}T12:00:00Z`, newId: () => 'certificat' };
const depuisOf = ({ dossiers }: Family) => dossiers[0]?.depuis ?? {};

function openedAlone(): Family {
  const opened = openInstance(procedure, { id: 'dossier', parentId: null, fiche: site }, around);
  return welcome({ groupement: null, dossiers: [opened], certificats: [] }, opened, around).family;
}

const server = await serve(today);
const people = await peopleOf(server.services);

describe('a heat map', () => {
  test('counts cases and stays as a naive computation does', async () => {
    const expected = naively(await fill(server.services));
    const { effectifs, etats } = await server.services.measures(procedure, null);
    expect(Object.fromEntries(effectifs)).toEqual(expected.effectifs);
    const stays = Object.entries(expected.durees).map(([etat, some]) => {
      const sorted = some.sort((a, b) => a - b);
      const at = (part: number) => (sorted.length < 5 ? null : sorted[Math.ceil(part * sorted.length) - 1]);
      return [etat, { sejours: sorted.length, mediane: at(0.5), centile90: at(0.9) }];
    });
    expect(Object.fromEntries(etats)).toEqual(Object.fromEntries(stays));
    expect([...etats.values()].some(({ mediane }) => mediane !== null)).toBe(true);
    expect([...etats.values()].some(({ mediane }) => mediane === null)).toBe(true);
  });

  test('counts how often each transition was taken', async () => {
    const { transitions } = await server.services.measures(procedure, null);
    const refused = procedureTransition('contrat.refuse');
    expect(transitions.get(refused)).toBe(2);
  });

  test('follows the journal from where it was read, and forgets what is before the day asked for', async () => {
    const id = given(
      await server.services.openDossier(
        DossierOuvert.parse({ procedure: 'prive-mono-site', etablissement: { ...site, finess: finess[6] } }),
        act,
      ),
    ).row.id;
    const before = await server.services.measures(procedure, null);
    given(await server.services.record({ genre: 'dossier', id }, { type: 'contrat.trouve', date: today }, act));
    const after = await server.services.measures(procedure, null);
    const count = (one: typeof after) => one.transitions.get(procedureTransition('contrat.trouve')) ?? 0;
    expect(count(after) - count(before)).toBe(1);
    const recent = await server.services.measures(procedure, today);
    expect(recent.transitions.get(procedureTransition('contrat.trouve'))).toBe(1);
    expect(recent.transitions.get(procedureTransition('contrat.refuse'))).toBeUndefined();
  });

  test.each([
    'mesure=effectif',
    'mesure=duree',
    'mesure=duree&region=contrat&theme=sombre',
    'mesure=effectif&niveau=complet',
    'mesure=duree&niveau=complet',
    'depuis=2026-01-01&mesure=effectif',
  ])('is drawn, well-formed and light: %s', async (query) => {
    const response = await server.fetch(`/api/v1/procedures/prive-mono-site/diagramme.svg?${query}`);
    const svg = await response.text();
    expect([response.status, malformed(svg)]).toEqual([200, null]);
    expect(Buffer.byteLength(svg)).toBeLessThan(60_000);
    expect(svg.includes('données insuffisantes')).toBe(true);
  });

  test('tells of a moment of the story what is counted in its steps', async () => {
    const { effectifs } = await server.services.measures(procedure, null);
    const response = await server.fetch('/api/v1/procedures/prive-mono-site/diagramme.svg?mesure=effectif');
    const svg = await response.text();
    const own = momentsOf(storyOf([procedure])).filter((moment) => moment.procedure === procedure.id);
    const told = own.map(({ lignes, etats }) => ({
      nom: lignes.join(', '),
      nombre: etats.reduce((sum, id) => sum + (effectifs.get(id) ?? 0), 0),
    }));
    const met = told.filter(({ nombre }) => nombre > 0);
    expect(met.length).toBeGreaterThan(5);
    for (const { nom, nombre } of met) expect(svg).toContain(`${nom} : ${nombre} en ce moment`);
  });

  test('burns where somebody is awaited alone, and says from how many on', async () => {
    const response = await server.fetch('/api/v1/procedures/prive-mono-site/diagramme.svg?mesure=effectif');
    const svg = await response.text();
    const shaded = [...svg.matchAll(/<g class="c\d ct">(?:<title>[^<]*<\/title>)?<rect class="e ([a-z]+) s"/g)];
    expect(new Set(shaded.map(([, nature]) => nature))).toEqual(new Set(['o', 'w']));
    expect(svg).toMatch(/là où l’on attend quelqu’un : jusqu’à \d+(?:, \d+)* dossiers/);
  });

  test('is for agents, superviseurs and lecteurs, by either address; the drawing without measures for all', async () => {
    const status = async (path: string, headers: Record<string, string>) =>
      (await server.fetch(`/api/v1/procedures/prive-mono-site/${path}`, { headers })).status;
    for (const path of ['mesures.svg', 'diagramme.svg?mesure=duree', 'diagramme.svg?theme=clair&mesure=duree']) {
      const answers = [people.agent, people.superviseur, people.lecteur, people.editeur, { Authorization: '' }].map(
        (who) => status(path, who),
      );
      expect(await Promise.all(answers)).toEqual([200, 200, 200, 403, 401]);
    }
    expect(await status('diagramme.svg?theme=clair', { Authorization: '' })).toBe(200);
  });

  test('asked wrongly is told', async () => {
    const status = async (query: string) =>
      (await server.fetch(`/api/v1/procedures/prive-mono-site/diagramme.svg?${query}`)).status;
    expect(
      await Promise.all(
        ['mesure=poids', 'mesure=duree&depuis=hier', 'mesure=duree&niveau=apercu', 'mesure=duree&region=x'].map(status),
      ),
    ).toEqual([422, 422, 422, 404]);
  });
});

function procedureTransition(fait: string): string {
  const found = chartOf(procedure).transitions.find((one) => one.fait === fait);
  return found?.id ?? '';
}

const act = { auteur: 'essai', version: null };
