import { not, stateIn } from 'xstate';
import { politique } from '../decisions.ts';
import type { CarteActive, DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';

interface Args {
  context: DossierContext;
  event: DossierEvent;
}

/** Each guard is one sentence of the procedure; `conditions.ts` says it in French. */
export const guards = {
  isOuvert: stateIn({ suivi: 'ouvert' }),
  hasContratActif: stateIn({ contrat: 'actif' }),
  hasCarteResponsableActive: stateIn({ carteResponsable: 'active' }),
  hasMandataireActif: stateIn({ mandataire: 'actif' }),
  hasAdministrateurActif: stateIn({ administrateurTechnique: 'actif' }),
  hasAdministrateurDesigne: not(stateIn({ administrateurTechnique: 'aDesigner' })),
  hasDsiContactee: stateIn({ coordination: 'contactee' }),

  signsAsRepresentantLegal: ({ context }: Args) => context.signataire === 'representantLegal',
  signsAsMandataire: ({ context }: Args) => context.signataire === 'mandataire',
  isCarteResponsableInDate: ({ context, event }: Args) => isInDate(context.carteResponsable, event.date),
  isCarteMandataireInDate: ({ context, event }: Args) => isInDate(context.carteMandataire, event.date),
  isCarteAdministrateurInDate: ({ context, event }: Args) => isInDate(context.carteAdministrateur, event.date),
  isSignatureCourante: ({ context: { signature, parties } }: Args) =>
    signature !== null &&
    signature.partie1 === parties.partie1 &&
    signature.partie3 === parties.partie3 &&
    signature.partie4 === parties.partie4,

  isEmploye: ({ event }: Args) => event.type === 'administrateurTechnique.designe' && event.origine === 'employe',
  isTechnicien: ({ event }: Args) => event.type === 'administrateurTechnique.designe' && event.origine === 'technicien',
  isSansCarte: ({ event }: Args) => event.type === 'administrateurTechnique.designe' && event.carte === null,
  isCarteEmploye: ({ event }: Args) => 'carte' in event && politique.cartesEmploye.includes(event.carte?.type ?? ''),
  isCarteTechnicien: ({ event }: Args) =>
    'carte' in event && politique.cartesTechnicien.includes(event.carte?.type ?? ''),
  isCarteRecueInDate: ({ event }: Args) => 'carte' in event && isInDate(event.carte ?? null, event.date),

  isOffrePro: ({ event }: Args) => event.type === 'certificat.demande' && politique.offres.includes(event.offre),
  isUsageDeQualite: ({ event }: Args) =>
    event.type === 'certificat.demande' &&
    (politique.usagesBeneficiaire[event.beneficiaire.qualite] ?? []).includes(event.usage),
  hasBeneficiaireCarte: ({ event }: Args) =>
    event.type === 'certificat.demande' &&
    politique.carteBeneficiaire[event.beneficiaire.qualite] === event.beneficiaire.carte,
  hasPrerequisPlateforme: ({ event }: Args) => event.type === 'certificat.demande' && event.prerequisVerifies,
};

export type GuardName = keyof typeof guards;

/** A card that nobody holds has not lapsed: that it is missing is for another guard to say. */
function isInDate(carte: Pick<CarteActive, 'fin'> | null, date: string): boolean {
  return carte === null || carte.fin === null || date <= carte.fin;
}
