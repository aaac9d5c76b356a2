import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { createApp } from './http/app.ts';
import { createServices } from './services.ts';
import { StoreOutage } from './store/outage.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';

const TICK_MS = 60_000;
const CONNECTION_LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 8_192,
};

try {
  start();
} catch (error) {
  refuse(error);
}

function start(): void {
  const { port, host, sqliteFile, cleJournal, logLevel } = readConfig(process.env);
  const logger = pino({ level: logLevel });
  const store = openSqliteStore({ file: sqliteFile, ...(cleJournal && { cle: cleJournal }) });
  const services = createServices(store);
  const server = createServer(CONNECTION_LIMITS, createApp(services, logger));
  server.maxHeadersCount = 100;
  server.on('error', refuse);
  server.listen(port, host, () => {
    const { address, port: bound } = server.address() as AddressInfo;
    logger.info(`Parcours IGC écoute sur http://${address}:${bound}`);
  });

  const tellDueFacts = () => {
    Promise.all([services.recordDueFacts(), services.forgetOldRequests()]).catch((error: unknown) =>
      logger.error({ err: error }),
    );
  };
  const tick = setInterval(tellDueFacts, TICK_MS);
  tellDueFacts();

  /** Answers what has been asked, then closes the store; Ctrl-C is heard several times. */
  const stop = () => {
    clearInterval(tick);
    server.close(() => void store.close().then(() => process.exit(0)));
    server.closeIdleConnections();
  };
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (!stopping) stop();
      stopping = true;
    });
  }
}

/** Says what stops the start, and what to do; anything unforeseen is a bug, told whole. */
function refuse(error: unknown): never {
  const isForeseen = error instanceof ConfigError || error instanceof StoreOutage;
  if (!isForeseen && !isPortTaken(error)) throw error;
  console.error(
    isForeseen ? error.message : 'Ce port est déjà pris : arrêtez ce qui l’occupe ou choisissez-en un autre par PORT.',
  );
  process.exit(1);
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
