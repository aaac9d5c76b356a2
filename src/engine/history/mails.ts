import { z } from 'zod';
import { Depot, type TypeACote } from './beside.ts';

/** Somebody who writes or is written to; the name is empty where it is not known. */
export const Correspondant = z.strictObject({ nom: z.string(), adresse: z.string() });
export type Correspondant = z.output<typeof Correspondant>;

/** What the line of a mail that was sent says: its bytes, and all that its sending needs. */
export const Envoye = Depot.extend({
  /** Of the mail: the same in its Message-ID, and in the lines of several cases that one mail is about. */
  courriel: z.string(),
  /** Where it comes back to. */
  retour: z.string(),
  a: z.array(Correspondant),
  objet: z.string(),
  /** The canned mail that it was written from. */
  modele: z.string().nullable(),
  /** Whether nobody wrote it. */
  automatique: z.boolean(),
  /** Whether it is about several cases. */
  ensemble: z.boolean(),
  /** The names of what it brings. */
  pieces: z.array(z.string()),
});
export type Envoye = z.output<typeof Envoye>;

/** What the line of a mail that came says. */
export const Recu = Depot.extend({
  /** What was kept of it when it came. */
  recu: z.string(),
  de: Correspondant.nullable(),
  objet: z.string(),
  messageId: z.string().nullable(),
  /** The mail that it answers, where that is one of ours. */
  repond: z.string().nullable(),
  automatique: z.boolean(),
  pieces: z.array(z.string()),
});
export type Recu = z.output<typeof Recu>;

/** What the line of a mail that did not arrive says; with the bytes of whoever wrote so. */
export const Refuse = Depot.partial().extend({
  courriel: z.string(),
  adresse: z.string(),
  raison: z.string(),
});
export type Refuse = z.output<typeof Refuse>;

interface Line {
  type: string;
  saisie: string | null;
}

/** What a line says of a mail that was sent; null for any other line, and once it is erased. */
export const readEnvoye = readerOf('courriel.envoye', Envoye);
/** The same of one that came. */
export const readRecu = readerOf('courriel.recu', Recu);
/** The same of one that did not arrive. */
export const readRefuse = readerOf('courriel.refuse', Refuse);

function readerOf<Kept extends z.ZodType>(type: TypeACote, schema: Kept) {
  return (line: Line): z.output<Kept> | null => {
    if (line.type !== type || line.saisie === null) return null;
    return schema.safeParse(JSON.parse(line.saisie)).data ?? null;
  };
}
