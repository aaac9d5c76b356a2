import { afterEach, beforeEach, expect, test } from 'vitest';
import { politique } from '../../../machines/decisions.ts';
import { exempleEtablissement } from '../../../machines/formulaires/etablissement.ts';
import { FamilyMemory } from '../../../src/acts/memory.ts';
import { addDays } from '../../../src/days.ts';
import { delaisUsuels } from '../../../src/delays.ts';
import type { Demande } from '../../../src/desk/work/demand.ts';
import type { Attente } from '../../../src/desk/work/line.ts';
import { createTravail, type LigneTravail } from '../../../src/desk/work/travail.ts';
import { DossierOuvert } from '../../../src/engine/opening.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { formulaireRetourne } from '../../../src/sandbox/vies/formulaire-retourne.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../../src/services.ts';
import type { Store } from '../../../src/store/store.ts';
import { given } from '../../http/people.ts';
import { newStore } from '../../store/new-base.ts';

const clock = () => new Date('2026-06-30T12:00:00Z');
const act = { auteur: 'essai', version: null };
let store: Store;
let services: Services;
beforeEach(async () => {
  store = await newStore();
  services = createServices(store, clock);
});
afterEach(() => store.close());

const asked = (more: Partial<Demande> = {}): Demande => ({
  moi: 'moi',
  onglet: 'tous',
  filtres: {},
  tri: 'limite',
  descendant: false,
  page: 1,
  parPage: 50,
  ...more,
});
/** The list, made whatever time its first making takes. */
async function read(travail: Services['travail'], more: Partial<Demande> = {}): Promise<LigneTravail[]> {
  for (;;) {
    const { etat, lignes } = await travail.lire(asked(more));
    if (etat.pret) return lignes;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const play = (steps: number, finess?: string) =>
  playOn(services, { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, steps) }, { finess });

test('one reads what one has just written: what is next, of whom, since when and until when', async () => {
  const { dossier } = await play(2);
  const [line] = await read(services.travail);
  expect(line).toMatchObject({ id: dossier, statut: 'enCours', procedure: 'prive-mono-site', departement: '01' });
  expect(line?.attentes.find(({ acteur }) => acteur === 'ans')).toEqual({
    etape: 'contrat.attenteDecision',
    libelle: 'Décision de l’ANS sur le contrat',
    acteur: 'ans',
    depuis: '2026-01-07',
    limite: '2026-01-22',
    faits: ['contrat.refuse', 'contrat.signe'],
    certificat: null,
  });
  const signed = { type: 'contrat.signe', date: '2026-06-29', numero: 'C-1' };
  given(await services.record({ genre: 'dossier', id: dossier }, signed, act));
  const [after] = await read(services.travail);
  expect(after?.attentes.some(({ acteur }) => acteur === 'ans')).toBe(false);
  expect(after?.version).toBe((line?.version ?? 0) + 1);
});

test('followed act after act or made again from nothing, the list says the same', async () => {
  await read(services.travail);
  for (const [rank, finess] of ['010000206', '010000214', '010000222', '010000230'].entries())
    await play([1, 8, 16, cliniqueMonoSite.steps.length][rank] ?? 1, finess);
  const followed = await read(services.travail);
  const delais = { ...delaisUsuels, ans: { usuel: 30, limite: 30, ouvres: false } };
  const other = createTravail({ store, memory: new FamilyMemory(), clock, delais: () => delais });
  const longer = await read(other);
  expect(longer).not.toEqual(followed);
  const again = createTravail({ store, memory: new FamilyMemory(), clock });
  expect(await read(again)).toEqual(followed);
});

test('persons named anywhere in a case find it, by the beginning of their names, with or without accents', async () => {
  const { dossier } = await play(cliniqueMonoSite.steps.length);
  const told = {
    type: 'representantLegal.remplace',
    date: '2026-06-29',
    personne: { nom: 'Lefèvre', prenom: 'Éloïse' },
  };
  given(await services.record({ genre: 'dossier', id: dossier }, told, act));
  for (const q of ['eloise lef', 'LEFÈVRE', 'nant éloïse']) {
    expect((await read(services.travail, { filtres: { q } })).map(({ id }) => id)).toEqual([dossier]);
  }
  expect(await read(services.travail, { filtres: { q: 'eloise zidane' } })).toEqual([]);
});

test('once a name is corrected the old one finds the case no more, whether it is replaced or withdrawn', async () => {
  const { dossier } = await play(10);
  const cible = { genre: 'dossier', id: dossier } as const;
  const told = {
    type: 'representantLegal.remplace',
    date: '2026-06-29',
    personne: { nom: 'Zamenhof', prenom: 'Éloïse' },
  };
  given(await services.record(cible, told, act));
  const found = async (q: string) => (await read(services.travail, { filtres: { q } })).length;
  expect(await found('zamenhof')).toBe(1);
  const correct = async (remplacement: { date: string; personne: object } | null) => {
    const rang = (await store.journal(dossier, 0, 500)).at(-1)?.rang ?? 0;
    const { version } = given(await services.find(cible));
    const asked = { rang, remplacement, motif: 'Homonymie', version, retires: [] };
    given(await services.correct(cible, asked, act));
  };
  await correct({ date: told.date, personne: { nom: 'Ybert', prenom: 'Éloïse' } });
  expect([await found('zamenhof'), await found('ybert')]).toEqual([0, 1]);
  await correct(null);
  expect([await found('zamenhof'), await found('ybert')]).toEqual([0, 0]);
  const lines = given(await services.journal(cible, 0, 500));
  expect(lines.filter(({ saisie }) => saisie?.includes('Zamenhof'))).toHaveLength(1);
});

test('a saint is found under either spelling, a number without its first zero, and wide digits', async () => {
  const etablissement = { ...exempleEtablissement, denomination: 'CLINIQUE ST-JOSEPH', finess: '010000024' };
  given(await services.openDossier(DossierOuvert.parse({ procedure: 'public-ght', etablissement }), act));
  const found = async (q: string) => (await read(services.travail, { filtres: { q } })).length;
  for (const q of ['Saint Joseph', 'st joseph', 'sain', '10000024', '010000024', '０１００００ ０24'])
    expect([q, await found(q)]).toEqual([q, 1]);
  expect(await found('sainte joseph')).toBe(0);
});

test('a dossier given up awaits nobody, and comes back as it was when it is opened again', async () => {
  const { dossier } = await play(2);
  const [before] = await read(services.travail);
  const told = (type: string, more = {}) =>
    services.record({ genre: 'dossier', id: dossier }, { type, date: '2026-06-29', ...more }, act).then(given);
  await told('dossier.abandonne', { motif: 'L’établissement renonce' });
  expect(await read(services.travail, { onglet: 'libres' })).toEqual([]);
  const [left] = await read(services.travail);
  expect([left?.statut, left?.attentes, left?.restant]).toEqual(['abandonne', [], null]);
  await told('dossier.rouvert');
  const [back] = await read(services.travail);
  const bySteps = (attentes: readonly Attente[] = []) =>
    attentes.map(({ limite: _limite, ...one }) => one).toSorted((a, b) => a.etape.localeCompare(b.etape));
  expect(bySteps(back?.attentes)).toEqual(bySteps(before?.attentes));
  // While it was given up, nobody could do anything: each has the usual days again.
  const again = back?.attentes.map(({ depuis, acteur }) =>
    addDays(depuis > '2026-06-29' ? depuis : '2026-06-29', politique.delaisJours[acteur]),
  );
  expect(back?.attentes.map(({ limite }) => limite)).toEqual(again);
});

test('a certificate that is to be renewed is told with its last day', async () => {
  const { dossier } = await play(cliniqueMonoSite.steps.length);
  const later = new Date('2029-01-15T12:00:00Z');
  const then = createServices(store, () => later);
  while ((await then.recordDueFacts()) > 0);
  const [line] = await read(then.travail, { onglet: 'renouvellements' });
  expect(line?.id).toBe(dossier);
  const renewal = line?.attentes.find(({ etape }) => etape === 'renouvellement.du');
  expect(renewal?.limite).toBe('2029-02-26');
  expect(renewal?.certificat).not.toBeNull();
});

test('a form that the ANS returned is told as such until it is sent again', async () => {
  const until = (type: string) => formulaireRetourne.steps.findIndex(({ fact }) => fact.type === type) + 1;
  const back = until('formulaire413.retourne');
  const again = formulaireRetourne.steps.findIndex(({ fact }, rank) => rank >= back && fact.type === SENT) + 1;
  const listed = async (steps: number, finess: string) => {
    const journey = { ...formulaireRetourne, steps: formulaireRetourne.steps.slice(0, steps) };
    const { dossier } = await playOn(services, journey, { finess });
    return (await read(services.travail, { onglet: 'retours' })).some(({ id }) => id === dossier);
  };
  expect(await listed(back - 1, '010000206')).toBe(false);
  expect(await listed(back, '010000214')).toBe(true);
  expect(await listed(again - 1, '010000222')).toBe(true);
  expect(await listed(again, '010000230')).toBe(false);
});

const SENT = 'formulaire413.transmis';
