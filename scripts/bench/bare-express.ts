import type { AddressInfo } from 'node:net';
import express from 'express';
import { findProcedure } from '../../machines/index.ts';
import { keepView, readView } from '../../src/engine/answers/view.ts';
import { type Family, welcome } from '../../src/engine/decide.ts';
import { openInstance } from '../../src/engine/instance.ts';
import { openingOf } from './dossiers.ts';

const { procedure: path, etablissement } = openingOf(0);
const procedure = findProcedure(path);
if (!procedure) throw new Error(`No procedure ${path}`);
const around = {
  jour: '2026-01-05',
  instant: '2026-01-05T00:00:00.000Z',
  newId: () => '00000000-0000-4000-8000-000000000000',
};
const opened = openInstance(procedure, { id: around.newId(), parentId: null, fiche: etablissement }, around);
const family: Family = { groupement: null, dossiers: [opened], certificats: [] };
const kept = keepView(welcome(family, opened, around).family, opened, around.jour);
const body = readView(kept, around.jour)?.suite;

const app = express();
app.get('/', (_request, response) => response.json(body));
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('SIGTERM', () => process.exit(0));
