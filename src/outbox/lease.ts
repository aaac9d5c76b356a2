import { randomUUID } from 'node:crypto';
import type { Lease, LeaseStore } from '../store/leases.ts';

/** Whoever holds leases, on behalf of one node. */
export interface Leaseholder {
  porteur: string;
  /** Whether it has `nom` now; the base is asked once half of the time is over, or each few seconds while another has it. */
  holds(nom: string): Promise<boolean>;
  release(): Promise<void>;
}

/** A node that stops without a word is replaced after so long. */
const LEASE_MS = 10_000;
const ASKED_AGAIN_MS = 2_500;

/** A new holder; `clock` (ms) only goes forward. */
export function leaseholder(baux: LeaseStore, clock: () => number = () => performance.now()): Leaseholder {
  const porteur = randomUUID();
  const known = new Map<string, { isHeld: boolean; until: number }>();
  return {
    porteur,
    async holds(nom) {
      const now = clock();
      const last = known.get(nom);
      if (last && now < last.until) return last.isHeld;
      const isHeld = await baux.hold(nom, porteur, LEASE_MS);
      known.set(nom, { isHeld, until: now + (isHeld ? LEASE_MS / 2 : ASKED_AGAIN_MS) });
      return isHeld;
    },
    release() {
      known.clear();
      return baux.release(porteur);
    },
  };
}

/** By which a node alone sends what a subscription is owed. */
export function leaseOf({ porteur }: Leaseholder, subscription: string): Lease {
  return { nom: `abonnement:${subscription}`, porteur };
}
