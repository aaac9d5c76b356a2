import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openingOf } from '../../scripts/bench/dossiers.ts';
import { formulaireRetourne } from '../../src/sandbox/vies/formulaire-retourne.ts';
import { delegate } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given, type People, peopleOf } from './people.ts';

const JOUR = '2026-06-01';
const CUSTOMERS = 60;

const { steps } = formulaireRetourne;
const untilReturned = steps.slice(0, steps.findIndex(({ fact }) => fact.type === 'formulaire413.retourne') + 1);
const [partie4] = untilReturned.filter(({ fact }) => fact.type === 'formulaire413.partie4Remplie');

const dossiers: string[] = [];

async function tell(id: string | undefined, fact: object): Promise<void> {
  const { status, body } = await server.post(`/api/v1/dossiers/${id}/faits`, fact);
  expect([status, body]).toEqual([200, expect.anything()]);
}

interface Listed {
  dossiers: { id: string; aFaire: Awaited[]; retourneLe: string | null }[];
  suite: string | null;
}
interface Awaited {
  etape: string;
  acteur: string;
  faits: string[];
  depuis: string;
  echeance: string;
}

async function listed(query: string, headers = people.editeur): Promise<Listed> {
  const response = await server.fetch(`/api/v1/dossiers?${query}`, { headers });
  expect([query, response.status]).toEqual([query, 200]);
  return (await response.json()) as Listed;
}
const idsIn = ({ dossiers: some }: Listed) => some.map(({ id }) => id);

const server = await serve(JOUR);
const people = await peopleOf(server.services);
for (let rank = 0; rank < CUSTOMERS + 3; rank++) {
  const { status, body } = await server.post<{ id: string }>('/api/v1/dossiers', openingOf(rank));
  expect(status).toBe(201);
  dossiers.push(body.id);
  const delegation = { dossierId: body.id, editeurId: people.editeurId, du: JOUR, motif: 'Essai' };
  if (rank < CUSTOMERS) given(await delegate(server.services.identites, enPlace, delegation));
}
for (const { fact } of untilReturned) await tell(dossiers[0], fact);

describe('what awaits an éditeur', () => {
  test('is one request, among its customers alone', async () => {
    const mine = await listed('attend=editeur&limite=200');
    expect(idsIn(mine)).toEqual(dossiers.slice(0, CUSTOMERS));
    expect(mine.dossiers[0]?.retourneLe).toBe('2026-01-20');
    const own = mine.dossiers[0]?.aFaire.find(({ acteur }) => acteur === 'editeur');
    expect(own).toEqual({
      etape: 'formulaire413.redaction.partie4.aRemplir',
      libelle: 'Partie 4 à remplir : détails de la demande',
      acteur: 'editeur',
      faits: ['formulaire413.partie4Remplie'],
      depuis: '2026-01-20',
      echeance: expect.stringMatching(/^2026-/),
    });
  });

  test('says of each dossier what its own next steps say', async () => {
    const { dossiers: some } = await listed('limite=200');
    for (const { id, aFaire } of some.slice(0, 3)) {
      const { body } = await server.get<{ etapes: { id: string; faits: { type: string; accepte: boolean }[] }[] }>(
        `/api/v1/dossiers/${id}/prochaines-etapes`,
      );
      for (const { etape, faits } of aFaire) {
        const taken = body.etapes.find((one) => one.id === etape)?.faits.filter(({ accepte }) => accepte) ?? [];
        expect(faits).toEqual(taken.map(({ type }) => type).sort());
        expect(faits).not.toEqual([]);
      }
    }
  });

  test('is found by the step, by the fact, by its day, by the return; all that is asked of one thing awaited', async () => {
    const [back] = (await listed('attend=editeur')).dossiers;
    const own = back?.aFaire.find(({ acteur }) => acteur === 'editeur');
    const found = async (query: string) => idsIn(await listed(`${query}&limite=200`)).length;
    expect(await found(`etape=${own?.etape}`)).toBe(CUSTOMERS);
    expect(await found('etape=contrat.aVerifier')).toBe(CUSTOMERS - 1);
    expect(await found('fait=formulaire413.partie4Remplie')).toBe(CUSTOMERS);
    expect(await found('fait=contrat.trouve')).toBe(CUSTOMERS - 1);
    expect(await found(`attend=editeur&echeanceAvant=${own?.echeance}`)).toBe(1);
    expect(await found('attend=editeur&echeanceAvant=2026-01-19')).toBe(0);
    expect(await found('attend=editeur&etape=contrat.aVerifier')).toBe(0);
    expect(await found('retourneDepuis=2026-01-20')).toBe(1);
    expect(await found('retourneDepuis=2026-01-21')).toBe(0);
    const everybody = idsIn(await listed('etape=contrat.aVerifier&limite=200', {} as People['editeur']));
    expect(everybody).toEqual(dossiers.slice(1));
  });

  test('has left the list as soon as it is told', async () => {
    const [, other = ''] = dossiers;
    expect(idsIn(await listed('attend=editeur'))).toContain(other);
    const fact = { ...partie4?.fact, date: JOUR };
    const told = await server.post(`/api/v1/dossiers/${other}/faits`, fact, people.editeur);
    expect(told.status).toBe(200);
    expect(idsIn(await listed('attend=editeur'))).not.toContain(other);
  });

  test(`costs two requests and few bytes for ${CUSTOMERS} customers, read whole`, async () => {
    let bytes = 0;
    let requests = 0;
    const seen: string[] = [];
    for (let suite: string | null = ''; suite !== null; ) {
      const query = `limite=200&champs=id,aFaire${suite && `&apres=${suite}`}`;
      const { text, length } = await packed(`/api/v1/dossiers?${query}`);
      const page = JSON.parse(text) as Listed;
      expect(page.dossiers.every((one) => Object.keys(one).sort().join() === 'aFaire,id')).toBe(true);
      seen.push(...idsIn(page));
      bytes += length;
      requests++;
      suite = page.suite;
    }
    expect(seen).toEqual(dossiers.slice(0, CUSTOMERS));
    expect(requests).toBeLessThanOrEqual(2);
    expect(bytes).toBeLessThanOrEqual((60_000 * CUSTOMERS) / 400);
  });

  test('is narrowed to the fields that are asked for, and to none that is not there', async () => {
    const [first] = (await listed('champs=etats,id')).dossiers;
    expect(Object.keys(first ?? {})).toEqual(['id', 'etats']);
    const response = await server.fetch('/api/v1/dossiers?champs=id,nom', { headers: people.editeur });
    expect(response.status).toBe(422);
    expect(JSON.stringify(await response.json())).toContain('etablissement');
  });
});

test('what is wrong in a query is told with what there is, and empty means absent', async () => {
  const wrong = ['attend=lune', 'etape=lune', 'fait=lune', 'statut=lune', 'procedure=lune', 'siret=123', 'apres=lune'];
  for (const query of [...wrong, 'groupement=lune', 'dossier=lune', 'editeur=lune', 'echeanceAvant=hier']) {
    const response = await server.fetch(`/api/v1/dossiers?${query}`);
    const { erreurs } = (await response.json()) as { erreurs: { pointeur: string; message: string }[] };
    expect([query, response.status, erreurs.map(({ pointeur }) => pointeur)]).toEqual([
      query,
      422,
      [`/${query.split('=')[0]}`],
    ]);
  }
  expect((await server.get<Listed>('/api/v1/dossiers?statut=&apres=&siret=')).body.dossiers.length).toBe(50);
});

/** A text as it comes, compressed, and its bytes on the line. */
async function packed(path: string): Promise<{ text: string; length: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const headers = { ...people.editeur, 'Accept-Encoding': 'gzip' };
  const asked = request(`${server.url}${path}`, { headers }, (response) => {
    expect(response.headers['content-encoding']).toBe('gzip');
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
  });
  asked.on('error', reject).end();
  const bytes = await promise;
  return { text: gunzipSync(bytes).toString(), length: bytes.length };
}
