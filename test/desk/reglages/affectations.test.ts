import { describe, expect, test } from 'vitest';
import { site } from '../../../src/sandbox/vies/journey.ts';
import { delegate } from '../../as-sent.ts';
import { enPlace, given, peopleOf } from '../../http/people.ts';
import { serve } from '../../server.ts';

const JOUR = '2026-06-01';

const chef = () => ({ ...enPlace, id: compteId.superviseur, role: 'superviseur' as const });
const agent = () => ({ ...enPlace, id: compteId.agent, role: 'agent' as const });
const holder = async (id: string) => (await server.services.travail.affectations(id)).at(-1) ?? null;

/** As a program opens one. */
const open = async (finess: string, more: object = {}) => {
  const asked = { procedure: 'public-ght', etablissement: { ...site, finess }, ...more };
  const { status, body } = await server.post<{ id: string }>('/api/v1/dossiers', asked);
  expect(status).toBe(201);
  return body.id;
};

const server = await serve(JOUR);
const people = await peopleOf(server.services);
const comptes = await server.services.identites.comptes();
const of = (role: string) => comptes.find((one) => one.role === role)?.id ?? '';
const compteId = { agent: of('agent'), superviseur: of('superviseur'), lecteur: of('lecteur') };

describe('a dossier that is opened', () => {
  test('goes to whom the rules say: the groupement’s, then the éditeur’s, then the département’s', async () => {
    const { affectations, identites } = server.services;
    expect(await holder(await open('010786036'))).toBeNull();
    const departement = { sur: 'departement', valeur: '01', compteId: compteId.agent } as const;
    given(await affectations.poserRegle(chef(), departement));
    const first = await open('010786077');
    expect(await holder(first)).toMatchObject({ compteId: compteId.agent, par: 'regle' });
    const groupement = await server.post<{ id: string }>('/api/v1/groupements', {
      nom: 'GHT',
      genre: 'ght',
      dsi: null,
    });
    const groupementId = groupement.body.id;
    const delegation = { groupementId, editeurId: people.editeurId, du: JOUR, motif: 'Essai' };
    given(await delegate(identites, enPlace, delegation));
    const editeur = { sur: 'editeur', valeur: people.editeurId, compteId: compteId.superviseur } as const;
    given(await affectations.poserRegle(chef(), editeur));
    expect(await holder(await open('010786259', { groupementId }))).toMatchObject({ compteId: compteId.superviseur });
    const own = { sur: 'groupement', valeur: groupementId, compteId: compteId.agent } as const;
    given(await affectations.poserRegle(chef(), own));
    expect(await holder(await open('010789717', { groupementId }))).toMatchObject({ compteId: compteId.agent });
    expect(affectations.regles(JOUR).map(({ sur }) => sur)).toEqual(['groupement', 'editeur', 'departement']);
    given(await affectations.poserAbsence(agent(), { compteId: compteId.agent, du: JOUR, au: '2026-06-12' }));
    expect(await holder(await open('010005239', { groupementId }))).toMatchObject({ compteId: compteId.superviseur });
    expect(await holder(await open('010007961'))).toBeNull();
    given(await affectations.poserRegle(chef(), { ...departement, compteId: '' }));
    expect(affectations.regle('departement', '01', JOUR)).toBeNull();
    expect(await holder(first)).toMatchObject({ compteId: compteId.agent });
  });
});

describe('an absence', () => {
  test('holds on its days, and ends when one is back', async () => {
    const { affectations } = server.services;
    const later = { compteId: compteId.superviseur, du: '2026-07-01', au: '2026-07-20' };
    given(await affectations.poserAbsence(chef(), later));
    expect(affectations.absents('2026-06-30').has(compteId.superviseur)).toBe(false);
    expect(affectations.absents('2026-07-20').get(compteId.superviseur)).toBe('2026-07-20');
    expect(affectations.absents('2026-07-21').has(compteId.superviseur)).toBe(false);
    const [now, next] = affectations.absences(JOUR);
    expect([now?.compteId, next]).toEqual([compteId.agent, later]);
    if (now) given(await affectations.finirAbsence(agent(), now));
    given(await affectations.finirAbsence(chef(), later));
    expect(affectations.absences(JOUR)).toEqual([]);
    given(await affectations.poserAbsence(chef(), { ...later, du: '2026-07-10' }));
    expect(affectations.absents('2026-07-15').get(compteId.superviseur)).toBe('2026-07-20');
  });

  test('is told by oneself or by a superviseur; rules by a superviseur alone; nobody unknown is given anything', async () => {
    const { affectations } = server.services;
    const away = { compteId: compteId.superviseur, du: JOUR, au: JOUR };
    const regle = { sur: 'departement', valeur: '69', compteId: compteId.agent } as const;
    const codes = await Promise.all([
      affectations.poserAbsence(agent(), away),
      affectations.poserRegle(agent(), regle),
      affectations.poserRegle(chef(), { ...regle, compteId: 'inconnu' }),
      affectations.poserAbsence(
        { ...enPlace, id: compteId.lecteur, role: 'lecteur' },
        { ...away, compteId: compteId.lecteur },
      ),
    ]);
    expect(codes.map((one) => (one.ok ? 'fait' : one.error.code))).toEqual([
      ...['droit-insuffisant', 'droit-insuffisant', 'introuvable', 'droit-insuffisant'],
    ]);
  });
});
