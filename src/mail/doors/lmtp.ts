import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { MOST_BYTES } from '../reading.ts';
import type { Receive } from '../received.ts';

/** Where mail comes in. */
export interface Door {
  /** Takes nothing more, and ends once what is being received is. */
  close(): Promise<void>;
}

const MOST_CLIENTS = 8;
const MOST_RECIPIENTS = 100;
const SILENCE_MS = 60_000;
const CLOSES_WITHIN_MS = 5_000;

/** What a server is answered: its code says whether it keeps the mail to bring it again. */
class Refused extends Error {
  readonly responseCode: number;

  constructor(message: string, { responseCode, ...options }: ErrorOptions & { responseCode: number }) {
    super(message, options);
    this.responseCode = responseCode;
  }
}

/**
 * Listens for the mail server of the place, which hands mail over by LMTP (RFC 2033): accepted (250) once it is received, to be brought
 * again (451) if it could not be, refused (552) when it is too long. It asks nobody who they are: the address is to be reached by that server alone.
 */
export async function openLmtp(
  { host, port }: { host: string; port: number },
  receive: Receive,
  onError: (error: unknown) => void,
): Promise<Door & { port: number }> {
  const server = new SMTPServer({
    lmtp: true,
    size: MOST_BYTES,
    maxClients: MOST_CLIENTS,
    maxRecipients: MOST_RECIPIENTS,
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    socketTimeout: SILENCE_MS,
    closeTimeout: CLOSES_WITHIN_MS,
    banner: 'Parcours IGC',
    onData: (stream, session, answer) => {
      take(stream, session).then(() => answer(null, 'OK'), answer);
    },
  });

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const body = await bytesOf(stream);
    if (body === null) throw new Refused('5.3.4 Message trop long : 25 Mo au plus.', { responseCode: 552 });
    const to = session.envelope.rcptTo.map(({ address }) => address);
    try {
      await receive(Buffer.concat([returnPath(session), body]), { to });
    } catch (error) {
      onError(error);
      throw new Refused('4.3.0 Service indisponible pour le moment.', {
        responseCode: 451,
        cause: error,
      });
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      server.on('error', () => {});
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** All that was sent; null when it is too long, of which nothing is kept. Rejects when whoever sent it left first. */
async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  let chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (stream.sizeExceeded) chunks = [];
    else chunks.push(chunk as Buffer);
  }
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

/** Whoever delivers a mail writes who sent it (RFC 5321, 4.4): nobody, for what a server says by itself. */
function returnPath({ envelope: { mailFrom } }: SMTPServerSession): Buffer {
  const address = mailFrom ? mailFrom.address.replaceAll(/[\s<>\p{Cc}]/gu, '') : '';
  return Buffer.from(`Return-Path: <${address}>\r\n`);
}
