import type { Partie4 } from '../formulaires/formulaire-413.ts';
import { idOf } from './administrateurs.ts';

/**
 * Part 4 for one establishment as its éditeur last completed it for any: the software and what it is for are the éditeur's own, and so is
 * how its own technicien is reached; the mail domain and whom the establishment designated are not (§5).
 */
export function reprisePartie4(proposee: Partie4, derniere: Partie4): Partie4 {
  const { precisionUsage, logiciels } = derniere;
  const known = new Map(derniere.administrateursTechniques.map((contact) => [idOf(contact), contact]));
  const contacts = proposee.administrateursTechniques.map((contact) => known.get(idOf(contact)) ?? contact);
  return { ...proposee, precisionUsage, logiciels, administrateursTechniques: contacts };
}
