import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Arimo has the widths of Arial, in which drawings are measured: no font of the system is asked for. */
export const FONTS = {
  normal: require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'),
  penche: require.resolve('@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf'),
  gras: require.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'),
};

/** Writes a PDF document in those fonts; its bytes, once all is written. */
export async function written(doc: PDFKit.PDFDocument, write: () => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, file);
  const ended = new Promise((resolve) => doc.on('end', resolve));
  write();
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
