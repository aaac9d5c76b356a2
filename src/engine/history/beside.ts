import { z } from 'zod';

/** What a journal says beside the machine of its case: no fact, which nothing replays nor corrects; by the type of its line. */
export const A_COTE = {
  'document.depose': { libelle: 'Document déposé', sorte: 'document' },
  'document.efface': { libelle: 'Document effacé', sorte: 'document' },
  'courriel.envoye': { libelle: 'Courriel envoyé', sorte: 'courriel' },
  'courriel.recu': { libelle: 'Courriel reçu', sorte: 'courriel' },
  'courriel.refuse': { libelle: 'Courriel non remis', sorte: 'courriel' },
  'personne.effacee': { libelle: 'Données d’une personne effacées, à sa demande', sorte: 'effacement' },
  'conservation.echue': {
    libelle: 'Données des personnes effacées, au terme de leur conservation',
    sorte: 'effacement',
  },
} as const satisfies Record<string, { libelle: string; sorte: 'document' | 'courriel' | 'effacement' }>;
export type TypeACote = keyof typeof A_COTE;
type OfSorte<Sorte> = { [Type in TypeACote]: (typeof A_COTE)[Type]['sorte'] extends Sorte ? Type : never }[TypeACote];

/** A line that says that others were erased. */
export type TypeEffacement = OfSorte<'effacement'>;
/** A line that tells of a document or of a mail. */
export type TypeDepot = OfSorte<'document' | 'courriel'>;

/** Whether a line of a journal is beside the machine. */
export function isToldBeside(type: string): type is TypeACote {
  return Object.hasOwn(A_COTE, type);
}

/** Whether a line says that others were erased. */
export function isErasure(type: string): type is TypeEffacement {
  return isToldBeside(type) && A_COTE[type].sorte === 'effacement';
}

/** What any line that brings bytes says of them: the document by its SHA-256, as it was named, what it is, and the line that it proves. */
export const Depot = z.object({
  document: z.string(),
  nom: z.string(),
  nature: z.string(),
  octets: z.int(),
  prouve: z.int().nullable(),
});
export type Depot = z.output<typeof Depot>;

/** What a line says of the document that it brings, mails included; null for any other line, and once it is erased. */
export function readDepot({ type, saisie }: { type: string; saisie: string | null }): Depot | null {
  if (saisie === null || !isToldBeside(type) || type === 'document.efface') return null;
  return Depot.safeParse(JSON.parse(saisie)).data ?? null;
}
