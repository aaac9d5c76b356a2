import type { Receive } from '../received.ts';
import { openImap } from './imap.ts';
import { type Door, openLmtp } from './lmtp.ts';

/** Where mail comes in; null for a door that stays shut. */
export interface Reception {
  lmtp: { host: string; port: number } | null;
  /** `imaps://account:password@server/INBOX` */
  imap: string | null;
}

/** Opens the doors that are set; rejects when the address to listen on cannot be had. What is not received is told to `onError`. */
export async function openMailDoors(
  { lmtp, imap }: Reception,
  receive: Receive,
  onError: (error: unknown) => void,
): Promise<Door> {
  const doors: Door[] = [];
  if (lmtp) doors.push(await openLmtp(lmtp, receive, onError));
  if (imap !== null) doors.push(openImap(imap, receive, onError));
  return {
    async close() {
      await Promise.all(doors.map((door) => door.close()));
    },
  };
}
