import type { AddressInfo } from 'node:net';
import express from 'express';
import { picture } from './pictures.ts';

const body = picture();
const app = express();
app.disable('etag').get('/', (_request, response) => response.type('image/svg+xml').send(body));
const server = app.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('SIGTERM', () => process.exit(0));
