import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formulaires } from '../../../machines/formulaires/index.ts';
import { DossierOuvert } from '../../../src/engine/opening.ts';
import { openPages } from '../../../src/raster/pages.ts';
import { readCodes } from '../../../src/raster/raster.ts';
import { given, type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';

const JOUR = '2026-01-05';
const act = { auteur: 'compte:a', version: null };
const exemple = formulaires['formulaire-413'].exemple;
const LONG =
  'Établissement d’hébergement pour personnes âgées dépendantes de la vallée de la Haute-Sûre et des communes voisines unies';
const contacts = Array.from({ length: 20 }, (_, rang) => ({
  ...exemple.partie4.administrateursTechniques[0],
  nom: `Contact${String.fromCodePoint(65 + rang)}`,
}));

let server: TestServer;
let people: People;
let id = '';

beforeAll(async () => {
  server = await startServer(JOUR);
  people = await peopleOf(server.services);
  const etablissement = { ...exemple.partie1, denomination: LONG, sansFiness: undefined };
  const opened = await server.services.openDossier(
    DossierOuvert.parse({ procedure: 'prive-mono-site', etablissement }),
    act,
  );
  id = given(opened).row.id;
  const partie4 = { ...exemple.partie4, administrateursTechniques: contacts };
  for (const fact of [{ type: 'contrat.trouve' }, { type: 'formulaire413.partie4Remplie', partie4 }])
    given(await server.services.record({ genre: 'dossier', id }, { date: JOUR, ...fact }, act));
});
afterAll(() => server.stop());

describe.each(Object.keys(formulaires))('%s on paper', (formulaire) => {
  test('is a PDF that declares itself accessible: tagged, titled, in French, its fonts inside', async () => {
    const { catalog, context } = await PDFDocument.load(await paper(formulaire), { updateMetadata: false });
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).lookup(PDFName.of('Marked'))).toBe(PDFBool.True);
    expect(textOf(catalog.lookup(PDFName.of('Lang')))).toBe('fr');
    const shows = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).lookup(PDFName.of('DisplayDocTitle'));
    expect(shows).toBe(PDFBool.True);
    expect(`${catalog.lookup(PDFName.of('Metadata'), PDFStream).getContentsString()}`).toContain(
      '<pdfuaid:part>1</pdfuaid:part>',
    );
    const fonts = dictsOf(context.enumerateIndirectObjects()).filter((dict) => isType(dict, 'FontDescriptor'));
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((font) => !font.has(PDFName.of('FontFile2')))).toEqual([]);
  });

  test('has headings that skip no level, rows whose label is a heading', async () => {
    const { catalog, context } = await PDFDocument.load(await paper(formulaire), { updateMetadata: false });
    const kinds = kindsUnder(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict));
    const levels = kinds.filter((kind) => /^H\d$/.test(kind)).map((kind) => Number(kind.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, rank) => level > (levels[rank - 1] ?? 0) + 1)).toEqual([]);
    expect(kinds.filter((kind) => kind === 'TH')).toHaveLength(kinds.filter((kind) => kind === 'TD').length);
    expect([...new Set(kinds)].filter((kind) => !KNOWN.has(kind))).toEqual([]);
    const elements = dictsOf(context.enumerateIndirectObjects()).filter((dict) => named(dict, 'S') === 'TH');
    expect(elements.filter((dict) => !`${dict}`.includes('/Scope /Row'))).toEqual([]);
  });
});

test.each(Object.keys(formulaires))('of %s, all that is drawn is tagged or decoration', async (formulaire) => {
  const pages = (await PDFDocument.load(await paper(formulaire), { updateMetadata: false })).getPages();
  const contents = pages.map(({ node }) => contentOf(node.Contents()));
  expect(contents.filter((content) => untagged(content.replaceAll(/^(?:.*B[DM]C|EMC)$/gm, '')).length < 10)).toEqual(
    [],
  );
  expect(contents.flatMap(untagged)).toEqual([]);
  expect(pages.map(({ node }) => named(node, 'Tabs'))).toEqual(pages.map(() => 'S'));
});

test('long values and twenty administrateurs techniques are printed whole, none over the foot of a page', async () => {
  const reader = await PDFiumLibrary.init();
  const document = await reader.loadDocument(await paper('formulaire-413'));
  const texts = [...document.pages()].map((page) => page.getText().replaceAll(/\s+/g, ' '));
  document.destroy();
  reader.destroy();
  const text = texts.join(' ');
  for (const word of LONG.split(' ')) expect(text).toContain(word);
  for (const { nom } of contacts) expect(text).toContain(nom);
  expect(texts.map((page) => /Page (\d+) \/ (\d+)/.exec(page)?.slice(1).map(Number))).toEqual(
    texts.map((_, rank) => [rank + 1, texts.length]),
  );
});

test('a form that was printed, scanned askew and compressed still says which it is', async () => {
  const opened = await openPages(await paper('formulaire-413'), 'application/pdf');
  if (!opened.ok) throw new Error(opened.error);
  const { width, height, data } = await opened.value.grey(0, 200);
  opened.value.close();
  const scan = await sharp(data, { raw: { width, height, channels: 1 } })
    .rotate(3, { background: '#fff' })
    .jpeg({ quality: 60 })
    .toBuffer();
  const read = await readCodes(scan, 'image/jpeg');
  expect(read.ok && read.value.codes.map(({ texte }) => texte.replace(/[\da-f]{16}$/, '<empreinte>'))).toEqual([
    `PIG1:formulaire-413:${id}:3:<empreinte>`,
  ]);
});

test('a form is printed to whoever may read its dossier, and to nobody else', async () => {
  expect((await ask('formulaire-413', {})).headers.get('content-type')).not.toContain('application/pdf');
  expect((await ask('formulaire-999', people.agent)).status).toBe(404);
});

const KNOWN = new Set(['Document', 'H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD']);

function ask(formulaire: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${server.url}/dossiers/${id}/formulaires/${formulaire}/papier.pdf`, { headers, redirect: 'manual' });
}

async function paper(formulaire: string): Promise<Uint8Array> {
  const answer = await ask(formulaire, people.agent);
  expect(answer.headers.get('content-type')).toContain('application/pdf');
  return new Uint8Array(await answer.arrayBuffer());
}

function dictsOf(objects: readonly (readonly [unknown, unknown])[]): PDFDict[] {
  return objects.map(([, object]) => object).filter((object) => object instanceof PDFDict);
}

function named(dict: PDFDict, key: string): string {
  return `${dict.lookup(PDFName.of(key)) ?? ''}`.replace('/', '');
}

function isType(dict: PDFDict, type: string): boolean {
  return named(dict, 'Type') === type;
}

function textOf(object: unknown): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';
}

function contentOf(contents: unknown): string {
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, rank) => contents.lookup(rank)) : [contents];
  const raw = streams.filter((stream) => stream instanceof PDFRawStream);
  return raw.map((stream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')).join('\n');
}

/** What paints outside of any marked content. */
function untagged(content: string): string[] {
  let depth = 0;
  return content.split('\n').filter((line) => {
    if (/\bB[DM]C$/.test(line)) depth += 1;
    if (/^EMC$/.test(line)) depth -= 1;
    return depth === 0 && /(?:^| )(?:Tj|TJ|S|f|f\*|B|Do)$/.test(line);
  });
}

/** The kinds of elements of the structure, in the order in which they are read. */
function kindsUnder(element: PDFDict): string[] {
  const kids = element.lookup(PDFName.of('K'));
  const each = kids instanceof PDFArray ? kids.asArray().map((_, rank) => kids.lookup(rank)) : [kids];
  return each.flatMap((kid) =>
    kid instanceof PDFDict && kid.has(PDFName.of('S')) ? [named(kid, 'S'), ...kindsUnder(kid)] : [],
  );
}
