import { get, type Screen } from '../shell/screen.ts';
import { Requete } from './filtres.ts';
import { pilotage, pilotageCsv } from './page.ts';

/** Where all cases stand and how long they stay. */
export function pilotageScreens(): Screen[] {
  const right = 'procedures.mesurer';
  return [
    get('pilotage', '/pilotage', { right, query: Requete, answer: pilotage }),
    get('pilotage.csv', '/pilotage/:tableau.csv', { right, query: Requete, answer: pilotageCsv }),
  ];
}
