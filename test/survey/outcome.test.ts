import { describe, expect, test } from 'vitest';
import type { SurveyOutcome } from '../../src/acts/groupement/survey.ts';
import { given } from '../http/people.ts';
import { serve } from '../server.ts';
import { numbersOf, tableOf } from './files.ts';
import { act, groupementOf, openSite } from './groupement.ts';

const jour = '2026-06-01';
const HEADINGS = ['FINESS', 'SIRET', 'Raison sociale', 'CP', 'Commune', 'Contrat', 'CDE', 'Mandataire'];

const server = await serve(jour);

describe('an état des lieux', () => {
  test('does what was foreseen: it tells each site, opens those it names, and says what was in vain', async () => {
    const { services } = server;
    const { groupement, sites } = await groupementOf(services, [1, 2]);
    const [first = '', second = ''] = sites;
    given(await services.record({ genre: 'dossier', id: second }, { type: 'contrat.trouve', date: jour }, act));
    const octets = fileOf([
      line(1, ['oui', 'CDE 31/12/2028', 'CPE']),
      line(2, ['non', '', '']),
      line(3, ['non', 'non', 'CPE']),
      [numbersOf(4).finess, '', '', '', '', 'oui', '', ''],
    ]);

    const input = { octets, ouvrir: true, date: null, empreinte: null };
    const seen = given(await services.foreseeSurvey(groupement, input));
    expect(told(seen)).toEqual([
      {
        ligne: 2,
        statut: 'acceptee',
        enregistre: ['contrat.trouve', 'carteResponsable.trouvee', 'mandat.trouve'],
        sansEffet: [],
      },
      {
        ligne: 3,
        statut: 'acceptee',
        enregistre: [],
        sansEffet: [['contrat.absent', 'Le dossier en est déjà à « Contrat actif ».']],
      },
      {
        ligne: 4,
        statut: 'acceptee',
        enregistre: ['contrat.absent', 'carteResponsable.absente'],
        sansEffet: [['mandat.trouve', 'Il faut un contrat actif avec l’ANS.']],
      },
      { ligne: 5, statut: 'refusee', enregistre: [], sansEffet: [] },
    ]);
    expect((await rowsOf(groupement)).length).toBe(2);

    const done = given(await services.recordSurvey(groupement, { ...input, empreinte: seen.empreinte }, act));
    expect(told(done.outcome)).toEqual(told(seen));
    const rows = await rowsOf(groupement);
    expect(rows.map(({ denomination, version }) => [denomination, version])).toEqual([
      ['Site 1', 2],
      ['Site 2', 3],
      ['Site 3', 1],
    ]);
    const journal = given(await services.journal({ genre: 'dossier', id: rows[2]?.id ?? '' }, 0, 10));
    expect(journal.map(({ type, auteur }) => [type, auteur])).toEqual([
      ['dossier.ouvert', 'essai'],
      ['etatDesLieux.recu', 'essai'],
      ['contrat.absent', 'essai'],
      ['carteResponsable.absente', 'essai'],
    ]);
    expect(done.outcome.lignes.map(({ dossierId }) => dossierId)).toEqual([first, second, rows[2]?.id, null]);
    expect(given(await services.find({ genre: 'groupement', id: groupement })).version).toBe(4);
  });

  test('is refused when its sites have moved since it was seen', async () => {
    const { services } = server;
    const { groupement, sites } = await groupementOf(services, [11]);
    const input = { octets: fileOf([line(11, ['oui', '', ''])]), ouvrir: false, date: null, empreinte: null };
    const { empreinte } = given(await services.foreseeSurvey(groupement, input));
    given(await services.record({ genre: 'dossier', id: sites[0] ?? '' }, { type: 'contrat.absent', date: jour }, act));
    expect(await services.recordSurvey(groupement, { ...input, empreinte }, act)).toMatchObject({
      error: { code: 'version-perimee' },
    });
  });

  test('opens nothing unless told to, nor what is open elsewhere', async () => {
    const { services } = server;
    const { groupement } = await groupementOf(services, [21]);
    await openSite(services, 23, null);
    const octets = fileOf([line(21, ['oui', '', '']), line(22, ['oui', '', '']), line(23, ['oui', '', ''])]);
    const done = given(
      await services.recordSurvey(groupement, { octets, ouvrir: false, date: '2026-05-20', empreinte: null }, act),
    );
    expect(
      done.outcome.lignes.map(({ statut, ouverture, refus }) => [statut, ouverture?.denomination, refus[0]?.message]),
    ).toEqual([
      ['acceptee', undefined, undefined],
      ['acceptee', 'Site 22', undefined],
      [
        'refusee',
        undefined,
        'Ce site a déjà un dossier hors de ce groupement, « Site 23 » : poursuivez-le, ou retirez la ligne.',
      ],
    ]);
    expect((await rowsOf(groupement)).length).toBe(1);
  });

  test('keeps the number and the day of a contract, and what is written beside as one note', async () => {
    const { services } = server;
    const { groupement, sites } = await groupementOf(services, [41]);
    const [id = ''] = sites;
    const octets = Buffer.from(
      tableOf([
        ['FINESS', 'Contrat', 'N° de contrat', 'Date du contrat', 'Observations'],
        [numbersOf(41).finess, 'oui', 'C-2025-0042', '03/02/2025', 'Directeur absent'],
      ]),
    );
    const input = { octets, ouvrir: false, date: null, empreinte: null };
    for (const _time of ['first', 'second']) given(await services.recordSurvey(groupement, input, act));
    const journal = given(await services.journal({ genre: 'dossier', id }, 0, 10));
    const found = journal.find(({ type }) => type === 'contrat.trouve');
    expect(JSON.parse(found?.saisie ?? '{}')).toMatchObject({ numero: 'C-2025-0042', depuis: '2025-02-03' });
    expect((await services.suivi.notes(id)).map(({ texte }) => texte)).toEqual([
      'État des lieux du 01/06/2026 : Directeur absent',
    ]);
  });

  test('of a private site in a GHT says so before it is opened', async () => {
    const { services } = server;
    const { groupement } = await groupementOf(services, []);
    const siret = '47678033300037';
    const octets = fileOf([[numbersOf(51).finess, siret, 'Clinique', '01130', 'Nantua', 'oui', '', '']]);
    const seen = given(await services.foreseeSurvey(groupement, { octets, ouvrir: true, date: null, empreinte: null }));
    expect(seen.lignes[0]).toMatchObject({
      statut: 'corrigee',
      corrections: [{ message: expect.stringContaining('organisme privé') }],
    });
  });

  test('of which no line counts is not recorded', async () => {
    const { services } = server;
    const { groupement } = await groupementOf(services, []);
    const octets = fileOf([line(31, ['peut-être', '', ''])]);
    expect(await services.recordSurvey(groupement, { octets, ouvrir: true, date: null, empreinte: null }, act)).toEqual(
      {
        ok: false,
        error: {
          code: 'saisie-invalide',
          erreurs: [
            { pointeur: '', message: 'Aucune ligne ne peut être enregistrée : corrigez celles qui sont refusées.' },
          ],
        },
      },
    );
  });

  test('of 300 new sites is one commit', async () => {
    const { services } = server;
    const { groupement } = await groupementOf(services, []);
    const ranks = Array.from({ length: 300 }, (_, rank) => 1_000 + rank);
    const octets = fileOf(ranks.map((rank) => line(rank, [rank % 2 ? 'oui' : 'non', '', ''])));
    const input = { octets, ouvrir: true, date: null, empreinte: null };
    const { outcome } = given(await services.recordSurvey(groupement, input, act));
    expect(outcome.lignes.every(({ enregistre, dossierId }) => enregistre.length === 1 && dossierId !== null)).toBe(
      true,
    );
    expect(given(await services.find({ genre: 'groupement', id: groupement })).version).toBe(2);
    const { sites, colonnes } = given(await services.matrice(groupement));
    expect(sites.length).toBe(300);
    expect(Map.groupBy(sites, ({ cellules }) => cellules['contrat']?.etat).get('fait')?.length).toBe(150);
    expect(colonnes.length).toBe(10);
  });
});

function fileOf(lines: readonly (readonly string[])[]): Buffer {
  return Buffer.from(tableOf([HEADINGS, ...lines]));
}

function line(rank: number, said: readonly string[]): string[] {
  const { finess, siret } = numbersOf(rank);
  return [finess, siret, `Site ${rank}`, '01130', 'Nantua', ...said];
}

function told({ lignes }: SurveyOutcome) {
  return lignes.map(({ ligne, statut, enregistre, sansEffet }) => ({
    ligne,
    statut,
    enregistre: enregistre.map(({ type }) => type),
    sansEffet: sansEffet.map(({ type, raison }) => [type, raison]),
  }));
}

async function rowsOf(parentId: string) {
  return (await server.services.list({ genre: 'dossier', parentId, limite: 200 })).lignes;
}
