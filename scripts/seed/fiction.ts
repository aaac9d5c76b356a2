import communes from '../../machines/identifiants/communes.json' with { type: 'json' };
import { numerosOf, type Site } from '../../src/sandbox/demonstration/fiction.ts';

/** Chance that is the same at each run. */
export interface Chance {
  /** From 0 to 1, 1 excluded. */
  next(): number;
  /** From 0 to `below`, excluded. */
  whole(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** 32 hexadecimal digits as a UUID. */
  uuid(): string;
}

/** Xorshift from a seed. */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  const hex = (digits: number) => Array.from({ length: digits }, () => whole(16).toString(16)).join('');
  return {
    next,
    whole,
    pick: <T>(items: readonly T[]) => items[whole(items.length)] as T,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}

const codes = Object.entries(communes as Record<string, string[]>);
const kinds = ['Clinique', 'EHPAD', 'Centre hospitalier', 'Polyclinique', 'Résidence', 'Hôpital', 'Maison de santé'];
const names = [
  ...['des Tilleuls', 'Saint-Joseph', 'du Parc', 'Sainte-Thérèse', 'les Glycines', 'de l’Étoile', 'du Val fleuri'],
  ...['Notre-Dame', 'des Cèdres', 'Jean-Moulin', 'Marie-Curie', 'du Belvédère', 'les Hêtres', 'de la Source'],
];
const prenoms = [
  ...['Camille', 'Éloïse', 'Karim', 'Jeanne', 'Mehdi', 'Anaïs', 'Hélène', 'Youssef', 'Léo', 'Zoé', 'Gaëlle'],
  ...['Paul', 'Inès', 'Thomas', 'Aïcha', 'Bruno', 'Chloé', 'Denis', 'Fanny', 'Hugo'],
];
const noms = [
  ...['Martin', 'Lefèvre', 'Benali', 'Durand', 'Nguyen', 'Garnier', 'Le Goff', 'Moreau', 'Da Silva', 'Rousseau'],
  ...['Faure', 'Delacroix', 'Petit', 'Masson', 'Besnard', 'Chevalier', 'Barbier', 'Leroy', 'Poulain', 'Brunet'],
];

/** Establishment number `rank`, on a real commune: no two have the same numbers. */
export function siteOf(rank: number, chance: Chance): Site {
  const [codePostal, served] = chance.pick(codes);
  const commune = chance.pick(served);
  return {
    denomination: `${chance.pick(kinds)} ${chance.pick(names)} de ${commune}`,
    ...numerosOf(rank, codePostal),
    codePostal,
    commune,
  };
}

/** Somebody. */
export function personOf(chance: Chance): { nom: string; prenom: string } {
  return { nom: chance.pick(noms), prenom: chance.pick(prenoms) };
}

/** The name of a GHT or of a private group. */
export function groupNameOf(genre: string, rank: number, chance: Chance): string {
  const [, served] = chance.pick(codes);
  return `${genre === 'ght' ? 'GHT' : 'Groupe'} ${chance.pick(served)} ${chance.pick(names)} ${rank}`;
}
