import type { Largeur, TextField } from './field.ts';

/** How a field is typed. */
interface Habit {
  largeur?: Largeur;
  inputmode?: TextField['inputmode'];
  type?: TextField['type'];
}

const nombre = { inputmode: 'numeric', largeur: 3 } as const;

/** How fields are typed, by their keys: what no schema says. */
const habits: Readonly<Record<string, Habit>> = {
  siret: nombre,
  /** Corsica's begin with letters. */
  finess: { largeur: 3 },
  rpps: nombre,
  codePostal: { inputmode: 'numeric', largeur: 2 },
  commune: { largeur: 4 },
  dsi: { largeur: 3 },
  nom: { largeur: 3 },
  prenom: { largeur: 3 },
  fonction: { largeur: 3 },
  courriel: { largeur: 3 },
  telephone: { type: 'tel', inputmode: 'tel', largeur: 3 },
  type: { largeur: 3 },
  typeCarte: { largeur: 3 },
  rattachement: { largeur: 3 },
  numero: { largeur: 3 },
  fin: { largeur: 3 },
  date: { largeur: 2 },
  debut: { largeur: 3 },
  depuis: { largeur: 3 },
  lieu: { largeur: 4 },
  editeur: { largeur: 3 },
  solution: { largeur: 3 },
  version: { largeur: 3 },
  numeroSerie: { largeur: 3 },
  contrat: { largeur: 3 },
  upn: { largeur: 3 },
};

/** How a field of that key is typed. */
export function habitOf(cle: string): Habit {
  return habits[cle] ?? {};
}
