import type { TypeActe } from '../../identity/registre.ts';
import { toFrenchDays } from '../forms/dates.ts';
import { combien, roles } from '../parts/mots.ts';
import { portees } from './cles/liste.ts';

const actes = {
  'premierLien.remis': 'Lien du premier compte fait',
  'invitation.remise': 'Personne invitée',
  'reinitialisation.remise': 'Lien de mot de passe fait',
  'compte.ouvert': 'Compte ouvert',
  'compte.modifie': 'Compte modifié',
  'motDePasse.change': 'Mot de passe changé',
  'motDePasse.reinitialise': 'Mot de passe choisi par un lien',
  'sessions.closes': 'Sessions closes',
  'cle.creee': 'Clé créée',
  'cle.revoquee': 'Clé révoquée',
  'editeur.cree': 'Éditeur ajouté',
  'editeur.renomme': 'Éditeur renommé',
  'delegation.accordee': 'Délégation accordée',
  'delegation.revoquee': 'Délégation révoquée',
  'reglage.pose': 'Réglage donné',
  'reglage.retire': 'Valeur prévue retirée',
  'abonnement.cree': 'Webhook créé',
  'abonnement.secretChange': 'Secret de webhook changé',
  'abonnement.enPause': 'Webhook mis en pause',
  'abonnement.repris': 'Webhook repris',
  'abonnement.supprime': 'Webhook supprimé',
  'abonnement.relivre': 'Webhook livré de nouveau',
  'modele.ecrit': 'Modèle de courriel écrit',
  'modele.retire': 'Modèle de courriel retiré',
} as const satisfies Record<TypeActe, string>;

/** What an act of the administration is called. */
export function acteEnMots(acte: string): string {
  return actes[acte as TypeActe] ?? acte;
}

const noms: Readonly<Record<string, (valeur: unknown) => string | null>> = {
  role: (role) => roles[role as keyof typeof roles] ?? `${role}`,
  actif: (actif) => (actif === true ? 'rouvert' : 'fermé'),
  portees: (codes) => (codes as string[]).map((code) => portees[code as keyof typeof portees] ?? code).join(', '),
  expireLe: (jour) => `jusqu’au ${toFrenchDays(`${jour}`)}`,
  prefixe: (prefixe) => `${prefixe}…`,
  nom: (nom) => `${nom}`,
  hote: (hote) => `vers ${hote}`,
  valeur: (valeur) => (typeof valeur === 'number' ? combien(valeur, 'jour') : `${valeur}`),
  du: (jour) => `à partir du ${toFrenchDays(`${jour}`)}`,
  au: (jour) => `jusqu’au ${toFrenchDays(`${jour}`)}`,
  motif: (motif) => `${motif}`,
  version: (version) => `version ${version}`,
  emetteur: (emetteur) => `par ${emetteur}`,
};

/** What an act says beside its object, in words: a role, days, a reason. */
export function detailEnMots(detail: Readonly<Record<string, unknown>>): string {
  const told = Object.entries(detail).flatMap(([nom, valeur]) => {
    const say = noms[nom];
    return say && valeur !== null && valeur !== '' ? [say(valeur)] : [];
  });
  return told.join(', ');
}
