import { leaseholder } from '../outbox/lease.ts';
import type { LeaseStore } from '../store/leases.ts';
import { createMailCourier, type MailPost } from './courier.ts';
import { openMailDoors, type Reception } from './doors/doors.ts';
import type { Door } from './doors/lmtp.ts';
import type { Receive } from './received.ts';
import { smtpTransport } from './transport.ts';

/** What mail leaves and comes in by; `smtp` is null where none leaves. */
interface Running {
  store: MailPost['store'] & { baux: LeaseStore };
  smtp: string | null;
  reception: Reception;
  messagerie: { direLesEchecs(): Promise<void>; recevoir: Receive; ranger(): Promise<void> };
  clock(): Date;
  onError(error: unknown): void;
}

/** Has mail leave and come in from now on, until it is closed; rejects when the address to listen on cannot be had. */
export async function runMail({ store, smtp, reception, messagerie, clock, onError }: Running): Promise<Door> {
  const courier =
    smtp === null
      ? null
      : createMailCourier({
          store,
          clock,
          random: Math.random,
          bail: leaseholder(store.baux),
          transport: smtpTransport(smtp),
          tellFailures: messagerie.direLesEchecs,
        });
  courier?.start(onError);
  const receive: Receive = async (raw, envelope) => {
    await messagerie.recevoir(raw, envelope);
    void messagerie.ranger().catch(onError);
  };
  const doors = await openMailDoors(reception, receive, onError);
  return {
    async close() {
      await doors.close();
      await courier?.close();
    },
  };
}
