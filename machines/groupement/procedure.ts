import { matchesState, type StateValue } from 'xstate';
import type { Procedure } from '../procedure.ts';
import { groupementFacts } from './events.ts';
import { groupement as machine } from './machine.ts';

const isContacted = (value: StateValue) => matchesState({ coordination: 'contactee' }, value);

/** §4.2, §4.3.2 — a GHT or a private group, as a published procedure. */
export const groupement: Procedure = {
  id: 'groupement',
  version: 1,
  titre: 'Groupement : GHT ou groupe privé',
  source: '§4.2, §4.3.2',
  genre: 'groupement',
  machine,
  facts: groupementFacts,
  conditions: {},
  facette: () => '',
  nuance: () => '',
  statut: (value) => (matchesState({ avancement: 'complet' }, value) ? 'enService' : 'enCours'),
  bilan: (enCours, enService) => {
    if (enCours > 0) return 'sites.enCours';
    return enService > 0 ? 'sites.enService' : 'sites.aucun';
  },
  temoins: [],
  anonyme: (context) => context,
  responsable: () => null,
  exempleDe: (_context, _fact, exemple) => exemple,
  retour: () => null,
  confronter: () => [],
  relais: () => [],
  pause: null,
  ouvre: {},
  equipe: null,
  terme: null,
  entree: 'site.ouvert',
  ouvertPar: null,
  exemple: {},
  objectifs: { complet: isContacted, relais: isContacted, relaisEquipe: isContacted },
};
