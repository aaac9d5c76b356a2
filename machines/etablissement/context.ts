import type { z } from 'zod';
import type { Carte, Qualite } from '../formulaires/champs.ts';

/** The card a holder uses today; `fin` is the printed end date, null when it is not known. */
export type CarteActive = Pick<z.output<typeof Carte>, 'type' | 'fin'>;

/** What a signature binds: the SHA-256 of each signed part of form 413, hexadecimal. */
interface Empreintes {
  partie1: string | null;
  partie3: string | null;
  partie4: string | null;
}

/** Only what guards and deadlines read; everything else stays in the journal. */
export interface DossierContext {
  carteResponsable: CarteActive | null;
  carteMandataire: CarteActive | null;
  carteAdministrateur: CarteActive | null;
  /** Part 3: who is to sign form 413. */
  signataire: z.output<typeof Qualite> | null;
  parties: Empreintes;
  signature: Empreintes | null;
}

/** A dossier of which nothing is known yet. */
export function openContext(): DossierContext {
  return {
    carteResponsable: null,
    carteMandataire: null,
    carteAdministrateur: null,
    signataire: null,
    parties: { partie1: null, partie3: null, partie4: null },
    signature: null,
  };
}
