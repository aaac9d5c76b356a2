import { type Screen, screen } from '../shell/screen.ts';
import { affectationScreen } from './affectation.ts';
import { stepsContent } from './etapes/page.ts';
import { factScreens } from './faits/screens.ts';
import { casePage, dossierPage } from './frame.ts';
import { certificatesContent } from './onglets/certificats.ts';
import { diagramScreens } from './onglets/diagramme.ts';
import { documentScreen } from './onglets/document.ts';
import { documentsContent } from './onglets/documents.ts';
import { partiesContent } from './onglets/parties.ts';
import { followScreens } from './suivi/screens.ts';

/** The screens of a dossier and of its certificates. */
export function dossierScreens(): Screen[] {
  return [
    screen({
      id: 'dossier.etapes',
      methode: 'get',
      chemin: '/dossiers/:id',
      droit: 'dossiers.prochaines-etapes',
      answer: (visit) => dossierPage(visit, 'etapes', (dossier, vu) => stepsContent(visit, dossier, vu)),
    }),
    screen({
      id: 'certificat.etapes',
      methode: 'get',
      chemin: '/certificats/:id',
      droit: 'certificats.prochaines-etapes',
      answer: (visit) =>
        casePage(visit, { genre: 'certificat', id: visit.chemin['id'] ?? '' }, 'etapes', (certificat, vu) =>
          stepsContent(visit, certificat, vu),
        ),
    }),
    screen({
      id: 'dossier.parties',
      methode: 'get',
      chemin: '/dossiers/:id/parties',
      droit: 'dossiers.journal',
      answer: (visit) => dossierPage(visit, 'parties', (dossier) => partiesContent(visit, dossier)),
    }),
    screen({
      id: 'dossier.documents',
      methode: 'get',
      chemin: '/dossiers/:id/documents',
      droit: 'dossiers.journal',
      answer: (visit) => dossierPage(visit, 'documents', (dossier) => documentsContent(visit, dossier)),
    }),
    screen({
      id: 'dossier.certificats',
      methode: 'get',
      chemin: '/dossiers/:id/certificats',
      droit: 'dossiers.lire',
      answer: (visit) =>
        dossierPage(visit, 'certificats', (dossier) =>
          certificatesContent(visit, dossier, visit.requete['page'] ?? ''),
        ),
    }),
    documentScreen(),
    affectationScreen(),
    ...(['dossier', 'certificat'] as const).flatMap(diagramScreens),
    ...(['dossier', 'groupement', 'certificat'] as const).flatMap((genre) => [
      ...factScreens(genre),
      ...followScreens(genre),
    ]),
  ];
}
