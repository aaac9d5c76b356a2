import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Reached } from '../bench/service.ts';

/** A client that keeps what it holds, for as long as it is let. */
export interface HostileKind {
  title: string;
  /** Within how many milliseconds the service must have let it go; null for one that asks and reads as it likes. */
  cutWithinMs: number | null;
  /** Does its worst, once connected; gives what it goes on doing every second. */
  begin(socket: Socket, to: Reached): (() => void) | null;
}

const NOTHING = null;
const ESTABLISHED = '01';
const PIPELINED = 20;

/**
 * Headers are given 5 s and bodies 10, looked at each second; a client that reads nothing, 45, and 45 more since Node counts from when
 * it last saw a write go forward.
 */
export const hostileKinds: readonly HostileKind[] = [
  { title: 'muets', cutWithinMs: 7_000, begin: () => NOTHING },
  {
    title: 'en-têtes lents',
    cutWithinMs: 7_000,
    begin(socket) {
      socket.write('GET /api/v1/procedures HTTP/1.1\r\nHost: x\r\n');
      return () => socket.write('X-Lent: 1\r\n');
    },
  },
  {
    title: 'corps lents',
    cutWithinMs: 12_000,
    begin(socket, { headers }) {
      const head = ['POST /api/v1/dossiers HTTP/1.1', 'Host: x', `Authorization: ${headers['authorization']}`];
      socket.write([...head, 'Content-Type: application/json', 'Content-Length: 900000', '', '{"a":"'].join('\r\n'));
      return () => socket.write('a');
    },
  },
  {
    title: 'silencieux après une demande',
    cutWithinMs: 7_000,
    begin(socket) {
      socket.write(requests(1, '/healthz'));
      return NOTHING;
    },
  },
  {
    title: 'sans lire leurs réponses',
    cutWithinMs: 93_000,
    begin(socket) {
      socket.pause();
      socket.write(requests(PIPELINED, '/openapi.json'));
      return NOTHING;
    },
  },
  {
    title: 'demandes à la file',
    cutWithinMs: null,
    begin(socket) {
      const ask = () => socket.write(requests(PIPELINED / 2, '/healthz'));
      ask();
      return ask;
    },
  },
];

/** One of them. */
export interface Hostile {
  kind: HostileKind;
  socket: Socket;
  /** Its own; 0 until it is connected. */
  port: number;
}

/**
 * Those that the service still holds, as the kernel tells of its end of the line: who reads nothing does not see
 * that it was cut.
 */
export function stillHeld(hostiles: readonly Hostile[], { url }: Reached): Hostile[] {
  const service = hexadecimal(Number(new URL(url).port));
  const lines = readFileSync('/proc/net/tcp', 'utf8').matchAll(/^ *\d+: \w+:(\w{4}) \w+:(\w{4}) (\w\w) /gm);
  const held = new Set(
    [...lines].filter(([, own, , state]) => own === service && state === ESTABLISHED).map(([, , peer]) => peer),
  );
  return hostiles.filter(({ socket, port }) => !socket.destroyed && held.has(hexadecimal(port)));
}

function hexadecimal(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

/** Opens `count` sockets, of each kind in turn. */
export function openHostiles(to: Reached, count: number): Hostile[] {
  const { hostname, port } = new URL(to.url);
  return Array.from({ length: count }, (_, rank) => {
    const kind = hostileKinds[rank % hostileKinds.length] as HostileKind;
    const socket = connect(Number(port), hostname);
    const hostile: Hostile = { kind, socket, port: 0 };
    let more: NodeJS.Timeout | undefined;
    socket.on('error', () => {});
    socket.on('connect', () => {
      hostile.port = socket.localPort ?? 0;
      if (kind.title !== 'sans lire leurs réponses') socket.resume();
      const goOn = kind.begin(socket, to);
      if (goOn) more = setInterval(goOn, 1_000);
    });
    socket.on('close', () => clearInterval(more));
    return hostile;
  });
}

function requests(count: number, path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(count);
}
