import { createHash } from 'node:crypto';
import { cleanName } from '../../documents/kinds.ts';
import type { Match } from '../../mail/matching.ts';
import type { ReceivedMail } from '../../mail/received.ts';
import type { CourrielArrive, EtatRecu, MailStore } from '../../store/mails.ts';
import type { Jointe } from './jointes.ts';

/** What was read of a mail, and how many bytes it has. */
export interface Opened {
  mail: ReceivedMail;
  octets: number;
}

/** The same, with what is joined to it. */
export interface Read extends Opened {
  jointes: readonly Jointe[];
}

type Suite = Parameters<MailStore['classer']>[2];

/** What is kept of a mail that is filed nowhere. */
export const nowhere: Omit<Suite, 'etat'> & { etat: EtatRecu } = {
  etat: 'oublie',
  dossierId: null,
  messageId: null,
  de: null,
  objet: null,
  raison: null,
  pistes: [],
};

/** What is kept of what a mail says of itself. */
export function saidBy({ messageId, from, subject }: ReceivedMail) {
  return { messageId, de: from?.address ?? null, objet: subject };
}

/** What the line of a mail says of its bytes. */
export function bytesOf({ document }: CourrielArrive, { mail, octets }: Opened) {
  const nom = cleanName(`${mail.subject || 'courriel'}.eml`);
  return { document, octets, nom, nature: 'eml', prouve: null, imprimes: [] };
}

/** Why a mail waits for somebody, and the dossiers that it may be of. */
export function whyLeft(match: Match): { pistes: string[]; raison: string } {
  if ('certain' in match)
    return { pistes: [match.certain], raison: 'Son dossier est en quarantaine, ou n’est plus là.' };
  const pistes = match.candidates.map(({ id }) => id);
  const raison = pistes.length > 0 ? 'Il peut être de plusieurs dossiers.' : 'Rien n’y nomme un dossier.';
  return { pistes, raison };
}

/** Headers are looked for in so many bytes: what follows is the body. */
const MOST_HEAD = 256 * 1024;

/** The same for a mail that is brought twice: the headers that whoever writes gives, and the body; what servers add on the way differs. */
export function keyOf(raw: Buffer): string {
  const text = raw.toString('latin1', 0, MOST_HEAD);
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const own = /^(?:message-id|date|from|to|cc|subject|in-reply-to):/i;
  const headers = text.slice(0, end).split(/\r?\n(?![ \t])/);
  const said = JSON.stringify(headers.filter((line) => own.test(line)));
  return createHash('sha256').update(said).update(raw.subarray(end)).digest('hex');
}
