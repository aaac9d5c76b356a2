import { describe, expect, test } from 'vitest';
import type { FeedPage } from '../../src/outbox/feed.ts';
import { createKey, delegate } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const JOUR = '2026-06-01';

async function open(finess: string): Promise<string> {
  const etablissement = {
    denomination: 'Site',
    siret: '26011021800047',
    finess,
    codePostal: '01130',
    commune: 'NANTUA',
  };
  const { body } = await server.post<{ id: string }>('/api/v1/dossiers', {
    procedure: 'prive-mono-site',
    etablissement,
  });
  return `/api/v1/dossiers/${body.id}`;
}

const tell = (path: string, type: string) => server.post(`${path}/faits`, { type, date: JOUR });
const read = async (query: string, headers: Record<string, string> = {}): Promise<FeedPage> =>
  (await server.fetch(`/api/v1/evenements${query}`, { headers })).json() as Promise<FeedPage>;

const server = await serve(JOUR);
const people = await peopleOf(server.services);
const lien = await open('010000057');
const autre = await open('010000040');
const dossierId = lien.split('/').at(-1) ?? '';
const delegation = { dossierId, editeurId: people.editeurId, du: JOUR, motif: 'Essai' };
given(await delegate(server.services.identites, enPlace, delegation));

describe('the feed', () => {
  test('goes on from its cursor without a gap, and says nothing of persons', async () => {
    const first = await read('?limite=1');
    const rest = await read(`?apres=${first.curseur}`);
    expect([...first.evenements, ...rest.evenements].map(({ id, type }) => [id, type])).toEqual([
      ['1', 'fr.parcours-igc.dossier.ouvert'],
      ['2', 'fr.parcours-igc.dossier.ouvert'],
      ['3', 'fr.parcours-igc.delegation.accordee'],
    ]);
    expect(JSON.stringify(first)).not.toContain('NANTUA');
  });

  test('waits for the next event, and no longer', async () => {
    const { curseur } = await read('');
    const waiting = read(`?apres=${curseur}&attendre=20s`);
    await tell(lien, 'contrat.trouve');
    expect((await waiting).evenements.map(({ data }) => data.fait)).toEqual(['contrat.trouve']);
    expect((await read(`?apres=${(await waiting).curseur}&attendre=0s`)).evenements).toEqual([]);
  });

  test('shows an éditeur what is delegated to it alone', async () => {
    await tell(autre, 'contrat.trouve');
    const seen = await read('', people.editeur);
    expect(new Set(seen.evenements.map(({ source }) => source))).toEqual(new Set([lien]));
  });

  test('refuses a cursor that is not one of its own', async () => {
    const response = await server.fetch('/api/v1/evenements?apres=42');
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'saisie-invalide' }]);
  });
});

describe('next steps awaited', () => {
  test('come as soon as the dossier has moved, with its new version', async () => {
    const { body } = await server.get<{ dossier: { version: number } }>(`${lien}/prochaines-etapes`);
    const { version } = body.dossier;
    const waiting = server.get<typeof body>(`${lien}/prochaines-etapes?depuisVersion=${version}&attendre=20s`);
    await tell(autre, 'editeur.contacte');
    await tell(lien, 'editeur.contacte');
    expect((await waiting).body.dossier.version).toBe(version + 1);
  });

  test('come as they are when the wait is over, or already beyond', async () => {
    const asked = async (query: string) => (await server.get(`${lien}/prochaines-etapes?${query}`)).status;
    expect([await asked('depuisVersion=1&attendre=20s'), await asked('depuisVersion=99&attendre=0s')]).toEqual([
      200, 200,
    ]);
    expect(await asked('depuisVersion=1&attendre=31s')).toBe(422);
  });
});

describe('a subscription', () => {
  const wanted = { url: 'http://127.0.0.1:9/evenements', evenements: ['contrat.trouve'] };

  test('is its éditeur’s own, and its secret is told once', async () => {
    const created = await server.post<Created>('/api/v1/abonnements', wanted, people.editeur);
    expect([created.status, created.body.secret.slice(0, 6)]).toEqual([201, 'whsec_']);
    const path = `/api/v1/abonnements/${created.body.abonnement.id}`;
    const own = await server.fetch(path, { headers: people.editeur });
    expect([own.status, (await own.text()).includes(created.body.secret)]).toEqual([200, false]);
    const other = await server.services.identites.createEditeur(enPlace, { nom: 'Un autre' });
    const asked = { nom: 'Clé', role: 'editeur', editeurId: given(other).id, portees: ['webhooks'] };
    const { cle } = given(await createKey(server.services.identites, enPlace, asked));
    expect((await server.fetch(path, { headers: { Authorization: `Bearer ${cle}` } })).status).toBe(404);
    expect((await server.fetch(path, { headers: people.superviseur })).status).toBe(200);
  });

  test('is refused to a key that is limited, which reads the feed of its own dossiers', async () => {
    const dossiers = [lien.split('/').at(-1)];
    const asked = {
      nom: 'Clé',
      role: 'editeur',
      editeurId: people.editeurId,
      portees: ['webhooks', 'evenements'],
      dossiers,
    };
    const { cle } = given(await createKey(server.services.identites, enPlace, asked));
    const headers = { Authorization: `Bearer ${cle}` };
    const refused = await server.post<{ code: string }>('/api/v1/abonnements', wanted, headers);
    expect([refused.status, refused.body.code]).toEqual([403, 'cle-limitee']);
    expect(new Set((await read('', headers)).evenements.map(({ source }) => source))).toEqual(new Set([lien]));
  });

  test('to a fact that does not exist is refused where it is wrong', async () => {
    const refused = await server.post<{ erreurs: { pointeur: string }[] }>(
      '/api/v1/abonnements',
      { ...wanted, url: 'ftp://exemple.fr' },
      people.editeur,
    );
    expect([refused.status, refused.body.erreurs[0]?.pointeur]).toEqual([422, '/url']);
  });
});

interface Created {
  abonnement: { id: string };
  secret: string;
}
