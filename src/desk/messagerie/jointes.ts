import { hash } from 'node:crypto';
import type { Act, Desk } from '../../acts/act.ts';
import { type DocumentRefusal, deposit, examined, formsOn, isAntivirusSilent, type Vu } from '../../acts/documents.ts';
import { MESSAGERIE } from '../../acts/mails.ts';
import { natureOf } from '../../documents/kinds.ts';
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
  vu: Vu;
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
    const lus = performance.now() < until ? await formsOn(octets, nature) : [];
    kept.push({ nom, octets, vu: { nature, lus } });
  }
  return kept;
}

/** The dossiers of which what is joined bears printed forms. */
export function namedOn(jointes: readonly Jointe[]): string[] {
  return [...new Set(jointes.flatMap(({ vu }) => vu.lus.map(({ dossier }) => dossier)))];
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
  for (const { nom, octets, vu } of jointes) {
    const clean = await examined(desk, octets);
    if (!clean.ok) {
      if (clean.error.code === 'antivirus-muet' && (await isAntivirusSilent(desk))) return clean;
      continue;
    }
    for (const id of new Set([dossierId, ...vu.lus.map(({ dossier }) => dossier)])) {
      const cle = `piece:${courriel}:${id}:${hash('sha256', octets)}`;
      const demande = { auteur: MESSAGERIE, cle, empreinte: cle, tell: () => '{}' };
      await deposit(
        desk,
        { genre: 'dossier', id },
        { octets, nom, prouve: null, vu },
        { auteur, version: null, demande },
      );
    }
  }
  return ok(null);
}
