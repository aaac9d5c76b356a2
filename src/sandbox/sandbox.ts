import { join } from 'node:path';
import { type BacASable, createServices, type Services } from '../services.ts';
import { openSandboxClock } from './sandbox-clock.ts';
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
  close(): Promise<void>;
}

/** Opens the sandbox kept in `folder`, on its own clock, ahead of `clock`. */
export function openSandbox(
  folder: string,
  { open, clock, repertoire }: Pick<SandboxOptions, 'open' | 'clock' | 'repertoire'>,
  forget: (sandbox: Sandbox) => void,
): Sandbox {
  const store = open(join(folder, 'base.sqlite'));
  const time = openSandboxClock(join(folder, 'horloge.json'), clock);
  const bac: BacASable = {
    async advanceTo(le) {
      return time.moveTo(le) ? await tellDue() : null;
    },
    forget: () => forget(sandbox),
  };
  const services: Services = Object.assign(createServices(store, time.now), { bac }, repertoire && { repertoire });
  let told = '';
  const sandbox: Sandbox = {
    services,
    folder,
    busy: 0,
    leftAt: 0,
    isForgotten: false,
    close: store.close,
    async catchUp() {
      if (told === services.today()) return;
      await tellDue();
      await services.forgetOldRequests();
    },
  };
  return sandbox;

  /** A fact that is told may bring another by the same day. */
  async function tellDue(): Promise<number> {
    const today = services.today();
    let all = 0;
    for (let some = await services.recordDueFacts(); some > 0; some = await services.recordDueFacts()) all += some;
    told = today;
    return all;
  }
}
