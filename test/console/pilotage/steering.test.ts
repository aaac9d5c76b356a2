import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysBetween as days } from '../../../src/days.ts';
import { today } from '../../../src/sandbox/vies/journey.ts';
import type { Played } from '../../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../../src/services.ts';
import type { Genre, StoredRow } from '../../../src/store/store.ts';
import { given } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { fill } from './story.ts';

let server: TestServer;
let played: Played[];
beforeAll(async () => {
  server = await startServer(today);
  played = await fill(server.services);
  while (!(await server.services.travail.lire({ ...everybody, filtres: {} })).etat.pret);
}, 60_000);
afterAll(() => server.stop());

const act = { auteur: 'essai', version: null };
const all = { procedure: null, groupement: null, depuis: null };
type Filtres = Parameters<Services['pilotage']>[0];
type Mesures = NonNullable<Awaited<ReturnType<Services['pilotage']>>['mesures']>;

/** A dossier or a certificate with all that became of it. */
interface Told {
  row: StoredRow;
  dossier: StoredRow;
  sejours: readonly { etat: string; entree: string; sortie: string | null }[];
  depuis: Readonly<Record<string, string>>;
  faits: readonly { type: string; date: string; saisie: string | null }[];
}

async function rows(genre: Genre): Promise<StoredRow[]> {
  return (await server.services.list({ genre, limite: 200 })).lignes;
}

/** What a certificate hears of its dossier, which is counted there. */
const HEARD = /^(administrateur|commande)\./;

async function everything({ procedure, groupement }: Filtres): Promise<Told[]> {
  const dossiers = (await rows('dossier')).filter(
    (row) => (procedure ?? row.procedure) === row.procedure && (groupement ?? row.parentId) === row.parentId,
  );
  const certificats = await rows('certificat');
  const told: Told[] = [];
  for (const row of [...dossiers, ...certificats]) {
    const dossier = dossiers.find(({ id }) => id === row.id || id === row.parentId);
    if (!dossier) continue;
    const cible = { genre: row.genre, id: row.id };
    const { histoire, instance } = given(await server.services.history(cible, null));
    const faits = given(await server.services.journal(cible, 0, 500));
    const sejours = histoire.sejours.filter(({ etat }) => row.genre !== 'certificat' || !HEARD.test(etat));
    told.push({ row, dossier, sejours, depuis: instance.depuis, faits });
  }
  return told;
}

/** The same, case after case and state after state. */
function naively(told: readonly Told[], depuis: string | null) {
  const first = depuis ?? '1970-01-01';
  const open = told.filter(({ row }) => row.statut !== 'abandonne');
  const etats = [...new Set(told.flatMap(({ sejours }) => sejours.map(({ etat }) => etat)))];
  const etapes = etats.flatMap((etat) => {
    const stays = told.flatMap(({ row, sejours }) =>
      sejours.filter((one) => one.etat === etat).map((one) => ({ ...one, abandonne: row.statut === 'abandonne' })),
    );
    const ended = stays.filter(({ entree, sortie }) => sortie !== null && sortie >= first && sortie >= entree);
    const lengths = ended.map(({ entree, sortie }) => days(entree, sortie ?? '')).sort((a, b) => a - b);
    const at = (part: number) => (lengths.length < 5 ? null : (lengths[Math.ceil(part * lengths.length) - 1] ?? null));
    const effectif = open.filter((one) => Object.hasOwn(one.depuis, etat)).length;
    const spent = stays.map(({ entree, sortie, abandonne }) => {
      if (sortie === null && abandonne) return 0;
      const end = sortie === null || sortie > today ? today : sortie;
      return Math.max(0, days(entree < first ? first : entree, end));
    });
    const jours = spent.reduce((sum, one) => sum + one, 0);
    const sejours = { sejours: lengths.length, mediane: at(0.5), centile90: at(0.9) };
    return effectif + jours + lengths.length > 0 ? [{ etat, effectif, sejours, jours }] : [];
  });
  return { etapes: sorted(etapes), dossiers: countsOf(told), ...countedFacts(told, first) };
}

function countsOf(told: readonly Told[]) {
  const of = (statut: string) => told.filter(({ row }) => row.genre === 'dossier' && row.statut === statut).length;
  return { enCours: of('enCours'), enService: of('enService'), abandonne: of('abandonne'), clos: of('clos') };
}

const marks = {
  ouvert: 'dossier.ouvert',
  transmis: 'formulaire413.transmis',
  habilite: 'habilitation.accordee',
  enService: 'certificats.enService',
};
const REFUSALS = /^(formulaire413\.(retourne|rejete)|(contrat|certificat)\.refuse)$/;

function countedFacts(told: readonly Told[], first: string) {
  const dossiers = told.filter(({ row }) => row.genre === 'dossier');
  const mois = dossiers.flatMap(({ faits }) =>
    Object.entries(marks).flatMap(([name, type]) => {
      const [date] = faits
        .filter((fait) => fait.type === type)
        .map((fait) => fait.date)
        .sort();
      return date !== undefined && date >= first ? [`${date.slice(0, 7)} ${name}`] : [];
    }),
  );
  const refusals = told.flatMap(({ faits }) => faits.filter(({ type, date }) => REFUSALS.test(type) && date >= first));
  const retours = refusals.flatMap(({ type, saisie }) => {
    const { motifs = [] } = JSON.parse(saisie ?? '{}') as { motifs?: { code: string }[] };
    return [type, ...motifs.map(({ code }) => `${type}/${code}`)];
  });
  const certificats = told.filter(({ row }) => row.genre === 'certificat' && row.statut !== 'clos');
  const fins = certificats.flatMap(({ row }) => {
    const { contexte, depuis } = JSON.parse(row.etat) as { contexte: { fin: string | null }; depuis: object };
    const isDue = 'renouvellement.du' in depuis || 'alerte.aDecider' in depuis;
    return contexte.fin === null ? [] : [`${contexte.fin.slice(0, 7)} ${isDue ? 'aRenouveler' : 'enService'}`];
  });
  return { mois: counted(mois), retours: counted(retours), fins: counted(fins) };
}

function counted(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, some]) => [name, some.length]));
}

function sorted<T extends { etat: string }>(some: readonly T[]): T[] {
  return some.toSorted((a, b) => a.etat.localeCompare(b.etat));
}

/** What is answered, in the shape of what is counted by hand. */
function shaped({ etapes, dossiers, mois, retours, fins }: Mesures) {
  const flat = <T extends { mois: string }>(some: readonly T[]) =>
    Object.fromEntries(
      some.flatMap(({ mois: month, ...counts }) =>
        Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [[`${month} ${name}`, count]])),
      ),
    );
  return {
    etapes: sorted(etapes),
    dossiers,
    mois: flat(mois),
    retours: Object.fromEntries(retours.map(({ motif, nombre }) => [motif, nombre])),
    fins: flat(fins),
  };
}

async function answered(filtres: Filtres, services = server.services) {
  for (;;) {
    const { mesures, avancement } = await services.pilotage(filtres);
    if (mesures && avancement.aJour) return mesures;
  }
}

describe('what is told of all cases', () => {
  test.each<[string, Partial<Filtres>]>([
    ['of all of them, ever', {}],
    ['since a day', { depuis: '2026-02-01' }],
    ['since yesterday', { depuis: '2026-06-29' }],
    ['of a path', { procedure: 'prive-mono-site' }],
    ['of a path since a day', { procedure: 'public-ght', depuis: '2026-01-15' }],
  ])('is what is counted by hand, case after case: %s', async (_, some) => {
    const filtres = { ...all, ...some };
    const told = await everything(filtres);
    expect(told.length).toBeGreaterThan(0);
    expect(shaped(await answered(filtres))).toEqual(naively(told, filtres.depuis));
  });

  test('is the same of a groupement alone', async () => {
    const [{ id: groupement = '' } = {}] = await rows('groupement');
    const told = await everything({ ...all, groupement });
    expect(told.filter(({ row }) => row.genre === 'dossier')).toHaveLength(1);
    expect(shaped(await answered({ ...all, groupement }))).toEqual(naively(told, null));
    const nobody = shaped(await answered({ ...all, groupement: 'nobody' }));
    expect(nobody).toEqual({ ...naively([], null), mois: {} });
  });

  test('has medians where there are five cases, and none where there are fewer', async () => {
    const { etapes } = await answered(all);
    expect(etapes.some(({ jours }) => jours > 100)).toBe(true);
    expect(etapes.some(({ sejours }) => (sejours.mediane ?? 0) > 0)).toBe(true);
    expect(etapes.some(({ sejours }) => sejours.sejours > 0 && sejours.mediane === null)).toBe(true);
    expect(etapes.filter(({ sejours }) => sejours.sejours < 5 && sejours.mediane !== null)).toEqual([]);
  });

  test('tells each month from the first to today, those of nothing too', async () => {
    const { mois } = await answered({ ...all, depuis: '2026-01-01' });
    expect(mois.map(({ mois: name }) => name)).toEqual([
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
    ]);
  });

  test('follows what happens, and counts again a case whose journal is corrected', async () => {
    const id = played[4]?.dossier ?? '';
    given(
      await server.services.record({ genre: 'dossier', id }, { type: 'editeur.contacte', date: '2026-06-20' }, act),
    );
    expect(shaped(await answered(all))).toEqual(naively(await everything(all), null));
    const lines = given(await server.services.journal({ genre: 'dossier', id }, 0, 500));
    const { rang } = lines.findLast(({ type }) => type === 'editeur.contacte') ?? { rang: 0 };
    const { version } = (await rows('dossier')).find((row) => row.id === id) as StoredRow;
    const asked = { rang, motif: 'Date mal lue', remplacement: { date: '2026-06-25' }, version, retires: [] };
    given(await server.services.correct({ genre: 'dossier', id }, asked, act));
    const measured = shaped(await answered(all));
    expect(measured.etapes).toEqual(naively(await everything(all), null).etapes);
  });

  test('awaits at each step the dossiers that the worklist finds there', async () => {
    const { travail } = server.services;
    for (const procedure of [null, 'prive-mono-site']) {
      const { attendues } = await server.services.pilotage({ ...all, procedure });
      expect(attendues.length).toBeGreaterThan(1);
      for (const { etape, effectif } of attendues) {
        const { lignes } = await travail.lire({ ...everybody, filtres: { etape, ...(procedure && { procedure }) } });
        expect({ etape, effectif }).toEqual({ etape, effectif: lignes.length });
      }
    }
  });
});

const everybody = { moi: 'x', onglet: 'tous', tri: 'limite', descendant: false, page: 1, parPage: 100 } as const;

describe('what was counted', () => {
  const clock = () => new Date(`${today}T12:00:00Z`);
  const shapes = async (services: Services) => [
    shaped(await answered(all, services)),
    shaped(await answered({ ...all, depuis: '2026-02-10' }, services)),
  ];

  test('is there at once for whoever starts again', async () => {
    const before = await shapes(server.services);
    const again = createServices(server.store, clock);
    expect((await again.pilotage(all)).mesures).not.toBeNull();
    expect(await shapes(again)).toEqual(before);
  });

  test('act after act is what is counted again from nothing', async () => {
    const followed = await shapes(server.services);
    const { projection } = server.store.figures;
    const [rang, total] = [await projection.fin(), await projection.nombre(null)];
    await projection.commencer({ empreinte: 'autre', rang, construit: 0, total });
    const nothing = await server.store.figures.durees({ parcours: null, groupement: null }, null);
    expect(nothing).toEqual([]);
    const again = createServices(server.store, clock);
    expect(await shapes(again)).toEqual(followed);
  });

  test('is followed as it is committed, and stops when it is told to', async () => {
    const stop = server.services.suivre((error) => {
      throw error;
    });
    const id = played[4]?.dossier ?? '';
    given(
      await server.services.record({ genre: 'dossier', id }, { type: 'carteResponsable.bloquee', date: today }, act),
    );
    const { projection } = server.store.figures;
    const fin = await projection.fin();
    while ((await projection.avancement())?.rang !== fin) await new Promise((resolve) => setTimeout(resolve, 20));
    await stop();
    expect(shaped(await answered(all))).toEqual(naively(await everything(all), null));
  });
});
