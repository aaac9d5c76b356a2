import { type Screen, screen } from '../shell/screen.ts';
import { Requete } from './filtres.ts';
import { pilotage, pilotageCsv } from './page.ts';

/** Where all cases stand and how long they stay. */
export function pilotageScreens(): Screen[] {
  const read = { methode: 'get', droit: 'procedures.mesurer', requete: Requete } as const;
  return [
    screen({ ...read, id: 'pilotage', chemin: '/pilotage', answer: pilotage }),
    screen({ ...read, id: 'pilotage.csv', chemin: '/pilotage/:tableau.csv', answer: pilotageCsv }),
  ];
}
