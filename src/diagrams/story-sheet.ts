import PDFDocument from 'pdfkit';
import type { Procedure } from '../../machines/procedure.ts';
import { imageOf, imageOfSvg } from './images.ts';
import { written } from './paper.ts';
import { storyOf } from './recit/story.ts';
import { paragraphsOf } from './recit/told.ts';

const MARGIN = 24;

/** A procedure on one lying sheet, told (A4) or whole (A3), then the story in words: a tagged PDF. */
export async function storySheet(procedure: Procedure, niveau: 'recit' | 'complet'): Promise<Buffer> {
  const { titre, id, version } = procedure;
  const size = niveau === 'recit' ? 'A4' : 'A3';
  const told = paragraphsOf([procedure], storyOf([procedure]));
  return sheetOf(
    { titre, nom: `${titre} (${id}, version ${version})`, size, told },
    await imageOf(procedure, niveau, widths[niveau]),
  );
}

/** A drawing on one lying sheet, told (A4) or whole (A3), then in words: those given, or those that it says of itself. */
export async function drawingSheet(svg: string, niveau: 'recit' | 'complet', texte?: string): Promise<Buffer> {
  const [nom = '', description = ''] = ['title', 'desc'].map((name) => readable(svg, name));
  const told = (texte ?? `${nom}\n${description}`).split('\n').filter((line) => line.trim() !== '');
  const size = niveau === 'recit' ? 'A4' : 'A3';
  return sheetOf({ titre: nom, nom, size, told }, await imageOfSvg(svg, widths[niveau]));
}

function readable(svg: string, name: string): string {
  const [, text = ''] = new RegExp(`<${name} id="[^"]*">([^<]*)<`).exec(svg) ?? [];
  const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' } as const;
  return text.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => signs[entity as keyof typeof signs]);
}

/** In pixels: 180 to the inch on A4, 250 on A3, whose letters are the smallest. */
const widths = { recit: 1984, complet: 3968 } as const;

/** What a sheet is called, and says in words. */
interface Sheet {
  titre: string;
  nom: string;
  size: 'A4' | 'A3';
  told: readonly string[];
}

function sheetOf({ titre, nom, size, told }: Sheet, image: Buffer): Promise<Buffer> {
  const doc = new PDFDocument({
    size,
    layout: 'landscape',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr',
    displayTitle: true,
    info: { Title: nom, Author: 'Parcours IGC', CreationDate: new Date(0) },
  });
  return written(doc, () => {
    const root = doc.struct('Document');
    doc.addStructure(root);
    const { width, height } = doc.page;
    const fit: [number, number] = [width - 2 * MARGIN, height - 2 * MARGIN];
    const figure = () => doc.image(image, MARGIN, MARGIN, { fit, align: 'center', valign: 'center' });
    root.add(doc.struct('Figure', { alt: told.join(' ') }, figure));
    doc.addPage({ size: 'A4', margin: 2 * MARGIN });
    root.add(doc.struct('H1', {}, () => void doc.font('gras').fontSize(16).text(titre).moveDown(0.6)));
    for (const one of told)
      root.add(doc.struct('P', {}, () => void doc.font('normal').fontSize(11).text(one).moveDown(0.6)));
    root.end();
  });
}
