import { isOfAddress } from '../of-address.ts';
import type { Bounce, BouncedRecipient } from '../received.ts';
import { decoded, isAddress, oneLine } from './headers.ts';

/** A part of a report, as it was sent. */
export interface ReportPart {
  type: string;
  bytes: Uint8Array;
}

const STATUS = /^(?:message\/(?:global-)?delivery-status)$/;
const ORIGINAL = /^(?:text\/rfc822-headers|message\/(?:rfc822|global|global-headers))$/;
const MOST_BYTES = 262_144;
const MOST_RECIPIENTS = 100;

/** Whether a part is of the report, and no file that somebody sends. */
export function isOfReport({ type }: Pick<ReportPart, 'type'>): boolean {
  return STATUS.test(type) || ORIGINAL.test(type);
}

/** What a report says of the recipients who were not reached, or not yet; null for any other mail, and for a report of success. */
export function bounceOf(parts: readonly ReportPart[]): Bounce | null {
  const groups = parts.filter(({ type }) => STATUS.test(type)).flatMap(({ bytes }) => groupsOf(bytes));
  const recipients = groups.flatMap((group) => recipientOf(group) ?? []).slice(0, MOST_RECIPIENTS);
  if (recipients.length === 0) return null;
  const original = parts.find(({ type }) => ORIGINAL.test(type));
  return { recipients, originalMessageId: original ? messageIdOf(original.bytes) : null };
}

/** Fields of each group of a delivery status, by name in lower case: of the message first, then of each recipient. */
function groupsOf(bytes: Uint8Array): Map<string, string>[] {
  return textOf(bytes)
    .split(/\n[ \t]*\n/)
    .map(fieldsOf);
}

function recipientOf(fields: Map<string, string>): BouncedRecipient | null {
  const action =
    fields
      .get('action')
      ?.split(/[\s(;]/)[0]
      ?.toLowerCase() ?? '';
  const isFailed = action === 'failed' || (action === '' && fields.get('status')?.startsWith('5'));
  if (!isFailed && action !== 'delayed') return null;
  const names = [fields.get('original-recipient'), fields.get('final-recipient')];
  const address = names.map((name) => addressOf(name ?? '')).find((one) => one !== null);
  if (!address) return null;
  const said = oneLine(typed(fields.get('diagnostic-code') ?? ''), 500);
  const status = statusOf(fields.get('status') ?? '', said);
  return { address, status, said, isPermanent: isFailed === true && isOfAddress(status, said) };
}

/** A vague status (5.0.0) gives way to the one that the words of the server hold. */
function statusOf(field: string, said: string): string | null {
  const told = /[245]\.\d{1,3}\.\d{1,3}/.exec(field)?.[0] ?? null;
  const precise = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0] ?? null;
  return told === null || told.endsWith('.0.0') ? (precise ?? told) : told;
}

function addressOf(field: string): string | null {
  const address = typed(field)
    .replaceAll(/[<>\s]/g, '')
    .toLowerCase();
  return isAddress(address) ? address : null;
}

/** What follows the type of a field: `rfc822; anne@chu.example`. */
function typed(field: string): string {
  return field.slice(field.indexOf(';') + 1).trim();
}

function messageIdOf(bytes: Uint8Array): string | null {
  const head = textOf(bytes).split(/\n[ \t]*\n/)[0] ?? '';
  const id =
    fieldsOf(head)
      .get('message-id')
      ?.replaceAll(/[<>\s]/g, '') ?? '';
  return /^[\x21-\x7e]{3,250}$/.test(id) ? id : null;
}

function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line)) fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      if (!fields.has(last)) fields.set(last, line.slice(colon + 1).trim());
    }
  }
  return fields;
}

function textOf(bytes: Uint8Array): string {
  return decoded(bytes.subarray(0, MOST_BYTES)).replaceAll(/\r\n?/g, '\n').trimStart();
}
