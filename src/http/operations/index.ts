import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import type { Operation } from '../operation.ts';
import { administrationOperations } from './administration.ts';
import { caseOperations } from './cases.ts';
import { checklistOperations } from './checklist.ts';
import { correctionOperations } from './corrections.ts';
import { diagramOperations } from './diagrams.ts';
import { type EventRules, eventOperations } from './events.ts';
import { exportOperation } from './exports.ts';
import { foresightOperations } from './foresight.ts';
import { groupementOperations } from './groupements.ts';
import { liveOperations } from './live.ts';
import { measureOperation } from './measures.ts';
import { listOperation, openingOperations, underOperation } from './openings.ts';
import { procedureOperations } from './procedures.ts';
import { reglageOperations } from './reglages.ts';
import { sandboxOperations } from './sandbox.ts';
import { sessionOperations } from './sessions.ts';

const genres: readonly Genre[] = ['dossier', 'groupement', 'certificat'];

/** Every operation of the API, the busiest first: routes are tried in this order. */
export function operationsOf(services: Services, rules: EventRules): Operation[] {
  return [
    exportOperation(services),
    ...genres.flatMap((genre) => caseOperations(services, genre)),
    ...genres.flatMap((genre) => correctionOperations(services, genre)),
    ...genres.map((genre) => listOperation(services, genre)),
    ...openingOperations(services),
    underOperation(services, 'groupement'),
    underOperation(services, 'dossier'),
    ...groupementOperations(services),
    ...foresightOperations(services),
    ...liveOperations(services),
    measureOperation(services),
    ...procedureOperations(),
    ...eventOperations(services, rules),
    ...sandboxOperations(services),
    ...sessionOperations(services),
    ...administrationOperations(services),
    ...reglageOperations(services),
    ...diagramOperations(),
    ...checklistOperations(),
  ];
}
