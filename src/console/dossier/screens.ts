import { get, type Screen } from '../shell/screen.ts';
import { certificatesContent } from './certificats.ts';
import { orderScreens } from './commande/commande.ts';
import { requestScreens } from './commande/csr.ts';
import { exchangeScreens } from './courriels/echanges.ts';
import { writingScreens } from './courriels/ecrire.ts';
import { diagramScreens } from './diagramme.ts';
import { documentScreen, documentsContent } from './documents.ts';
import { glance, stepsContent } from './etapes/page.ts';
import { factScreens } from './faits/fait.ts';
import { assignmentScreen, casePage } from './frame.ts';
import { checklistScreens } from './liste.ts';
import { followScreens } from './news.ts';
import { suiviScreens } from './notes.ts';
import { sharedScreens, sharingScreen } from './partage.ts';
import { partiesContent } from './parties.ts';
import { pieceScreens } from './pieces.ts';

/** The screens of a dossier and of its certificates. */
export function dossierScreens(): Screen[] {
  return [
    get('/dossiers/:id', 'dossiers.prochaines-etapes', (visit) =>
      visit.fragment === 'apercu'
        ? glance(visit, visit.params.id)
        : casePage(visit, 'dossier', 'etapes', (dossier, vu, next) => stepsContent(visit, dossier, { vu, next })),
    ),
    get('/certificats/:id', 'certificats.prochaines-etapes', (visit) =>
      casePage(visit, 'certificat', 'etapes', (certificat, vu) => stepsContent(visit, certificat, { vu, next: null })),
    ),
    get('/dossiers/:id/parties', 'dossiers.journal', (visit) =>
      casePage(visit, 'dossier', 'parties', (dossier) => partiesContent(visit, dossier)),
    ),
    get('/dossiers/:id/documents', 'dossiers.journal', (visit) =>
      casePage(visit, 'dossier', 'documents', (dossier) => documentsContent(visit, dossier)),
    ),
    get('/dossiers/:id/certificats', 'dossiers.lire', (visit) =>
      casePage(visit, 'dossier', 'certificats', (dossier) =>
        certificatesContent(visit, dossier, visit.query['page'] ?? ''),
      ),
    ),
    documentScreen(),
    ...checklistScreens(),
    assignmentScreen(),
    ...suiviScreens(),
    ...orderScreens(),
    ...requestScreens(),
    ...pieceScreens(),
    ...writingScreens(),
    ...exchangeScreens(),
    sharingScreen(),
    ...sharedScreens(),
    ...(['dossier', 'groupement', 'certificat'] as const).flatMap((genre) => [
      ...factScreens(genre),
      ...followScreens(genre),
      ...diagramScreens(genre),
    ]),
  ];
}
