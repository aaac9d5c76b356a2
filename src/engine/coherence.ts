import type { Avertissement } from '../../machines/avertissement.ts';
import { confrontDemande } from '../../machines/certificat/coherence.ts';
import type { CertificatContext } from '../../machines/certificat/setup.ts';
import { idOf } from '../../machines/etablissement/administrateurs.ts';
import { isFact } from '../../machines/index.ts';
import { isLive } from './cohort.ts';
import type { Decision } from './decide.ts';
import type { Instance } from './instance.ts';
import type { MachineEvent } from './transition.ts';

/** What a fact says otherwise than what is known of the instance that it is told to. */
export function warnIncoherent(
  { procedure, snapshot, fiche }: Pick<Instance, 'procedure' | 'snapshot' | 'fiche'>,
  event: MachineEvent,
): Avertissement[] {
  const { value, context } = snapshot;
  return procedure.confronter({ value, context, fiche }, event);
}

/** What a decision’s order says otherwise than the certificates that its family has for the same person. */
export function warnOrderIn({ before, taken: [told] }: Pick<Decision, 'before' | 'taken'>): Avertissement[] {
  if (!told || !isFact(told.event, 'certificat.demande')) return [];
  const { beneficiaire } = told.event;
  const namesakes = before.certificats.filter(
    ({ parentId, fiche }) =>
      parentId === told.id && fiche.beneficiaire && idOf(fiche.beneficiaire) === idOf(beneficiaire),
  );
  return warnOrder(told.event, namesakes);
}

/** What an order says otherwise than those of the same person in the same dossier. */
export function warnOrder(saisie: unknown, namesakes: readonly Instance[]): Avertissement[] {
  const live = namesakes.filter(isLive).map(({ snapshot }) => (snapshot.context as CertificatContext).demande);
  return confrontDemande(saisie as never, live);
}
