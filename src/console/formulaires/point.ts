import { factPath } from '../dossier/faits/form.ts';
import type { CaseRead } from '../dossier/read/case.ts';
import { labelIn } from '../forms/draw.ts';
import { idOf } from '../forms/draw-field.ts';
import { toFrenchDays } from '../ui/words.ts';
import type { Imprime, Saisie } from './catalogue.ts';

/** One thing that the ANS looks at, or that the procedure asks for, as it stands now. */
export interface Point {
  title: string;
  etat: 'bon' | 'attention' | 'faute';
  /** What is wrong and what to do; null when all is well. */
  text: string | null;
  link: { libelle: string; vers: string } | null;
}

/** What a form is checked against. */
export interface Examen {
  imprime: Imprime;
  affaire: CaseRead;
  /** What the form holds, as its schema is given it. */
  saisie: Saisie;
  /** Today, YYYY-MM-DD. */
  jour: string;
}

/** All is well. */
export function good(titre: string): Point {
  return { title: titre, etat: 'bon', text: null, link: null };
}

/** What the form would be returned for, and what to do. */
export function bad(titre: string, texte: string, lien: Point['link'] = null): Point {
  return { title: titre, etat: 'faute', text: toFrenchDays(texte), link: lien };
}

/** What deserves a second look. */
export function doubt(titre: string, texte: string, lien: Point['link'] = null): Point {
  return { title: titre, etat: 'attention', text: toFrenchDays(texte), link: lien };
}

/** A link to a field of the form. */
export function field({ form }: Imprime, nom: string): Point['link'] {
  return { libelle: `Aller au champ : ${labelIn(form, nom)}`, vers: `#${idOf(form, nom)}` };
}

/** Where what a region of the machine lacks is told. */
export function remedy({ affaire }: Examen, region: string): Point['link'] {
  const { cible, suite } = affaire;
  const etape = suite?.etapes.find(({ id }) => id.startsWith(`${region}.`));
  if (!etape) return { libelle: 'Voir le dossier', vers: `/dossiers/${cible.id}` };
  if (etape.formulaire)
    return { libelle: etape.libelle, vers: `/dossiers/${cible.id}/formulaires/${etape.formulaire}` };
  const fait = etape.faits.find(({ accepte }) => accepte);
  return fait
    ? { libelle: fait.libelle, vers: factPath(cible, fait.type) }
    : { libelle: etape.libelle, vers: `/dossiers/${cible.id}` };
}
