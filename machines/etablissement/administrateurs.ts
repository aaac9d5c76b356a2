import type { Personne } from '../formulaires/champs.ts';
import type { Appui } from '../guard.ts';
import type { CarteActive, DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';

/** §4 — one administrateur technique: whose staff, the card that he uses today, blocked or not. */
export interface Administrateur {
  id: string;
  personne: Personne;
  origine: 'employe' | 'technicien';
  carte: CarteActive | null;
  bloquee: boolean;
  /** The last fact told of him or of his card, but what was found to be so: nothing of him comes before (A17). */
  dernier: Appui;
  /** Of a technicien, the éditeur or intégrateur who employs him, folded; null when it is not known. */
  societe: string | null;
}

/** Names a person in a dossier without saying who: the same for the same name, whatever the case and accents (A18). */
export function idOf({ nom, prenom }: { nom: string; prenom: string }): string {
  const name = foldName(`${prenom} ${nom}`);
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A name as it is compared: case, accents and punctuation apart. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether his card serves today, dates apart. */
export function isActif({ carte, bloquee }: Administrateur): boolean {
  return carte !== null && !bloquee;
}

/** Those who may order: habilitated, with a card that serves. */
export function operationnels({ administrateurs, habilites }: DossierContext): Administrateur[] {
  return administrateurs.filter((one) => isActif(one) && habilites.includes(one.id));
}

/** Those whom part 4 of the form names, with a card that serves. */
export function nommes({ administrateurs, nommes: ids }: DossierContext): Administrateur[] {
  return administrateurs.filter((one) => isActif(one) && ids.includes(one.id));
}

/** The last day on which one of those cards serves; null when none says when it ends. */
export function lastDay(some: readonly Administrateur[]): string | null {
  const fins = some.map(({ carte }) => carte?.fin ?? null);
  return fins.includes(null) ? null : (fins.toSorted().at(-1) ?? null);
}

/**
 * The rank of the one whom a fact is about, -1 for nobody: the one it names; the only one; or, for a card that has ended, whoever's has.
 */
export function concerned({ administrateurs }: DossierContext, event: DossierEvent): number {
  const { administrateur } = event as { administrateur?: string };
  if (administrateur !== undefined) return administrateurs.findIndex(({ id }) => id === administrateur);
  if (administrateurs.length === 1) return 0;
  if (event.type !== 'carteAdministrateur.expiree') return -1;
  return administrateurs.findIndex(({ carte }) => typeof carte?.fin === 'string' && carte.fin < event.date);
}

/** What a fact makes of them, the one in charge first: whoever has a card that serves comes before who has none. */
export function afterFact(context: DossierContext, event: DossierEvent): Administrateur[] {
  const told = changed(context, event);
  const [first] = told;
  if (!first || isActif(first)) return told;
  const next = told.find((one) => isActif(one) && context.habilites.includes(one.id)) ?? told.find(isActif);
  return next ? [next, ...told.filter((one) => one !== next)] : told;
}

/** Who is in charge once the one whom a fact is about has left or lost his card; undefined for nobody else. */
export function successor(context: DossierContext, event: DossierEvent): Administrateur | undefined {
  const left = context.administrateurs[concerned(context, event)];
  const others = context.administrateurs.filter((one) => one !== left);
  return others.find(isActif) ?? others[0];
}

function changed(context: DossierContext, event: DossierEvent): Administrateur[] {
  const { administrateurs } = context;
  if (event.type === 'administrateurTechnique.designe') {
    const { type, date, personne, origine, carte, societe } = event;
    const known = societe === undefined ? null : foldName(societe);
    const dernier = { type, date };
    return [
      ...administrateurs,
      { id: idOf(personne), personne, origine, carte, bloquee: false, dernier, societe: known },
    ];
  }
  const rank = concerned(context, event);
  if (event.type === 'administrateurTechnique.parti') return administrateurs.filter((_, other) => other !== rank);
  return administrateurs.map((one, other) => (other === rank ? { ...one, ...cardAfter(event) } : one));
}

function cardAfter(event: DossierEvent): Partial<Administrateur> {
  const { type, date } = event;
  const dernier = { type, date };
  switch (type) {
    case 'carteAdministrateur.activee':
      return { carte: event.carte, bloquee: false, dernier };
    case 'carteAdministrateur.renouvelee':
      return { carte: event.carte, bloquee: false };
    case 'carteAdministrateur.bloquee':
      return { bloquee: true, dernier };
    case 'carteAdministrateur.debloquee':
      return { bloquee: false, dernier };
    case 'carteAdministrateur.expiree':
    case 'carteAdministrateur.opposee':
      return { carte: null, bloquee: false, dernier };
    default:
      return { dernier };
  }
}
