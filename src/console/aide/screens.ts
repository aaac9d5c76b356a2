import { type Screen, screen } from '../shell/screen.ts';
import { accessibilite } from './accessibilite.ts';
import { aide } from './page.ts';

/** How one works here, and how far everybody can. */
export function aideScreens(): Screen[] {
  const droit = 'moi.lire';
  return [
    screen({ id: 'aide.lire', methode: 'get', chemin: '/aide', droit, answer: aide }),
    screen({ id: 'aide.accessibilite', methode: 'get', chemin: '/accessibilite', droit, answer: accessibilite }),
  ];
}
