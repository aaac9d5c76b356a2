import { expect, test } from 'vitest';
import { openDesk, words } from './desk.ts';

const desk = openDesk();
const motDePasse = 'sept cygnes au bord du lac';
const nouveau = 'quatre hérons sur la rive';

test('one’s own page says who one is, and which sessions are open', async () => {
  const shown = words(await desk.get('/moi', 'agent'));
  expect(shown).toMatch(
    /agent Agent.*agent@exemple\.fr.*1 session ouverte .*Celle-ci.*Travailler au clavier Accessibilité/,
  );
});

test('a password typed twice differently, or not one’s own, is told beside its line', async () => {
  const fields = { ancien: motDePasse, motDePasse: nouveau };
  const differs = await desk.post('/moi/mot-de-passe', { ...fields, confirmation: 'autre' }, 'agent');
  expect([differs.status, differs.text]).toEqual([422, expect.stringContaining('id="confirmation-faute"')]);
  const wrong = await desk.post('/moi/mot-de-passe', { ...fields, ancien: 'non', confirmation: nouveau }, 'agent');
  expect([wrong.status, wrong.text]).toEqual([
    422,
    expect.stringContaining('id="ancien-faute">Ce n’est pas votre mot de passe actuel.'),
  ]);
  const weak = await desk.post(
    '/moi/mot-de-passe',
    { ancien: motDePasse, motDePasse: 'court', confirmation: 'court' },
    'agent',
  );
  expect([weak.status, weak.text]).toEqual([422, expect.stringContaining('id="motDePasse-faute"')]);
  for (const { text } of [differs, wrong, weak]) expect(text).not.toContain(motDePasse);
});

test('a password is changed, which closes every session', async () => {
  const done = await desk.post(
    '/moi/mot-de-passe',
    { ancien: motDePasse, motDePasse: nouveau, confirmation: nouveau },
    'agent',
  );
  expect([done.status, done.headers.get('location')]).toEqual([303, '/connexion']);
  expect((await desk.get('/moi', 'agent')).status).toBe(303);
  expect(
    await desk.server.services.identites.login({ courriel: 'agent@exemple.fr', motDePasse: nouveau }),
  ).toMatchObject({ ok: true });
});

test('one logs out everywhere at once', async () => {
  expect((await desk.get('/moi', 'lecteur')).status).toBe(200);
  expect((await desk.post('/moi/sessions', {}, 'lecteur')).headers.get('location')).toBe('/connexion');
  expect((await desk.get('/moi', 'lecteur')).headers.get('location')).toBe('/connexion?vers=%2Fmoi');
});
