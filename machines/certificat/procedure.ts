import { matchesState, type StateValue } from 'xstate';
import type { Procedure } from '../procedure.ts';
import { certificatFacts } from './events.ts';
import { certificatConditions, certificat as machine } from './machine.ts';

const enCours = ['demande', 'disponible', 'retire'];
const clos = ['refuse', 'renouvele', 'expire', 'revoque'];
const isIn = (etats: readonly string[], value: StateValue) => etats.some((vie) => matchesState({ vie }, value));
const isEnService = (value: StateValue) => !isIn([...enCours, ...clos], value);

/** §6, §7 — one certificate, as a published procedure. */
export const certificat: Procedure = {
  id: 'certificat',
  version: 1,
  titre: 'Vie d’un certificat',
  source: '§6',
  genre: 'certificat',
  machine,
  facts: certificatFacts,
  conditions: certificatConditions,
  facette: () => '',
  statut: (value) => {
    if (isIn(clos, value)) return 'clos';
    return isEnService(value) ? 'enService' : 'enCours';
  },
  bilan: () => 'certificats.aucun',
  pause: null,
  ouvre: { 'certificat.renouvele': 'certificat' },
  equipe: { fait: 'administrateurTechnique.disponible', attendue: (value) => isIn(['demande', 'disponible'], value) },
  objectifs: { complet: isEnService, relais: isEnService, relaisEquipe: isEnService },
};
