import { parentPort } from 'node:worker_threads';
import {
  PDFCheckBox,
  PDFDocument,
  PDFDropdown,
  type PDFField,
  PDFHexString,
  PDFName,
  PDFOptionList,
  PDFRadioGroup,
  PDFString,
  PDFTextField,
} from '@cantoo/pdf-lib';
import { fold } from '../fold.ts';
import { err, ok } from '../result.ts';
import type { Answer, Task } from './acroform.ts';
import type { ChampPdf, Valeurs } from './types.ts';

/** No sheet of paper has more: what recognizes them takes as long as they are many. */
const MOST_FIELDS = 2_000;

/** One file after the other, as they are asked. */
parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await answerTo(task)));

async function answerTo(task: Task): Promise<Answer> {
  try {
    const document = await PDFDocument.load(task.octets, { updateMetadata: false });
    const fields = document.getForm().getFields();
    if (fields.length > MOST_FIELDS) return err('pdf-illisible');
    const champs = fields.flatMap((field) => champOf(field) ?? []);
    if (champs.length === 0) return err('pdf-sans-champ');
    if (task.genre === 'champs') return ok({ champs });
    for (const field of fields) fill(field, task.valeurs);
    return ok({ pdf: await document.save() });
  } catch {
    return err('pdf-illisible');
  }
}

/** Null for what is not filled in: a signature, a button. */
function champOf(field: PDFField): ChampPdf | null {
  const known = { nom: field.getName(), libelle: saidOf(field) };
  if (field instanceof PDFTextField) return { ...known, genre: 'texte', options: [] };
  if (field instanceof PDFCheckBox) return { ...known, genre: 'case', options: [] };
  const isChoice = field instanceof PDFDropdown || field instanceof PDFOptionList || field instanceof PDFRadioGroup;
  return isChoice ? { ...known, genre: 'choix', options: field.getOptions() } : null;
}

/** What is said of a field to whoever does not see it. */
function saidOf({ acroField }: PDFField): string {
  const said = acroField.dict.lookup(PDFName.of('TU'));
  return said instanceof PDFString || said instanceof PDFHexString ? said.decodeText() : '';
}

function fill(field: PDFField, valeurs: Valeurs): void {
  const name = field.getName();
  const valeur = Object.hasOwn(valeurs, name) ? valeurs[name] : undefined;
  if (valeur === undefined) return;
  if (field instanceof PDFCheckBox) {
    if (valeur === true) field.check();
    else field.uncheck();
  } else if (typeof valeur === 'string' && field instanceof PDFTextField) {
    field.setMaxLength(undefined);
    field.setText(valeur);
  } else if (
    typeof valeur === 'string' &&
    (field instanceof PDFDropdown || field instanceof PDFOptionList || field instanceof PDFRadioGroup)
  ) {
    const chosen = field.getOptions().find((option) => fold(option) === fold(valeur));
    if (chosen !== undefined) field.select(chosen);
  }
}
