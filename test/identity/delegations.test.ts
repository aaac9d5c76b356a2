import { beforeEach, describe, expect, test } from 'vitest';
import type { Identity } from '../../src/identity/identity.ts';
import type { Genre } from '../../src/store/store.ts';
import { delegate as askDelegation, createKey } from '../as-sent.ts';
import { sampleRow } from '../store/samples.ts';
import { openDesk, refused, taken } from './desk.ts';

let desk: ReturnType<typeof openDesk>;
let chef: Identity;
let agent: Identity;
let [sih, autre]: [Identity, Identity] = [] as never;
beforeEach(async () => {
  desk = openDesk();
  chef = await desk.openChef();
  agent = await desk.openCompte(chef, 'agent@ch-exemple.fr', 'agent');
  sih = await openEditeur('Logiciel SIH');
  autre = await openEditeur('Autre logiciel');
  await open('g', 'groupement', null);
  await open('d1', 'dossier', 'g');
  await open('seul', 'dossier', null);
});

/** An éditeur, as the holder of one of its keys. */
async function openEditeur(nom: string): Promise<Identity> {
  const { id: editeurId } = taken(await desk.identities.createEditeur(chef, { nom }));
  const key = { nom, role: 'editeur', editeurId, portees: ['lecture'] };
  const { cle } = taken(await createKey(desk.identities, chef, key));
  return (await desk.identities.authenticateKey(cle)) as Identity;
}

const open = (id: string, genre: Genre, parentId: string | null) =>
  desk.store.commit([{ row: sampleRow(id, 1, { genre, parentId }), journal: [], echeances: null }]);
const wish = (more: object = {}) => ({
  dossierId: 'd1',
  editeurId: sih.editeurId,
  du: '2026-02-01',
  au: '2026-02-28',
  motif: 'Contrat de service 2026',
  ...more,
});
const delegate = (more: object = {}, par = agent) => askDelegation(desk.identities, par, wish(more));
const sees = async ({ editeurId }: Identity, id: string, jour: string) => {
  const delegueA = { editeurId: editeurId ?? '', jour };
  const { lignes } = await desk.store.list({ genre: 'dossier', limite: 10, delegueA });
  const isListed = lignes.some((row) => row.id === id);
  expect(await desk.identities.isDelegated(delegueA.editeurId, id, jour)).toBe(isListed);
  return isListed;
};

describe('a delegation', () => {
  test('shows a dossier to the keys of its éditeur, and to those of no other', async () => {
    const given = taken(await delegate());
    expect(given).toEqual({
      id: given.id,
      genre: 'dossier',
      instanceId: 'd1',
      editeurId: sih.editeurId,
      du: '2026-02-01',
      au: '2026-02-28',
      motif: 'Contrat de service 2026',
      accordeeLe: desk.clock.now.toISOString(),
      accordeePar: `compte:${agent.id}`,
      revoqueeLe: null,
      revoqueePar: null,
    });
    expect([await sees(sih, 'd1', '2026-02-10'), await sees(autre, 'd1', '2026-02-10')]).toEqual([true, false]);
    expect(await sees(sih, 'seul', '2026-02-10')).toBe(false);
    expect(await desk.identities.delegatedTo(sih.editeurId ?? '', '2026-02-10')).toEqual([given]);
    expect(await desk.identities.delegatedTo(autre.editeurId ?? '', '2026-02-10')).toEqual([]);
    expect(await desk.identities.delegationsOf('d1')).toEqual([given]);
  });

  test('holds from its first day to its last, both included', async () => {
    taken(await delegate());
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'];
    expect(await Promise.all(days.map((jour) => sees(sih, 'd1', jour)))).toEqual([false, true, true, false]);
  });

  test('may have no end', async () => {
    taken(await delegate({ au: undefined }));
    expect(await sees(sih, 'd1', '2099-12-31')).toBe(true);
  });

  test('shows nothing from the moment of its revocation', async () => {
    const { id } = taken(await delegate());
    expect((await desk.identities.revokeDelegation(sih, id)).ok).toBe(false);
    expect(await sees(sih, 'd1', '2026-02-10')).toBe(true);
    taken(await desk.identities.revokeDelegation(chef, id));
    expect(await sees(sih, 'd1', '2026-02-10')).toBe(false);
    expect(await desk.identities.revokeDelegation(chef, id)).toEqual(
      refused('introuvable', { objet: 'delegation', id }),
    );
  });

  test('of a groupement shows its sites, now and to come', async () => {
    taken(await delegate({ dossierId: undefined, groupementId: 'g' }));
    await open('d2', 'dossier', 'g');
    const shown = await Promise.all(['d1', 'd2', 'seul'].map((id) => sees(sih, id, '2026-02-10')));
    expect(shown).toEqual([true, true, false]);
  });

  test('is a person’s to give, who advances dossiers', async () => {
    const lecteur = await desk.openCompte(chef, 'lecteur@ch-exemple.fr', 'lecteur');
    const forbidden = refused('droit-insuffisant', { roles: ['agent', 'superviseur'] });
    for (const par of [lecteur, sih, { ...agent, genre: 'cle' as const }])
      expect(await delegate({}, par)).toEqual(forbidden);
    expect((await delegate({}, chef)).ok).toBe(true);
  });

  test('is given once for the same days', async () => {
    taken(await delegate());
    expect(await delegate({ du: '2026-02-28', au: null })).toEqual(
      refused('delegation-existante', { editeurId: sih.editeurId }),
    );
    expect((await delegate({ editeurId: autre.editeurId })).ok).toBe(true);
  });

  test('is of what exists', async () => {
    expect(await delegate({ editeurId: 'x' })).toEqual(refused('introuvable', { objet: 'editeur', id: 'x' }));
    expect(await delegate({ dossierId: 'g' })).toEqual(refused('introuvable', { objet: 'dossier', id: 'g' }));
    expect(await delegate({ dossierId: undefined, groupementId: 'd1' })).toEqual(
      refused('introuvable', { objet: 'groupement', id: 'd1' }),
    );
  });

  test.each([
    [{ motif: ' ' }, '/motif', 'À renseigner.'],
    [
      { motif: 'Patient 1 85 05 78 006 084 91' },
      '/motif',
      'Retirez le numéro de sécurité sociale : il ne se transmet jamais ici.',
    ],
    [{ groupementId: 'g' }, '/dossierId', 'Indiquez un dossier ou un groupement, pas les deux.'],
    [{ dossierId: undefined }, '/dossierId', 'Indiquez un dossier ou un groupement, pas les deux.'],
    [{ au: '2026-01-31' }, '/au', 'La fin ne précède pas le début.'],
    [{ du: '2026-02-30' }, '/du', 'Saisissez une date du calendrier, au format AAAA-MM-JJ.'],
  ])('is refused when asked with %o', async (more, pointeur, message) => {
    expect(await delegate(more)).toEqual(refused('saisie-invalide', { erreurs: [{ pointeur, message }] }));
  });
});
