import { setup } from 'xstate';
import { politique } from '../decisions.ts';
import type { CertificatOuvert, Effect } from '../effect.ts';
import { SANS_DATE } from '../event.ts';
import { inState, notInState } from '../guard.ts';
import type { Meta } from '../step.ts';
import type { CertificatEvent } from './events.ts';
import { daysBetween } from './validite.ts';

/** What is kept of one certificate; `debut` and `fin` are its first and last days, known from its withdrawal on. */
export interface CertificatContext {
  /** As it was ordered, but for the profession, which is that of today. */
  demande: Pick<CertificatOuvert, 'usage' | 'beneficiaire'>;
  numeroSerie: string | null;
  /** The authority that issued it, by its name; null where nobody said it. */
  emetteur: string | null;
  debut: string | null;
  fin: string | null;
  /** Its first day, or that of its withdrawal where the first is not known: nothing that the calendar says of it comes before. */
  premierJour: string | null;
  /** The last day of the card of whoever may act on it, null when it is not known. */
  finCarteAdministrateur: string | null;
}

/** Its words, and its guards: each is one sentence, that `conditions.ts` says in French. */
export const certificatSetup = setup({
  types: {
    context: {} as CertificatContext,
    events: {} as CertificatEvent,
    input: {} as CertificatOuvert,
    meta: {} as Meta,
    emitted: {} as Effect,
  },
  guards: {
    hasAdministrateurDisponible: inState({ administrateur: 'disponible' }),
    hasCommandeOuverte: inState({ commande: 'ouverte' }),
    isInstalle: inState({ vie: 'installe' }),
    isSansAlerte: inState({ alerte: 'aucune' }),
    isVivant: notInState({ vie: 'clos' }),
    isCarteAdministrateurInDate: ({ context: { finCarteAdministrateur: fin }, event }) =>
      fin === null || event.date <= fin,
    isEncoreValide: ({ context, event }) => context.fin === null || event.date <= context.fin,
    isDejaValide: ({ context, event }) =>
      event.date === SANS_DATE || context.debut === null || event.date >= context.debut,
    isEchu: ({ context, event }) => context.fin !== null && event.date > context.fin,
    isPreavisAtteint: ({ context, event }) =>
      context.fin !== null &&
      event.date !== SANS_DATE &&
      event.date >= (context.premierJour ?? event.date) &&
      daysBetween(event.date, context.fin) <= politique.preavisRenouvellementJours,
    hasBeneficiaireCarte: ({ context, event }) =>
      event.type === 'certificat.renouvele' &&
      event.carte === politique.carteBeneficiaire[context.demande.beneficiaire.qualite],
    isQualiteNouvelle: ({ context, event }) =>
      event.type === 'beneficiaire.qualiteModifiee' && event.qualite !== context.demande.beneficiaire.qualite,
  },
});
