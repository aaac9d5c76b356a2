import { scanScreens } from '../classement.ts';
import { get, type Screen } from '../shell/screen.ts';
import { certificatesContent } from './certificats.ts';
import { orderScreens, requestScreens } from './commande/commande.ts';
import { exchangeScreens } from './courriels/echanges.ts';
import { writingScreens } from './courriels/ecrire.ts';
import { diagramScreens, sharedScreens, sharingScreen } from './diagramme.ts';
import { checklistScreens, documentScreen, documentsContent } from './documents.ts';
import { glance, stepsContent } from './etapes/page.ts';
import { factScreens } from './faits/fait.ts';
import { assignmentScreen, casePage, caseTab } from './frame.ts';
import { followScreens } from './news.ts';
import { suiviScreens } from './notes.ts';
import { partiesContent } from './parties.ts';
import { pieceScreens } from './pieces.ts';

/** The screens of a dossier and of its certificates. */
export function dossierScreens(): Screen[] {
  return [
    get('/dossiers/:id', 'dossiers.prochaines-etapes', (visit) =>
      visit.fragment === 'apercu'
        ? glance(visit, visit.params.id)
        : casePage(visit, 'dossier', 'etapes', (dossier, at) => stepsContent(visit, dossier, at)),
    ),
    caseTab('certificat', 'etapes', 'certificats.prochaines-etapes', stepsContent),
    caseTab('dossier', 'parties', 'dossiers.journal', partiesContent),
    caseTab('dossier', 'documents', 'dossiers.journal', documentsContent),
    caseTab('dossier', 'certificats', 'dossiers.lire', certificatesContent),
    documentScreen(),
    ...checklistScreens(),
    assignmentScreen(),
    ...suiviScreens(),
    ...orderScreens(),
    ...requestScreens(),
    ...pieceScreens(),
    ...scanScreens(),
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
