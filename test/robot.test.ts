import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NextFact, NextSteps } from '../src/engine/answers/next-steps.ts';
import { startServer, type TestServer } from './server.ts';

interface Opened {
  id: string;
  procedure: string;
  liens: { soi: string; prochainesEtapes: string };
}
interface Declared {
  type: string;
  schema: string;
  exemples: object[];
}
type View = Pick<NextSteps, 'etapes' | 'autresFaits' | 'restant'>;
type Recorded = { [Genre in 'dossier' | 'groupement' | 'certificat']?: Opened } & { prochainesEtapes: View };

/** Seven sites of one public hospital, as the register writes them: CEDEX codes, double spaces, a quote never closed. */
const sites = [
  ['IFAS CH DU HAUT BUGEY', '26011021800096', '010003598', '01117', 'OYONNAX CEDEX'],
  ['CENTRE HOSPITALIER DU HAUT BUGEY - GEOVREISSET', '26011021800112', '010005239', '01108', 'OYONNAX CEDEX'],
  ['SERVICE DE SOINS INFIRMIERS A DOMICILE NANTUA', '26011021800120', '010007961', '01130', 'NANTUA'],
  ['EHPAD CH DU HAUT BUGEY "LE JARDIN DES SAISONS"', '26011021800054', '010786036', '01130', 'NANTUA'],
  ['EHPAD  CH DU  HAUT BUGEY "LE TOURNANT DES SAISONS', '26011021800138', '010786077', '01108', 'OYONNAX CEDEX'],
  ['USLD CH DE NANTUA', '26011021800062', '010786259', '01130', 'NANTUA'],
  ["USLD CH D'OYONNAX", '26011021800039', '010789717', '01108', 'OYONNAX CEDEX'],
];

/** Two FINESS under one SIRET. */
const villeneuve = [
  ["HOPITAL PRIVE DE VILLENEUVE D'ASCQ", '47678033300037', '590782553', '59650', 'VILLENEUVE D ASCQ'],
  ["HOPITAL PRIVE DE VILLENEUVE D'ASCQ 2", '47678033300037', '010009066', '59650', 'VILLENEUVE D ASCQ'],
];

let server: TestServer;
beforeEach(async () => {
  server = await startServer('2026-06-30');
});
afterEach(() => server.stop());

for (const [procedure, genre] of [
  ['public-ght', 'ght'],
  ['public-ght', null],
  ['prive-mono-site', null],
  ['prive-groupe', 'groupe-prive'],
  ['prive-groupe', null],
] as const) {
  test(`a robot that knows only the API ends ${procedure}, ${genre ?? 'alone'}, in the acts promised`, async () => {
    const groupement = genre === null ? null : await openGroupement(genre);
    const dossier = await openDossier(procedure, groupement?.id ?? null, villeneuve[0]);
    const { restant } = await viewOf(dossier);
    const { acts, declared } = await walk(dossier);

    expect(acts).toBe(restant.minimum);
    expect(await get(`/api/v1/certificats?dossier=${dossier.id}`)).toMatchObject({
      certificats: [{ statut: 'enService', etats: { vie: 'installe' } }],
    });
    for (const { schema } of declared) expect(await get(schema)).toMatchObject({ type: 'object' });
  });
}

test.each([
  { genre: 'ght', procedure: 'public-ght', rows: sites },
  { genre: 'groupe-prive', procedure: 'prive-groupe', rows: villeneuve },
])('a $genre is in service when the last of its sites is', async ({ genre, procedure, rows }) => {
  const groupement = await openGroupement(genre);
  const dossiers: Opened[] = [];
  for (const row of rows) dossiers.push(await openDossier(procedure, groupement.id, row));
  for (const dossier of dossiers) {
    expect(await get(groupement.liens.soi)).toMatchObject({ statut: 'enCours' });
    await walk(dossier);
  }
  expect(await get(groupement.liens.soi)).toMatchObject({
    statut: 'enService',
    enfants: { enCours: 0, enService: rows.length },
  });
});

/** Takes the first fact that leads one act nearer to the end, until nothing is left; tries what it is told is refused. */
async function walk(dossier: Opened): Promise<{ acts: number; declared: Declared[] }> {
  const told = await Promise.all([dossier.procedure, 'groupement', 'certificat'].map(factsDeclared));
  const declared = told.flat();
  for (let acts = 0; ; acts++) {
    const view = await viewOf(dossier);
    const minimum = Number(view.restant.minimum);
    expect(view.restant.etapes).toHaveLength(minimum);
    if (minimum === 0) return { acts, declared };

    const facts = factsOf(view);
    for (const { type, vers } of facts.filter(({ accepte }) => !accepte)) {
      const [exemple] = declared.find((fact) => fact.type === type)?.exemples ?? [];
      await expectRefusal(vers, { ...exemple, type, date: '2026-06-30' });
    }
    const best = facts.find(({ accepte, restantApres }) => accepte && restantApres === minimum - 1);
    await tell(best as NextFact);
  }
}

async function tell({ vers, exemple }: NextFact): Promise<void> {
  const { status, body } = await server.post<Recorded>(vers, exemple);
  expect({ status, body }).toMatchObject({ status: 200 });
  const told = body.dossier ?? body.groupement ?? body.certificat;
  expect(body.prochainesEtapes).toEqual(await viewOf(told as Opened));
}

async function expectRefusal(vers: string, fact: object): Promise<void> {
  const { status, body } = await server.post<{ code: string; manque: object[] }>(vers, fact);
  expect({ status, code: body.code }).toEqual({ status: 409, code: 'fait-refuse' });
  expect(body.manque).not.toEqual([]);
}

/** What a procedure says once of its facts. */
async function factsDeclared(procedure: string): Promise<Declared[]> {
  return (await get<{ faits: Declared[] }>(`/api/v1/procedures/${procedure}`)).faits;
}

function factsOf({ etapes, autresFaits }: View): NextFact[] {
  return [...etapes.flatMap(({ faits }) => faits), ...autresFaits];
}

const openGroupement = (genre: string) => open('/api/v1/groupements', { nom: 'Groupement Exemple', genre });

function openDossier(procedure: string, groupementId: string | null, row: string[] = []): Promise<Opened> {
  const [denomination, siret, finess, codePostal, commune] = row;
  const etablissement = { denomination, siret, finess, codePostal, commune };
  return open('/api/v1/dossiers', { procedure, groupementId, etablissement });
}

async function open(path: string, body: object): Promise<Opened> {
  const answer = await server.post<Opened>(path, body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
}

const viewOf = ({ liens }: Opened) => get<View>(liens.prochainesEtapes);

async function get<T>(path: string): Promise<T> {
  const { status, body } = await server.get<T>(path);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body;
}
