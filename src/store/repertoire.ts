/** An open establishment as the national register writes it. */
export interface FicheEtablissement {
  /** The geographic one. */
  finess: string;
  /** That of its legal entity; null when the extract does not say it. */
  finessEj: string | null;
  siret: string | null;
  denomination: string;
  codePostal: string;
  /** As its letters are addressed, CEDEX included. */
  commune: string;
  /** What it is: « Centre Hospitalier (C.H.) ». */
  categorie: string | null;
  /** Its part in the public hospital service: « Etablissement public de santé ». */
  statut: string | null;
}

/** What is searched beside what is shown: its short name, the commune without CEDEX. */
export interface FicheImportee extends FicheEtablissement {
  autresNoms: string;
}

/** How many establishments are held, and since when (ISO instant). */
export interface EtatRepertoire {
  nombre: number;
  importeLe: string;
}

/** The directory of establishments from which an opening is filled. */
export interface Repertoire {
  /** Null while no extract was imported: nothing is then found. */
  etat(): EtatRepertoire | null;
  /** Those that all the words or the number of a text name, the most telling first; words in any order, their beginnings suffice. */
  chercher(texte: string, limite: number): FicheEtablissement[];
  /** The one of a geographic FINESS. */
  lire(finess: string): FicheEtablissement | null;
  /** All those of a legal entity, at most 300. */
  deLEntite(finessEj: string): FicheEtablissement[];
}
