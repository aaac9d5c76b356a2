import { fold } from '../../fold.ts';
import type { Headers } from './headers.ts';

/** Objects by which machines begin, folded; a person who answers one begins by « Re ». */
const BEGINNINGS = [
  ...['reponse automatique', 'message automatique', 'reponse auto', 'accuse de reception', 'accuse reception'],
  ...['absence du bureau', 'absent du bureau', 'absente du bureau', 'message d absence', 'notification d absence'],
  ...['absent du', 'absente du', 'je suis absent', 'je suis absente', 'je suis en conge', 'je suis en conges'],
  ...['automatic reply', 'auto reply', 'autoreply', 'auto response', 'autoresponse', 'automatic response'],
  ...['out of office', 'out of the office'],
  ...['non remis', 'non distribuable', 'echec de la remise', 'echec de remise', 'message non distribue'],
  ...['notification d etat de remise', 'remise differee'],
  ...[
    'undeliverable',
    'undelivered mail',
    'delivery status notification',
    'mail delivery failed',
    'mail delivery failure',
  ],
  ...['delivery failure', 'delayed mail', 'returned mail', 'failure notice', 'warning message delayed'],
];
/** Those that say so only when nothing follows: « Absence de contrat » is no absence. */
const WHOLE = ['absence', 'absent', 'absente', 'conges', 'en conges', 'vacation'];

/** What tells that a machine wrote or relays a mail (RFC 3834 and the habits of servers), in French; null for a person. */
export function automaticSign(headers: Headers, subject: string): string | null {
  const sign = Object.entries(signs).find(([, isThere]) => isThere(headers));
  if (sign) return sign[0];
  const begins = fold(subject.slice(0, 200));
  const isSaid = WHOLE.includes(begins) || BEGINNINGS.some((one) => `${begins} `.startsWith(`${one} `));
  return isSaid ? `son objet est « ${subject.slice(0, 80)} »` : null;
}

const signs: Record<string, (headers: Headers) => boolean> = {
  'il dit être automatique (Auto-Submitted)': (headers) =>
    headers.has('auto-submitted') && wordOf(headers.first('auto-submitted')) !== 'no',
  'il n’a pas d’expéditeur à qui répondre (Return-Path)': (headers) => isNull(headers.first('return-path')),
  'c’est l’avis d’un serveur (multipart/report)': isReport,
  'il refuse les réponses automatiques (X-Auto-Response-Suppress)': (headers) =>
    wordsOf(headers.first('x-auto-response-suppress')).some((word) => ['all', 'oof', 'autoreply'].includes(word)),
  'il dit répondre tout seul (X-Autoreply)': (headers) =>
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-ms-exchange-generated-message-source'].some((name) =>
      headers.has(name),
    ),
  'il est envoyé en nombre (Precedence)': (headers) =>
    ['bulk', 'junk', 'auto_reply'].includes(wordOf(headers.first('precedence'))) ||
    (wordOf(headers.first('precedence')) === 'list' && !isOfPersons(headers)),
  'il vient d’une liste (List-Id)': (headers) =>
    (headers.has('list-id') || headers.has('list-unsubscribe')) && !isOfPersons(headers),
  'il vient d’un serveur de messagerie': (headers) =>
    headers.mailboxes('from').some(({ address }) => /^(?:mailer-daemon|mail-daemon|postmaster)@/i.test(address)),
};

/** Whether a mail is the notice of a server, or of a mail program that tells that it was read. */
export function isReport(headers: Headers): boolean {
  return wordOf(headers.first('content-type')) === 'multipart/report';
}

/** Of a list to which persons write, as the address of a desk may be one, nothing tells who wrote. */
function isOfPersons(headers: Headers): boolean {
  return headers.first('list-post').toLowerCase().includes('mailto:');
}

/** The first word of a value, in lower case, without its parameters nor its comment. */
function wordOf(value: string): string {
  return value.split(/[;(\s]/)[0]?.toLowerCase() ?? '';
}

function wordsOf(value: string): string[] {
  return value.toLowerCase().split(/[\s,;]+/);
}

function isNull(path: string): boolean {
  return path.replaceAll(/\s/g, '') === '<>';
}
