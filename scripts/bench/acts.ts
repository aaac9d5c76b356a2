import autocannon from 'autocannon';
import { alternating, CONNECTIONS, firstFact, openingOf } from './dossiers.ts';
import { post } from './post.ts';
import { type Reached, startService } from './service.ts';

const SECONDS = 5;

/** Durable acts per second over HTTP: 32 clients, each advancing its own dossier, with log, headers and validation on. */
export async function actsOverHttp(): Promise<number> {
  const service = await startService('src/main.ts');
  const rate = await actsOn([service]);
  await service.stop();
  return rate;
}

/** The same over several services of one base at once, 32 clients each. */
export async function actsOn(services: readonly Reached[]): Promise<number> {
  const ready = await Promise.all(services.map((service, rank) => walked(service, rank * CONNECTIONS)));
  const rates = await Promise.all(services.map((service, rank) => rateOf(service, ready[rank] ?? [])));
  return rates.reduce((sum, rate) => sum + rate, 0);
}

/** Where facts are told of 32 dossiers, the first of them that of client `first`. */
async function walked(service: Reached, first: number): Promise<string[]> {
  const paths: string[] = [];
  for (let rank = first; rank < first + CONNECTIONS; rank++) {
    const { liens } = await post<{ liens: { faits: string } }>(service, '/api/v1/dossiers', openingOf(rank));
    await post(service, liens.faits, firstFact);
    paths.push(liens.faits);
  }
  return paths;
}

async function rateOf({ url, headers }: Reached, paths: string[]): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    setupClient: (client) => {
      const path = paths.pop() ?? '';
      client.setRequests(alternating.map((fact) => ({ method: 'POST', path, headers, body: JSON.stringify(fact) })));
    },
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} acts refused, ${result.errors} errors`);
  return result.requests.average;
}
