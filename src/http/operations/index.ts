import type { Genre } from '../../store/store.ts';
import type { Operation } from '../operation.ts';
import { accountOperations } from './accounts.ts';
import { bulkOperation } from './bulk.ts';
import { caseOperations } from './cases.ts';
import { checklistOperations } from './checklist.ts';
import { correctionOperations } from './corrections.ts';
import { depositOperations } from './deposits.ts';
import { diagramOperations } from './diagrams.ts';
import { documentOperations } from './documents.ts';
import { liveOperations, measureOperations } from './drawings.ts';
import { editeurOperations } from './editeurs.ts';
import { etablissementOperation } from './etablissements.ts';
import { type EventRules, eventOperations } from './events.ts';
import { exportOperation } from './exports.ts';
import { foresightOperations } from './foresight.ts';
import { groupementOperations } from './groupements.ts';
import { dossierListOperation, listOperation, underOperation } from './lists.ts';
import { mailOperations } from './mails.ts';
import { openingOperations } from './openings.ts';
import { procedureOperations } from './procedures.ts';
import { receptionOperations } from './receptions.ts';
import { reglageOperations } from './reglages.ts';
import { sandboxOperations } from './sandbox.ts';
import { sessionOperations } from './sessions.ts';
import { sharingOperation } from './sharing.ts';

const genres: readonly Genre[] = ['dossier', 'groupement', 'certificat'];

/** Every operation of the API, the busiest first: routes are tried in this order. */
export function operationsOf(rules: EventRules): Operation[] {
  return [
    exportOperation(),
    ...genres.flatMap((genre) => caseOperations(genre)),
    bulkOperation(),
    ...genres.flatMap((genre) => correctionOperations(genre)),
    dossierListOperation(),
    listOperation('groupement'),
    listOperation('certificat'),
    ...openingOperations(),
    underOperation('groupement'),
    underOperation('dossier'),
    ...groupementOperations(),
    ...foresightOperations(),
    ...depositOperations(),
    ...documentOperations(),
    ...mailOperations(),
    ...receptionOperations(),
    ...liveOperations(),
    sharingOperation(),
    ...measureOperations(),
    etablissementOperation(),
    ...procedureOperations(),
    ...eventOperations(rules),
    ...sandboxOperations(),
    ...sessionOperations(),
    ...accountOperations(),
    ...editeurOperations(),
    ...reglageOperations(),
    ...diagramOperations(),
    ...checklistOperations(),
  ];
}
