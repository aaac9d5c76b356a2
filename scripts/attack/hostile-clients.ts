import { setTimeout } from 'node:timers/promises';
import { firstFact, openingOf } from '../bench/dossiers.ts';
import { post } from '../bench/post.ts';
import { end } from '../bench/service.ts';
import { type Attack, counted } from './attack.ts';
import { lateness, quantile, told, type Waits, waitsOf } from './honest-client.ts';
import { type Hostile, hostileKinds, openHostiles, stillHeld } from './hostile-sockets.ts';
import { megabytesOf, newTarget, type Standing, stand } from './target.ts';

const SIZES = { short: { sockets: 400, forMs: 10_000 }, long: { sockets: 1_200, forMs: 105_000 } };
const BEFORE_MS = 1_500;
const STALL_MS = 2_000;
/** What may be held once they are gone, in megabytes. */
const LEFT_MB = 250;

/** Clients that hold their sockets in every way at once. */
export const hostileClients: Attack = {
  title: 'clients hostiles',
  promise: 'un client honnête est servi pendant ce temps ; chaque socket est rendue dans ses délais, la mémoire aussi',
  isAlone: true,
  async run({ folder, isLong }) {
    const { sockets, forMs } = isLong ? SIZES.long : SIZES.short;
    const service = await stand(await newTarget(folder));
    const path = await openPath(service);
    await fetch(`${service.url}/openapi.json`).then((made) => made.arrayBuffer());
    const before = await waitsOf(service, path, BEFORE_MS);
    const held = megabytesOf(service);
    const hostiles = openHostiles(service, sockets);
    const during = await waitsOf(service, path, forMs);
    const most = megabytesOf(service);
    const kept = stillThere(stillHeld(hostiles, service), { forMs, stallMs: quantile(during.ms, 0.95) });
    for (const { socket } of hostiles) socket.destroy();
    const control = await stall(service, path, before);
    const left = megabytesOf(service);
    await end(service.child);
    return {
      tried: `${counted(sockets, 'sockets')} ; client honnête : ${told(during)} (avant : ${told(before)}) ; mémoire ${held}, ${most}, puis ${left} Mo`,
      faults: [
        ...lateness(during, before),
        ...kept,
        ...(left > held + LEFT_MB ? [`${left} Mo restent tenus, ${held} avant`] : []),
      ],
      control,
    };
  },
};

/** A case to read, some of whose steps are known. */
export async function openPath(service: Standing): Promise<string> {
  const { liens } = await post<{ liens: { faits: string; prochainesEtapes: string } }>(
    service,
    '/api/v1/dossiers',
    openingOf(0),
  );
  await post(service, liens.faits, firstFact);
  return liens.prochainesEtapes;
}

/** The service is suspended while it is measured: that must be seen. */
export async function stall(service: Standing, path: string, before: Waits) {
  const measuring = waitsOf(service, path, 1.2 * STALL_MS);
  await setTimeout(STALL_MS / 8);
  service.child.kill('SIGSTOP');
  await setTimeout(STALL_MS);
  service.child.kill('SIGCONT');
  const late = lateness(await measuring, before);
  return { said: `service suspendu ${STALL_MS / 1000} s : ${late[0] ?? 'rien de vu'}`, isSeen: late.length > 0 };
}

/** Those held that should not be by then, were the service not late for everybody. */
function stillThere(held: readonly Hostile[], { forMs, stallMs }: { forMs: number; stallMs: number }): string[] {
  return hostileKinds.flatMap(({ title, cutWithinMs }) => {
    const most = (cutWithinMs ?? Number.POSITIVE_INFINITY) + stallMs;
    if (most > forMs) return [];
    const late = held.filter(({ kind }) => kind.title === title);
    return late.length > 0 ? [`${late.length} sockets « ${title} » tenues plus de ${Math.round(most)} ms`] : [];
  });
}
