/** Which certificates are told of: those that hold on the day `jour` and end on `avant` at the latest (YYYY-MM-DD). */
export interface EndingAsked {
  jour: string;
  avant: string;
  /** Those that an éditeur follows on that day. */
  editeurId?: string | undefined;
  /** Those of the sites of a groupement, by its id. */
  groupement?: string | undefined;
  /** A part of the name of the structure, or its SIRET or FINESS. */
  structure?: string | undefined;
  /** Those that an authority issued, by its name. */
  emetteur?: string | undefined;
  /** Those of these serial numbers: a JSON array. */
  numeros?: string | undefined;
}

/** A certificate that was withdrawn and holds, with its structure. */
export interface EndingRow {
  id: string;
  /** Its last day, YYYY-MM-DD. */
  fin: string;
  /** JSON texts, as they are kept. */
  fiche: string;
  etat: string;
  dossierId: string;
  denomination: string;
  siret: string | null;
  finess: string | null;
  groupementNom: string | null;
  /** Those who follow it, by their names, null for nobody. */
  editeurs: string | null;
}

/** How many certificates end, of how many structures, and the first day of it; `id` is null for what no éditeur follows. */
export interface EndingCount {
  id: string | null;
  nom: string | null;
  certificats: number;
  structures: number;
  premier: string;
}

/** How many certificates an authority issued, null for those of which nobody said it, and the first day of it. */
export interface EndingOfEmetteur {
  emetteur: string | null;
  certificats: number;
  premier: string;
}

/** What ends when. */
export interface InventoryStore {
  ending(
    asked: EndingAsked,
    part: { tri: 'fin' | 'structure'; limite: number; decalage: number },
  ): Promise<EndingRow[]>;
  countEnding(asked: EndingAsked): Promise<number>;
  /** By éditeur, by name, what nobody follows last; what several follow counts for each. */
  endingByEditeur(asked: EndingAsked): Promise<EndingCount[]>;
  /** By authority, by name, those of which nobody said it last. */
  endingByEmetteur(asked: EndingAsked): Promise<EndingOfEmetteur[]>;
}
