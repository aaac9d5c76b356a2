import { join } from 'node:path';
import { z } from 'zod';
import { dayOf } from '../days.ts';
import { toActe } from '../identity/registre.ts';
import { nextAttempt } from '../outbox/backoff.ts';
import { createDispatcher, type Dispatcher } from '../outbox/dispatcher.ts';
import { type BacASable, createServices, type Services } from '../services.ts';
import type { RoleCle } from '../store/identities.ts';
import type { Store } from '../store/store.ts';
import { takingTurns } from '../turns.ts';
import { keepText, readText } from './folders.ts';
import type { SandboxOptions } from './sandboxes.ts';

/** The open sandbox of a key. */
export interface Sandbox {
  services: Services;
  folder: string;
  /** How many act in it now. */
  busy: number;
  /** When the last one left, in milliseconds. */
  leftAt: number;
  isForgotten: boolean;
  /** Tells what has fallen due since somebody last came. */
  catchUp(): Promise<void>;
  /** Gives the instant (ms) at which something is to be sent from it, null for none. */
  close(): Promise<number | null>;
}

type Opening = Pick<SandboxOptions, 'open' | 'clock' | 'repertoire' | 'sender'>;

/** Opens the sandbox kept in `folder`, on its own clock, ahead of `clock`; what it sends leaves at once. */
export function openSandbox(folder: string, opening: Opening, forget: (sandbox: Sandbox) => void): Sandbox {
  const { open, clock, repertoire } = opening;
  const store = open(join(folder, 'base.sqlite'));
  const time = openSandboxClock(join(folder, 'horloge.json'), clock);
  const outbox = outboxOf(opening, store, time);
  const aSonTour = takingTurns();
  const bac: BacASable = {
    aSonTour,
    advanceTo: (le) => aSonTour(async () => (time.moveTo(le) ? await tellDue() : null)),
    forget: () => forget(sandbox),
    ...castOf(join(folder, 'acteur'), store, time),
  };
  const services: Services = Object.assign(
    createServices(store, time.now, outbox?.wake),
    { bac },
    repertoire && { repertoire },
  );
  let told = '';
  const sandbox: Sandbox = {
    services,
    folder,
    busy: 0,
    leftAt: 0,
    isForgotten: false,
    async close() {
      try {
        await outbox?.close();
        const due = outbox ? await nextDue(store) : null;
        return due && due - (time.now().getTime() - clock().getTime());
      } finally {
        await store.close();
      }
    },
    async catchUp() {
      if (told === services.today()) return;
      await aSonTour(tellDue);
      await services.forgetOldRequests();
    },
  };
  outbox?.start(opening.sender?.onError ?? (() => {}));
  return sandbox;

  /** A fact that is told may bring another by the same day. */
  async function tellDue(): Promise<number> {
    const today = services.today();
    let all = 0;
    for (let some = await services.recordDueFacts(); some > 0; some = await services.recordDueFacts()) all += some;
    told = today;
    outbox?.wake();
    return all;
  }
}

/** What leaves a sandbox is due by its own clock, and dated by that of its receivers. */
function outboxOf({ clock, sender }: Opening, store: Store, time: SandboxClock): Dispatcher | null {
  if (!sender) return null;
  const rest = { random: Math.random, onCommit: store.onCommit, essai: { instant: clock } };
  return createDispatcher({ store, clock: time.now, sender: sender.create(), ...rest });
}

async function nextDue({ abonnements }: Store): Promise<number | null> {
  const served = (await abonnements.list()).filter(({ pause }) => pause === null);
  const each = await Promise.all(
    served.map(async (one) => nextAttempt(one, (await abonnements.heads(one.id, [], 1))[0])),
  );
  const instants = each.filter((instant) => instant !== null);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** What cannot be read was never said. */
const Acteur = z
  .enum(['agent', 'editeur', 'lecteur'] satisfies RoleCle[])
  .nullable()
  .catch(null);

/** Who acts, kept in `file`, and whom they play. */
function castOf(file: string, { identites }: Store, { now }: SandboxClock) {
  const known = new Set<string>();
  let acteur = Acteur.parse(readText(file));
  return {
    acteur: () => acteur,
    jouer(role: RoleCle) {
      keepText(file, role);
      acteur = role;
    },
    async accueillir(id: string, nameOf: () => Promise<string>) {
      if (known.has(id)) return;
      const nom = await nameOf();
      const acte = toActe('demarrage', now(), { acte: 'editeur.cree', cible: id, detail: { nom } });
      if (!(await identites.editeur(id))) await identites.addEditeur({ id, nom, creeLe: acte.le }, acte);
      known.add(id);
    },
  };
}

const HEURE_MS = 3_600_000;
const Kept = z.object({ avanceMs: z.number() });

/** A clock that runs like `clock`, may be moved forward by days, and is kept in `file`; on time when there is none. */
export function openSandboxClock(file: string, clock: () => Date) {
  let avance = readAdvance(file);
  const now = () => new Date(clock().getTime() + avance);

  return {
    now,
    /** Moves to the same hour of the day `le` (YYYY-MM-DD), durably; false when that day is past. */
    moveTo(le: string): boolean {
      const today = dayOf(now());
      if (le <= today) return le === today;
      const shift = avance + daysBetween(now(), le);
      keepText(file, JSON.stringify({ avanceMs: shift }));
      avance = shift;
      return true;
    },
  };
}
type SandboxClock = ReturnType<typeof openSandboxClock>;

/** The milliseconds from `now` to that day; near midnight, an hour off where summer time begins or ends between. */
function daysBetween(now: Date, le: string): number {
  const days = Date.parse(le) - Date.parse(dayOf(now));
  const shifts = [days, days - HEURE_MS, days + HEURE_MS];
  return shifts.find((shift) => dayOf(new Date(now.getTime() + shift)) === le) ?? days;
}

function readAdvance(file: string): number {
  const text = readText(file);
  return text === null ? 0 : Kept.parse(JSON.parse(text)).avanceMs;
}
