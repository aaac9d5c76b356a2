import type { CheckField, ChoiceField, Field, GroupField, Largeur, TextField } from '../../forms/field.ts';
import type { Form } from '../../forms/form.ts';

/** What may be said of a field beside its name. */
interface Precisions {
  aide?: string;
  /** True unless told. */
  requis?: boolean;
  /** Of six; 6 unless told. */
  largeur?: Largeur;
  exemple?: string;
}

const connu = (titre: string, { aide, requis = true, largeur = 6 }: Precisions) =>
  ({ titre, aide: aide ?? null, requis, vide: undefined, largeur }) as const;

/** A line. */
export function ligne(
  titre: string,
  { type = 'text', ...more }: Precisions & { type?: TextField['type']; inputmode?: TextField['inputmode'] } = {},
): TextField {
  const { exemple = null, inputmode = type === 'email' ? 'email' : null } = more;
  return { genre: 'texte', ...connu(titre, more), type, long: false, max: null, inputmode, exemple, defaut: '' };
}

/** A day. */
export function jourDe(titre: string, more: Precisions = {}): TextField {
  return ligne(titre, { largeur: 3, ...more, type: 'date', inputmode: 'numeric' });
}

/** A text of several lines. */
export function texte(titre: string, more: Precisions = {}): TextField {
  return { ...ligne(titre, more), long: true };
}

/** One of a few. */
export function choixDe(titre: string, libelles: Readonly<Record<string, string>>, more: Precisions = {}): ChoiceField {
  const options = Object.entries(libelles).map(([valeur, libelle]) => ({ valeur, libelle }));
  return { genre: 'choix', ...connu(titre, more), options, aucun: null, defaut: '' };
}

/** A box to tick. */
export function coche(titre: string, aide?: string): CheckField {
  return { genre: 'case', ...connu(titre, aide ? { aide } : {}), requis: false, exigee: false, defaut: false };
}

/** Boxes, as many as one likes; `ticked` reads them. */
export function coches(titre: string, libelles: Readonly<Record<string, string>>, more: Precisions = {}): GroupField {
  const champs = Object.fromEntries(Object.entries(libelles).map(([code, libelle]) => [code, coche(libelle)]));
  return { genre: 'groupe', ...connu(titre, more), champs };
}

/** The codes of the boxes that were ticked. */
export function ticked(read: unknown): string[] {
  return Object.entries(read as Record<string, boolean>).flatMap(([code, isTicked]) => (isTicked ? [code] : []));
}

/** A form of such fields. */
export function formulaire(champs: Readonly<Record<string, Field>>, prefixe = 'champ'): Form {
  return { racine: { genre: 'groupe', ...connu('', {}), champs }, prefixe };
}
