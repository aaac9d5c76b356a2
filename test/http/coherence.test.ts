import { beforeAll, describe, expect, test } from 'vitest';
import { dossierFacts } from '../../machines/etablissement/events.ts';
import { exempleEtablissement } from '../../machines/formulaires/etablissement.ts';
import type { CorrectionEssayee } from '../../src/engine/history/corrections.ts';
import { faits } from '../engine/family.ts';
import { serve } from '../server.ts';

interface Told {
  code?: string;
  erreurs?: { pointeur: string; message: string }[];
  avertissements: { code: string; pointeur: string }[];
}

const DATE = '2026-06-01';

const post = (path: string, body: object) => server.post<Told & { id: string }>(`/api/v1/${path}`, body);

const server = await serve(DATE);

describe('an opening', () => {
  const opening = (change: object) => ({
    procedure: 'prive-mono-site',
    etablissement: { ...exempleEtablissement, finess: null, ...change },
  });

  test.each([false, 'non'])('that says sansFiness %j without a FINESS is refused', async (sansFiness) => {
    const { status, body } = await post('dossiers', opening({ sansFiness }));
    expect([status, body.code]).toEqual([422, 'saisie-invalide']);
    expect(body.erreurs?.[0]?.pointeur).toMatch(/^\/etablissement\/(sansFiness|finess)$/);
  });

  test('that says nothing beside a null FINESS declares that there is none', async () => {
    const { sansFiness: _said, ...etablissement } = opening({}).etablissement;
    expect((await post('dossiers', { procedure: 'prive-mono-site', etablissement })).status).toBe(201);
  });
});

describe('certificates of one structure', () => {
  let dossier: string;
  let certificats: string[];

  beforeAll(async () => {
    const opened = await post('dossiers', { procedure: 'prive-mono-site', etablissement: exempleEtablissement });
    dossier = opened.body.id;
    for (const type of faits.habilite) expect((await tell(type)).status).toBe(200);
  });

  const tell = (type: string, change: object = {}) =>
    post(`dossiers/${dossier}/faits`, { type, date: DATE, ...dossierFacts[type]?.exemples[0], ...change });

  test('ordered twice for one person and usage are warned of', async () => {
    const codes = [];
    for (const usage of ['AUTH', 'SIGN', 'AUTH'])
      codes.push((await tell('certificat.demande', { usage })).body.avertissements.map(({ code }) => code));
    expect(codes).toEqual([[], [], ['certificat-en-double']]);
  });

  test('never bear one serial number, whatever its spelling', async () => {
    const { lignes } = await server.services.list({ genre: 'certificat', parentId: dossier, limite: 9 });
    certificats = lignes.map(({ id }) => id);
    const withdraw = async (id: string | undefined, numeroSerie: string) => {
      await post(`certificats/${id}/faits`, { type: 'certificat.disponible', date: DATE });
      return post(`certificats/${id}/faits`, { type: 'certificat.retire', date: DATE, numeroSerie });
    };
    expect((await withdraw(certificats[0], '0A1B2C')).status).toBe(200);
    const { status, body } = await withdraw(certificats[1], '0a:1b:2c');
    expect([status, body.erreurs]).toEqual([
      422,
      [
        {
          pointeur: '/numeroSerie',
          message:
            'Ce numéro de série est déjà celui d’un autre certificat de la structure (AUTH, Camille Martin) : relisez le certificat, ou corrigez l’autre.',
        },
      ],
    ]);
    expect((await withdraw(certificats[1], '0A1B2D')).status).toBe(200);
  });

  test('ordered twice are warned of by a simulation too, where it is sent', async () => {
    const order = { type: 'certificat.demande', date: DATE, ...dossierFacts['certificat.demande']?.exemples[0] };
    const first = { ...order, beneficiaire: { nom: 'Roy', prenom: 'Anne', qualite: 'pharmacien', carte: 'CPS' } };
    const faits = [first, first, order];
    const { body } = await post(`dossiers/${dossier}/simulation`, { faits });
    expect(body.avertissements.map(({ code, pointeur }) => [code, pointeur])).toEqual([
      ['certificat-en-double', '/faits/1/beneficiaire'],
      ['certificat-en-double', '/faits/2/beneficiaire'],
    ]);
  });

  test('of a dossier whose form is corrected to say another name are warned of as if it were told so', async () => {
    const partie1 = { ...exempleEtablissement, denomination: 'Clinique Autre' };
    const draft = { type: 'formulaire413.partie1Remplie', date: DATE, partie1 };
    const other = await post('dossiers', {
      procedure: 'prive-mono-site',
      etablissement: { ...exempleEtablissement, finess: '590782553' },
    });
    const { body } = await post(`dossiers/${other.body.id}/faits`, draft);
    const told = body.avertissements.map(({ code, pointeur }) => [code, `/remplacement${pointeur}`]);
    expect(told.map(([code]) => code)).toContain('denomination-differente');
    const instead = { date: DATE, partie1: { ...partie1, denomination: 'Clinique Encore Autre' } };
    const corrected = await correctOf(other.body.id, draft.type, instead);
    expect(corrected.ok && corrected.value.avertissements.map(({ code, pointeur }) => [code, pointeur])).toEqual(told);
  });

  async function correctOf(id: string, type: string, remplacement: CorrectionEssayee['remplacement']) {
    const genre = 'dossier' as const;
    const { services } = server;
    const lines = await services.journal({ genre, id }, 0, 100);
    const rang = (lines.ok && lines.value.findLast((line) => line.type === type)?.rang) || 0;
    const seen = await services.previewCorrection({ genre, id }, { rang, remplacement });
    if (!seen.ok) throw new Error(JSON.stringify(seen.error));
    const { version, retires } = seen.value;
    const confirmed = { rang, remplacement, motif: 'Erreur', version, retires: retires.map((one) => one.rang) };
    return services.correct({ genre, id }, confirmed, { auteur: 'essai', version: null });
  }
});
