import { test } from 'vitest';
import { expectSeparated } from './weakened.ts';

test.each([
  ['formulaire413.aSigner', 'formulaire413.signe', 'sans hasContratActif'],
  ['formulaire413.aSigner', 'formulaire413.signe', 'sans isCarteResponsableInDate'],
  ['carteResponsable.aActiver', 'carteResponsable.activee', 'sans isOuvert'],
])('the facts that one takes and another refuses are real: %s %s %s', (etat, fait, change) => {
  expectSeparated({ etat, fait, change });
});
