import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { type Logger, pino } from 'pino';
import { createAnnuaire } from './annuaire/annuaire.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createConsole } from './console/console.ts';
import { DAY_MS, dayOf } from './days.ts';
import { definitions } from './definitions.ts';
import { clamd } from './documents/antivirus.ts';
import { createApp } from './http/app.ts';
import { openWaits } from './http/waits.ts';
import type { Echec } from './identity/comptes/tentatives.ts';
import { withoutPasswords } from './identity/identities.ts';
import { runMail } from './mail/run.ts';
import { createMetrics } from './metrics.ts';
import { createDispatcher } from './outbox/dispatcher.ts';
import { leaseholder } from './outbox/lease.ts';
import { createSender } from './outbox/sender.ts';
import type { Certificat } from './pki/certificate.ts';
import { readFile } from './pki/file.ts';
import { download } from './revocations/download.ts';
import { openRevocations } from './revocations/in-force.ts';
import { watchRevocations } from './revocations/watch.ts';
import { createDemonstrations } from './sandbox/demonstration/demonstrations.ts';
import { createSandboxes } from './sandbox/sandboxes.ts';
import { createServices, type Services } from './services.ts';
import { documentsAt } from './store/documents/open.ts';
import { openPlaces, openStore } from './store/open.ts';
import type { GenreDeLieu } from './store/places.ts';
import { anchorer } from './store/seals.ts';
import { openAccessLog } from './store/sqlite/access-log.ts';
import { fileOfRepertoire, openRepertoire } from './store/sqlite/repertoire/repertoire.ts';
import { StoreOutage } from './store/store.ts';

const TICK_MS = 60_000;
const STOPS_WITHIN_MS = 10_000;
const SAME_SIGNAL_MS = 500;
/** A reader who reads nothing is cut, after one to two of these: a stream or a wait is never silent so long. */
const SILENCE_MS = 45_000;
const MAX_CONNECTIONS = 4_000;
/** What is told where mail cannot be listened for. */
const LMTP_TAKEN = 'LMTP_ECOUTE, cette adresse est déjà prise : arrêtez ce qui l’occupe, ou donnez-lui un autre port.';
/** How long it is kept who read or wrote what. */
const ACCES_DAYS = 365;
const CONNECTION_LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 8_192,
};

await start().catch(refuse);

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { limites, port, host, base, fichiers, cleJournal, webhooksPrives, ancres, proxys, documents, ...others } =
    config;
  const {
    logLevel,
    jetonMetriques,
    traces: collecteur,
    autorites: fichierAutorites,
    clamd: ecoute,
    messagerie,
    reception,
    crl,
    ...entrees
  } = others;
  const antivirus = ecoute === null ? undefined : clamd(ecoute);
  const adresse = messagerie?.adresse ?? null;
  const autorites = fichierAutorites === null ? [] : readAuthorities(fichierAutorites);
  const rules = { autoriserAdressesPrivees: webhooksPrives };
  const logger = pino({ level: logLevel });
  const metrics = createMetrics();
  const traces = collecteur === null ? null : (await import('./traces.ts')).openTraces(collecteur);
  mkdirSync(dirname(fichiers), { recursive: true });
  const store = await openStore(base, {
    cle: cleJournal,
    onBatch: metrics.batch,
    documents: documentsAt(documents),
    definitions: definitions(),
    nouvelle: process.argv.includes('--nouvelle-base'),
  });
  const clock = () => new Date();
  const outbox = createDispatcher({
    store,
    clock,
    random: Math.random,
    sender: createSender(rules),
    onCommit: store.onCommit,
  });
  const signaler = (echec: Echec) => logger.warn(echec, 'Connexion refusée');
  const acces = openAccessLog(`${fichiers}.acces`, (error) => logger.error({ err: error }));
  const repertoire = openRepertoire(fileOfRepertoire(fichiers));
  const today = () => dayOf(clock());
  const revocations = openRevocations({ file: `${fichiers}.crl`, autorites, today });
  const services = {
    ...withEntries(
      createServices(store, clock, outbox.wake, {
        signaler,
        settled: metrics.act,
        antivirus,
        adresse,
        url: entrees.urlPublique,
      }),
      entrees,
    ),
    acces,
    metrics,
    traces,
    repertoire,
    autorites,
    revocations,
    urlPublique: entrees.urlPublique,
  };
  metrics.watch({ store, clock, attentes: openWaits, familles: services.familles });
  const placesOf = (genre: GenreDeLieu) => openPlaces(base, genre, { cle: cleJournal, fichiers });
  const onError = (error: unknown) => logger.error({ err: error });
  const sender = { create: () => createSender(rules), onError };
  const sandboxes = createSandboxes({ places: placesOf('bac-a-sable'), clock, repertoire, autorites, sender });
  const demonstrations = createDemonstrations({ places: placesOf('demonstration'), clock, repertoire, autorites });
  const closing = new AbortController();
  const server = createServer(
    CONNECTION_LIMITS,
    createApp({
      services,
      sandboxes,
      logger,
      rules,
      limites: { ...limites, partage: store.quotas },
      proxys,
      jetonMetriques,
      closing: closing.signal,
      ready: store.ready,
      pages: createConsole({ services, demonstrations, comptesLocaux: entrees.comptesLocaux, rules }),
    }),
  );
  server.maxHeadersCount = 100;
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = SILENCE_MS;
  server.on('error', refuse);
  server.listen(port, host, () => {
    const origin = originOf(server.address() as AddressInfo);
    logger.info(`Parcours IGC écoute sur ${origin}`);
    void sayFirstLink(services, logger, entrees.urlPublique ?? origin);
  });

  outbox.start((error) => logger.error({ err: error }));
  const mail = await runMail({
    store,
    clock,
    reception,
    onError,
    messagerie: services.messagerie,
    smtp: messagerie?.smtp ?? null,
  }).catch((error: unknown) => {
    throw isPortTaken(error) ? new ConfigError(LMTP_TAKEN) : error;
  });
  const stopFollowing = services.suivre((error) => logger.error({ err: error }));
  const anchor = anchorer(store.signedEnd, (ancre) => {
    logger.info({ ancre }, 'Fin du journal');
    if (ancres) appendFileSync(ancres, `${new Date().toISOString()} ${ancre}\n`);
  });
  const tellStrays = async () => {
    for (const entree of await store.strays())
      logger.error({ entree }, 'Ce qui laisse entrer n’est plus ce qui a été enregistré : lancez « npm run verify »');
  };
  const tellEnds = () => services.identites.tellEnds(services.today());
  const forgetAccesses = async () => acces.forget(new Date(clock().getTime() - ACCES_DAYS * DAY_MS).toISOString());
  let erasing: Promise<void> | null = null;
  let erasedOn = '';
  /** Slice after slice, until a day has no more. */
  const eraseDue = async () => {
    const jour = services.today();
    if (erasedOn === jour) return;
    const { dossiers, notes, comptes } = await services.personnes.appliquer();
    if (dossiers + notes + comptes === 0) erasedOn = jour;
  };
  const eraseInTurn = () => {
    erasing ??= eraseDue().finally(() => {
      erasing = null;
    });
    return erasing;
  };
  const due = [
    ...[services.recordDueFacts, services.forgetOldRequests, services.notifications.tenir],
    ...[tellEnds, eraseInTurn, anchor, tellStrays, services.finirEffacements],
    ...[services.messagerie.ranger, services.messagerie.relancer],
  ];
  const watchList = watchRevocations(revocations, {
    clock,
    download: crl === null ? null : () => download(crl, rules),
    follow: services.signalerRevoques,
    tell: (nouvelle) =>
      logger[nouvelle.genre === 'relevee' && nouvelle.suivis === 0 ? 'info' : 'warn'](nouvelle, 'Liste de révocation'),
  });
  const bail = leaseholder(store.baux);
  /** Of several nodes, one does it. */
  const tellDueFacts = async () => {
    await forgetAccesses();
    if (await bail.holds('echeances')) await Promise.all(due.map((one) => one()));
  };
  const tellDue = () => {
    void tellDueFacts().catch(onError);
    void watchList().catch(onError);
  };
  const tick = setInterval(tellDue, TICK_MS);
  tellDue();

  stopOnSignal(server, closing, async () => {
    clearInterval(tick);
    await mail.close();
    await erasing?.catch(() => {});
    await stopFollowing();
    await bail.release();
    await outbox.close();
    await sandboxes.close();
    await demonstrations.close();
    await anchor();
    acces.close();
    repertoire.close();
    await store.close();
    await traces?.close();
  });
}

/**
 * At the first signal: nothing new is taken, what waits is answered, what is being done ends, then `close`; after 10 s, whatever is left is
 * cut. A second signal ends at once; Ctrl-C is heard several times in a row, and counts as one.
 */
function stopOnSignal(server: Server, closing: AbortController, close: () => Promise<void>): void {
  const stop = () => {
    closing.abort();
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    server.close(async () => {
      clearInterval(idle);
      await close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), STOPS_WITHIN_MS - 1_000);
    setTimeout(() => process.exit(1), STOPS_WITHIN_MS);
  };
  let since: number | null = null;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (since !== null && performance.now() - since > SAME_SIGNAL_MS) process.exit(1);
      if (since === null) stop();
      since ??= performance.now();
    });
  }
}

/** How persons may come in, as it is set. */
function withEntries(
  services: Services,
  { annuaire, comptesLocaux }: Pick<Config, 'annuaire' | 'comptesLocaux'>,
): Services {
  const { identites } = services;
  return {
    ...services,
    annuaire: annuaire && createAnnuaire(annuaire),
    identites: comptesLocaux ? identites : withoutPasswords(identites),
  };
}

/** The authorities that a file holds; throws a sentence for what holds none. */
function readAuthorities(file: string): Certificat[] {
  const read = existsSync(file) ? readFile(readFileSync(file)) : null;
  const all = read?.ok && 'certificats' in read.value ? read.value.certificats : [];
  const authorities = all.filter(({ isAutorite }) => isAutorite);
  if (authorities.length > 0) return authorities;
  throw new ConfigError(`AC_IGC, « ${file} », ne contient aucun certificat d’autorité qui se lise : indiquez-en un.`);
}

/** Where this very machine reaches it. */
function originOf({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** While nobody has an account, says how to open the first, each time with another token. */
async function sayFirstLink({ identites }: Services, logger: Logger, origin: string): Promise<void> {
  const jeton = await identites.firstLink();
  if (jeton === null) return;
  const told = `Aucun compte : ouvrez celui du premier superviseur, dans les 24 heures : ${origin}/lien/${jeton}`;
  logger.warn(told);
  if (process.stdout.isTTY) console.log(`\n${told}\n`);
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
