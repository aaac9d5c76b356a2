import { setup } from 'xstate';
import type { Effect } from '../effect.ts';
import { and, or } from '../guard.ts';
import type { Meta } from '../step.ts';
import { afterFact } from './administrateurs.ts';
import type { DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { guards } from './guards.ts';

/** What the three paths share: words, guards, and the shape of a state. */
export const etablissement = setup({
  types: {
    context: {} as DossierContext,
    events: {} as DossierEvent,
    input: {} as { siret?: string | null; finess?: string | null },
    meta: {} as Meta,
    emitted: {} as Effect,
  },
  guards,
});

const responsableEquipe = and(['hasCarteResponsableActive', 'isCarteResponsableInDate']);

/** §4.1 — only a legal representative with a contract and an active card may delegate. */
export const canDelegate = and(['hasContratActif', responsableEquipe]);

/** A28 — under contract, the legal representative or the mandataire orders the card of an administrateur technique. */
export const canOrderCarte = and([
  'hasContratActif',
  or([responsableEquipe, and(['hasMandataireActif', 'isCarteMandataireInDate'])]),
]);

/** §4.1, §5 — the legal representative or the mandataire, as part 3 says, holding an active card. */
export const hasSignataireHabilite = or([
  and(['signsAsRepresentantLegal', responsableEquipe]),
  and(['signsAsMandataire', 'hasMandataireActif', 'isCarteMandataireInDate']),
]);

/** §4, A21 — a card of the kind that his origin asks for, in date. */
export const hasCarteDeSonOrigine = and([
  or([and(['isEmploye', 'isCarteEmploye']), and(['isTechnicien', 'isCarteTechnicien'])]),
  'isCarteRecueInDate',
]);

/** Keeps what a fact makes of the administrateurs techniques. */
export const keepAdministrateurs = etablissement.assign(({ context, event }) => {
  const administrateurs = afterFact(context, event);
  const ids = administrateurs.map(({ id }) => id);
  return { administrateurs, habilites: context.habilites.filter((id) => ids.includes(id)) };
});

/** Keeps the card that the fact brings as the holder's. */
export const keepCarte = (porteur: 'carteResponsable' | 'carteMandataire') =>
  etablissement.assign(({ event }) => ({ [porteur]: 'carte' in event ? event.carte : null }));

/** Forgets the holder's card. */
export const dropCarte = (porteur: 'carteResponsable' | 'carteMandataire') => etablissement.assign({ [porteur]: null });

/** Takes a fact that changes nothing but the journal. */
export const accept = etablissement.assign({});
