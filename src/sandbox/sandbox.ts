import { z } from 'zod';
import { dayOf } from '../days.ts';
import { toActe } from '../identity/registre.ts';
import { nextAttempt } from '../outbox/backoff.ts';
import { createDispatcher, type Dispatcher } from '../outbox/dispatcher.ts';
import { type BacASable, createServices, type Services } from '../services.ts';
import type { RoleCle } from '../store/identities.ts';
import type { NomDeTexte, Place } from '../store/places.ts';
import type { Store } from '../store/store.ts';
import { takingTurns } from '../turns.ts';
import type { SandboxOptions } from './sandboxes.ts';

const HORLOGE = 'horloge.json';
const ACTEUR = 'acteur';

/** The open sandbox of a key. */
export interface Sandbox {
  services: Services;
  place: Place;
  /** Reads again what any node may have said of its clock, and of who acts in it; false once it is forgotten. */
  renew(): Promise<boolean>;
  /** Tells what has fallen due since somebody last came. */
  catchUp(): Promise<void>;
  /** Gives the instant (ms) at which something is to be sent from it, null for none. */
  close(): Promise<number | null>;
}

type Opening = Pick<SandboxOptions, 'clock' | 'repertoire' | 'autorites' | 'sender'>;

/** What is told of a sandbox to whoever opened it. */
interface Heard {
  /** Whoever is in it forgets it. */
  forget(): Promise<void>;
  /** Another node forgot it. */
  lost(): void;
}

/** Opens the sandbox kept in `place`, on its own clock, ahead of `clock`; what it sends leaves at once. */
export async function openSandbox(place: Place, opening: Opening, { forget, lost }: Heard): Promise<Sandbox> {
  const { clock, repertoire, autorites, sender } = opening;
  const store = await place.open();
  const time = createSandboxClock(clock);
  const cast = castOf(place, store, time);
  const outbox = outboxOf(opening, store, time);
  const aSonTour = takingTurns();
  const bac: BacASable = {
    aSonTour,
    advanceTo: (le) => aSonTour(async () => ((await moveTo(le)) ? await tellDue() : null)),
    forget,
    ...cast,
  };
  const services: Services = Object.assign(
    createServices(store, time.now, outbox?.wake),
    { bac },
    repertoire && { repertoire },
    autorites && { autorites },
  );
  let told = '';
  const sandbox: Sandbox = {
    services,
    place,
    async renew() {
      const textes = await place.textes();
      if (textes === null) return false;
      time.read(textes[HORLOGE] ?? null);
      cast.read(textes[ACTEUR] ?? null);
      return true;
    },
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
  outbox?.start((error) => void complain(error));
  return sandbox;

  /** False when that day is past. */
  async function moveTo(le: string): Promise<boolean> {
    const moved = await change(place, HORLOGE, (lu) => {
      time.read(lu);
      return time.movedTo(le);
    });
    if (moved !== null) time.read(moved);
    return moved !== null;
  }

  /** What is forgotten fails as well. */
  async function complain(error: unknown): Promise<void> {
    const textes = await place.textes().catch(() => undefined);
    if (textes === null) lost();
    else sender?.onError(error);
  }

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

/** Keeps what `next` makes of what is kept, again where another node kept something meanwhile; null when it makes nothing of it. */
async function change(
  place: Place,
  nom: NomDeTexte,
  next: (lu: string | null) => string | null,
): Promise<string | null> {
  for (;;) {
    const textes = await place.textes();
    const lu = textes?.[nom] ?? null;
    const texte = next(lu);
    if (texte === null || textes === null || (await place.keepText(nom, texte, lu))) return texte;
  }
}

/** Who acts, and whom they play. */
function castOf(place: Place, { identites }: Store, { now }: SandboxClock) {
  const known = new Set<string>();
  let acteur: RoleCle | null = null;
  return {
    acteur: () => acteur,
    read(texte: string | null): void {
      acteur = Acteur.parse(texte);
    },
    async jouer(role: RoleCle) {
      await change(place, ACTEUR, () => role);
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

/** A clock that runs like `clock`, and may be moved forward by days; on time until it is said otherwise. */
export function createSandboxClock(clock: () => Date) {
  let avance = 0;
  const now = () => new Date(clock().getTime() + avance);

  return {
    now,
    /** Goes on from what was kept, null for nothing. */
    read(texte: string | null): void {
      avance = texte === null ? 0 : Kept.parse(JSON.parse(texte)).avanceMs;
    },
    /** What to keep for it to show the same hour of the day `le` (YYYY-MM-DD); null when that day is past. */
    movedTo(le: string): string | null {
      const today = dayOf(now());
      if (le < today) return null;
      return JSON.stringify({ avanceMs: le === today ? avance : avance + daysBetween(now(), le) });
    },
  };
}
type SandboxClock = ReturnType<typeof createSandboxClock>;

/** The milliseconds from `now` to that day; near midnight, an hour off where summer time begins or ends between. */
function daysBetween(now: Date, le: string): number {
  const days = Date.parse(le) - Date.parse(dayOf(now));
  const shifts = [days, days - HEURE_MS, days + HEURE_MS];
  return shifts.find((shift) => dayOf(new Date(now.getTime() + shift)) === le) ?? days;
}
