import { fileTypeFromBuffer } from 'file-type';
import { simpleParser } from 'mailparser';

/** What a document may be, by id: how it is called, its media type and the end of its name. */
export const natures = {
  pdf: { libelle: 'PDF', type: 'application/pdf', fin: 'pdf' },
  png: { libelle: 'Image PNG', type: 'image/png', fin: 'png' },
  jpeg: { libelle: 'Image JPEG', type: 'image/jpeg', fin: 'jpg' },
  tiff: { libelle: 'Image TIFF', type: 'image/tiff', fin: 'tif' },
  docx: {
    libelle: 'Texte Word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fin: 'docx',
  },
  odt: {
    libelle: 'Texte OpenDocument',
    type: 'application/vnd.oasis.opendocument.text',
    fin: 'odt',
  },
  eml: { libelle: 'Courriel', type: 'message/rfc822', fin: 'eml' },
  csv: { libelle: 'Tableau CSV', type: 'text/csv; charset=utf-8', fin: 'csv' },
} as const satisfies Record<string, { libelle: string; type: string; fin: string }>;
export type NatureDocument = keyof typeof natures;

/** A document holds at most so many bytes. */
export const MOST_OCTETS = 20 * 1024 * 1024;

/** What bytes are, told by what they hold and never by a name; null where they are nothing that is kept. */
export async function natureOf(bytes: Buffer): Promise<NatureDocument | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return (Object.keys(natures) as NatureDocument[]).find((id) => natures[id].type === found.mime) ?? null;
  const text = textOf(bytes);
  if (text === null) return null;
  if (await isMail(text, bytes)) return 'eml';
  return isTable(text) ? 'csv' : null;
}

/** The bytes as UTF-8, or as office tools of Windows write; null where they hold what no text does. */
function textOf(bytes: Buffer): string | null {
  if (bytes.length === 0 || bytes.includes(0)) return null;
  const head = bytes.subarray(0, 65_536);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(head);
  }
}

/** Headers first, with who writes and when: a text that merely has a colon is no mail. A line is read in one way, whatever its end. */
async function isMail(text: string, bytes: Buffer): Promise<boolean> {
  if (!/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+\r?\n/.test(`${text}\n\n`)) return false;
  const read = await simpleParser(bytes.subarray(0, 65_536), { skipHtmlToText: true }).catch(() => null);
  if (!read) return false;
  const { from, date, headers } = read;
  return from !== undefined && (date !== undefined || headers.has('received') || headers.has('message-id'));
}

/** Lines of as many cells, two at least, told apart by the sign that all have in common. */
function isTable(text: string): boolean {
  if (/[^\P{Cc}\t\r\n]/u.test(text) || /^\s*[<{[%]/.test(text)) return false;
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  return [';', ',', '\t'].some((sign) => {
    const counts = lines.map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, '').split(sign).length);
    return (counts[0] ?? 0) > 1 && counts.length > 1 && counts.every((count) => count === counts[0]);
  });
}

/** A name as somebody gave it, without what could mislead who reads it or a disk: 120 signs at most. */
export function cleanName(nom: string): string {
  const last = nom.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}"<>|:*?]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...clean.replace(/^\.+/, '')].slice(0, 120).join('') || 'document';
}
