import { describe, expect, test } from 'vitest';
import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import { PersonneCherchee, recognize, recognizeAll } from '../../../src/desk/personnes/nom.ts';

const person = (nom: string, prenom: string, courriel = '') => recognize({ nom, prenom, courriel });
const zoe = person('Évrard-Lebœuf', 'Zoé', 'zoe@exemple.fr');

describe('somebody is recognised', () => {
  test.each([
    'Zoé Évrard-Lebœuf',
    'EVRARD LEBOEUF Zoe',
    'appeler Mme Évrard Leboeuf demain',
    'Z. Évrard-Lebœuf',
    'écrire à ZOE@exemple.fr',
    '{"personne":{"nom":"EVRARD-LEBOEUF","prenom":"zoé"}}',
    '{"a":[{"nom":"Zoé","prenom":"Évrard-Lebœuf"}]}',
    '{"partie4.contacts.0.nom":"Evrard Leboeuf","partie4.contacts.0.prenom":"ZOÉ"}',
    '{"nom":"GHT","dsi":{"nom":"Zoé Évrard-Lebœuf, DSI"}}',
    '{"corps":"{\\"nom\\":\\"Évrard-Lebœuf\\",\\"prenom\\":\\"Zoé\\"}"}',
  ])('in %s', (text) => expect(zoe.isIn(text)).toBe(true));

  test.each([
    'Zoé Évrard',
    'CLINIQUE EVRARD-LEBOEUF',
    '{"nom":"Évrard-Lebœuf","prenom":"Zélie"}',
    'Évrard, Lebœuf et Zoé Martin',
    'annezoe@exemple.fr',
    '{"denomination":"CLINIQUE ZOE EVRARD-LEBOEUF"}',
    '{"nom":"GHT Zoé Évrard-Lebœuf","genre":"ght"}',
  ])('and nobody else in %s', (text) => expect(zoe.isIn(text)).toBe(false));

  test('by the name alone where that is asked', () => {
    expect([zoe.isIn('voir Évrard-Lebœuf'), zoe.isIn('voir Évrard-Lebœuf', true)]).toEqual([false, true]);
  });
});

test('what is left of a text says nothing of the person, nor of how to reach them, and is otherwise the same', () => {
  const ids = new Map([[idOf({ nom: 'Évrard-Lebœuf', prenom: 'Zoé' }), '00000000']]);
  const text = JSON.stringify({
    administrateurs: [
      { id: [...ids.keys()][0], personne: { nom: 'Évrard-Lebœuf', prenom: 'Zoé', telephone: '0474000000' } },
    ],
    motif: 'Zoé Évrard-Lebœuf absente (zoe@exemple.fr)',
    fin: null,
  });
  expect(JSON.parse(zoe.without(text, ids))).toEqual({
    administrateurs: [{ id: '00000000', personne: { nom: 'effacée', prenom: 'Personne' } }],
    motif: 'Personne effacée absente (Personne effacée)',
    fin: null,
  });
  expect(zoe.mentionsIn(text).map(({ champ }) => champ)).toEqual(['administrateurs', 'motif']);
});

test('whatever names the person answers the pattern that finds it in the base', () => {
  const [pattern = ''] = zoe.motifs;
  const like = new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`, 'is');
  for (const text of ['x Évrard-Lebœuf y', 'EVRARD LEBOEUF', 'evrard lebœuf']) expect(text).toMatch(like);
});

test('everybody is recognised by the fields of a name, and an erased person no more', () => {
  const all = recognizeAll();
  const text =
    '{"signataire":{"nom":"Petit","prenom":"Sacha","courriel":"s@exemple.fr"},"denomination":"Clinique Petit"}';
  const told = all.without(text);
  expect(JSON.parse(told)).toEqual({
    signataire: { nom: 'effacée', prenom: 'Personne' },
    denomination: 'Clinique Petit',
  });
  expect([all.isIn(text), all.isIn(told)]).toEqual([true, false]);
});

test.each([
  [{ nom: '', prenom: '', courriel: '' }, 'Saisissez un nom et un prénom, ou un courriel.'],
  [{ nom: 'Petit', prenom: '', courriel: '' }, 'Saisissez aussi le prénom : un nom seul est à plusieurs.'],
  [{ nom: '', prenom: 'Sacha', courriel: '' }, 'Saisissez aussi le nom.'],
])('a name alone finds nobody: %j', (typed, message) => {
  expect(PersonneCherchee.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test('an e-mail alone is enough', () => {
  expect(PersonneCherchee.parse({ courriel: 'A@exemple.fr' })).toEqual({
    nom: '',
    prenom: '',
    courriel: 'a@exemple.fr',
  });
});
