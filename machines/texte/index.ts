import type { Section } from '../source.ts';
import { demande } from './demande.ts';
import { parcours } from './parcours.ts';
import type { Phrase, Phrases } from './phrase.ts';
import { prerequis } from './prerequis.ts';

/** Every sentence of the procedure that says something, in its order. */
export const texte: Phrases = { ...prerequis, ...parcours, ...demande };

/** The sentences of a passage, in their order. */
export function phrasesOf(section: Section): Phrase[] {
  return Object.entries(texte).flatMap(([id, phrase]) => (sectionOf(id) === section ? [phrase] : []));
}

/** The passage of a sentence: « §5 étape 3 » of « §5 étape 3-2 ». */
export function sectionOf(id: string): string {
  return id.slice(0, id.lastIndexOf('-'));
}
