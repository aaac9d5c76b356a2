import { createTransport } from 'nodemailer';
import { isOfAddress, isOfSender } from './of-address.ts';
import { oneLine } from './reading/headers.ts';

/** What a server answered, and what that means for one recipient of one mail. */
export interface Reply {
  sort: 'envoye' | 'adresse-refusee' | 'refuse' | 'plus-tard';
  /** Null without an answer. */
  code: number | null;
  /** Its words, on one line of 500 signs at most. */
  said: string;
}

/** A way out for mails. */
export interface Transport {
  /** Hands a mail over as its bytes, to one recipient; never throws for what a server, or its absence, answers. */
  send(mail: { from: string; to: string; raw: Buffer }): Promise<Reply>;
  close(): void;
}

const TIMEOUT_MS = 20_000;
/** After the message, a server may take long to say yes. */
const SOCKET_MS = 60_000;
const SAID = 500;

/** How mails leave: `smtp(s)://user:password@host:port`; a password never goes in clear but to this machine. */
export function smtpTransport(url: string): Transport {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isSecure = protocol === 'smtps:';
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
  const pool = createTransport({
    pool: true,
    host,
    port: Number(port || (isSecure ? 465 : 587)),
    secure: isSecure,
    requireTLS: !isSecure && !isHere && username !== '',
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: SOCKET_MS,
    // What is tried again is tried by the queue, which counts it.
    maxRequeues: 0,
    maxConnections: 4,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A connection that breaks while nothing is sent is opened again.
  pool.on('error', () => {});
  return {
    async send({ from, to, raw }) {
      try {
        const { response } = await pool.sendMail({ envelope: { from, to: [to] }, raw });
        return { sort: 'envoye', code: codeIn(response), said: oneLine(response, SAID) };
      } catch (error) {
        return replyOf(error as SmtpError);
      }
    },
    close: () => pool.close(),
  };
}

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
}

/** A recipient or a message may be refused for good; whatever is wrong with the server, or with us, is tried again. */
function replyOf({ code, command, responseCode, response, message }: SmtpError): Reply {
  const said = oneLine(response ?? causes[code ?? ''] ?? message, SAID);
  const isFinal = responseCode !== undefined && responseCode >= 500;
  const isOfMail = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM');
  const isTooLarge = code === 'EMESSAGE' && command === 'MAIL FROM';
  const known = { code: responseCode ?? null, said };
  if (isFinal && code === 'EENVELOPE' && command === 'RCPT TO') return { sort: ofRecipient(said), ...known };
  return { sort: isTooLarge || (isFinal && isOfMail) ? 'refuse' : 'plus-tard', ...known };
}

/** What a recipient who was refused for good tells: without a status, an address that is nobody’s. */
function ofRecipient(said: string): Reply['sort'] {
  const [status = null] = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(said) ?? [];
  if (isOfAddress(status, said)) return 'adresse-refusee';
  if (isOfSender(said)) return 'plus-tard';
  return status === null ? 'adresse-refusee' : 'refuse';
}

function codeIn(response: string): number | null {
  const [, code] = /^(\d{3})\b/.exec(response) ?? [];
  return code === undefined ? null : Number(code);
}

const causes: Readonly<Record<string, string>> = {
  ECONNECTION: 'Le serveur de courriel a coupé la connexion',
  ETIMEDOUT: 'Le serveur de courriel n’a pas répondu à temps',
  ESOCKET: 'Le serveur de courriel ne répond pas',
  EDNS: 'Le nom du serveur de courriel est inconnu',
  ETLS: 'La connexion chiffrée au serveur de courriel a échoué',
  EAUTH: 'Le serveur de courriel refuse l’identifiant ou le mot de passe',
  ECONNREFUSED: 'Le serveur de courriel refuse la connexion',
};
