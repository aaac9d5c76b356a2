import { matchesState, type StateValue } from 'xstate';
import type { CertificatOuvert } from '../effect.ts';
import { exemplePersonne } from '../formulaires/champs.ts';
import type { Procedure } from '../procedure.ts';
import { certificatConditions } from './conditions.ts';
import { certificatFacts } from './events.ts';
import { certificat as machine } from './machine.ts';
import type { CertificatContext } from './setup.ts';

const isClos = (value: StateValue) => matchesState({ vie: 'clos' }, value);
const isInstalle = (value: StateValue) => matchesState({ vie: 'installe' }, value);

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
  nuance: (context) => (context as CertificatContext).demande.beneficiaire.qualite,
  statut: (value) => {
    if (isClos(value)) return 'clos';
    return isInstalle(value) ? 'enService' : 'enCours';
  },
  bilan: () => 'certificats.aucun',
  temoins: [],
  anonyme: (context) => context,
  responsable: () => null,
  exempleDe: (_context, _fact, exemple) => exemple,
  retour: () => null,
  confronter: () => [],
  relais: () => [],
  pause: null,
  ouvre: { 'certificat.renouvele': 'certificat' },
  equipe: { fait: 'administrateurTechnique.disponible', attendue: (value) => !isClos(value) && !isInstalle(value) },
  terme: null,
  entree: null,
  ouvertPar: 'certificat.demande',
  exemple: {
    usage: 'AUTH',
    beneficiaire: { ...exemplePersonne, qualite: 'pharmacien' },
    remplace: null,
    finCarteAdministrateur: '2035-12-31',
  } satisfies CertificatOuvert,
  objectifs: { complet: isInstalle, relais: isInstalle, relaisEquipe: isInstalle },
};
