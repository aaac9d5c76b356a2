import { fold } from '../fold.ts';
import type { Carte, ChampPdf, Place } from './types.ts';

/** What a word of the place’s own name counts, against one of what leads to it. */
const OWN = 2;

interface Candidate {
  champ: ChampPdf;
  place: string;
  score: number;
}

/** Which field of a PDF is likely which place of a form, by the words that are said of both; what two places claim alike is left out. */
export function learn(champs: readonly ChampPdf[], places: readonly Place[]): Carte {
  const spots = places.flatMap(spotsOf);
  const weight = weightsOf(spots);
  const found = champs.flatMap((champ) => best(champ, spots, weight) ?? []).sort((a, b) => b.score - a.score);
  const taken = new Set<string>();
  const carte: Carte = {};
  for (const { champ, place } of found) {
    if (taken.has(place)) continue;
    taken.add(place);
    carte[champ.nom] = place;
  }
  return carte;
}

/** A place, or one of its choices where a PDF gives each a box. */
interface Spot {
  place: string;
  genre: ChampPdf['genre'];
  own: Set<string>;
  around: Set<string>;
}

function spotsOf({ place, contexte, libelle, genre, options }: Place): Spot[] {
  const around = wordsOf(contexte);
  const own = wordsOf(libelle);
  const boxes = options.map(({ value, label }) => ({
    place: `${place}=${value}`,
    genre: 'case' as const,
    own: wordsOf(`${value} ${label}`),
    around: new Set([...own, ...around]),
  }));
  return [{ place, genre, own, around }, ...boxes];
}

/** A word weighs less where more places have it. */
function weightsOf(spots: readonly Spot[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const { own } of spots) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => 1 / (counts.get(word) ?? 1);
}

function best(champ: ChampPdf, spots: readonly Spot[], weight: (word: string) => number): Candidate | null {
  const said = wordsOf(`${champ.nom} ${champ.libelle}`);
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weight(word), 0);
  const scored = spots.flatMap(({ place, genre, own, around }) => {
    const common = own.intersection(said);
    if (common.size === 0 || !fits(champ.genre, genre)) return [];
    const whole = common.size / own.size;
    return [{ champ, place, score: whole * (OWN * sum(common) + sum(around.intersection(said))) }];
  });
  const [first, second] = scored.sort((a, b) => b.score - a.score);
  return first && first.score !== second?.score ? first : null;
}

/** A choice may be written in a line of text. */
function fits(pdf: ChampPdf['genre'], ours: ChampPdf['genre']): boolean {
  return pdf === ours || (pdf === 'texte' && ours === 'choix');
}

/** « etabSIRET_1 » as « etab siret 1 »; short words tell nothing, but numbers do. */
function wordsOf(text: string): Set<string> {
  const apart = text.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll(/(\p{L})(\d)/gu, '$1 $2');
  return new Set(
    fold(apart)
      .split(' ')
      .filter((word) => word.length > 2 || /^\d$/.test(word)),
  );
}
