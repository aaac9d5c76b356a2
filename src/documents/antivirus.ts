import { connect } from 'node:net';

/** What was found in a document: a virus by its name, or nothing; `muet` where nobody could look. */
type Examen = { etat: 'sain' } | { etat: 'infecte'; virus: string } | { etat: 'muet'; raison: string };

/** Who looks into documents before they are kept. */
export type Antivirus = (octets: Buffer) => Promise<Examen>;

/** What clamd is sent at once; and what it is waited for. */
const PART = 256 * 1024;
const PATIENCE_MS = 30_000;
const MOST_SAID = 4_096;

/** Has clamd look, at `host:port` or at the path of its socket: its INSTREAM command, one connection a document. */
export function clamd(address: string): Antivirus {
  const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? [];
  const where = host === undefined ? { path: address } : { host, port: Number(port) };
  return async (octets) => {
    try {
      return read(await ask(where, octets));
    } catch (error) {
      return { etat: 'muet', raison: error instanceof Error ? error.message : String(error) };
    }
  };
}

function ask(where: { path: string } | { host: string; port: number }, octets: Buffer): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(where);
  let said = '';
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`Pas de réponse en ${PATIENCE_MS / 1000} s`)));
  socket.on('error', reject).on('close', () => resolve(said));
  socket.on('data', (part) => {
    said = (said + part.toString('latin1')).slice(0, MOST_SAID);
  });
  socket.write('zINSTREAM\0');
  for (let at = 0; at < octets.length; at += PART) {
    const part = octets.subarray(at, at + PART);
    socket.write(lengthOf(part.length));
    socket.write(part);
  }
  socket.write(lengthOf(0));
  return promise;
}

function lengthOf(octets: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(octets);
  return length;
}

/** « stream: OK », « stream: Eicar-Signature FOUND »; anything else is no answer. */
function read(said: string): Examen {
  const answer = said.replaceAll('\0', '').trim();
  if (answer === 'stream: OK') return { etat: 'sain' };
  const virus = /^stream: (\S{1,200}) FOUND$/.exec(answer)?.[1];
  return virus === undefined ? { etat: 'muet', raison: answer || 'Réponse vide' } : { etat: 'infecte', virus };
}
