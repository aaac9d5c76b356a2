import type { Act, Desk } from '../../acts/act.ts';
import { deposit, formsOn } from '../../acts/documents.ts';
import { natureOf } from '../../documents/kinds.ts';
import type { FormulaireLu } from '../../documents/printed.ts';
import type { ReceivedMail } from '../../mail/received.ts';

/** What is joined to a mail and may be kept, with the printed forms that its codes name. */
export interface Jointe {
  nom: string;
  octets: Buffer;
  lus: FormulaireLu[];
}

/** What was joined to a mail that somebody wrote: a machine joins nothing worth keeping apart from it. */
export async function jointesOf({ attachments, isAutomatic }: ReceivedMail): Promise<Jointe[]> {
  if (isAutomatic) return [];
  const kept: Jointe[] = [];
  for (const { name: nom, bytes } of attachments) {
    const octets = Buffer.from(bytes);
    const nature = await natureOf(octets);
    if (nature !== null) kept.push({ nom, octets, lus: await formsOn(octets, nature) });
  }
  return kept;
}

/** The dossiers of which what is joined bears printed forms. */
export function namedOn(jointes: readonly Jointe[]): string[] {
  return [...new Set(jointes.flatMap(({ lus }) => lus.map(({ dossier }) => dossier)))];
}

/** Keeps what was joined as pieces of the dossier of its mail, and of each other one of which it bears forms. */
export async function keepJointes(
  desk: Desk,
  dossierId: string,
  jointes: readonly Jointe[],
  { auteur }: Pick<Act, 'auteur'>,
): Promise<void> {
  for (const { nom, octets, lus } of jointes)
    for (const id of new Set([dossierId, ...lus.map(({ dossier }) => dossier)]))
      await deposit(desk, { genre: 'dossier', id }, { octets, nom, prouve: null, lus }, { auteur, version: null });
}
