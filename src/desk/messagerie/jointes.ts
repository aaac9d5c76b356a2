import { hash } from 'node:crypto';
import type { Act, Desk } from '../../acts/act.ts';
import { type DocumentRefusal, deposit, formsOn, isAntivirusSilent } from '../../acts/documents.ts';
import { MESSAGERIE } from '../../acts/mails.ts';
import { natureOf } from '../../documents/kinds.ts';
import type { FormulaireLu } from '../../documents/printed.ts';
import { ok, type Result } from '../../engine/refusal.ts';
import type { ReceivedMail } from '../../mail/received.ts';

/** What is shown in a text and weighs less is the logo of a signature. */
const LOGO_OCTETS = 32 * 1024;
/** How long the codes of what one mail brings are looked for, in milliseconds: others wait for it. */
const PATIENCE_MS = 120_000;

/** What is joined to a mail and may be kept, with the printed forms that its codes name. */
export interface Jointe {
  nom: string;
  octets: Buffer;
  lus: FormulaireLu[];
}

/** What was joined to a mail that somebody wrote: a machine joins nothing worth keeping apart from it. */
export async function jointesOf(
  { attachments, isAutomatic }: Pick<ReceivedMail, 'attachments' | 'isAutomatic'>,
  patienceMs = PATIENCE_MS,
): Promise<Jointe[]> {
  if (isAutomatic) return [];
  const until = performance.now() + patienceMs;
  const kept: Jointe[] = [];
  for (const { name: nom, bytes, isInText } of attachments) {
    if (isInText && bytes.length < LOGO_OCTETS) continue;
    const octets = Buffer.from(bytes);
    const nature = await natureOf(octets);
    if (nature === null) continue;
    kept.push({ nom, octets, lus: performance.now() < until ? await formsOn(octets, nature) : [] });
  }
  return kept;
}

/** The dossiers of which what is joined bears printed forms. */
export function namedOn(jointes: readonly Jointe[]): string[] {
  return [...new Set(jointes.flatMap(({ lus }) => lus.map(({ dossier }) => dossier)))];
}

/**
 * Keeps what was joined to the mail `courriel` as pieces of its dossier, and of each other one of which it bears forms, each once whoever files it; a
 * refusal where it is to be asked again. What an antivirus does not let in, or another dossier does not take, stays in the mail alone.
 */
export async function keepJointes(
  desk: Desk,
  { courriel, dossierId, jointes }: { courriel: string; dossierId: string; jointes: readonly Jointe[] },
  { auteur }: Pick<Act, 'auteur'>,
): Promise<Result<null, DocumentRefusal>> {
  for (const { nom, octets, lus } of jointes)
    for (const id of new Set([dossierId, ...lus.map(({ dossier }) => dossier)])) {
      const cle = `piece:${courriel}:${id}:${hash('sha256', octets)}`;
      const demande = { auteur: MESSAGERIE, cle, empreinte: cle, tell: () => '{}' };
      const piece = { octets, nom, prouve: null, lus };
      const kept = await deposit(desk, { genre: 'dossier', id }, piece, { auteur, version: null, demande });
      if (!kept.ok && kept.error.code === 'antivirus-muet' && (await isAntivirusSilent(desk))) return kept;
    }
  return ok(null);
}
