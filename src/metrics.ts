import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from './store/store.ts';
import type { Endpoint } from './web/endpoint.ts';

/** How an endpoint answered: `status` is null where the client left before the end, `code` null unless it refused. */
interface Answered {
  status: number | null;
  seconds: number;
  code: string | null;
}

/** What is read at each scrape, and nowhere else. */
interface Watched {
  store: Pick<Store, 'abonnements' | 'baux' | 'courriels' | 'evenements' | 'travail' | 'figures' | 'notifications'>;
  clock(): Date;
  /** How many requests wait for an event. */
  attentes(): number;
  /** How many families of cases are remembered for acts. */
  familles(): number;
}

/** What is counted for the operator, of the real dossiers: labels are ids, codes and methods of ours, or the path of a screen as it is declared, never what was asked nor a person. */
export interface Metrics {
  /** An act was recorded (null), or refused with a code. */
  act(refus: string | null): void;
  /** So many writes were committed together. */
  batch(size: number): void;
  http({ id, path, method }: Pick<Endpoint, 'id' | 'path' | 'method'>, answered: Answered): void;
  watch(watched: Watched): void;
  /** All of it, in the text of Prometheus. */
  text(): Promise<string>;
  contentType: string;
}

/** Counts from now on, in a registry of its own. */
export function createMetrics(): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const { acts, refusedActs, refusals } = createCounters(registers);
  const batches = new Histogram({
    name: 'parcours_commit_ecritures',
    help: 'Écritures par transaction',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    registers,
  });
  const times = new Histogram({
    name: 'parcours_http_duree_seconds',
    help: 'Durée des réponses, par opération, méthode et classe de statut',
    labelNames: ['operation', 'methode', 'statut'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers,
  });
  let refresh = () => Promise.resolve();

  return {
    act: (code) => (code === null ? acts.inc() : refusedActs.inc({ code })),
    batch: (size) => batches.observe(size),
    http({ id, path, method }, { status, seconds, code }) {
      const statut = status === null ? 'interrompu' : `${Math.floor(status / 100)}xx`;
      times.observe({ operation: id ?? path, methode: method, statut }, seconds);
      if (code !== null) refusals.inc({ code });
    },
    watch(watched) {
      refresh = watchOver(registers, watched);
    },
    async text() {
      await refresh();
      return register.metrics();
    },
    contentType: register.contentType,
  };
}

function createCounters(registers: Registry[]) {
  const labelNames = ['code'];
  return {
    acts: new Counter({ name: 'parcours_actes_total', help: 'Actes enregistrés', registers }),
    refusedActs: new Counter({
      name: 'parcours_actes_refuses_total',
      help: 'Actes refusés, par code',
      labelNames,
      registers,
    }),
    refusals: new Counter({
      name: 'parcours_http_refus_total',
      help: 'Réponses qui sont un refus, par code',
      labelNames,
      registers,
    }),
  };
}

/** Gives what reads all gauges again: a few rows each, by index. */
function watchOver(registers: Registry[], { store, clock, attentes, familles }: Watched): () => Promise<void> {
  const waits = gauge(registers, 'parcours_attentes_ouvertes', 'Demandes qui attendent un événement');
  const remembered = gauge(registers, 'parcours_familles_en_memoire', 'Dossiers gardés en mémoire pour les actes');
  const readProjections = projectionGauges(registers, store);
  const readQueues = queueGauges(registers, store, clock);
  const mails = gauge(registers, 'parcours_courriels', 'Courriels à envoyer, et reçus qui sont à classer', 'etat');
  const leases = gauge(registers, 'parcours_baux', 'Baux tenus, par nœud qui les tient', 'noeud');
  return async () => {
    leases.reset();
    for (const { porteur: noeud, nombre } of await store.baux.tenus()) leases.set({ noeud }, nombre);
    mails.set({ etat: 'a-envoyer' }, await store.courriels.enAttente());
    mails.set({ etat: 'a-classer' }, await store.courriels.combien('a-classer'));
    waits.set(attentes());
    remembered.set(familles());
    await readProjections();
    await readQueues();
  };
}

function projectionGauges(registers: Registry[], { travail, figures, notifications }: Watched['store']) {
  const label = 'projection';
  const lag = gauge(registers, 'parcours_projection_retard', 'Lignes du journal à lire pour une projection', label);
  const ready = gauge(registers, 'parcours_projection_prete', '1 une fois la projection faite, 0 avant', label);
  return async () => {
    for (const [projection, { projection: kept }] of Object.entries({ travail, figures, notifications })) {
      const reached = await kept.avancement();
      ready.set({ projection }, reached?.construit === null ? 1 : 0);
      lag.set({ projection }, (await kept.fin()) - (reached?.rang ?? 0));
    }
  };
}

function queueGauges(registers: Registry[], { abonnements, evenements }: Watched['store'], clock: () => Date) {
  const label = 'abonnement';
  const waiting = gauge(registers, 'parcours_livraisons_attente', 'Événements en attente d’un abonnement', label);
  const unread = gauge(registers, 'parcours_livraisons_a_lire', 'Événements à lire pour un abonnement', label);
  const age = 'Âge du plus ancien événement en attente d’un abonnement, 0 sans attente';
  const oldest = gauge(registers, 'parcours_livraisons_age_seconds', age, label);
  return async () => {
    const last = await evenements.last();
    const queues = await abonnements.queues();
    for (const each of [waiting, oldest, unread]) each.reset();
    for (const { id: abonnement, curseur, attente, premier } of queues) {
      const event = premier === null ? null : await evenements.one(premier, 'tous');
      waiting.set({ abonnement }, attente);
      unread.set({ abonnement }, last - curseur);
      oldest.set({ abonnement }, event ? (clock().getTime() - Date.parse(event.enregistreLe)) / 1000 : 0);
    }
  };
}

function gauge(registers: Registry[], name: string, help: string, ...labelNames: string[]) {
  return new Gauge({ name, help, labelNames, registers });
}
