import PDFDocument from 'pdfkit';
import type { Procedure } from '../../../machines/procedure.ts';
import { tellSource } from '../../../machines/source.ts';
import { french } from '../../days.ts';
import { type FONTS, written } from '../../diagrams/paper.ts';
import { type ListPart, type ListRow, partsOf, READING, type Ticked } from './rows.ts';

/** A4, in points. */
const MARGINS = { top: 44, bottom: 54, left: 40, right: 40 };
const INK = '#16191d';
const SOFT = '#4a5159';
const RULE = '#b9bfc6';
const PADDING = 5;
const INDENT = 12;

/** A column: where it starts, how wide it is. */
const COLUMNS = {
  case: { x: 40, width: 16, titre: '' },
  numero: { x: 60, width: 26, titre: 'N°' },
  etape: { x: 88, width: 214, titre: 'Étape' },
  acteur: { x: 308, width: 78, titre: 'Qui' },
  documents: { x: 392, width: 108, titre: 'Formulaire, cartes' },
  source: { x: 506, width: 50, titre: 'Passage' },
} as const;
type Doc = PDFKit.PDFDocument;

/** The same as the page, on A4 sheets that are numbered: PDF. */
export function checklistSheets(procedure: Procedure, ticked?: Ticked): Promise<Buffer> {
  const { titre, source, id, version } = procedure;
  const name = ticked?.nom ?? titre;
  const info = { Title: `Liste à cocher : ${name}`, Author: 'Parcours IGC', CreationDate: new Date(0) };
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    info,
    lang: 'fr',
    displayTitle: true,
  });
  return written(doc, () => {
    doc.font('gras').fontSize(16).fillColor(INK).text(name);
    const whose = ticked ? `${titre} · au ${french(ticked.jour)} · ` : '';
    const told = `Liste à cocher · ${whose}${tellSource(source)} · ${id}, version ${version}. ${READING}`;
    doc.font('normal').fontSize(9).fillColor(SOFT).text(told).moveDown(0.8);
    headings(doc);
    const parts = partsOf(procedure, ticked?.faits);
    for (const [rank, part] of parts.entries()) {
      if (part.estIncident && !parts[rank - 1]?.estIncident) doc.addPage();
      drawPart(doc, part);
    }
    numberPages(doc, name);
  });
}

function headings(doc: Doc): void {
  const { y } = doc;
  doc.font('gras').fontSize(8.5).fillColor(INK);
  for (const { x, width, titre } of Object.values(COLUMNS)) doc.text(titre, x, y, { width });
  doc.y = y + 14;
  rule(doc, INK);
}

function drawPart(doc: Doc, { titre, rows }: ListPart): void {
  if (doc.y + 60 > doc.page.height - MARGINS.bottom) doc.addPage();
  doc
    .font('gras')
    .fontSize(11)
    .fillColor(INK)
    .text(titre, MARGINS.left, doc.y + 6);
  doc.y += 4;
  rule(doc, INK);
  for (const row of rows) drawRow(doc, row);
}

function drawRow(doc: Doc, row: ListRow): void {
  const cells = cellsOf(row);
  const height = Math.max(14, ...cells.map((cell) => heightOf(doc, cell))) + 2 * PADDING;
  if (doc.y + height > doc.page.height - MARGINS.bottom) {
    doc.addPage();
    headings(doc);
  }
  const top = doc.y + PADDING;
  doc.lineWidth(1).roundedRect(COLUMNS.case.x, top, 10, 10, 1.5).stroke(INK);
  if (row.fait)
    doc
      .lineWidth(1.6)
      .path(`M${COLUMNS.case.x + 2} ${top + 5}l2.5 3l4 -6`)
      .stroke(INK);
  for (const { lines, x, width } of cells) {
    let y = top;
    for (const { text, style, size, colour } of lines) {
      doc.font(style).fontSize(size).fillColor(colour).text(text, x, y, { width });
      y = doc.y + 1;
    }
  }
  doc.y = top + height - PADDING;
  rule(doc, RULE);
}

/** Lines of text in a column. */
interface Cell {
  lines: { text: string; style: keyof typeof FONTS; size: number; colour: string }[];
  x: number;
  width: number;
}

function cellsOf({
  numero,
  libelle,
  precision,
  acteur,
  documents,
  source,
  estSuite,
  estAcquise,
  fait,
}: ListRow): Cell[] {
  const plain = (text: string) => ({ text, style: 'normal', size: 8.5, colour: INK }) as const;
  const main = estSuite ? 'normal' : 'gras';
  const name = { text: libelle, style: estAcquise ? 'penche' : main, size: 9.5, colour: INK } as const;
  const shift = estSuite ? INDENT : 0;
  const { x, width } = COLUMNS.etape;
  return [
    { ...COLUMNS.numero, lines: [plain(numero)] },
    {
      x: x + shift,
      width: width - shift,
      lines: [
        name,
        ...[precision, fait && `Fait le ${french(fait)}.`].flatMap((one) =>
          one ? [{ ...plain(one), size: 8, colour: SOFT }] : [],
        ),
      ],
    },
    { ...COLUMNS.acteur, lines: [plain(acteur)] },
    { ...COLUMNS.documents, lines: documents ? [plain(documents)] : [] },
    { ...COLUMNS.source, lines: [plain(source)] },
  ];
}

function heightOf(doc: Doc, { lines, width }: Cell): number {
  return lines.reduce(
    (sum, { text, style, size }) => sum + doc.font(style).fontSize(size).heightOfString(text, { width }) + 1,
    0,
  );
}

function rule(doc: Doc, colour: string): void {
  doc
    .lineWidth(0.5)
    .moveTo(MARGINS.left, doc.y)
    .lineTo(doc.page.width - MARGINS.right, doc.y)
    .stroke(colour);
}

function numberPages(doc: Doc, titre: string): void {
  const { count } = doc.bufferedPageRange();
  for (let rank = 0; rank < count; rank++) {
    doc.switchToPage(rank);
    doc.page.margins.bottom = 0;
    const y = doc.page.height - 34;
    doc.font('normal').fontSize(8).fillColor(SOFT);
    doc.text(titre, MARGINS.left, y, { lineBreak: false });
    doc.text(`${rank + 1} / ${count}`, MARGINS.left, y, {
      width: doc.page.width - MARGINS.left - MARGINS.right,
      align: 'right',
    });
  }
}
