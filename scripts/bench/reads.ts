import autocannon from 'autocannon';
import { CONNECTIONS, openingOf } from './dossiers.ts';
import { post } from './post.ts';
import { type Service, startService } from './service.ts';

const SECONDS = 5;

/** Next steps read per second over HTTP, 32 connections. */
export function readsOverHttp(): Promise<number> {
  return readsOf('src/main.ts', async (service) => {
    const { liens } = await post<{ liens: { prochainesEtapes: string } }>(service, '/api/v1/dossiers', openingOf(0));
    return liens.prochainesEtapes;
  });
}

/** The same body sent by `res.json` of an Express application that does nothing else. */
export function bareReads(): Promise<number> {
  return readsOf('scripts/bench/bare-express.ts', () => Promise.resolve('/'));
}

async function readsOf(script: string, pathOn: (service: Service) => Promise<string>): Promise<number> {
  const service = await startService(script);
  const path = await pathOn(service);
  const { url, headers } = service;
  const result = await autocannon({ url: `${url}${path}`, headers, connections: CONNECTIONS, duration: SECONDS });
  await service.stop();
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} reads refused, ${result.errors} errors`);
  return result.requests.average;
}
