import type { Html } from '../../web/html.ts';

/** The parts of the console, as its navigation shows them. */
export type Rubrique = 'journee' | 'groupements' | 'procedures' | 'pilotage' | 'administration' | 'aide' | 'moi';

/** A step of the way to a page. */
export interface Lien {
  libelle: string;
  vers: string;
}

/** One page of the console. */
export interface Page {
  /** Of the window and of the page itself. */
  titre: string;
  /** What follows the title. */
  corps: Html;
  /** Where it stands in the navigation; none for a page of whoever is not in yet. */
  rubrique?: Rubrique;
  /** What leads to it, from above. */
  fil?: readonly Lien[];
  /** Under the title: what a dossier is known by. */
  sousTitre?: Html | null;
  /** Beside the title: what may be done. */
  actions?: Html | null;
  /** 200 unless told. */
  statut?: number;
  /** Whether something on it must be corrected. */
  aCorriger?: boolean;
  /** Whether it takes the whole width: a large table. */
  large?: boolean;
  /** Seconds after which it asks for itself again: something is being prepared. */
  revient?: number;
}
