import { type Attachment as Piece, type SimpleParserOptions, simpleParser } from 'mailparser';
import { cleanName } from '../../documents/kinds.ts';
import type { Attachment, Envelope, Manque, ReceivedMail } from '../received.ts';
import { automaticSign, isReport } from './automatic.ts';
import { bounceOf, isOfReport } from './bounce.ts';
import { decoded, Headers, isAddress, manyLines, oneLine } from './headers.ts';

const MOST_PARTS = 300;
const MOST_HEAD = 262_144;
/** What is read of headers alone, which no reader refuses. */
const HEAD = { lines: 500, bytes: 65_536 };
/** Of tags that are never closed, as many again take four times as long: 25 s at worst. */
const MOST_HTML = 1_000_000;
const MOST_TEXT = 200_000;
const MOST_TOKENS = 50;

/** How mail is read: nothing is drawn, linked nor fetched, and a mail inside a mail stays a file. */
const OPTIONS: SimpleParserOptions = {
  maxChildNodes: MOST_PARTS,
  maxHeadSize: MOST_HEAD,
  maxHtmlLengthToParse: MOST_HTML,
  checksumAlgo: false,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
  ignoreEmbedded: true,
  keepDeliveryStatus: true,
};

/** Reads a mail whole; what its reader cannot take is read by its headers alone. */
export async function parsed(raw: Buffer, envelope: Envelope): Promise<ReceivedMail> {
  try {
    return await parsedWhole(raw, envelope, null);
  } catch (error) {
    return parsedHead(raw, envelope, whyOf(error));
  }
}

/** Reads the headers of a mail alone, for the reason given. */
export function parsedHead(raw: Buffer, envelope: Envelope, manque: Manque): Promise<ReceivedMail> {
  return parsedWhole(headOf(raw), envelope, manque);
}

async function parsedWhole(raw: Buffer, envelope: Envelope, manque: Manque | null): Promise<ReceivedMail> {
  const mail = await simpleParser(raw, OPTIONS);
  const headers = new Headers(mail.headerLines ?? []);
  const subject = oneLine(subjectOf(mail.subject ?? '', headers), 500);
  const text = manyLines(mail.text ?? '').trim();
  const boxes = headers.mailboxes('to', 'cc', 'bcc', 'resent-to', 'delivered-to', 'x-original-to', 'envelope-to');
  const addresses = boxes.map(({ address }) => address);
  const [from] = headers.mailboxes('from', 'sender');
  const [messageId = null] = headers.ids('message-id');
  const [inReplyTo = null] = headers.ids('in-reply-to');
  const parts = mail.attachments.map(({ contentType, content }) => ({
    type: contentType.toLowerCase(),
    bytes: content,
  }));
  const bounce = bounceOf(parts);
  const sign = bounce ? 'c’est un avis de non-remise' : automaticSign(headers, subject);
  const isPartial = mail.textConversionError !== undefined || text.length > MOST_TEXT;
  return {
    messageId,
    inReplyTo,
    references: headers.ids('references'),
    from: from ? { name: from.name, address: from.address.toLowerCase() } : null,
    to: [...new Set(addresses.map((address) => address.toLowerCase()))],
    date: headers.date(),
    subject,
    text: text.slice(0, MOST_TEXT).toWellFormed(),
    tokens: tokensOf([...envelope.to, ...addresses]),
    isAutomatic: sign !== null,
    automaticSign: sign,
    bounce,
    attachments: attachmentsOf(mail.attachments, bounce !== null || isReport(headers)),
    manque: manque ?? (isPartial ? 'texte-incomplet' : null),
  };
}

/** An object that was not encoded, by a tool that writes as Windows does, is read as such. */
function subjectOf(subject: string, headers: Headers): string {
  const raw = headers.first('subject');
  return subject.includes('\ufffd') && !raw.includes('=?') ? raw : subject;
}

/** What stands after + in an address, as it was written. */
function tokensOf(addresses: readonly string[]): string[] {
  const tokens = addresses.filter(isAddress).map((address) => /^[^@+]*\+([\w.=-]{1,100})@/.exec(address)?.[1] ?? '');
  return [...new Set(tokens)].filter((token) => token !== '').slice(0, MOST_TOKENS);
}

/** The parts of a report are none. */
function attachmentsOf(pieces: readonly Piece[], inReport: boolean): Attachment[] {
  const files = pieces.filter(({ contentType: type }) => !(inReport && isOfReport({ type: type.toLowerCase() })));
  return files.map((piece, rank) => ({
    name: nameOf(piece, rank),
    bytes: new Uint8Array(piece.content),
    isInText: piece.related === true,
  }));
}

function nameOf({ filename = '', contentType, content }: Piece, rank: number): string {
  if (filename.trim() !== '') return cleanName(filename);
  if (contentType !== 'message/rfc822') return `piece-jointe-${rank + 1}`;
  const [, subject = ''] = /^subject:([^\r\n]*)/im.exec(decoded(content.subarray(0, 65_536))) ?? [];
  return cleanName(`${oneLine(subject, 80) || `courriel-${rank + 1}`}.eml`);
}

function whyOf(error: unknown): Manque {
  const isOfParts = error instanceof Error && error.message.includes('child nodes');
  return isOfParts ? 'parties-trop-nombreuses' : 'courriel-abime';
}

/** The first headers, each whole. */
function headOf(raw: Buffer): Buffer {
  const text = raw.toString('latin1', 0, HEAD.bytes);
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const isWhole = head.length < text.length || raw.length <= HEAD.bytes;
  const lines = head.split('\n').slice(0, isWhole ? HEAD.lines : -1);
  return Buffer.from(`${lines.slice(0, HEAD.lines).join('\n')}\r\n\r\n`, 'latin1');
}
