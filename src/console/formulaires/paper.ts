import { createHash } from 'node:crypto';
import { tellSource } from '../../../machines/source.ts';
import { codeOf } from '../../documents/printed.ts';
import { canonicalJson } from '../../engine/canonical-json.ts';
import { OneThread } from '../../one-thread.ts';
import { html } from '../../web/html.ts';
import { nameOf, underCase } from '../dossier/frame.ts';
import { type Field, lengthName, within } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { drawRead, shownAt } from '../forms/read.ts';
import { lengthOf, type Typed } from '../forms/typed.ts';
import { get, type Screen } from '../shell/screen.ts';
import { type Page, refusedBy } from '../shell/shown.ts';
import { linkButton } from '../ui/button.ts';
import { longDay, toFrenchDays } from '../ui/words.ts';
import { type FilledForm, onForm } from './filled-form.ts';
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
    titre: imprime.intitule,
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

/** A line of a form on paper: a title, or a field with what it says; null for what is to be written by hand, by all unless `estFacultatif`. */
export type PaperLine =
  | { genre: 'titre'; niveau: 2 | 3; texte: string; aide: string | null }
  | { genre: 'champ'; label: string; valeur: string | null; estFacultatif: boolean };

/** What is written, ticked or stamped on the day of the signature, and what tells that it was sent. */
const BY_HAND = /^(?:signature|envoi|remplissage)(?:\.|$)|^partie3\.(?:date|cachet)$/;

/** Whether a field, by its name, is left to the hand. */
export function isByHand(nom: string): boolean {
  return BY_HAND.test(nom);
}

/** What of a form is printed, thus signed: what is left to the hand is not. */
function printedOf(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([nom, text]) => !isByHand(nom) && text.trim() !== ''));
}

/** A form line after line, in its order; a list that is empty has one element to fill in. */
function linesOnPaper(form: Form, typed: Typed): PaperLine[] {
  return linesOf({ form, typed }, form.root, '', 2);
}

interface Printing {
  form: Form;
  typed: Typed;
}

function linesOf(
  printing: Printing,
  group: Extract<Field, { kind: 'group' }>,
  nom: string,
  niveau: 2 | 3,
): PaperLine[] {
  const fields = Object.entries(group.fields)
    .map(([cle, field]) => ({ field, name: within(nom, cle) }))
    .filter(({ name }) => !isByHand(name));
  const isPlain = ({ field }: { field: Field }) => ['text', 'choice', 'check'].includes(field.kind);
  return [
    ...fields.filter(isPlain).map(({ field, name }) => plain(printing, field, name)),
    ...fields.filter((one) => !isPlain(one)).flatMap(({ field, name }) => nested(printing, field, name, niveau)),
  ];
}

function plain({ form, typed }: Printing, field: Field, name: string): PaperLine {
  const { label, isRequired } = field;
  const line = { genre: 'champ', label, estFacultatif: !isRequired } as const;
  if (field.kind === 'check') return { ...line, valeur: typed[name] === undefined ? 'Non cochée' : 'Cochée' };
  const valeur = shownAt(form, name, typed) || null;
  if (valeur !== null || field.kind !== 'choice') return { ...line, valeur };
  const choices = field.options.map((option) => option.label).join(' / ');
  return { ...line, label: `${label} (${choices})`, valeur };
}

function nested(printing: Printing, field: Field, name: string, niveau: 2 | 3): PaperLine[] {
  const title = (texte: string): PaperLine => ({ genre: 'titre', niveau, texte, aide: field.help });
  if (field.kind === 'group') return [title(field.label), ...linesOf(printing, field, name, 3)];
  if (field.kind === 'question') return [title(field.label), ...linesOf(printing, field.group, name, 3)];
  if (field.kind !== 'list' || field.element.kind !== 'group') return [];
  const { element } = field;
  const length = Math.max(1, lengthOf({ ...field, min: 0 }, printing.typed[lengthName(name)]));
  return Array.from({ length }, (_, rang) => [
    title(`${element.label} ${rang + 1}`),
    ...linesOf(printing, element, within(name, rang), 3),
  ]).flat();
}

/** A form, at `path`, as it is printed: a PDF to sign, or the page of a browser. */
export function printingScreens(path: '/dossiers/:id/formulaires/:formulaire'): Screen[] {
  const right = 'dossiers.lire';
  return [
    get(
      `${path}/papier.pdf`,
      right,
      onForm(async (_, travail) => {
        const paper = await paperOf(travail);
        if (!paper) return refusedBy(tooBusy);
        return { content: paper.pdf, type: 'application/pdf', filename: paper.nom };
      }),
    ),
    get(
      `${path}/impression`,
      right,
      onForm((_, travail) => printedPage(travail)),
    ),
  ];
}

function printedPage({ path, imprime, affaire, typed, jour, garde }: FilledForm): Page {
  const etat = garde.modifieLe === null ? 'tel que le dossier le remplit' : 'tel qu’il est rempli';
  return {
    title: imprime.intitule,
    ...underCase(affaire, { label: imprime.nom, href: path }),
    subtitle: html`<span>${nameOf(affaire)}</span><span>${etat}, le ${longDay(jour)}</span>`,
    actions: linkButton('Revenir au formulaire', path, 'second', 'retour'),
    body: html`<p class="doux consigne a-l-ecran">Imprimez cette page par votre navigateur (Ctrl + P) : seul le formulaire s’imprime.</p>
<section class="panneau">${drawRead(imprime.lecture, typed)}</section>
<p class="visa-papier">Signature et cachet</p>`,
  };
}

/** What is told of papers when too many are drawn. */
export const tooBusy = {
  status: 503,
  code: 'impression-occupee',
  title: 'Impression impossible en ce moment',
  detail: 'Trop de formulaires s’impriment à la fois : recommencez dans une minute.',
};
