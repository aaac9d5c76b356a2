import { createSandboxes, type SandboxOptions } from '../sandboxes.ts';
import { playDemonstration } from './play.ts';

/** The demonstrations of accounts, those of the last run found again: each a base of fictional dossiers. */
export function createDemonstrations(options: SandboxOptions) {
  const { places, clock } = options;
  const sandboxes = createSandboxes(options);
  const entering = new Map<string, Promise<void>>();

  return {
    /** Whether that account is in its demonstration. */
    has: places.isFilled,
    /** Makes the demonstration of an account, as if it had done everything in it; the one it is in stays as it is. */
    async enter(compteId: string): Promise<void> {
      const preparing = entering.get(compteId) ?? prepare(compteId).finally(() => entering.delete(compteId));
      entering.set(compteId, preparing);
      await preparing;
    },
    /** Acts in the demonstration of an account. */
    use: sandboxes.use,
    /** The account is out of it, and its base is removed, which is not opened. */
    async leave(compteId: string): Promise<void> {
      if (await places.isFilled(compteId)) await sandboxes.forget(compteId);
    },
    /** Closes what is open; what accounts are in stays for the next start. */
    close: sandboxes.close,
  };

  async function prepare(compteId: string): Promise<void> {
    if (await places.isFilled(compteId)) return;
    await places.fill(compteId, (store) => playDemonstration(store, compteId, clock()));
  }
}
export type Demonstrations = ReturnType<typeof createDemonstrations>;
