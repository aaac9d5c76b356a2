import type { Erreur } from '../result.ts';
import type { Role } from './identity.ts';

/** Every legitimate « non » to whoever comes in or lets in. */
export type IdentityRefusal =
  | { code: 'saisie-invalide'; erreurs: Erreur[] }
  /** Of an unknown e-mail, a closed account and a wrong password alike. */
  | { code: 'identifiants-refuses' }
  /** Told of any e-mail, whether it has an account or not. */
  | { code: 'trop-de-tentatives'; jusqua: string }
  | { code: 'mot-de-passe-faible'; erreurs: Erreur[] }
  | { code: 'lien-inconnu' }
  | { code: 'lien-utilise' }
  | { code: 'lien-perime'; expireLe: string }
  | { code: 'courriel-pris'; courriel: string }
  | { code: 'dernier-superviseur' }
  | { code: 'compte-ferme' }
  /** Another directory vouches for it: it has no password here. */
  | { code: 'compte-externe' }
  | { code: 'comptes-locaux-fermes' }
  /** Nothing that the directory says of the person is a role. */
  | { code: 'sans-role' }
  /** Of somebody of the directory: an account that is not linked to it bears the same e-mail. */
  | { code: 'compte-a-relier'; courriel: string }
  | { code: 'droit-insuffisant'; roles: readonly Role[] }
  | { code: 'introuvable'; objet: 'compte' | 'editeur' | 'cle' | 'delegation' | 'dossier' | 'groupement'; id: string }
  | { code: 'editeur-existant'; nom: string }
  | { code: 'delegation-existante'; editeurId: string }
  | { code: 'cle-refusee'; raison: 'mal-copiee' | 'inconnue' | 'revoquee' | 'expiree' | 'renouvelee' };
