import { createServer } from 'node:http';
import { pino } from 'pino';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createApp } from './http/app.ts';
import { createServices } from './services.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';

const TICK_MS = 60_000;

const config = settings();
const logger = pino({ level: config.logLevel });
const store = openSqliteStore({ file: config.sqliteFile, ...(config.cleJournal && { cle: config.cleJournal }) });
const services = createServices(store);

const server = createServer(
  {
    headersTimeout: 5_000,
    requestTimeout: 10_000,
    connectionsCheckingInterval: 1_000,
    keepAliveTimeout: 5_000,
    maxHeaderSize: 8_192,
  },
  createApp(services, logger),
);
server.maxHeadersCount = 100;
server.listen(config.port, config.host, () => logger.info(`Parcours IGC écoute sur ${address()}`));

const tick = setInterval(tellDueFacts, TICK_MS);
tellDueFacts();

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);

/** Answers what has been asked, then closes the store. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  clearInterval(tick);
  server.close(() => void store.close().then(() => process.exit(0)));
  server.closeIdleConnections();
}

function tellDueFacts(): void {
  services.recordDueFacts().catch((error: unknown) => logger.error({ err: error }));
}

function address(): string {
  const bound = server.address();
  return typeof bound === 'object' && bound ? `http://${config.host}:${bound.port}` : String(bound);
}

function settings(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
