import { type Screen, screen } from '../shell/screen.ts';
import { stepsContent } from './etapes/page.ts';
import { casePage, dossierPage } from './frame.ts';

/** The screens of a dossier and of its certificates. */
export function dossierScreens(): Screen[] {
  return [
    screen({
      ...{ id: 'dossier.etapes', methode: 'get', chemin: '/dossiers/:id', droit: 'dossiers.prochaines-etapes' },
      answer: (visit) => dossierPage(visit, 'etapes', (dossier) => stepsContent(visit, dossier)),
    }),
    screen({
      ...{
        id: 'certificat.etapes',
        methode: 'get',
        chemin: '/certificats/:id',
        droit: 'certificats.prochaines-etapes',
      },
      answer: (visit) =>
        casePage(visit, { genre: 'certificat', id: visit.chemin['id'] ?? '' }, 'etapes', (certificat) =>
          stepsContent(visit, certificat),
        ),
    }),
  ];
}
