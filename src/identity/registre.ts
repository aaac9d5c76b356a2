import { err, ok, type Result } from '../result.ts';
import type { ActeIdentite, IdentityStore } from '../store/identities.ts';
import type { Passwords } from './comptes/passwords.ts';
import type { Echec } from './comptes/tentatives.ts';
import { auteurOf, type Identity, type IdentityRefusal, type Role } from './identity.ts';

/** What is needed to know who comes in: where identities are kept, the time, how passwords are kept, whom to tell of failures. */
export interface Registre {
  store: IdentityStore;
  clock(): Date;
  passwords: Passwords;
  /** Told of each login that failed. */
  signaler(echec: Echec): void;
  /** Waits so many milliseconds. */
  patienter(ms: number): Promise<void>;
}

/** Whether a person of one of these roles asks, or a key plays one in its sandbox; a key administers nothing else. */
export function requireRole(par: Identity, ...roles: readonly Role[]): Result<null, IdentityRefusal> {
  return (par.genre === 'compte' || par.bacASable) && roles.includes(par.role)
    ? ok(null)
    : err({ code: 'droit-insuffisant', roles });
}

const by =
  (...roles: readonly Role[]) =>
  <Asked extends unknown[], Done, Refused extends { code: string } = never>(
    act: (par: Identity, ...asked: Asked) => Promise<Result<Done, Refused | IdentityRefusal>>,
  ) =>
  async (par: Identity, ...asked: Asked): Promise<Result<Done, Refused | IdentityRefusal>> => {
    const allowed = requireRole(par, ...roles);
    return allowed.ok ? await act(par, ...asked) : allowed;
  };

/** The same act, for a superviseur alone. */
export const bySuperviseur = by('superviseur');

/** The same act, for those who follow dossiers. */
export const byAgents = by('agent', 'superviseur');

/** What the administration does, by the types of its journal. */
export type TypeActe =
  | 'premierLien.remis'
  | 'invitation.remise'
  | 'reinitialisation.remise'
  | 'compte.ouvert'
  | 'compte.modifie'
  | 'compte.relie'
  | 'compte.efface'
  | 'personne.effacee'
  | 'conservation.appliquee'
  | 'motDePasse.change'
  | 'motDePasse.reinitialise'
  | 'sessions.closes'
  | 'agenda.remis'
  | 'agenda.retire'
  | 'recit.partage'
  | 'connexion.bloquee'
  | 'connexion.ralentie'
  | 'cle.creee'
  | 'cle.renouvelee'
  | 'cle.revoquee'
  | 'editeur.cree'
  | 'editeur.renomme'
  | 'delegation.accordee'
  | 'delegation.revoquee'
  | 'reglage.pose'
  | 'reglage.retire'
  | 'abonnement.cree'
  | 'abonnement.modifie'
  | 'abonnement.secretChange'
  | 'abonnement.enPause'
  | 'abonnement.repris'
  | 'abonnement.supprime'
  | 'abonnement.relivre'
  | 'modele.ecrit'
  | 'modele.retire';

/** A line of the journal, by somebody or by what acts for the service. */
export function toActe(
  par: Identity | string,
  le: Date,
  { acte, cible, detail = {} }: { acte: TypeActe; cible: string; detail?: object | undefined },
): ActeIdentite {
  const auteur = typeof par === 'string' ? par : auteurOf(par);
  return { le: le.toISOString(), auteur, acte, cible, detail: JSON.stringify(detail) };
}
