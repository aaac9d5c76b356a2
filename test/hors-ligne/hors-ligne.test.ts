import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../scripts/exemples/client.ts';
import { exportDossier } from '../../scripts/exemples/export.ts';
import type * as horsLigne from '../../scripts/hors-ligne/index.ts';
import { groupBy, gunzip, sha256 } from '../../scripts/hors-ligne/portable.ts';
import { type Vecteur, vecteurs } from '../../scripts/hors-ligne/vecteurs.ts';
import { bundle } from '../../scripts/paquets/hors-ligne.ts';
import * as platform from '../../src/engine/platform.ts';
import { createKey, delegate } from '../as-sent.ts';
import { enPlace, given, type People, peopleOf } from '../http/people.ts';
import { startServer, type TestServer } from '../server.ts';

const JOUR = '2026-06-01';
const DEMAIN = '2026-06-02';
const SCOPES = ['lecture', 'partie4', 'administrateur-technique', 'evenements', 'webhooks'];

let server: TestServer;
let people: People;
let folder: string;
let paquet: typeof horsLigne;
const some: Vecteur[] = [];

beforeAll(async () => {
  server = await startServer(JOUR);
  people = await peopleOf(server.services);
  folder = mkdtempSync(join(tmpdir(), 'parcours-hors-ligne-'));
  await bundle(folder);
  symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
  paquet = await import(join(folder, 'index.js'));
  const asked = { nom: 'Essai', role: 'agent', portees: ['lecture', 'faits'] };
  const { cle } = given(await createKey(server.services.identites, enPlace, asked));
  for await (const one of vecteurs({ url: server.url, cle }, { nombre: 18, graine: 5, jour: JOUR })) some.push(one);
}, 300_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.stop();
});

describe('the offline bundle, minified', () => {
  test('imports xstate and zod alone, and names nothing that Node alone has', () => {
    const text = readFileSync(join(folder, 'index.js'), 'utf8');
    expect([...text.matchAll(/(?:\bfrom|\bimport)\s*\(?["']([^"']+)/g)].map(([, from]) => from).sort()).toEqual([
      'xstate',
      'zod',
    ]);
    expect(text).not.toMatch(/\bnode:\w+['"]|\bprocess\.|\bBuffer\b|\brequire\(|Map\.groupBy/);
  });

  test('answers, of dossiers of every path wherever they stand, the bytes that the API answers', async () => {
    expect(new Set(some.map(({ exporte }) => exporte.dossier.procedure)).size).toBe(3);
    expect(some.some(({ exporte }) => exporte.groupement) && some.some(({ exporte }) => exporte.certificats[0])).toBe(
      true,
    );
    for (const { exporte, jour, prochainesEtapes, plan } of some) {
      expect(text(await paquet.prochainesEtapes(exporte, { jour }))).toBe(prochainesEtapes);
      expect(text(paquet.plan(exporte, { jour }))).toBe(plan);
    }
  });

  test('answers an éditeur what the API answers it; of a groupement that it does not see, all but where its DSI acts', async () => {
    const editeur = createClient({
      url: server.url,
      cle: people.editeur['Authorization']?.replace('Bearer ', '') ?? '',
    });
    const exactes = new Set<boolean>();
    for (const {
      exporte: { dossier },
    } of some) {
      const delegation = { dossierId: dossier.id, editeurId: people.editeurId, du: JOUR, motif: 'Essai' };
      given(await delegate(server.services.identites, enPlace, delegation));
      const seen = await exportDossier(editeur, dossier.id);
      if (seen.etat !== 'oui') throw new Error(seen.etat);
      const told = await server.fetch(`/api/v1/dossiers/${dossier.id}/prochaines-etapes`, { headers: people.editeur });
      const own = await paquet.prochainesEtapes(seen.valeur, { jour: JOUR, editeur: SCOPES });
      if (own.etat === 'oui') exactes.add(own.exacte);
      const groupement = `/groupements/${dossier.groupementId}/`;
      expect(text(own)).toBe((await told.text()).replaceAll(groupement, `/dossiers/${dossier.id}/`));
      expect(own).toMatchObject({ etat: 'oui', exacte: dossier.groupementId === null });
    }
    expect(exactes.size).toBe(2);
  });

  test('tells another day otherwise', async () => {
    const [{ exporte, prochainesEtapes } = never()] = some.filter(({ exporte }) => exporte.certificats.length === 0);
    const tomorrow = text(await paquet.prochainesEtapes(exporte, { jour: DEMAIN }));
    expect(tomorrow).not.toBe(prochainesEtapes);
    expect(paquet.jourEnFrance(new Date('2026-06-01T22:30:00Z'))).toBe(DEMAIN);
  });

  test('refuses by a value what is no export, what is of a procedure to come, and a state that is none', async () => {
    const [{ exporte } = never()] = some;
    const refusal = async (dossier: object, jour = JOUR) => {
      const answer = await paquet.prochainesEtapes(
        { ...exporte, dossier: { ...exporte.dossier, ...dossier } },
        { jour },
      );
      return answer.etat === 'non' ? [answer.probleme.code, answer.probleme.erreurs[0]?.pointeur] : answer.etat;
    };
    expect(await refusal({ etats: 'aucun' })).toEqual(['export-invalide', '/exporte/dossier/etats']);
    expect(await refusal({}, 'demain')).toEqual(['export-invalide', '/demande/jour']);
    expect(await refusal({ procedureVersion: 99 })).toEqual(['procedure-inconnue', undefined]);
    expect(await refusal({ procedure: 'certificat', procedureVersion: 1 })).toEqual(['procedure-inconnue', undefined]);
    expect(await refusal({ etats: {} })).toEqual(['etat-inconnu', undefined]);
    const { contexte } = exporte.dossier;
    for (const wrong of [{}, { ...contexte, administrateurs: {} }, { ...contexte, parties: null }])
      expect(await refusal({ contexte: wrong })).toEqual(['etat-inconnu', undefined]);
    expect(paquet.plan({ ...exporte, certificats: [{} as never] }, { jour: JOUR })).toMatchObject({ etat: 'non' });
  });

  test('throws at no context, whatever stands in it', async () => {
    const wrongs = ['x', 3, [], {}, null, [null], [{}], ['x']];
    let answers = 0;
    for (const { exporte } of some)
      for (const one of [exporte.dossier, ...exporte.certificats.slice(0, 3)])
        for (const [key, wrong] of Object.keys(one.contexte).flatMap((name) =>
          wrongs.map((each) => [name, each] as const),
        )) {
          const changed = { ...one, contexte: { ...one.contexte, [key]: wrong } };
          const asked = JSON.parse(JSON.stringify(exporte), (_, value) => (value?.id === one.id ? changed : value));
          await paquet.prochainesEtapes(asked, { jour: JOUR });
          paquet.plan(asked, { jour: JOUR });
          answers += 1;
        }
    expect(answers).toBeGreaterThan(1_000);
  }, 60_000);
});

test('what stands for Node gives what Node gives', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const message = 'é€a😀'.repeat(300).slice(0, length);
    expect(sha256(message)).toBe(createHash('sha256').update(message).digest('hex'));
    expect(platform.sha256(message)).toBe(sha256(message));
  }
  const packed = 'H4sIAAAAAAACA0tJLVbITy5JLSnWUUgtUUiBcxVS85Lzi1IBuglaDiAAAAA=';
  expect([...gunzip(packed)]).toEqual([...platform.gunzip(packed)]);
  const parity = (one: number) => one % 2;
  expect([...groupBy([3, 1, 2, 5], parity)]).toEqual([...Map.groupBy([3, 1, 2, 5], parity)]);
});

function text(answer: horsLigne.Reponse<unknown>): string {
  return answer.etat === 'oui' ? JSON.stringify(answer.valeur) : answer.probleme.detail;
}

function never(): never {
  throw new Error('None was drawn');
}
