import autocannon from 'autocannon';
import { alternating, CONNECTIONS, firstFact, openingOf } from './dossiers.ts';
import { post } from './post.ts';
import { startService } from './service.ts';

const SECONDS = 5;

/** Durable acts per second over HTTP: 32 clients, each advancing its own dossier, with log, headers and validation on. */
export async function actsOverHttp(): Promise<number> {
  const service = await startService('src/main.ts');
  const paths: string[] = [];
  for (let rank = 0; rank < CONNECTIONS; rank++) {
    const { liens } = await post<{ liens: { faits: string } }>(service, '/api/v1/dossiers', openingOf(rank));
    await post(service, liens.faits, firstFact);
    paths.push(liens.faits);
  }
  const result = await autocannon({
    url: service.url,
    connections: CONNECTIONS,
    duration: SECONDS,
    setupClient: (client) => {
      const path = paths.pop() ?? '';
      const { headers } = service;
      client.setRequests(alternating.map((fact) => ({ method: 'POST', path, headers, body: JSON.stringify(fact) })));
    },
  });
  await service.stop();
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} acts refused, ${result.errors} errors`);
  return result.requests.average;
}
