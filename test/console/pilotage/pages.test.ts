import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisions } from '../../../machines/decisions.ts';
import { glossaire } from '../../../machines/glossaire.ts';
import { procedures } from '../../../machines/index.ts';
import { chartOf } from '../../../src/diagrams/chart.ts';
import { today } from '../../../src/sandbox/vies/journey.ts';
import type { Played } from '../../../src/sandbox/vies/play.ts';
import { html } from '../../../src/web/html.ts';
import { malformed } from '../../diagrams/faults.ts';
import { type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { visitorOf } from '../visitor.ts';
import { fill } from './story.ts';

let server: TestServer;
let people: People;
let played: Played[];
beforeAll(async () => {
  server = await startServer(today);
  people = await peopleOf(server.services);
  played = await fill(server.services);
  while (!(await server.services.avancementMesures()).aJour);
  while (!(await server.services.travail.lire(everybody)).etat.pret);
}, 60_000);
afterAll(() => server.stop());

const everybody = {
  moi: 'x',
  onglet: 'tous',
  filtres: {},
  tri: 'limite',
  descendant: false,
  page: 1,
  parPage: 9,
} as const;

const get = (path: string, who: Record<string, string> = people.lecteur) => visitorOf(server).get(path, who);
const escaped = (text: string) => html`${text}`.text;

describe('the page of steering', () => {
  test('is for whoever has an account, and for no program', async () => {
    const statuses = [people.agent, people.superviseur, people.lecteur].map(
      async (who) => (await get('/pilotage', who)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 200]);
    expect((await get('/pilotage', people.editeur)).headers.get('location')).toContain('/connexion');
  });

  test('says who follows how many dossiers, and leads to those that are late', async () => {
    const { travail, identites } = server.services;
    const agent = (await identites.comptes()).find(({ role }) => role === 'agent');
    const waiting = (await travail.lire({ ...everybody, onglet: 'libres' })).comptes.nombres.libres;
    const { lignes } = await travail.lire({ ...everybody, onglet: 'retard' });
    await travail.affecter([lignes[0]?.id ?? ''], agent?.id ?? '', 'essai');
    const { text } = await get('/pilotage');
    const [, rows = ''] = /<section class="panneau" id="charge">(.*?)<\/section>/s.exec(text) ?? [];
    const read = [...rows.matchAll(/<tr><th scope="row".*?<\/tr>/gs)].map(([row]) => row.replaceAll(/<[^>]*>/g, '|'));
    expect(read.map((row) => row.split(/\|+/).filter(Boolean))).toEqual([
      [agent?.nom, '1', '1'],
      ['Personne', `${waiting - 1}`, expect.any(String)],
    ]);
    expect(rows).toContain(`href="/?onglet=retard&amp;affecte=${agent?.id}"`.replace('&amp;', '&#38;'));
    await travail.affecter([lignes[0]?.id ?? ''], null, 'essai');
  });

  test('counts apart the dossiers that were abandoned and those that closed, and leads to each', async () => {
    const { text } = await get('/pilotage');
    const [tiles = ''] = /<ul class="totaux">.*?<\/ul>/s.exec(text) ?? [];
    for (const [statut, words, rank] of [
      ['abandonne', 'dossiers abandonnés', 6],
      ['clos', 'dossiers clos', 5],
    ] as const) {
      const tile = new RegExp(`<a href="([^"]*statut=${statut}[^"]*)"><b>1</b> ${words}</a>`).exec(tiles);
      const { text: listed } = await get((tile?.[1] ?? '').replaceAll('&amp;', '&'));
      expect([...listed.matchAll(/\/dossiers\/([0-9a-f-]{36})"/g)].map(([, id]) => id)).toContain(
        played[rank]?.dossier,
      );
    }
  });

  test('leads from each bar to the dossiers that it counts', async () => {
    const { text } = await get('/pilotage');
    const [chart = ''] = /<figure class="graphe" id="g-etapes">.*?<\/svg>/s.exec(text) ?? [];
    const bars = [...chart.matchAll(/<a href="([^"]+)">.*?class="gras"[^>]*>(\d+)</gs)];
    expect(bars.length).toBeGreaterThan(1);
    for (const [, address = '', count] of bars) {
      const list = await get(address.replaceAll('&#38;', '&'));
      const lines = new Set([...list.text.matchAll(/href="\/dossiers\/([0-9a-f-]{36})/g)].map(([, id]) => id));
      expect([address, `${lines.size}`]).toEqual([address, count]);
    }
  });

  test.each(['etapes', 'durees', 'debit', 'goulets', 'retours', 'fins'])(
    'gives %s as a table and as a file that say the same',
    async (nom) => {
      const [page, file] = [await get('/pilotage?periode=tout'), await get(`/pilotage/${nom}.csv?periode=tout`)];
      expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
      const [table = ''] = new RegExp(`id="g-${nom}">.*?(<table.*?</table>)`, 's').exec(page.text) ?? [];
      const cells = [...table.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, cell = '']) =>
        cell.replaceAll(/[\u202f\u00a0]/g, ''),
      );
      const lines = file.text.replace('\uFEFF', '').trim().split('\r\n');
      const fields = lines.flatMap((line) =>
        [...line.matchAll(/"((?:[^"]|"")*)"|([^;]+)|(?<=;)(?=;|$)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
      );
      const told = fields.map((field) => (field === '' ? 'trop peu de cas' : escaped(field)));
      expect(lines.length).toBeGreaterThan(1);
      expect(cells).toEqual(told);
    },
  );

  test('is narrowed by its address, and takes what it does not understand for nothing', async () => {
    const none = await get('/pilotage?parcours=prive-groupe');
    expect(none.text).toContain('Aucun dossier n’attend rien de personne.');
    const [whole, odd] = [await get('/pilotage'), await get('/pilotage?parcours=x&periode=9&groupement=zzz')];
    expect(odd.text.replaceAll(/<input id="recherche".*?>/gs, '')).toBe(
      whole.text.replaceAll(/<input id="recherche".*?>/gs, ''),
    );
    expect((await get('/pilotage/inconnu.csv')).status).toBe(404);
  });

  test('says how far the count has come while cases are read for the first time, and comes back by itself', async () => {
    const { services } = server;
    const kept = services.pilotage;
    services.pilotage = async () => ({
      avancement: { pret: false, aJour: false, lus: 12, total: 345 },
      mesures: null,
      attendues: [],
    });
    const [page, file] = [await get('/pilotage'), await get('/pilotage/debit.csv')];
    services.pilotage = kept;
    expect(page.text).toContain('<meta http-equiv="refresh" content="2">');
    expect(page.text).toContain('12 sur 345 cas');
    expect(file.status).toBe(503);
  });
});

describe('the pages of the procedure', () => {
  test('tell every step of every procedure, who acts, and what a fact asks', async () => {
    for (const procedure of procedures) {
      const list = await get(`/procedures/${procedure.id}/etapes`);
      const steps = chartOf(procedure).etats.filter(({ acteur }) => acteur !== null);
      const untold = steps.filter(({ id }) => !list.text.includes(`href="/procedures/${procedure.id}/etapes/${id}"`));
      expect(untold).toEqual([]);
    }
    const step = await get('/procedures/public-ght/etapes/formulaire413.aTransmettre');
    expect(step.text).toContain('Formulaire 413 transmis à l’ANS');
    expect(step.text).toContain('Il faut avoir approché la DSI du groupement.');
    expect(step.text).toContain('/procedures/public-ght/etapes/formulaire413.aSigner');
  });

  test('answer 404 for what no procedure has', async () => {
    const paths = [
      '/procedures/x',
      '/procedures/x/etapes',
      '/procedures/public-ght/etapes/x',
      '/procedures/public-ght/dessin.svg?region=x',
    ];
    expect(await Promise.all(paths.map(async (path) => (await get(path)).status))).toEqual([404, 404, 404, 404]);
  });

  test('have every word, every open point and our delays', async () => {
    const [words, points] = [await get('/glossaire'), await get('/procedures/choix')];
    expect(glossaire.filter(({ definition }) => !words.text.includes(escaped(definition)))).toEqual([]);
    expect(Object.values(decisions).filter(({ decision }) => !points.text.includes(escaped(decision)))).toEqual([]);
    expect(points.text).toContain('Ces délais sont les nôtres');
    expect(points.text).toContain('15 jours');
  });

  test('draw what they show, and offer files that are there', async () => {
    const page = await get('/procedures/public-ght');
    const links = [...page.text.matchAll(/(?:src|href)="(\/(?:procedures|api)[^"]+\.\w+[^"]*)"/g)].map(
      ([, path = '']) => path.replaceAll('&#38;', '&'),
    );
    expect(links.length).toBeGreaterThan(8);
    for (const path of new Set(links)) expect([path, (await get(path)).status]).toEqual([path, 200]);
    for (const path of [
      '/procedures/comparaison.svg',
      '/procedures/public-ght/mesures.svg?mesure=duree',
      '/procedures/public-ght/difference.svg?a=prive-mono-site@1',
    ])
      expect([path, malformed((await get(path)).text)]).toEqual([path, null]);
  });

  test('say what changes from one path to another', async () => {
    const { text } = await get('/procedures/public-ght/versions?a=prive-mono-site@1');
    expect(text).toContain('Retiré : 6');
    expect(text).toContain('DSI contactée, qui en accuse réception');
    const same = await get('/procedures/public-ght/versions?a=prive-groupe@1');
    expect(same.text).toContain('Établissement d’un groupe privé');
  });

  test('count cases on the drawing and in its table', async () => {
    const { text } = await get('/procedures/prive-mono-site/mesures');
    const measured = await server.services.measures(procedures[1] as (typeof procedures)[number], null);
    const active = measured.effectifs.get('contrat.actif') ?? 0;
    expect(active).toBeGreaterThan(1);
    expect(text).toMatch(new RegExp(`Contrat actif</th><td[^>]*>Acquise</td><td[^>]*>${active}</td>`));
  });
});
