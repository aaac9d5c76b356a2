import type { Act } from '../src/acts/act.ts';
import { ValeurPosee } from '../src/desk/reglages/valeurs.ts';
import { RelanceDemandee } from '../src/desk/suivi.ts';
import { OuvertureEntiere } from '../src/engine/opening.ts';
import { Invitation } from '../src/identity/comptes/liens.ts';
import { CleDemandee } from '../src/identity/editeurs/cles.ts';
import { DelegationDemandee } from '../src/identity/editeurs/editeurs.ts';
import type { Identities } from '../src/identity/identities.ts';
import type { Identity } from '../src/identity/identity.ts';
import { parseThen } from '../src/result.ts';
import type { Services } from '../src/services.ts';

/** Asks for a key as a door does: what is sent is read by its schema first. */
export function createKey(identites: Identities, par: Identity, saisie: unknown) {
  return parseThen(CleDemandee, saisie, (demande) => identites.createKey(par, demande));
}

/** Delegates as a door does. */
export function delegate(identites: Identities, par: Identity, saisie: unknown) {
  return parseThen(DelegationDemandee, saisie, (demande) => identites.delegate(par, demande));
}

/** Invites as a door does. */
export function invite(identites: Identities, par: Identity, saisie: unknown) {
  return parseThen(Invitation, saisie, (invitation) => identites.invite(par, invitation));
}

/** Sets a value as a door does. */
export function poser(reglages: Services['reglages'], par: Identity, saisie: unknown) {
  return parseThen(ValeurPosee, saisie, (posee) => reglages.poser(par, posee));
}

/** Plans a follow-up as a door does. */
export function plan(suivi: Services['suivi'], { id, auteur }: { id: string; auteur: string }, saisie: unknown) {
  return parseThen(RelanceDemandee, saisie, (demande) => suivi.plan(id, demande, auteur));
}

/** Opens a dossier with all that is known of it, as the console does. */
export function openWhole(services: Services, saisie: unknown, act: Act) {
  return parseThen(OuvertureEntiere, saisie, (ouverture) => services.openWhole(ouverture, act));
}
