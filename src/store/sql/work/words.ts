import { fold } from '../../../fold.ts';
import { type Dialect, run, type Work } from '../work.ts';

/** How an engine finds lines of the worklist by their words. */
interface WordSearch {
  /** On `travail_texte`, where `@mots` is what `match` gives. */
  condition: string;
  /** All of these words; one of more than a letter may be the beginning of a longer one. */
  match(mots: readonly string[]): string;
  /** Keeps the text of a line instead of the one before. */
  index(numero: number, texte: string): Work<unknown>;
}

const LONGEST = 200;

const searches: Readonly<Record<Dialect, WordSearch>> = {
  sqlite: {
    condition: 'travail_texte MATCH @mots',
    match: (mots) => mots.map((mot) => (mot.length > 1 ? `"${mot}"*` : `"${mot}"`)).join(' AND '),
    index: run<[number, string]>('INSERT OR REPLACE INTO travail_texte (rowid, texte) VALUES (?, ?)'),
  },
  postgres: {
    condition: 'texte @@ CAST(@mots AS TSQUERY)',
    match: (mots) =>
      wordsOf(mots.join(' '))
        .map((mot) => (mot.length > 1 ? `'${mot}':*` : `'${mot}'`))
        .join(' & '),
    index: (numero, texte) => keep(numero, wordsOf(texte).join(' ')),
  },
};

const keep = run<[number, string]>(`
  INSERT INTO travail_texte (rowid, texte) VALUES (?, array_to_tsvector(string_to_array(?, ' ')))
  ON CONFLICT (rowid) DO UPDATE SET texte = excluded.texte`);

/** How lines are found by words, written behind one name by each engine. */
export function wordSearch(dialect: Dialect): WordSearch {
  return searches[dialect];
}

/** The words of a text, each once; a TSVECTOR takes none of 2 kB. */
function wordsOf(texte: string): string[] {
  const words = fold(texte).split(' ').filter(Boolean);
  return [...new Set(words.map((word) => word.slice(0, LONGEST)))];
}
