import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { IsoDate, texteLibre } from '../../../machines/formulaires/champs.ts';
import { drawForm, drawOne } from '../../../src/console/forms/draw.ts';
import { formOf } from '../../../src/console/forms/form.ts';
import { drawRead } from '../../../src/console/forms/read.ts';
import {
  addAction,
  applyAction,
  blank,
  readTyped,
  removeAction,
  typedOf,
  write,
} from '../../../src/console/forms/typed.ts';
import { toFrenchDays, toIsoDay } from '../../../src/console/ui/words.ts';
import { html } from '../../../src/web/html.ts';
import { postedBy } from './posted.ts';

const Ligne = z.strictObject({ nom: texteLibre('Nom', 50), le: IsoDate.optional() }).meta({ title: 'Ligne' });
const form = formOf(
  z.object({
    lignes: z.array(Ligne).min(1).max(3).meta({ title: 'Lignes' }),
    carte: Ligne.nullable().meta({ question: 'Une carte ?' }),
    note: texteLibre('Note', 500).optional(),
  }),
);
const sent = { action: '/', defaultAction: 'ok', buttons: html`` };

describe('a day', () => {
  test.each([
    ['5/1/2026', '2026-01-05'],
    ['05.01.26', '2026-01-05'],
    ['05012026', '2026-01-05'],
    [' 05-01-2026 ', '2026-01-05'],
    ['2026-01-05', '2026-01-05'],
    ['5/1', '5/1'],
    ['hier', 'hier'],
  ])('typed « %s » is read as %s', (typed, day) => {
    expect(toIsoDay(typed)).toBe(day);
  });

  test('is told as in France, in a sentence too', () => {
    expect(toFrenchDays('Au plus tard le 2026-01-05, au format AAAA-MM-JJ.')).toBe(
      'Au plus tard le 05/01/2026, au format JJ/MM/AAAA.',
    );
  });
});

describe('what is half typed', () => {
  test('comes back as it was typed: a day that is none, spaces, a list with a blank line, the fields of a « non »', () => {
    const typed = {
      'lignes.length': '2',
      'lignes.0.nom': '  <b>Ann',
      'lignes.0.le': '12/13',
      'lignes.1.nom': '',
      'lignes.1.le': '',
      'carte.reponse': 'non',
      'carte.nom': 'gardé',
      'carte.le': '31/02/2026',
      note: 'un\ndeux',
    };
    expect(typedOf(postedBy(drawForm(form, typed, sent).text), form)).toEqual(typed);
    expect(readTyped(form, typed)).toEqual({
      lignes: [{ nom: '  <b>Ann', le: '12/13' }, {}],
      carte: null,
      note: 'un\ndeux',
    });
  });

  test('a question without an answer says nothing, so that it is asked again', () => {
    expect(readTyped(form, blank(form))).toEqual({ lignes: [{}] });
  });
});

describe('a list', () => {
  const three = write(form, { lignes: [{ nom: 'a' }, { nom: 'b' }, { nom: 'c' }] });

  test('grows by a line that takes the focus, up to its most', () => {
    const one = write(form, { lignes: [{ nom: 'a' }] });
    const changed = applyAction(form, one, addAction('lignes'));
    expect(changed).toEqual({ typed: { ...one, 'lignes.length': '2' }, nom: 'lignes.1' });
    expect(applyAction(form, three, addAction('lignes'))?.typed['lignes.length']).toBe('3');
    expect(drawForm(form, three, sent).text).not.toContain(addAction('lignes'));
  });

  test('loses the line that is told, and the others keep what they hold', () => {
    const changed = applyAction(form, three, removeAction('lignes.1'));
    expect(readTyped(form, changed?.typed ?? {})).toEqual({ lignes: [{ nom: 'a' }, { nom: 'c' }] });
  });

  test.each(['ajouter:note', 'ajouter:__proto__', 'retirer:lignes.9', 'retirer:lignes', 'retirer:', 'envoyer', null])(
    'is not changed by « %s »',
    (action) => {
      expect(applyAction(form, three, action)).toBeNull();
    },
  );

  test('is never longer than it may be, whatever its length says', () => {
    const names = new Map([['lignes.length', '999999999']]);
    expect(readTyped(form, typedOf(names, form))).toEqual({ lignes: [{}, {}, {}] });
  });
});

test('one field is drawn alone with what is wrong with it, tied to it', () => {
  const typed = write(form, { lignes: [{ nom: 'a' }] });
  const erreurs = [{ pointeur: '/lignes/0/nom', message: 'Trop court.' }];
  const drawn = drawOne(form, typed, 'lignes.0.nom', { erreurs })?.text ?? '';
  expect(drawn).toContain('id="champ-lignes-0-nom-bloc"');
  expect(drawn).toContain('aria-invalid="true" aria-describedby="champ-lignes-0-nom-faute"');
  expect(drawn).toContain('<p class="faute" id="champ-lignes-0-nom-faute">Trop court.</p>');
  expect(drawOne(form, typed, 'lignes.inconnu', {})).toBeNull();
});

test('what is no field’s is in the summary without a link, what is inside a field is told of it', () => {
  const erreurs = [
    { pointeur: '', message: 'Rien ne va.' },
    { pointeur: '/inconnu', message: 'Quoi ?' },
    { pointeur: '/lignes/1/nom', message: 'Au plus tard le 2026-01-05.' },
  ];
  const page = drawForm(form, write(form, { lignes: [{}, {}] }), { ...sent, erreurs }).text;
  expect(page).toContain('<li>Rien ne va.</li><li>Quoi ?</li>');
  expect(page).toContain('<a href="#champ-lignes-1-nom">Ligne 2, Nom</a> : Au plus tard le 05/01/2026.');
});

test('to be read, a form says in words what it holds, and escapes it', () => {
  const read = drawRead(form, write(form, { lignes: [{ nom: '<b>', le: '2026-01-05' }], carte: null })).text;
  expect(read).toContain('<dd>&#60;b&#62;</dd>');
  expect(read).toContain('<dd>05/01/2026</dd>');
  expect(read).toContain('<h2>Une carte ?</h2><p>Non</p>');
});
