import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const db = new Database(workerData);
const timer = setInterval(() => db.pragma('wal_checkpoint(PASSIVE)'), 200);

parentPort?.once('message', () => {
  clearInterval(timer);
  db.close();
});
