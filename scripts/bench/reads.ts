import autocannon from 'autocannon';
import { CONNECTIONS, openingOf } from './dossiers.ts';
import { post } from './post.ts';
import { type Reached, startService } from './service.ts';

const SECONDS = 5;

/** Next steps read per second over HTTP, 32 connections. */
export function readsOverHttp(): Promise<number> {
  return readsOf('src/main.ts', nextStepsOn);
}

/** The same body sent by `res.json` of an Express application that does nothing else. */
export function bareReads(): Promise<number> {
  return readsOf('scripts/bench/bare-express.ts', async (service) => await rateOf(service, '/'));
}

/** The same as `readsOverHttp` of a service that runs. */
export async function nextStepsOn(service: Reached): Promise<number> {
  const { liens } = await post<{ liens: { prochainesEtapes: string } }>(service, '/api/v1/dossiers', openingOf(0));
  return await rateOf(service, liens.prochainesEtapes);
}

async function readsOf(script: string, measure: (service: Reached) => Promise<number>): Promise<number> {
  const service = await startService(script);
  const rate = await measure(service);
  await service.stop();
  return rate;
}

async function rateOf({ url, headers }: Reached, path: string): Promise<number> {
  const result = await autocannon({ url: `${url}${path}`, headers, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} reads refused, ${result.errors} errors`);
  return result.requests.average;
}
