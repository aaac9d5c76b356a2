import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Procedure } from '../../../machines/procedure.ts';
import { imageOf } from '../../diagrams/images.ts';
import { storyOf } from '../../diagrams/recit/story.ts';
import { paragraphsOf } from '../../diagrams/recit/told.ts';

const require = createRequire(import.meta.url);
const font = (name: string) => require.resolve(`@expo-google-fonts/arimo/${name}.ttf`);
const MARGIN = 24;

/** A procedure on one lying sheet, told (A4) or whole (A3), then the story in words: a tagged PDF. */
export async function storySheet(procedure: Procedure, niveau: 'recit' | 'complet'): Promise<Buffer> {
  const { titre, id, version } = procedure;
  const image = await imageOf(procedure, niveau, 3968);
  const told = paragraphsOf([procedure], storyOf([procedure]));
  const doc = new PDFDocument({
    size: niveau === 'recit' ? 'A4' : 'A3',
    layout: 'landscape',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr',
    displayTitle: true,
    info: { Title: `${titre} (${id}, version ${version})`, Author: 'Parcours IGC', CreationDate: new Date(0) },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.registerFont('normal', font('400Regular/Arimo_400Regular'));
  doc.registerFont('gras', font('700Bold/Arimo_700Bold'));
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
  const ended = new Promise((resolve) => doc.on('end', resolve));
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
