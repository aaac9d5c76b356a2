/**
 * A process that receives mail as the service does, and dies: `receiver.ts FOLDER DEATH {lmtp|imap} WHERE`. Each mail is a file of FOLDER by
 * its imprint, written to the disk before anything is said; at DEATH (`kept`: just after the first is; `never`) it kills itself.
 */
import { hash } from 'node:crypto';
import { appendFileSync, closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { openMailDoors } from '../../../src/mail/doors/doors.ts';

const [folder = '', death = '', kind = '', where = ''] = process.argv.slice(2);
const lmtp = kind === 'lmtp' ? { host: '127.0.0.1', port: Number(where) } : null;

await openMailDoors(
  { lmtp, imap: kind === 'imap' ? where : null },
  (raw) => {
    const file = openSync(`${folder}/${hash('sha256', raw)}.eml`, 'w');
    writeSync(file, raw);
    fsyncSync(file);
    closeSync(file);
    appendFileSync(`${folder}/log`, 'x');
    if (death === 'kept') process.kill(process.pid, 'SIGKILL');
    return Promise.resolve();
  },
  console.error,
);
console.log('open');
