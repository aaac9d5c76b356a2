import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journeys } from '../../src/sandbox/vies/index.ts';
import { site, today } from '../../src/sandbox/vies/journey.ts';
import { startServer, type TestServer } from '../server.ts';
import { play, type Stage, type View } from './journey.ts';

interface Opened {
  id: string;
  liens: { soi: string; faits: string; prochainesEtapes: string };
}

interface Refused {
  code: string;
  manque?: { code: string }[];
}

let server: TestServer;
beforeEach(async () => {
  server = await startServer(today);
});
afterEach(() => server.stop());

describe('over HTTP', () => {
  for (const journey of journeys) {
    test(`${journey.title} (${journey.source})`, async () => {
      expect(await play(journey, overHttp())).toEqual(journey);
    });
  }
});

/** A client who knows the links it was given. */
function overHttp(): Stage {
  let dossier: Opened;
  let groupement: Opened | null = null;

  const view = async () => (await server.get<View>(dossier.liens.prochainesEtapes)).body;
  const open = async (path: string, body: object) => {
    const answer = await server.post<Opened>(path, body);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const certificat = async (rank: number) => {
    const { body } = await server.get<{ certificats: Opened[] }>(`/api/v1/certificats?dossier=${dossier.id}`);
    return body.certificats.at(rank);
  };

  return {
    async open({ procedure, groupement: genre }) {
      groupement = genre ? await open('/api/v1/groupements', { nom: 'Groupement Exemple', genre }) : null;
      const groupementId = groupement?.id ?? null;
      dossier = await open('/api/v1/dossiers', { procedure, etablissement: site, groupementId });
      return view();
    },
    async tell(fact, on) {
      const told =
        on === 'dossier' || on === 'groupement'
          ? { dossier, groupement }[on]
          : await certificat(on === 'certificat' ? -1 : 0);
      const { status, body } = await server.post<Refused>(String(told?.liens.faits), fact);
      if (status === 409) return body.manque?.map(({ code }) => code) ?? [body.code];
      expect({ status, body }).toMatchObject({ status: 200 });
      return view();
    },
  };
}
