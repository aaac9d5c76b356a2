import { get, type Screen } from '../shell/screen.ts';
import { accessibilite } from './accessibilite.ts';
import { aide } from './page.ts';

/** How one works here, and how far everybody can. */
export function aideScreens(): Screen[] {
  const right = 'moi.lire';
  return [
    get('aide.lire', '/aide', {
      right,
      answer: aide,
    }),
    get('aide.accessibilite', '/accessibilite', {
      right,
      answer: accessibilite,
    }),
  ];
}
