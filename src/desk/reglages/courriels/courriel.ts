import { contenusDe, type DossierLu, type Envoi } from './contenus.ts';
import type { Destinataire } from './saisie.ts';
import { fill, missingIn, variables } from './variables.ts';

/** A mail ready to be read over and sent by a person. */
export interface Courriel {
  /** Addresses separated by commas; empty where none is set. */
  a: string;
  objet: string;
  corps: string;
  /** What has to be completed by hand, in French. */
  aCompleter: string[];
}

/** What of a canned mail is filled. */
interface Texte {
  destinataire: Destinataire;
  objet: string;
  corps: string;
}

/** The mail that `texte` becomes for a dossier; `a` are the addresses of its recipient on that day. */
export function courrielDe(texte: Texte, dossier: DossierLu, envoi: Envoi & { a: string | null }): Courriel {
  const contenus = contenusDe(dossier, envoi, texte.destinataire);
  const missing = missingIn(`${texte.objet}\n${texte.corps}`, contenus);
  return {
    a: envoi.a ?? '',
    objet: fill(texte.objet, contenus),
    corps: fill(texte.corps, contenus),
    aCompleter: missing.map((name) => variables[name]),
  };
}

/** What a mail program opens, already written; null for more than the 2,000 characters that all of them take. */
export function mailto({ a, objet, corps }: Pick<Courriel, 'a' | 'objet' | 'corps'>): string | null {
  const to = a
    .split(', ')
    .filter((one) => one !== '')
    .map((one) => encodeURIComponent(one).replaceAll('%40', '@'))
    .join(',');
  const link = `mailto:${to}?subject=${encodeURIComponent(objet)}&body=${encodeURIComponent(corps.replaceAll('\n', '\r\n'))}`;
  return link.length <= 2_000 ? link : null;
}
