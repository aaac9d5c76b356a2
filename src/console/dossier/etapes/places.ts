import type { Procedure } from '../../../../machines/procedure.ts';
import type { Designe } from '../read/administrateurs.ts';
import type { Delais } from '../read/board.ts';
import type { Cible, Suite } from '../read/case.ts';

/** What the acts of a page need to be drawn. */
export interface Places {
  /** The case that the page is about. */
  cible: Cible;
  /** Whether whoever looks may record anything. */
  agit: boolean;
  /** Today, YYYY-MM-DD. */
  jour: string;
  /** The usual delays that rule today. */
  delais: Delais;
  /** How many acts are left at least; null when nothing leads to the end. */
  minimum: number | null;
  /** The last line of the journal that the page shows. */
  vu: number;
  /** Where one comes back to once an act is recorded. */
  retour: string;
  /** What the certificates of the case are called, by id. */
  certificats: ReadonlyMap<string, string>;
  /** The administrateurs techniques, the one in charge first, where there are several; none otherwise. */
  designes: readonly Designe[];
  /** The dossier of the family, and the shortest way to its end. */
  dossier: { cible: Cible; chemin: Suite['restant']['etapes'] } | null;
  /** What runs a case of the family. */
  procedureOf(cible: Cible): Procedure | null;
  /** The form of a fact of a case; of one administrateur technique among several, by his id. */
  formOf(cible: Cible, type: string, administrateur?: string): string;
}
