import { z } from 'zod';

/** What a journal says of documents: no fact of a machine. */
export const DEPOTS = {
  'document.depose': 'Document déposé',
  'document.efface': 'Document effacé',
} as const;
export type TypeDepot = keyof typeof DEPOTS;

/** Whether a line tells of a document. */
export function isDeposit(type: string): type is TypeDepot {
  return Object.hasOwn(DEPOTS, type);
}

/** A form that was printed from its dossier, and came back signed on these pages of a scan. */
const Imprime = z.strictObject({
  formulaire: z.string(),
  version: z.int(),
  empreinte: z.string(),
  pages: z.array(z.int()),
});

/**
 * What the line of a deposit says: the document by its SHA-256, as it was named, what it is, the line that it proves, and the forms of this dossier
 * that its codes name.
 */
const Depot = z.strictObject({
  document: z.string(),
  nom: z.string(),
  nature: z.string(),
  octets: z.int(),
  prouve: z.int().nullable(),
  imprimes: z.array(Imprime).default([]),
});
export type Depot = z.output<typeof Depot>;

/** What a line of deposit says; null for any other line, and once it is erased. */
export function readDepot({ type, saisie }: { type: string; saisie: string | null }): Depot | null {
  if (type !== ('document.depose' satisfies TypeDepot) || saisie === null) return null;
  return Depot.safeParse(JSON.parse(saisie)).data ?? null;
}
