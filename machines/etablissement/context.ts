import type { z } from 'zod';
import type { Carte, Qualite } from '../formulaires/champs.ts';
import type { Administrateur } from './administrateurs.ts';
import type { MotifRetour } from './formulaire-413-facts.ts';

/** The card a holder uses today; `fin` is the printed end date, null when it is not known. */
export type CarteActive = Pick<z.output<typeof Carte>, 'type' | 'fin'>;

/** What a signature binds: the SHA-256 of each signed part of form 413, hexadecimal. */
interface Empreintes {
  partie1: string | null;
  partie3: string | null;
  partie4: string | null;
}

interface Identifiants {
  siret: string | null;
  finess: string | null;
}

/** Only what guards, deadlines and warnings read; everything else stays in the journal. */
export interface DossierContext {
  identifiants: Identifiants;
  carteResponsable: CarteActive | null;
  carteMandataire: CarteActive | null;
  /** The one in charge first (A18). */
  administrateurs: Administrateur[];
  /** Whom the ANS has habilitated, by id. */
  habilites: string[];
  /** Whom part 4 of the current form names, by id. */
  nommes: string[];
  /** Who is known under each role, by the id of his name. */
  connus: { representantLegal: string | null; mandataire: string | null };
  /** The éditeur whom one asked for help, folded. */
  editeur: string | null;
  /** Part 3: who is to sign form 413. */
  signataire: z.output<typeof Qualite> | null;
  /** His name there, by its id. */
  viseur: string | null;
  /** Part 1: the numbers that it bears. */
  declares: Identifiants | null;
  parties: Empreintes;
  signature: Empreintes | null;
  /** Why the ANS returned the form that is being corrected. */
  retour: { le: string; motifs: MotifRetour[] } | null;
}

/** A dossier of which nothing is known yet but its identifiers, where they are given. */
export function openContext(input?: { siret?: string | null; finess?: string | null }): DossierContext {
  return {
    identifiants: { siret: input?.siret ?? null, finess: input?.finess ?? null },
    carteResponsable: null,
    carteMandataire: null,
    administrateurs: [],
    habilites: [],
    nommes: [],
    connus: { representantLegal: null, mandataire: null },
    editeur: null,
    signataire: null,
    viseur: null,
    declares: null,
    parties: { partie1: null, partie3: null, partie4: null },
    signature: null,
    retour: null,
  };
}
