import { expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import { site } from '../../src/sandbox/vies/journey.ts';
import { faits } from '../engine/family.ts';
import { serve } from '../server.ts';

const CERTIFICATS = 120;
const LIMIT = 20_000;

/** What is read of an answer about a dossier. */
interface Told {
  dossier: { id: string; depuis: Record<string, string> };
  prochainesEtapes: { certificats: { nombre: number; liste: string } };
}
interface Listed {
  certificats: { id: string; beneficiaire: { nom: string } }[];
  suite: string | null;
}

const server = await serve('2026-06-01');
const mono = { procedure: 'prive-mono-site', etablissement: site };
const path = `/api/v1/dossiers/${(await server.post<{ id: string }>('/api/v1/dossiers', mono)).body.id}`;
for (const type of faits.habilite) await tell(path, type, '2026-01-12');
const { beneficiaire } = exemple('certificat.demande') as { beneficiaire: object };
for (let rank = 0; rank < CERTIFICATS; rank++)
  await tell(path, 'certificat.demande', '2026-01-12', { beneficiaire: { ...beneficiaire, nom: `Nom${rank}` } });

function exemple(type: string): object {
  const found = ['prive-mono-site', 'certificat'].map((id) => findProcedure(id)?.facts[type]?.exemples[0]);
  return found.find((one) => one !== undefined) ?? {};
}

/** The size of the answer, and what it says. */
async function tell(to: string, type: string, date: string, more: object = {}): Promise<[number, Told]> {
  const { status, body } = await server.post<Told>(`${to}/faits`, { ...exemple(type), ...more, type, date });
  expect({ status, body }).toMatchObject({ status: 200 });
  return [Buffer.byteLength(JSON.stringify(body)), body];
}

test('an act is answered in less than 20 kB, the certificates summed up', async () => {
  const [size, { prochainesEtapes }] = await tell(path, 'carteAdministrateur.bloquee', '2026-01-13');
  expect(prochainesEtapes.certificats.nombre).toBe(CERTIFICATS);
  expect(size).toBeLessThan(LIMIT);
  const [again] = await tell(path, 'carteAdministrateur.debloquee', '2026-01-14');
  expect(again).toBeLessThan(LIMIT);
  const { body } = await server.get(`${path}/plan`);
  expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(LIMIT);
});

test('of 300 in every state, what is lost of a site of a GHT is told in less than 20 kB', async () => {
  const groupement = await server.post<{ id: string }>('/api/v1/groupements', { nom: 'GHT Exemple', genre: 'ght' });
  const opened = await server.post<{ id: string }>('/api/v1/dossiers', {
    procedure: 'public-ght',
    etablissement: { ...site, finess: '590782660' },
    groupementId: groupement.body.id,
  });
  const site300 = `/api/v1/dossiers/${opened.body.id}`;
  await tell(`/api/v1/groupements/${groupement.body.id}`, 'dsi.contactee', '2026-01-12');
  for (const type of faits.habilite) await tell(site300, type, '2026-01-12');
  const { beneficiaire } = exemple('certificat.demande') as { beneficiaire: object };
  for (let rank = 0; rank < 300; rank++)
    await tell(site300, 'certificat.demande', '2026-01-12', {
      beneficiaire: { ...beneficiaire, nom: `Lefebvre-Moreau${rank}` },
    });
  const { body } = await server.get<Listed>(`${site300}/certificats?limite=16`);
  for (const [rank, { id }] of body.certificats.entries()) {
    for (const type of faits.installe.slice(0, rank % 4)) await tell(`/api/v1/certificats/${id}`, type, '2026-02-03');
    if (rank < 8) await tell(`/api/v1/certificats/${id}`, 'carteBeneficiaire.opposee', '2026-02-04');
  }
  const sizes: number[] = [];
  for (const type of ['carteResponsable.opposee', 'carteAdministrateur.opposee', 'contrat.termine'])
    sizes.push((await tell(site300, type, '2026-03-01'))[0]);
  expect(Math.max(...sizes)).toBeLessThan(LIMIT);
}, 120_000);

test('the others are listed beside, page by page', async () => {
  const seen: string[] = [];
  for (let apres: string | null = ''; apres !== null; ) {
    const { status, body }: { status: number; body: Listed } = await server.get(
      `${path}/certificats?limite=50${apres === '' ? '' : `&apres=${apres}`}`,
    );
    expect(status).toBe(200);
    expect(body.certificats.length).toBeLessThanOrEqual(50);
    seen.push(...body.certificats.map(({ beneficiaire }) => beneficiaire.nom));
    apres = body.suite;
  }
  expect(seen).toEqual(Array.from({ length: CERTIFICATS }, (_, rank) => `Nom${rank}`));
  expect((await server.get('/api/v1/dossiers/inconnu/certificats')).status).toBe(404);
});

test('the dossier is in service since the day on which a certificate was, whenever it was told', async () => {
  const { body } = await server.get<Listed>(`${path}/certificats?limite=1`);
  for (const type of faits.installe) await tell(`/api/v1/certificats/${body.certificats[0]?.id}`, type, '2026-02-03');
  const { body: dossier } = await server.get<Told['dossier']>(path);
  expect(dossier.depuis).toMatchObject({ 'certificats.enService': '2026-02-03' });
  const drawn = await (await server.fetch(`${path}/diagramme.txt`)).text();
  expect(drawn).toMatch(/Certificats en service \(.*\) : EN COURS depuis le 03\/02\/2026/);
});
