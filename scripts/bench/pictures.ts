import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { CONNECTIONS, firstFact, openingOf } from './dossiers.ts';
import { post } from './post.ts';
import { type Service, startService } from './service.ts';

const SECONDS = 5;
/** So many facts in the journal of the dossier that is drawn. */
const FACTS = 30;

/** Live pictures of a warm version per second over HTTP, one process, 32 connections. */
export async function picturesOverHttp(): Promise<number> {
  const service = await startService('src/main.ts');
  const { liens } = await post<{ liens: { soi: string; faits: string } }>(service, '/api/v1/dossiers', openingOf(0));
  await post(service, liens.faits, firstFact);
  for (let rank = 1; rank < FACTS; rank++) {
    await post(service, liens.faits, {
      type: `carteResponsable.${rank % 2 ? 'bloquee' : 'debloquee'}`,
      date: '2026-01-05',
    });
  }
  const path = `${liens.soi}/diagramme.svg`;
  await fetch(`${service.url}${path}`, { headers: service.headers });
  return rateOf(service, path);
}

/** The drawing of the machine, sent by an Express application that does nothing else. */
export async function barePictures(): Promise<number> {
  return rateOf(await startService('scripts/bench/bare-picture.ts'), '/');
}

/** What is sent by the bare application: as long as a live picture, within a tenth. */
export function picture(): string {
  return readFileSync(new URL('../../machines/diagrams/prive-mono-site.v1.svg', import.meta.url), 'utf8');
}

async function rateOf(service: Service, path: string): Promise<number> {
  const { url, headers } = service;
  const result = await autocannon({ url: `${url}${path}`, headers, connections: CONNECTIONS, duration: SECONDS });
  await service.stop();
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.average;
}
