import { expect, test } from 'vitest';
import { caughtUp } from '../../../src/console/formulaires/filled-form.ts';

const draft = {
  'partie3.carte.type': 'CDE',
  'partie3.carte.fin': '31/12/2029',
  'partie3.signataire.nom': 'Garnir',
  'partie4.domaineMessagerie': 'tilleuls.fr',
};
const known = { ...draft, 'partie3.carte.type': '', 'partie3.carte.fin': '', 'partie3.signataire.nom': 'Garnier' };

test('a draft no longer holds a card that was lost since, and what was typed beside stays', () => {
  const now = caughtUp(draft, { ...known, 'partie4.domaineMessagerie': '' }, [{ type: 'carteResponsable.opposee' }]);
  expect(now).toEqual({ ...draft, 'partie3.carte.type': '', 'partie3.carte.fin': '' });
});

test('a draft follows the correction of a name', () => {
  expect(caughtUp(draft, known, [{ type: 'fait.corrige' }])).toEqual({ ...draft, 'partie3.signataire.nom': 'Garnier' });
});

test('a draft is as it was typed where nothing about cards or names happened since', () => {
  expect(caughtUp(draft, known, [{ type: 'editeur.contacte' }])).toEqual(draft);
});
