import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../scripts/exemples/client.ts';
import { exportDossier } from '../../scripts/exemples/export.ts';
import { events, nextChange } from '../../scripts/exemples/follow.ts';
import { partie4 } from '../../scripts/exemples/partie4.ts';
import { isGenuine } from '../../scripts/exemples/webhook.ts';
import { newSecret, signedHeaders } from '../../src/outbox/signature.ts';
import { startServer, type TestServer } from '../server.ts';
import { between, type Fate, type Middle } from './cut-line.ts';
import { delegatedDossier } from './delegated.ts';

const JOUR = '2026-06-01';
const fait = { type: 'formulaire413.partie4Remplie' as const, date: JOUR, partie4 };
let server: TestServer;
let cle: string;
let id: string;
let middle: Middle | undefined;

beforeAll(async () => {
  server = await startServer(JOUR);
  const { lien, ...delegated } = await delegatedDossier(server, JOUR);
  cle = delegated.cle;
  id = lien.split('/').at(-1) ?? '';
});
afterAll(() => server.stop());
afterEach(() => middle?.close());

async function clientThrough(...fates: Fate[]) {
  middle = await between(server.url, fates);
  return { client: createClient({ url: middle.url, cle }), passed: middle.passed };
}
const linesOf = async () =>
  (await server.get<{ faits: unknown[] }>(`/api/v1/dossiers/${id}/journal`)).body.faits.length;

describe('the éditeur’s client', () => {
  test('sends an act again when its answer was lost, and it is written once', async () => {
    const before = await linesOf();
    const { client, passed } = await clientThrough('lose', 503, 'pass');
    const filled = await client.ask('dossiers.faits', { chemin: { id }, corps: fait });
    expect([filled.etat, passed.length, (await linesOf()) - before]).toEqual(['oui', 3, 1]);
  });

  test('sends once what may not be sent twice, unless nothing was done', async () => {
    const lost = await clientThrough('lose');
    const corps = { faits: [] };
    const asked = await lost.client.ask('dossiers.simulation', { chemin: { id }, corps });
    expect([asked, lost.passed.length]).toMatchObject([{ etat: 'non', probleme: { code: 'sans-reponse' } }, 1]);
    lost.passed.length = 0;
    middle?.close();
    const limited = await clientThrough(429, 'pass');
    expect((await limited.client.ask('dossiers.simulation', { chemin: { id }, corps })).etat).toBe('oui');
  });

  test('gives a refusal as a value with its code, and a version that has not changed as such', async () => {
    const client = createClient({ url: server.url, cle });
    const refused = await client.ask('dossiers.lire', { chemin: { id: 'ailleurs' } });
    expect(refused).toMatchObject({ etat: 'non', probleme: { code: 'introuvable', status: 404 } });
    const read = await client.ask('dossiers.prochaines-etapes', { chemin: { id } });
    if (read.etat !== 'oui') throw new Error(read.etat);
    const saufVersion = read.version ?? 0;
    expect(await client.ask('dossiers.prochaines-etapes', { chemin: { id } }, { saufVersion })).toEqual({
      etat: 'inchange',
    });
    const stale = await client.ask('dossiers.faits', { chemin: { id }, corps: fait }, { siVersion: saufVersion - 1 });
    expect(stale).toMatchObject({ etat: 'non', probleme: { code: 'version-perimee' } });
  });

  test('exports a dossier without a groupement that it does not see, but not when nothing answers of it', async () => {
    const dossier = { id, version: 1, groupementId: 'g' };
    const export_ = (groupement: object, versions: () => number) => {
      const answers: Record<string, () => object> = {
        'dossiers.lire': () => ({ etat: 'oui', valeur: { ...dossier, version: versions() } }),
        'dossiers.certificats': () => ({ etat: 'oui', valeur: { certificats: [], suite: null } }),
        'groupements.lire': () => groupement,
      };
      return exportDossier({ ask: (one: string) => Promise.resolve(answers[one]?.()) } as never, id);
    };
    const unseen = { etat: 'non', probleme: { code: 'introuvable' } };
    const outage = { etat: 'non', probleme: { code: 'sans-reponse' } };
    expect(await export_(unseen, () => 1)).toMatchObject({ etat: 'oui', valeur: { groupement: null } });
    expect(await export_(outage, () => 1)).toEqual(outage);
    let version = 0;
    expect(await export_(unseen, () => version++)).toMatchObject({
      etat: 'non',
      probleme: { title: 'Dossier en mouvement' },
    });
  });

  test('waits for a change, and stops waiting when told', async () => {
    const client = createClient({ url: server.url, cle });
    const { body } = await server.get<{ version: number }>(`/api/v1/dossiers/${id}`);
    const waiting = nextChange(client, id, body.version, AbortSignal.timeout(15_000));
    await server.post(`/api/v1/dossiers/${id}/faits`, { type: 'editeur.contacte', date: JOUR });
    expect(await waiting).toMatchObject({ etat: 'oui', valeur: { dossier: { version: body.version + 1 } } });
    await expect(nextChange(client, id, 1000, AbortSignal.abort())).rejects.toThrow();
  });

  test('follows the events from where it stopped, those to come included', async () => {
    const client = createClient({ url: server.url, cle });
    const { signal } = new AbortController();
    const first = (await events(client, null, signal).next()).value;
    expect(first?.evenement.data.fait).toBe('dossier.ouvert');
    const seen: string[] = [];
    for await (const { evenement } of events(client, first?.curseur ?? null, signal)) {
      seen.push(evenement.data.fait);
      if (seen.at(-1) === 'editeur.contacte')
        await server.post(`/api/v1/dossiers/${id}/faits`, { type: 'contrat.trouve', date: JOUR });
      if (seen.at(-1) === 'contrat.trouve') break;
    }
    expect(seen.slice(-2)).toEqual(['editeur.contacte', 'contrat.trouve']);
  });
});

describe('a webhook', () => {
  const secret = newSecret();
  const now = new Date(`${JOUR}T12:00:00Z`);
  const body = '{"type":"fr.parcours-igc.contrat.trouve"}';
  const headers = signedHeaders({ id: 'msg_1', timestamp: now.getTime() / 1000, body }, [newSecret(), secret]);

  test('is believed when one of our secrets signed it', () => {
    expect(isGenuine({ headers, body }, secret, now)).toBe(true);
  });

  test('is not when its body was touched, its secret is another, or it is old', () => {
    expect(isGenuine({ headers, body: `${body} ` }, secret, now)).toBe(false);
    expect(isGenuine({ headers, body }, newSecret(), now)).toBe(false);
    expect(isGenuine({ headers, body }, secret, new Date(now.getTime() + 301_000))).toBe(false);
    expect(isGenuine({ headers: { ...headers, 'webhook-timestamp': 'hier' }, body }, secret, now)).toBe(false);
    expect(isGenuine({ headers: {}, body }, secret, now)).toBe(false);
  });
});
