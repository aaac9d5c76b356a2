import { describe, expect, test } from 'vitest';
import { openDesk, secretOf, words } from './desk.ts';

const desk = openDesk();
const form = '/administration/cles/nouvelle';

describe('a key', () => {
  test('is shown once, with what it was asked to be', async () => {
    const shown = await desk.post(form, {
      nom: 'Logiciel de soins',
      role: 'editeur',
      editeurId: desk.people.editeurId,
      'portees.lecture': 'oui',
      'portees.partie4': 'oui',
      'procedures.public-ght': 'oui',
      expireLe: '31/12/2026',
      dossiers: `${desk.dossier}\n`,
    });
    expect(shown.status).toBe(201);
    const key = secretOf(shown);
    const known = await desk.server.services.identites.authenticateKey(key);
    expect(known).toMatchObject({
      nom: 'Logiciel de soins',
      role: 'editeur',
      editeurId: desk.people.editeurId,
      bacASable: false,
      portees: ['lecture', 'partie4'],
      procedures: ['public-ght'],
      dossiers: [desk.dossier],
    });
    const list = await desk.get('/administration/cles');
    expect(list.text).not.toContain(key);
    expect(words(list)).toMatch(/Logiciel de soins .*Remplir la partie 4.*Sur 1 parcours seulement.*31 déc. 2026/);
  });

  test('that ends within 30 days is announced', async () => {
    const soon = { nom: 'Essais', role: 'lecteur', 'portees.lecture': 'oui', expireLe: '20/03/2026', bacASable: 'oui' };
    expect(secretOf(await desk.post(form, soon))).toMatch(/^pigtest_/);
    expect(words(await desk.get('/administration/cles'))).toContain('Essais prend fin dans 10 jours, le 20 mars 2026');
    expect(words(await desk.get('/administration'))).toContain('1 clé à renouveler dans les 30 jours');
  });

  test('badly asked for is told line by line, and what was typed is kept', async () => {
    const shown = await desk.post(form, { nom: 'Sans rien', role: 'editeur', expireLe: '01/01/2020' });
    expect(shown.status).toBe(422);
    expect(shown.text).toContain('href="#champ-portees"');
    expect(shown.text).toMatch(/id="champ-expireLe-faute">Choisissez une date après le 10\/03\/2026/);
    expect(shown.text).toContain('value="Sans rien"');
  });

  test('is revoked after a question, for ever', async () => {
    const shown = await desk.post(form, { nom: 'À révoquer', role: 'lecteur', 'portees.lecture': 'oui' });
    const { id } = (await desk.server.services.identites.keys()).find(({ nom }) => nom === 'À révoquer') ?? { id: '' };
    expect(words(await desk.get(`/administration/cles/${id}/revocation`))).toContain(
      'Révoquer la clé « À révoquer » ?',
    );
    expect(await desk.server.services.identites.authenticateKey(secretOf(shown))).not.toBeNull();
    expect(words(await desk.after(await desk.post(`/administration/cles/${id}/revocation`)))).toContain(
      'La clé est révoquée',
    );
    expect(await desk.server.services.identites.authenticateKey(secretOf(shown))).toBeNull();
    expect((await desk.get(`/administration/cles/${id}/revocation`)).status).toBe(404);
  });
});

describe('an éditeur', () => {
  test('is added, renamed, and not twice', async () => {
    await desk.after(await desk.post('/administration/editeurs', { nom: 'Soins Plus' }));
    const { id } = (await desk.server.services.identites.editeurs()).find(({ nom }) => nom === 'Soins Plus') ?? {
      id: '',
    };
    await desk.after(await desk.post(`/administration/editeurs/${id}`, { nom: 'Soins et Plus' }));
    expect(words(await desk.get('/administration/editeurs'))).toContain('Soins et Plus');
    const again = await desk.post('/administration/editeurs', { nom: 'Soins et Plus' });
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('Un éditeur s’appelle déjà')]);
  });
});

describe('a dossier', () => {
  test('is delegated by its SIRET by an agent, and taken back after a question', async () => {
    const { editeurId } = desk.people;
    const asked = {
      sur: '476 780 333 00037',
      editeurId,
      du: '10/03/2026',
      au: '31/12/2026',
      motif: 'Partie 4 à remplir',
    };
    const done = await desk.post('/administration/delegations/nouvelle', asked, 'agent');
    expect(done.headers.get('location')).toBe(`/dossiers/${desk.dossier}/delegations`);
    const listed = words(await desk.after(done, 'agent'));
    expect(listed).toMatch(
      /Clinique du Lac est délégué\..*Éditeur Exemple.*10 mars 2026 31 déc. 2026 Partie 4 à remplir En cours/,
    );
    expect(words(await desk.get('/administration/delegations', 'lecteur'))).toContain('1 délégation en cours');

    const again = await desk.post('/administration/delegations/nouvelle', { ...asked, sur: desk.dossier }, 'agent');
    expect([again.status, again.text]).toEqual([
      422,
      expect.stringContaining('id="champ-editeurId-faute">Cet éditeur y a déjà accès'),
    ]);

    const [one] = await desk.server.services.identites.delegationsOf(desk.dossier);
    const path = `/administration/delegations/${one?.id}/revocation`;
    expect(words(await desk.get(path, 'agent'))).toContain('Éditeur Exemple ne verra plus Clinique du Lac');
    expect(words(await desk.after(await desk.post(path, {}, 'agent'), 'agent'))).toContain('Révoquée');
    expect(await desk.server.services.identites.isDelegated(editeurId, desk.dossier, '2026-03-10')).toBe(false);
  });

  test('that nothing names is told beside its line', async () => {
    const asked = { sur: 'nulle part', editeurId: desk.people.editeurId, du: '10/03/2026', motif: 'Essai' };
    const shown = await desk.post('/administration/delegations/nouvelle', asked);
    expect([shown.status, shown.text]).toEqual([
      422,
      expect.stringContaining('id="champ-sur-faute">Aucun dossier ni groupement'),
    ]);
  });
});

test('the journal tells who did what, the last first, without a secret', async () => {
  const shown = await desk.get('/administration/journal');
  const told = words(shown);
  expect(told).toMatch(
    /Délégation révoquée.*Délégation accordée Éditeur Exemple, sur un dossier à partir du 10\/03\/2026/,
  );
  expect(told).toMatch(/Superviseur Clé créée Clé « Logiciel de soins »/);
  expect(shown.text).not.toMatch(/pig_[a-z2-9]{8}_/);
});
