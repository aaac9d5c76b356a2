import { parentPort } from 'node:worker_threads';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { written } from '../../diagrams/paper.ts';
import type { PaperLine } from './paper.ts';

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** A4, in points. */
const MARGINS = { top: 40, bottom: 112, left: 42, right: 42 };
const WIDTH = 595.28 - MARGINS.left - MARGINS.right;
const LABEL = 185;
const PADDING = 3.5;
const SIZE = 9.5;
/** The side of the code, 26 mm, its quiet zone of four modules apart. */
const CODE = 74;
const VISA = 118;
const INK = '#000000';
const RULE = '#777777';
/** pdfkit knows PDF/UA, its types do not yet. */
const PDF_UA: object = { pdfVersion: '1.7', subset: 'PDF/UA', tagged: true };
const ROW_HEADING = { lang: 'fr', scope: 'Row' };

/** A sheet on paper: all that is written on it. */
export interface Sheet {
  titre: string;
  nom: string;
  entete: string;
  lieu: string | null;
  lines: readonly PaperLine[];
  /** What stands at the foot of each page, above its number. */
  pied: readonly string[];
  code: string;
}

/** Sheets one after the other in a file of that title. */
export interface Sheets {
  titre: string;
  sheets: readonly Sheet[];
}

/** One file after the other, as they are asked: its PDF; null where it cannot be drawn. */
parentPort?.on('message', async (asked: Sheets) => {
  const pdf = await drawSheets(asked).catch(() => null);
  parentPort?.postMessage(pdf && new Uint8Array(pdf));
});

function drawSheets({ titre, sheets }: Sheets): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    ...PDF_UA,
    lang: 'fr',
    displayTitle: true,
    info: { Title: titre, Author: 'Parcours IGC', CreationDate: new Date(0) },
  });
  return written(doc, () => {
    const root = doc.struct('Document');
    doc.addStructure(root);
    for (const [rank, sheet] of sheets.entries()) {
      if (rank > 0) doc.addPage();
      drawSheet(doc, root, sheet);
    }
    root.end();
  });
}

function drawSheet(doc: Doc, root: Element, sheet: Sheet): void {
  const from = doc.bufferedPageRange().count - 1;
  heading(doc, root, sheet);
  drawLines(doc, root, sheet.lines);
  drawVisa(doc, root, sheet.lieu);
  drawFeet(doc, sheet, from);
}

function heading(doc: Doc, root: Element, { titre, entete }: Sheet): void {
  const first = () => void doc.font('gras').fontSize(15).fillColor(INK).text(titre, MARGINS.left, MARGINS.top);
  root.add(doc.struct('H1', {}, first));
  paragraph(doc, root, entete);
  paragraph(
    doc,
    root,
    'Document préparé par le service d’après le dossier ; ce n’est pas l’imprimé officiel de l’ANS. Complétez à la main ce qui est laissé sur une ligne pointillée.',
  );
  doc.y += 4;
}

function paragraph(doc: Doc, parent: Element, text: string): void {
  parent.add(
    doc.struct(
      'P',
      {},
      () =>
        void doc
          .font('normal')
          .fontSize(9)
          .text(text, MARGINS.left, doc.y + 3, { width: WIDTH }),
    ),
  );
}

function drawLines(doc: Doc, root: Element, lines: readonly PaperLine[]): void {
  let table: Element | null = null;
  for (const line of lines) {
    if (line.genre === 'champ') {
      table ??= begun(doc, root);
      drawRow(doc, table, line);
      continue;
    }
    table?.end();
    table = null;
    room(doc, 64);
    const size = line.niveau === 2 ? 11.5 : 10;
    const write = () =>
      void doc
        .font('gras')
        .fontSize(size)
        .text(line.texte, MARGINS.left, doc.y + 8, { width: WIDTH });
    root.add(doc.struct(line.niveau === 2 ? 'H2' : 'H3', {}, write));
    if (line.aide) paragraph(doc, root, line.aide);
    doc.y += 3;
    rule(doc, INK);
  }
  table?.end();
}

function begun(doc: Doc, root: Element): Element {
  const table = doc.struct('Table');
  root.add(table);
  return table;
}

function drawRow(
  doc: Doc,
  table: Element,
  { label, valeur, estFacultatif }: Extract<PaperLine, { genre: 'champ' }>,
): void {
  const x = MARGINS.left + LABEL + 8;
  const width = WIDTH - LABEL - 8;
  const said = valeur ?? (estFacultatif ? 'Facultatif' : 'À compléter');
  doc.font('normal').fontSize(SIZE);
  const tall = Math.max(doc.heightOfString(label, { width: LABEL }), doc.heightOfString(said, { width }));
  room(doc, tall + 2 * PADDING);
  const top = doc.y + PADDING;
  const row = doc.struct('TR');
  table.add(row);
  row.add(
    doc.struct(
      'TH',
      ROW_HEADING,
      () => void doc.font('normal').fontSize(SIZE).text(label, MARGINS.left, top, { width: LABEL }),
    ),
  );
  const value = () => {
    if (valeur === null)
      doc
        .font('penche')
        .fontSize(7)
        .text(said, x, top + 2, { width });
    else doc.font('gras').fontSize(SIZE).text(valeur, x, top, { width });
  };
  row.add(doc.struct('TD', {}, value));
  row.end();
  doc.y = top + tall + PADDING;
  if (valeur === null)
    decorated(doc, () =>
      doc
        .dash(1, { space: 2 })
        .moveTo(x + 48, doc.y - 4)
        .lineTo(x + width, doc.y - 4)
        .stroke(RULE)
        .undash(),
    );
  rule(doc, RULE);
}

/** Room for the place, the day, the signature and the stamp. */
function drawVisa(doc: Doc, root: Element, lieu: string | null): void {
  room(doc, VISA + 40);
  root.add(
    doc.struct(
      'H2',
      {},
      () =>
        void doc
          .font('gras')
          .fontSize(11.5)
          .text('Signature et cachet', MARGINS.left, doc.y + 10),
    ),
  );
  const place = lieu ?? '……………………………………………';
  paragraph(doc, root, `Fait à ${place}, le ……… / ……… / ……………, par le signataire nommé ci-dessus.`);
  const top = doc.y + 6;
  const half = (WIDTH - 12) / 2;
  for (const [rank, text] of ['Signature', 'Cachet de la structure'].entries()) {
    const x = MARGINS.left + rank * (half + 12);
    decorated(doc, () =>
      doc
        .lineWidth(0.8)
        .rect(x, top, half, VISA - 40)
        .stroke(INK),
    );
    root.add(
      doc.struct(
        'P',
        {},
        () =>
          void doc
            .font('normal')
            .fontSize(8)
            .text(text, x + 5, top + 4, { width: half - 10 }),
      ),
    );
  }
  doc.y = top + VISA - 40;
}

/** On each page from `from` on: what it is of, how many there are, and the imprint of what is signed, as text and as a code. */
function drawFeet(doc: Doc, { pied, code }: Sheet, from: number): void {
  const count = doc.bufferedPageRange().count - from;
  for (let rank = 0; rank < count; rank++) {
    doc.switchToPage(from + rank);
    doc.page.margins.bottom = 0;
    const top = doc.page.height - MARGINS.bottom + 16;
    decorated(doc, () => {
      doc.font('normal').fontSize(8).fillColor(INK);
      for (const [at, text] of pied.entries()) doc.text(text, MARGINS.left, top + 20 + at * 11, { lineBreak: false });
      doc.text(`Page ${rank + 1} / ${count}`, MARGINS.left, top + 60, { lineBreak: false });
      drawCode(doc, code, top);
    });
  }
}

function drawCode(doc: Doc, text: string, top: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const side = CODE / size;
  const left = MARGINS.left + WIDTH - CODE;
  for (const [y, row] of data.entries())
    for (const [x, isDark] of row.entries()) if (isDark) doc.rect(left + x * side, top + y * side, side, side);
  doc.fill(INK);
}

/** What nobody reads aloud. */
function decorated(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

function rule(doc: Doc, colour: string): void {
  const { y } = doc;
  decorated(doc, () =>
    doc
      .lineWidth(0.5)
      .moveTo(MARGINS.left, y)
      .lineTo(MARGINS.left + WIDTH, y)
      .stroke(colour),
  );
}

/** Goes to the next page where so much does not fit on this one. */
function room(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - MARGINS.bottom) doc.addPage();
}
