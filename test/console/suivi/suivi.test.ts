import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dossierRelances, ownRelances } from '../../../src/console/dossier/relances.ts';
import { auteurOf } from '../../../src/identity/identity.ts';
import { plan as planAsSent } from '../../as-sent.ts';
import { enPlace, given, type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { openTold } from '../correction/desk.ts';
import { visitorOf } from '../visitor.ts';

let server: TestServer;
let people: People;
let id: string;
let comptes: { id: string; role: string }[];

beforeAll(async () => {
  server = await startServer('2026-11-24');
  people = await peopleOf(server.services);
  id = await openTold(server.services, []);
  comptes = await server.services.identites.comptes();
});
afterAll(() => server.stop());

const compteOf = (role: string) => comptes.find((one) => one.role === role)?.id ?? '';
const page = async (who: 'agent' | 'superviseur' | 'lecteur' = 'agent') =>
  (await visitorOf(server).get(`/dossiers/${id}/notes`, people[who])).text;
const post = (path: string, fields: Record<string, string>, who: 'agent' | 'superviseur' | 'lecteur' = 'agent') =>
  visitorOf(server).post(`/dossiers/${id}/${path}`, fields, people[who]);

describe('a note', () => {
  test('of several lines is kept with who wrote it, and is not told over the API', async () => {
    const sent = await post('notes', { texte: 'Appelé la direction.\r\nRappeler <lundi>.', action: 'ecrire' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/dossiers/${id}/notes#notes`]);
    expect(await page('lecteur')).toContain('Appelé la direction.\nRappeler &#60;lundi&#62;.');
    const journal = await server.fetch(`/api/v1/dossiers/${id}/journal`);
    expect(await journal.text()).not.toContain('Rappeler');
  });

  test('is withdrawn by its author alone, and stays as withdrawn', async () => {
    const [note] = await server.services.suivi.notes(id);
    await post(`notes/${note?.id}/retrait`, {}, 'superviseur');
    expect((await server.services.suivi.notes(id))[0]?.retireeLe).toBeNull();
    await post(`notes/${note?.id}/retrait`, {});
    expect((await server.services.suivi.notes(id))[0]).toMatchObject({
      retireeLe: '2026-11-24T11:59:00.000Z',
      texte: note?.texte,
    });
    expect(await page()).toContain('<s>Appelé la direction.');
  });

  test('in which a secret is, is refused beside its field, and nothing typed is lost', async () => {
    const sent = await post('notes', { texte: 'NIR 1 85 05 78 006 084 91', action: 'ecrire' });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('Retirez le numéro de sécurité sociale');
    expect(sent.text).toContain('NIR 1 85 05 78 006 084 91</textarea>');
  });

  test('is written by those who act', async () => {
    expect((await post('notes', { texte: 'Bonjour' }, 'lecteur')).status).toBe(403);
  });
});

describe('a follow-up', () => {
  test('is noted for an account, shown once its day has come, and is done once', async () => {
    const fields = {
      pourLe: '24/11/2026',
      acteur: 'ans',
      quoi: 'Demander où en est la carte',
      compteId: compteOf('superviseur'),
    };
    expect((await post('relances', { ...fields, action: 'ajouter' })).status).toBe(303);
    expect((await post('relances', { ...fields, pourLe: '25/11/2026', action: 'ajouter' })).status).toBe(303);
    const { lignes, total } = await server.services.suivi.relancesDues(compteOf('superviseur'), '2026-11-24');
    expect([total, lignes.map(({ quoi, instanceId }) => [quoi, instanceId])]).toEqual([1, [[fields.quoi, id]]]);
    expect((await dossierRelances(server.services, id))?.text).toContain('1 relance à faire');
    expect((await ownRelances(server.services, compteOf('superviseur')))?.text).toContain(
      'Vous avez 1 relance à faire',
    );
    expect(await ownRelances(server.services, compteOf('agent'))).toBeNull();

    const place = `relances/${lignes[0]?.id}`;
    expect((await post(place, { faite: 'oui' })).status).toBe(303);
    const relances = await server.services.suivi.relances(id);
    expect(relances.map(({ pourLe, faitePar }) => [pourLe, faitePar])).toEqual([
      ['2026-11-25', null],
      ['2026-11-24', auteurOf({ ...enPlace, id: compteOf('agent') })],
    ]);
    expect(await server.services.suivi.settle(id, lignes[0]?.id ?? '', true, 'compte:autre')).toBe(false);
    expect(await dossierRelances(server.services, id)).toBeNull();
  });

  test('in the past, for nobody or without a subject is refused beside its fields', async () => {
    const sent = await post('relances', {
      pourLe: '23/11/2026',
      acteur: '',
      quoi: '',
      compteId: 'personne',
      action: 'ajouter',
    });
    expect(sent.status).toBe(422);
    for (const champ of ['acteur', 'quoi', 'compteId']) expect(sent.text).toContain(`href="#relance-${champ}"`);
    const past = { pourLe: '2026-11-23', acteur: 'ans', quoi: 'Rappeler', compteId: compteOf('agent') };
    expect(await planAsSent(server.services.suivi, { id, auteur: 'compte:agent' }, past)).toEqual({
      ok: false,
      error: {
        code: 'saisie-invalide',
        erreurs: [{ pointeur: '/pourLe', message: 'Choisissez aujourd’hui ou un jour à venir.' }],
      },
    });
  });

  test('of one case is not settled by the address of another', async () => {
    const other = await openTold(server.services, [], '010000040');
    const plan = { pourLe: '2026-11-24', acteur: 'ans', quoi: 'Rappeler', compteId: compteOf('agent') };
    const made = given(await planAsSent(server.services.suivi, { id, auteur: 'compte:agent' }, plan));
    expect(await server.services.suivi.settle(other, made.id, true, 'compte:agent')).toBe(false);
  });
});
