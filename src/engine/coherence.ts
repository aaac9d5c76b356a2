import type { Avertissement } from '../../machines/avertissement.ts';
import { confrontDemande } from '../../machines/certificat/coherence.ts';
import type { CertificatContext } from '../../machines/certificat/setup.ts';
import { isLive } from './cohort.ts';
import type { Instance } from './instance.ts';
import type { MachineEvent } from './transition.ts';

/** What a fact says otherwise than what is known of the instance that it is told to. */
export function warnIncoherent({ procedure, snapshot, fiche }: Instance, event: MachineEvent): Avertissement[] {
  const { value, context } = snapshot;
  return procedure.confronter({ value, context, fiche }, event);
}

/** What an order says otherwise than those of the same person in the same dossier. */
export function warnOrder(saisie: unknown, namesakes: readonly Instance[]): Avertissement[] {
  const live = namesakes.filter(isLive).map(({ snapshot }) => (snapshot.context as CertificatContext).demande);
  return confrontDemande(saisie as never, live);
}
