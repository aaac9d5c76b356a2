import { type HeaderLines, parseAddressHeader } from 'mailparser';
import type { Correspondent } from '../received.ts';

const MOST_ADDRESSES = 500;
const MOST_IDS = 100;
const FIRST_YEAR = 1980;
const LAST_YEAR = 2100;

/** The headers of a mail as it bears them, by name in lower case. */
export class Headers {
  private readonly lines: HeaderLines;

  constructor(lines: HeaderLines) {
    this.lines = lines;
  }

  /** The values of all headers of that name, unfolded, first to last. */
  all(name: string): string[] {
    return this.lines.filter(({ key }) => key === name).map(({ line }) => unfolded(line));
  }

  /** The first header of that name, which a mail that bears it twice is read by; empty where there is none. */
  first(name: string): string {
    return this.all(name)[0] ?? '';
  }

  has(name: string): boolean {
    return this.lines.some(({ key }) => key === name);
  }

  /** Mailboxes that headers of these names tell, members of groups too. */
  mailboxes(...names: string[]): Correspondent[] {
    const values = names.flatMap((name) => this.all(name));
    const { value } = parseAddressHeader(values, { flatten: true, decodePunycode: false });
    return value.slice(0, MOST_ADDRESSES).flatMap(({ name, address = '' }) => {
      return isAddress(address) ? [{ name: oneLine(name, 200), address }] : [];
    });
  }

  /** Message-IDs without their angle brackets; a word that has none counts too. */
  ids(name: string): string[] {
    const words = this.all(name).flatMap((value) => value.split(/[\s,<>]+/));
    const ids = words.filter((word) => word.length > 2 && word.length <= 250 && /^[\x21-\x7e]+$/.test(word));
    return [...new Set(ids)].slice(-MOST_IDS);
  }

  /** When it says that it was written (ISO); null where it says no day that may be. */
  date(): string | null {
    const instant = new Date(this.first('date').slice(0, 100));
    const year = instant.getUTCFullYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR ? instant.toISOString() : null;
  }
}

/** A mailbox that may be written to, nothing beside it. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),;:\\\p{C}]+@[^\s@<>"(),;:\\\p{C}]+$/u.test(text);
}

/** A text on one line, without what could mislead who reads it. */
export function oneLine(text: string, most: number): string {
  const clean = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return [...clean.slice(0, most * 2)].slice(0, most).join('');
}

/** A text on its lines, without control characters nor what turns the way it is read. */
export function manyLines(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replaceAll('\u00a0', ' ');
}

/** UTF-8, or what tools of Windows wrote where it is not. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Lines come as bytes, one a sign. */
function unfolded(line: string): string {
  const value = line.slice(line.indexOf(':') + 1).replaceAll(/\r?\n/g, '');
  return decoded(Buffer.from(value, 'latin1')).trim();
}
