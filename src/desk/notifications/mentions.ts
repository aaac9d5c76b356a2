import { fold } from '../../fold.ts';

/** Somebody who may be named. */
interface Nomme {
  id: string;
  nom: string;
}

/** Whom a text names after an @, each once, and the names that are nobody’s, or several people’s. */
export interface Mentions<Compte extends Nomme> {
  comptes: Compte[];
  inconnus: string[];
}

const AFTER_AT = /(?<![\p{L}\p{N}.@_-])@(\p{L}[^\n@]{0,80})/gu;

/** Reads « @Camille Roy », and « @camille » where one person alone is called so; an e-mail names nobody. */
export function mentionsIn<Compte extends Nomme>(texte: string, comptes: readonly Compte[]): Mentions<Compte> {
  const known = comptes.map((compte) => ({ compte, words: fold(compte.nom).split(' ') }));
  const found = new Set<Compte>();
  const inconnus = new Set<string>();
  for (const [, after = ''] of texte.matchAll(AFTER_AT)) {
    const said = fold(after).split(' ');
    const whole = known
      .filter(({ words }) => words.every((word, rank) => said[rank] === word))
      .sort((a, b) => b.words.length - a.words.length)[0];
    const called = known.filter(({ words }) => words.includes(said[0] ?? ''));
    const one = whole ?? (called.length === 1 ? called[0] : undefined);
    if (one) found.add(one.compte);
    else inconnus.add(/^[\p{L}\p{M}’'-]+/u.exec(after)?.[0] ?? after);
  }
  return { comptes: [...found], inconnus: [...inconnus] };
}
