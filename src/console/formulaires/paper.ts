import { createHash } from 'node:crypto';
import { tellSource } from '../../../machines/source.ts';
import { codeOf } from '../../documents/printed.ts';
import { canonicalJson } from '../../engine/canonical-json.ts';
import { OneThread } from '../../one-thread.ts';
import { nameOf } from '../dossier/frame.ts';
import { toFrenchDays } from '../ui/words.ts';
import type { FilledForm } from './filled-form.ts';
import { linesOnPaper, printedOf } from './paper-lines.ts';
import type { Sheet, Sheets } from './paper-worker.ts';

/** A form takes 0.1 to 0.3 s on a busy machine. */
const drawing = new OneThread<Sheets, Uint8Array | null>({
  worker: new URL('./paper-worker.ts', import.meta.url),
  memoryMb: 256,
  patienceMs: 120_000,
  idleMs: 20_000,
  mostWaiting: 200,
  tooLong: null,
  broken: null,
  busy: null,
});

/** A form on A4 sheets, as it is filled, with room to sign: a tagged PDF, named after what it is; null when it could not be drawn in time. */
export async function paperOf(travail: FilledForm): Promise<{ nom: string; pdf: Buffer } | null> {
  const { imprime, affaire } = travail;
  const sheet = sheetOf(travail);
  const pdf = await drawing.ask({ titre: `${sheet.titre}, ${sheet.nom}`, sheets: [sheet] });
  return pdf && { nom: `${imprime.id}-${affaire.cible.id.slice(0, 8)}.pdf`, pdf: Buffer.from(pdf) };
}

/** Several forms one after the other in a file of that title, each with its own pages: a tagged PDF; null when it could not be drawn in time. */
export async function papersOf(titre: string, forms: readonly FilledForm[]): Promise<Buffer | null> {
  const pdf = await drawing.ask({ titre, sheets: forms.map(sheetOf) });
  return pdf && Buffer.from(pdf);
}

function sheetOf(travail: FilledForm): Sheet {
  const { imprime, affaire, typed, jour } = travail;
  const { id } = affaire.cible;
  const nom = nameOf(affaire);
  const imprint = imprintOf(travail);
  const short = id.slice(0, 8);
  const { version } = affaire.row;
  return {
    titre: imprime.nom === imprime.titre ? imprime.nom : `${imprime.nom} — ${imprime.titre}`,
    nom,
    entete: `${nom} · ${tellSource(imprime.source)} · imprimé le ${toFrenchDays(jour)}`,
    lieu: typed['signature.lieu']?.trim() || null,
    lines: linesOnPaper(imprime.lecture, typed),
    pied: [
      `${imprime.nom} · dossier ${short}, version ${version}`,
      `Empreinte SHA-256 de ce qui est imprimé : ${imprint.slice(0, 32)}`,
      imprint.slice(32),
    ],
    code: codeOf({ formulaire: imprime.id, dossier: id, version, empreinte: imprint.slice(0, 16) }),
  };
}

/** The SHA-256 of what is printed to be signed, hexadecimal: what is left to the hand is not in it. */
export function imprintOf({ imprime, typed }: FilledForm): string {
  const text = canonicalJson({ formulaire: imprime.id, saisie: printedOf(typed) });
  return createHash('sha256').update(text).digest('hex');
}
