import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Which way bytes no longer pass; no end of the line is told of it. */
type Silence = 'none' | 'to-base' | 'from-base' | 'both';

/** The network between nodes and the base: the address that they know, wherever the base is. */
export interface Relay {
  port: number;
  /** New connections go there. */
  lead(port: number): void;
  /** Every line is cut. */
  cut(): void;
  /** Nothing passes that way on the lines there are and those to come, until told otherwise. */
  silence(which: Silence): void;
  /** Nobody is let in. */
  refuse(isRefusing: boolean): void;
  close(): void;
}

/** A relay to what listens on `target`. */
export async function startRelay(target: number): Promise<Relay> {
  let to = target;
  let silent: Silence = 'none';
  let isRefusing = false;
  const lines = new Set<[Socket, Socket]>();
  const server = createServer({ noDelay: true }, (node) => {
    if (isRefusing) return void node.destroy();
    const base = connect({ port: to, host: '127.0.0.1', noDelay: true });
    const line: [Socket, Socket] = [node, base];
    lines.add(line);
    const end = () => {
      lines.delete(line);
      node.destroy();
      base.destroy();
    };
    for (const socket of line) socket.on('error', end).on('close', end);
    join(line, silent);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const line of lines) for (const socket of line) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    lead(port) {
      to = port;
    },
    cut,
    silence(which) {
      silent = which;
      for (const line of lines) join(line, silent);
    },
    refuse(is) {
      isRefusing = is;
    },
    close() {
      server.close();
      cut();
    },
  };
}

/** What comes in at one end of a line leaves at the other, but where it is silent. */
function join([node, base]: [Socket, Socket], silent: Silence): void {
  node.unpipe(base);
  base.unpipe(node);
  if (silent === 'none' || silent === 'from-base') node.pipe(base);
  if (silent === 'none' || silent === 'to-base') base.pipe(node);
}
