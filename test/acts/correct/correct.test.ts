import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { CorrectionConfirmee, type CorrectionEssayee } from '../../../src/engine/history/corrections.ts';
import { parse } from '../../../src/result.ts';
import { site } from '../../../src/sandbox/vies/journey.ts';
import { createServices, type Services } from '../../../src/services.ts';
import type { Store } from '../../../src/store/store.ts';
import { faits } from '../../engine/family.ts';
import { given } from '../../http/people.ts';
import { newStore } from '../../store/new-base.ts';

const act = { auteur: 'compte:superviseur', version: null };
const cible = (id: string) => ({ genre: 'dossier', id }) as const;
const monoSite = findProcedure('prive-mono-site') as Procedure;

let store: Store;
let services: Services;
let day: string;
let id: string;
let minutes: number;

beforeEach(async () => {
  store = await newStore();
  [day, minutes] = ['2026-03-02', 0];
  services = createServices(store, () => new Date(Date.parse(`${day}T09:00:00Z`) + 60_000 * minutes++));
  id = given(await services.openDossier({ procedure: 'prive-mono-site', etablissement: site }, act)).row.id;
});
afterEach(() => store.close());

/** Tells facts by their first example; the last one's row. */
async function tell(...types: (string | { type: string; [champ: string]: unknown })[]) {
  const rows = [];
  for (const told of types) {
    const fact = typeof told === 'string' ? { type: told } : told;
    const [exemple] = monoSite.facts[fact.type]?.exemples ?? [];
    rows.push(given(await services.record(cible(id), { date: day, ...exemple, ...fact }, act)).row);
  }
  return rows.at(-1);
}

const journal = async () => given(await services.journal(cible(id), 0, 200));
const rangOf = async (type: string) => (await journal()).findLast((line) => line.type === type)?.rang ?? 0;
const etats = async () => JSON.parse(given(await services.find(cible(id))).etat).etats;

/** Corrects as it was shown. */
async function correct(rang: number, remplacement: CorrectionEssayee['remplacement'] = null) {
  const { version, retires } = given(await services.previewCorrection(cible(id), { rang, remplacement }));
  const confirmed = {
    rang,
    remplacement,
    motif: 'Saisi sur le mauvais dossier',
    version,
    retires: retires.map((one) => one.rang),
  };
  return services.correct(cible(id), confirmed, act);
}

describe('one mistake that several lines say', () => {
  const morel = { nom: 'Morel', prenom: 'Jules' };
  const contact = {
    courriel: 'si@ch-exemple.fr',
    telephone: '0474000000',
    typeCarte: 'CPE',
    rattachement: 'structure',
  };
  const partie4 = {
    logiciels: [{ type: 'DP', editeur: 'Éditeur', solution: 'Solution', version: '1' }],
    offreProAuthSignConf: true,
    domaineMessagerie: 'ch-exemple.fr',
  };
  const designed = (personne: object) => ({ personne, origine: 'employe', carte: { type: 'CPE', fin: '2035-12-31' } });
  const named = (personne: object) => ({
    partie4: { ...partie4, administrateursTechniques: [{ ...personne, ...contact }] },
  });
  const asked = async () => ({
    rang: await rangOf('administrateurTechnique.designe'),
    remplacement: { date: day, ...designed(morel) },
    avec: [{ rang: await rangOf('formulaire413.partie4Remplie'), remplacement: { date: day, ...named(morel) } }],
  });
  const morrel = { ...morel, nom: 'Morrel' };
  const equipped = () =>
    tell(
      'contrat.trouve',
      'carteResponsable.trouvee',
      { type: 'administrateurTechnique.designe', ...designed(morrel) },
      'formulaire413.partie1Remplie',
      'formulaire413.partie3Remplie',
      { type: 'formulaire413.partie4Remplie', ...named(morrel) },
      'formulaire413.signe',
      'formulaire413.transmis',
      'formulaire413.recu',
      'habilitation.accordee',
    );

  test('is corrected in one commit, and nothing that stood on it falls', async () => {
    await equipped();
    const before = await etats();
    const seen = given(await services.previewCorrection(cible(id), await asked()));
    expect([seen.retires, seen.etats]).toEqual([[], { quittes: [], atteints: [] }]);
    const confirmed = { ...(await asked()), motif: 'Faute de frappe', version: seen.version, retires: [] };
    given(await services.correct(cible(id), confirmed, act));
    expect(await etats()).toEqual(before);
    const lines = (await journal()).slice(-4);
    expect(lines.map(({ type }) => type)).toEqual([
      ...['fait.corrige', 'administrateurTechnique.designe'],
      ...['fait.corrige', 'formulaire413.partie4Remplie'],
    ]);
    expect(new Set(lines.map(({ enregistreLe }) => enregistreLe)).size).toBe(1);
    const { contexte } = JSON.parse(given(await services.find(cible(id))).etat);
    expect([contexte.administrateurs[0].personne, contexte.habilites]).toEqual([
      morel,
      [contexte.administrateurs[0].id],
    ]);
  });

  test('corrected in one line alone, would take the habilitation with it', async () => {
    await equipped();
    const { avec: _avec, ...alone } = await asked();
    const { retires } = given(await services.previewCorrection(cible(id), alone));
    expect(retires.map(({ type }) => type)).toContain('formulaire413.transmis');
  });

  test('is refused where one of its lines is wrong, and the pointer says which', async () => {
    await equipped();
    const wrong = await asked();
    const nobody = named({ nom: '', prenom: 'Jules' });
    const avec = wrong.avec.map((line) => ({ ...line, remplacement: { date: day, ...nobody } }));
    const seen = await services.previewCorrection(cible(id), { ...wrong, avec });
    expect(seen).toMatchObject({
      ok: false,
      error: {
        code: 'saisie-invalide',
        erreurs: [{ pointeur: '/avec/0/remplacement/partie4/administrateursTechniques/0/nom' }],
      },
    });
  });
});

describe('a line that is withdrawn', () => {
  test('takes with it what no longer holds, shown first with the reason', async () => {
    await tell('contrat.absent', 'contrat.transmis', 'contrat.refuse', 'contrat.transmis', 'carteResponsable.trouvee');
    const seen = given(await services.previewCorrection(cible(id), { rang: 3, remplacement: null }));
    expect(seen.retires.map(({ type, manque }) => [type, manque.map(({ libelle }) => libelle)])).toEqual([
      ['contrat.refuse', ['Cela se note à l’étape « Décision de l’ANS sur le contrat ».']],
    ]);
    expect(seen.etats).toEqual({ quittes: [], atteints: [] });

    const { row } = given(await correct(3));
    expect(row.version).toBe(seen.version + 1);
    expect(await etats()).toMatchObject({ contrat: 'attenteDecision', carteResponsable: 'active' });
    const corrigees = (await journal()).map(({ type, corrigee }) => [type, corrigee?.sort ?? null]);
    expect(corrigees).toEqual([
      ['dossier.ouvert', null],
      ['contrat.absent', null],
      ['contrat.transmis', 'retire'],
      ['contrat.refuse', 'entraine'],
      ['contrat.transmis', null],
      ['carteResponsable.trouvee', null],
      ['fait.corrige', null],
    ]);
  });

  test('leaves a chain that verifies, and a case that goes on', async () => {
    await tell('contrat.trouve');
    given(await correct(await rangOf('contrat.trouve')));
    await tell('contrat.absent');
    expect(await etats()).toMatchObject({ contrat: 'aCompleter' });
    expect(await store.verify()).toEqual({ ok: true, lignes: 4 });
    const { diverge, histoire } = given(await services.history(cible(id), null));
    expect([diverge, histoire.ecartes]).toEqual([false, 0]);
  });
});

describe('a line that is replaced', () => {
  test('keeps its place, with its new day and content, and moves the deadlines', async () => {
    await tell('contrat.trouve', { type: 'carteResponsable.trouvee', carte: { type: 'CDE', fin: '2026-05-01' } });
    day = '2026-03-10';
    const carte = { type: 'CDE', fin: '2029-05-01' };
    given(await correct(await rangOf('carteResponsable.trouvee'), { date: '2026-02-20', carte }));
    expect(await store.due('2029-05-02', 10)).toEqual([
      { instanceId: id, fait: 'carteResponsable.expiree', le: '2029-05-02' },
    ]);
    const { histoire } = given(await services.history(cible(id), null));
    expect(histoire.depuis['carteResponsable.active']).toBe('2026-02-20');
    const [, , replaced, , instead] = await journal();
    expect(replaced?.corrigee).toEqual({
      par: 4,
      sort: 'remplace',
      motif: 'Saisi sur le mauvais dossier',
      remplacant: instead?.rang,
    });
  });

  test('takes with it what would come before it, and says before what', async () => {
    day = '2026-03-20';
    await tell(
      { type: 'contrat.transmis', date: '2026-03-03' },
      { type: 'contrat.signe', date: '2026-03-10' },
      { type: 'carteResponsable.trouvee', date: '2026-03-04' },
    );
    const remplacement = { date: '2026-03-12' };
    const seen = given(await services.previewCorrection(cible(id), { rang: 2, remplacement }));
    expect(seen.retires).toMatchObject([
      {
        rang: 3,
        type: 'contrat.signe',
        cause: 'date',
        manque: [],
        anterieur: {
          type: 'contrat.transmis',
          date: '2026-03-12',
          libelle: 'Contrat de structure complété, signé et transmis',
        },
      },
    ]);
    given(await correct(2, remplacement));
    expect(await etats()).toMatchObject({ contrat: 'attenteDecision', carteResponsable: 'active' });
    const late = await services.record(cible(id), { type: 'contrat.signe', date: '2026-03-11', numero: 'C-1' }, act);
    expect(late).toMatchObject({ ok: false, error: { code: 'date-anterieure', anterieur: { date: '2026-03-12' } } });
  });

  test('is refused where what it stands on came later', async () => {
    day = '2026-03-20';
    await tell({ type: 'contrat.transmis', date: '2026-03-03' }, { type: 'contrat.signe', date: '2026-03-10' });
    const remplacement = { date: '2026-03-01', numero: 'C-1' };
    expect(await services.previewCorrection(cible(id), { rang: 3, remplacement })).toMatchObject({
      ok: false,
      error: { code: 'date-anterieure', anterieur: { type: 'contrat.transmis', date: '2026-03-03' } },
    });
  });

  test('may be corrected again, where it stands', async () => {
    await tell('contrat.trouve', 'carteResponsable.trouvee');
    given(await correct(await rangOf('contrat.trouve'), { date: '2026-03-01' }));
    given(await correct(await rangOf('contrat.trouve'), { date: '2026-02-28', numero: 'C-2' }));
    const { histoire } = given(await services.history(cible(id), null));
    expect(histoire.depuis['contrat.actif']).toBe('2026-02-28');
    const again = await services.previewCorrection(cible(id), { rang: 2, remplacement: null });
    expect(again).toMatchObject({ ok: false, error: { code: 'correction-impossible', raison: 'deja-corrigee' } });
  });

  test('is refused where the procedure refuses it, and when nothing changes', async () => {
    await tell('contrat.trouve', 'carteResponsable.trouvee', 'administrateurTechnique.designe');
    const lapsed = { date: day, carte: { type: 'CDE', fin: '2026-01-01' } };
    const refused = await services.previewCorrection(cible(id), { rang: 3, remplacement: lapsed });
    expect(refused).toMatchObject({ ok: false, error: { code: 'fait-refuse', type: 'carteResponsable.trouvee' } });
    const [exemple] = monoSite.facts['carteResponsable.trouvee']?.exemples ?? [];
    const same = await services.previewCorrection(cible(id), { rang: 3, remplacement: { ...exemple, date: day } });
    expect(same).toMatchObject({ ok: false, error: { code: 'saisie-invalide' } });
    const wrong = await services.previewCorrection(cible(id), { rang: 3, remplacement: { date: 'hier' } });
    expect(wrong).toMatchObject({
      ok: false,
      error: { erreurs: [{ pointeur: '/remplacement/date' }, { pointeur: '/remplacement/carte' }] },
    });
  });
});

describe('what time brought', () => {
  test('is withdrawn when the end of the card was a mistake, and is not corrected by itself', async () => {
    await tell('contrat.trouve', { type: 'carteResponsable.trouvee', carte: { type: 'CDE', fin: '2026-03-04' } });
    day = '2026-03-06';
    await services.recordDueFacts();
    expect(await etats()).toMatchObject({ carteResponsable: 'aRemplacer' });
    const alone = await services.previewCorrection(cible(id), {
      rang: await rangOf('carteResponsable.expiree'),
      remplacement: null,
    });
    expect(alone).toMatchObject({ ok: false, error: { raison: 'calendrier' } });
    const remplacement = { date: '2026-03-02', carte: { type: 'CDE', fin: '2028-03-04' } };
    const seen = given(await services.previewCorrection(cible(id), { rang: 3, remplacement }));
    expect(seen.retires).toMatchObject([{ type: 'carteResponsable.expiree', cause: 'echeance', auteur: 'calendrier' }]);
    given(await correct(3, remplacement));
    expect(await etats()).toMatchObject({ carteResponsable: 'active' });
  });

  test('is no line of another: who told the card corrects it himself', async () => {
    await tell('contrat.trouve', { type: 'carteResponsable.trouvee', carte: { type: 'CDE', fin: '2026-03-04' } });
    day = '2026-03-06';
    await services.recordDueFacts();
    const own = (auteur: string) =>
      services.previewCorrection(cible(id), { rang: 3, remplacement: null }, { auteur, ownOnly: true });
    expect(given(await own(act.auteur)).retires).toMatchObject([{ type: 'carteResponsable.expiree' }]);
    expect(await own('compte:autre')).toMatchObject({ ok: false, error: { raison: 'd-autrui', rang: 3 } });
  });
});

describe('a confirmation', () => {
  test('of what was shown before somebody else acted is refused', async () => {
    await tell('contrat.trouve');
    const { version } = given(await services.previewCorrection(cible(id), { rang: 2, remplacement: null }));
    await tell('carteResponsable.trouvee');
    const late = await services.correct(
      cible(id),
      { rang: 2, remplacement: null, motif: 'Erreur', version, retires: [] },
      act,
    );
    expect(late).toEqual({ ok: false, error: { code: 'version-perimee', version: version + 1 } });
  });

  test('of another list than the one shown is refused, and told the right one', async () => {
    await tell('contrat.transmis', 'contrat.signe');
    const { version } = given(await services.previewCorrection(cible(id), { rang: 2, remplacement: null }));
    const other = await services.correct(
      cible(id),
      { rang: 2, remplacement: null, motif: 'Erreur', version, retires: [] },
      act,
    );
    expect(other).toEqual({ ok: false, error: { code: 'apercu-perime', retires: [3] } });
  });

  test('asks for a reason in which no secret is', async () => {
    await tell('contrat.trouve');
    const { version } = given(await services.previewCorrection(cible(id), { rang: 2, remplacement: null }));
    for (const motif of ['', 'NIR 1 85 05 78 006 084 91'])
      expect(parse(CorrectionConfirmee, { rang: 2, motif, version, retires: [] })).toMatchObject({
        error: { code: 'saisie-invalide', erreurs: [{ pointeur: '/motif' }] },
      });
  });
});

describe('what cannot be corrected says why', () => {
  test('of an opening, of a certificate that was opened, of numbers that were changed', async () => {
    await tell(...faits.habilite, 'certificat.demande');
    const reasons = [];
    for (const type of ['dossier.ouvert', 'certificat.demande', 'habilitation.accordee', 'certificats.enCours']) {
      const seen = await services.previewCorrection(cible(id), { rang: await rangOf(type), remplacement: null });
      reasons.push([type, seen.ok ? null : seen.error]);
    }
    const no = (raison: string, libelle: string, rang: number) => ({
      code: 'correction-impossible',
      raison,
      rang,
      libelle,
    });
    const ordered = no('effets-sortis', 'Certificat commandé pour un bénéficiaire', await rangOf('certificat.demande'));
    expect(reasons).toEqual([
      ['dossier.ouvert', no('ouverture', 'Ouverture du dossier', 1)],
      ['certificat.demande', ordered],
      ['habilitation.accordee', ordered],
      ['certificats.enCours', no('derivee', 'Certificat en cours', await rangOf('certificats.enCours'))],
    ]);
  });

  test('of what a groupement told its sites', async () => {
    const groupement = given(await services.openGroupement({ nom: 'GHT', genre: 'ght' }, act)).row.id;
    const opening = {
      procedure: 'public-ght',
      etablissement: { ...site, finess: '010000040' },
      groupementId: groupement,
    };
    id = given(await services.openDossier(opening, act)).row.id;
    given(await services.record({ genre: 'groupement', id: groupement }, { type: 'dsi.contactee', date: day }, act));
    const heard = await services.previewCorrection(cible(id), {
      rang: await rangOf('dsi.contactee'),
      remplacement: null,
    });
    expect(heard).toMatchObject({ ok: false, error: { raison: 'derivee' } });
    const lines = given(await services.journal({ genre: 'groupement', id: groupement }, 0, 50));
    const rang = lines.find(({ type }) => type === 'dsi.contactee')?.rang ?? 0;
    const told = await services.previewCorrection(
      { genre: 'groupement', id: groupement },
      { rang, remplacement: null },
    );
    expect(told).toMatchObject({ ok: false, error: { raison: 'effets-sortis' } });
  });
});

describe('around a correction', () => {
  test('a certificate corrected counts again in its dossier', async () => {
    await tell(...faits.habilite, 'certificat.demande');
    const { lignes } = await services.list({ genre: 'certificat', parentId: id, limite: 5 });
    const certificat = { genre: 'certificat', id: lignes[0]?.id ?? '' } as const;
    for (const type of faits.installe) given(await services.record(certificat, { type, date: day }, act));
    expect(given(await services.find(cible(id))).statut).toBe('enService');
    const lines = given(await services.journal(certificat, 0, 50));
    const rang = lines.find(({ type }) => type === 'certificat.installe')?.rang ?? 0;
    const { version } = given(await services.previewCorrection(certificat, { rang, remplacement: null }));
    given(
      await services.correct(
        certificat,
        { rang, remplacement: null, motif: 'Pas encore posé', version, retires: [] },
        act,
      ),
    );
    expect(given(await services.find(cible(id))).statut).toBe('enCours');
    expect(await etats()).toMatchObject({ certificats: 'enCours' });
    expect(await store.verify()).toMatchObject({ ok: true });
  });

  test('measures follow, whether they were read before or not', async () => {
    const stays = async (from: Services) => {
      const { transitions, effectifs } = await from.measures(monoSite, null);
      return [new Map([...transitions].toSorted()), new Map([...effectifs].toSorted())];
    };
    await tell('contrat.absent', 'contrat.transmis', 'contrat.signe', 'carteResponsable.absente');
    await stays(services);
    given(await correct(2, { date: '2026-02-01' }));
    await stays(services);
    given(await correct(await rangOf('contrat.transmis')));
    await tell('contrat.transmis');
    expect(await stays(services)).toEqual(await stays(createServices(store, () => new Date(`${day}T12:00:00Z`))));
  });

  test('whoever reads events is told to read the journal again', async () => {
    await tell('contrat.trouve');
    given(await correct(2));
    const query = {
      apres: 2,
      limite: 10,
      attendreMs: 0,
      signal: new AbortController().signal,
      types: null,
      dossiers: 'tous',
    } as const;
    const { evenements } = given(await services.evenements(query));
    expect(evenements.map(({ type, data }) => [type, data.libelle])).toEqual([
      ['fr.parcours-igc.fait.corrige', 'Erreur corrigée : relisez le journal'],
    ]);
  });
});

test('a serial number that another certificate bears points at the field that was corrected', async () => {
  await tell(...faits.habilite, 'certificat.demande', 'certificat.demande');
  const { lignes } = await store.list({ genre: 'certificat', parentId: id, limite: 9 });
  for (const [rank, { id: certificat }] of lignes.entries())
    for (const type of ['certificat.disponible', 'certificat.retire'])
      given(
        await services.record(
          { genre: 'certificat', id: certificat },
          { type, date: day, ...(type === 'certificat.retire' && { numeroSerie: `0A1B2${rank}` }) },
          act,
        ),
      );
  const second = { genre: 'certificat', id: lignes[1]?.id ?? '' } as const;
  const rang = given(await services.journal(second, 0, 9)).at(-1)?.rang ?? 0;
  const asked = { rang, remplacement: { date: day, numeroSerie: '0a:1b:20' } };
  const { version } = given(await services.previewCorrection(second, asked));
  const confirmed = { ...asked, motif: 'Mauvaise lecture', version, retires: [] };
  expect(await services.correct(second, confirmed, act)).toMatchObject({
    ok: false,
    error: { code: 'saisie-invalide', erreurs: [{ pointeur: '/remplacement/numeroSerie' }] },
  });
});
