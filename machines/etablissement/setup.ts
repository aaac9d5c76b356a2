import { and, or, setup } from 'xstate';
import type { Effect } from '../effect.ts';
import type { Meta } from '../step.ts';
import type { DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { guards } from './guards.ts';

/** What the three paths share: words, guards, and the shape of a state. */
export const etablissement = setup({
  types: {
    context: {} as DossierContext,
    events: {} as DossierEvent,
    meta: {} as Meta,
    emitted: {} as Effect,
  },
  guards,
});

/** §4.1, §5 — the legal representative or the mandataire, as part 3 says, holding an active card. */
export const hasSignataireHabilite = or([
  and(['signsAsRepresentantLegal', 'hasCarteResponsableActive', 'isCarteResponsableInDate']),
  and(['signsAsMandataire', 'hasMandataireActif', 'isCarteMandataireInDate']),
]);

/** §4 — an administrateur technique holding an active card. */
export const canAdministrer = and(['hasAdministrateurActif', 'isCarteAdministrateurInDate']);

type Porteur = 'carteResponsable' | 'carteMandataire' | 'carteAdministrateur';

/** Keeps the card that the fact brings as the holder's. */
export const keepCarte = (porteur: Porteur) =>
  etablissement.assign(({ event }) => ({ [porteur]: 'carte' in event ? event.carte : null }));

/** Forgets the holder's card. */
export const dropCarte = (porteur: Porteur) => etablissement.assign({ [porteur]: null });
