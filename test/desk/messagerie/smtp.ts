import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
interface Taken {
  from: string;
  to: string[];
  raw: Buffer;
}

/** How a server answers a recipient and a message: null for yes; « coupe » breaks the connection once all was read. */
interface Behaviour {
  recipient?(address: string): { code: number; said: string } | null;
  message?(): { code: number; said: string } | 'coupe' | null;
  /** How long a message that was read waits for its answer, in milliseconds. */
  holdMs?: number;
}

/** A real SMTP server on this machine. */
export interface Smtp {
  url: string;
  /** All messages that were read to their end, those that were then refused or cut included. */
  taken: Taken[];
  behave(behaviour: Behaviour): void;
  stop(): Promise<void>;
}

/** Starts one, on a port that may be asked for. */
export async function startSmtp(port = 0): Promise<Smtp> {
  const taken: Taken[] = [];
  let behaviour: Behaviour = {};
  const refused = ({ code, said }: { code: number; said: string }) =>
    Object.assign(new Error(said), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const answer = behaviour.recipient?.(address) ?? null;
      done(answer && refused(answer));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        taken.push({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(parts) });
        const answer = behaviour.message?.() ?? null;
        if (answer === 'coupe') {
          for (const connection of server.connections) connection._socket.destroy();
          return;
        }
        setTimeout(() => done(answer && refused(answer)), behaviour.holdMs ?? 0);
      });
    },
  });
  server.on('error', () => {});
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    taken,
    behave(next) {
      behaviour = next;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
