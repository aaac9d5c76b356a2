import { z } from 'zod';

/** A field of a PDF that may be filled in: its name there, what is said beside it, how it is filled, and among what it chooses. */
export interface ChampPdf {
  nom: string;
  libelle: string;
  genre: 'texte' | 'case' | 'choix';
  options: string[];
}

/** A place of one of our forms: its name there, what leads to it, what it is called, how it is filled, and among what it chooses. */
export interface Place {
  place: string;
  contexte: string;
  libelle: string;
  genre: ChampPdf['genre'];
  options: readonly { value: string; label: string }[];
}

/** Which field of a PDF is which place of a form; of a box that is one of several choices, `place=choice`. */
export const Carte = z.record(z.string().max(500), z.string().max(200));
export type Carte = z.output<typeof Carte>;

/** What is written in a field: a text, a choice by its label, or whether a box is ticked. */
export type Valeurs = Readonly<Record<string, string | boolean>>;

/** Why a file cannot be filled in. */
export type IllisiblePdf = 'pdf-illisible' | 'pdf-sans-champ' | 'pdf-occupe';
