import { parentPort } from 'node:worker_threads';
import type { Task } from '../reading.ts';
import type { ReceivedMail } from '../received.ts';
import { parsed, parsedHead } from './parsed.ts';

/** One mail after the other, as they are asked. */
parentPort?.on('message', async ({ raw, to, only }: Task) => {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const mail = await (only === null ? parsed(bytes, { to }) : parsedHead(bytes, { to }, only)).catch(
    () => 'courriel-abime' as const,
  );
  parentPort?.postMessage(mail, typeof mail === 'string' ? [] : buffersOf(mail));
});

function buffersOf({ attachments }: ReceivedMail): ArrayBuffer[] {
  return attachments.map(({ bytes }) => bytes.buffer as ArrayBuffer);
}
