import { describe, expect, test } from 'vitest';
import { invite } from '../../as-sent.ts';
import { enPlace, given } from '../../http/people.ts';
import { visitorOf } from '../visitor.ts';
import { openDesk, secretOf, words } from './desk.ts';

const desk = openDesk();
const motDePasse = 'sept cygnes au bord du lac';
const compteOf = async (courriel: string) =>
  (await desk.server.services.identites.comptes()).find((one) => one.courriel === courriel);

async function open(courriel: string, role = 'agent'): Promise<string> {
  const { identites } = desk.server.services;
  const { token, compteId } = given(await invite(identites, enPlace, { courriel, role }));
  given(await identites.useLink(token, { nom: 'Dominique', motDePasse }));
  return compteId;
}

describe('a person who is invited', () => {
  test('is given a link, shown once, that opens their account', async () => {
    const shown = await desk.post('/administration/comptes/inviter', { courriel: 'Camille@exemple.fr', role: 'agent' });
    expect(shown.status).toBe(201);
    const lien = new URL(secretOf(shown));
    expect(lien.origin).toBe(desk.server.url);
    const visitor = visitorOf(desk.server);
    const opened = await visitor.post(lien.pathname, { nom: 'Camille', motDePasse, confirmation: motDePasse });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/']);
    expect(await compteOf('camille@exemple.fr')).toMatchObject({ nom: 'Camille', role: 'agent', actif: true });
    expect((await desk.get('/administration/comptes')).text).not.toContain(lien.pathname);
  });

  test('by an e-mail that has an account is told beside that line, which is kept', async () => {
    const shown = await desk.post('/administration/comptes/inviter', { courriel: 'agent@exemple.fr', role: 'agent' });
    expect(shown.status).toBe(422);
    expect(shown.text).toContain('<title>À corriger : Inviter une personne');
    expect(shown.text).toMatch(/id="champ-courriel-faute">Un compte porte déjà l’adresse agent@exemple.fr/);
    expect(shown.text).toMatch(
      /name="courriel"[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*champ-courriel-faute/,
    );
  });
});

describe('an account', () => {
  test('takes another name and another role, which ends its sessions', async () => {
    const id = await open('dominique@exemple.fr');
    const { token } = given(
      await desk.server.services.identites.login({ courriel: 'dominique@exemple.fr', motDePasse }),
    );
    const done = await desk.post(`/administration/comptes/${id}`, { nom: 'Dominique Roche', role: 'lecteur' });
    expect(words(await desk.after(done))).toContain('Le compte de Dominique Roche est modifié.');
    expect(await compteOf('dominique@exemple.fr')).toMatchObject({ nom: 'Dominique Roche', role: 'lecteur' });
    expect(await desk.server.services.identites.authenticateSession(token)).toBeNull();
  });

  test('is closed after a question, and may be opened again', async () => {
    const id = await open('sacha@exemple.fr');
    const asked = await desk.get(`/administration/comptes/${id}/fermeture`);
    expect([asked.status, words(asked)]).toEqual([200, expect.stringContaining('Fermer le compte de Dominique ?')]);
    expect((await compteOf('sacha@exemple.fr'))?.actif).toBe(true);
    await desk.after(await desk.post(`/administration/comptes/${id}/fermeture`));
    expect((await compteOf('sacha@exemple.fr'))?.actif).toBe(false);
    expect(words(await desk.get('/administration/comptes'))).toContain('dont 1 fermé');
    await desk.after(await desk.post(`/administration/comptes/${id}/reouverture`));
    expect((await compteOf('sacha@exemple.fr'))?.actif).toBe(true);
  });

  test('is logged out everywhere after a question', async () => {
    const id = await open('lou@exemple.fr');
    const { token } = given(await desk.server.services.identites.login({ courriel: 'lou@exemple.fr', motDePasse }));
    expect((await desk.get(`/administration/comptes/${id}/deconnexion`)).status).toBe(200);
    expect(await desk.server.services.identites.authenticateSession(token)).not.toBeNull();
    await desk.after(await desk.post(`/administration/comptes/${id}/deconnexion`));
    expect(await desk.server.services.identites.authenticateSession(token)).toBeNull();
  });

  test('whose password is lost is given a link to another one', async () => {
    const id = await open('alix@exemple.fr');
    const shown = await desk.post(`/administration/comptes/${id}/lien`);
    expect(shown.status).toBe(201);
    const read = await desk.server.services.identites.readLink(secretOf(shown).split('/lien/')[1] ?? '');
    expect(read).toMatchObject({ ok: true, value: { objet: 'mot-de-passe', courriel: 'alix@exemple.fr' } });
  });

  test('of the last superviseur is neither closed nor demoted', async () => {
    const id = (await compteOf('superviseur@exemple.fr'))?.id ?? '';
    const demoted = await desk.post(`/administration/comptes/${id}`, { nom: 'Superviseur', role: 'agent' });
    expect([demoted.status, demoted.text]).toEqual([
      422,
      expect.stringMatching(/id="champ-role-faute">Il faut toujours un superviseur actif/),
    ]);
    const closed = await desk.post(`/administration/comptes/${id}/fermeture`);
    expect([closed.status, words(closed)]).toEqual([
      409,
      expect.stringContaining('Il faut toujours un superviseur actif : nommez-en un autre d’abord.'),
    ]);
    expect(await compteOf('superviseur@exemple.fr')).toMatchObject({ role: 'superviseur', actif: true });
  });

  test('that nobody has is a page that says so', async () => {
    const shown = await desk.get('/administration/comptes/personne');
    expect([shown.status, words(shown)]).toEqual([404, expect.stringContaining('Aucun compte ne porte')]);
  });
});
