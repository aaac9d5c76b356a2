import { describe, expect, test } from 'vitest';
import { DossierOuvert } from '../../src/engine/opening.ts';
import { bodyExamples } from '../../src/http/openapi/examples.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { politiqueAcces } from '../../src/web/access/policy.ts';
import { createKey, delegate } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given } from './people.ts';

const JOUR = '2026-06-01';
const operations = operationsOf({ autoriserAdressesPrivees: false }).filter(
  ({ id }) => politiqueAcces[id] !== 'publique',
);
const scopes = ['lecture', 'faits', 'partie4', 'administrateur-technique', 'evenements', 'webhooks'];
const etablissement = { denomination: 'Site', siret: '26011021800047', codePostal: '01130', commune: 'NANTUA' };

/** What a limited key reaches, and what it does not. */
const kinds = ['agent de dossier', 'agent de procédure', 'éditeur de dossier'] as const;
const keys = {} as Record<(typeof kinds)[number], string>;

async function ask(key: keyof typeof keys, operation: string, body?: unknown, type = 'application/json') {
  const [method = '', path = ''] = operation.split(' ');
  const headers = { Authorization: `Bearer ${keys[key]}`, ...(body !== undefined && { 'Content-Type': type }) };
  const sent = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await server.fetch(`/api/v1${path}`, { method, headers, ...(body !== undefined && { body: sent }) });
  return { status: response.status, text: await response.text() };
}

const rows = operations.flatMap(({ id, path, method, body }) => kinds.map((key) => ({ id, path, method, body, key })));

/** What may be asked that is about no case: it is answered about what the key reaches alone. */
const ABOUT_NOTHING =
  /^(?:moi|bac-a-sable|procedures|etablissements|faits)\.|^evenements\.|\.(?:lister|exporter|ouvrir)$/;

const server = await serve(JOUR);
const { identites } = server.services;
const act = { auteur: 'essai', version: null };
const group = given(await server.services.openGroupement({ nom: 'GHT', genre: 'ght' }, act)).row.id;
const open = async (procedure: string, finess: string) =>
  given(
    await server.services.openDossier(
      DossierOuvert.parse({ procedure, etablissement: { ...etablissement, finess } }),
      act,
    ),
  ).row.id;
const own = await open('prive-mono-site', '010000057');
const other = await open('public-ght', '590782553');
const editeurId = given(await identites.createEditeur(enPlace, { nom: 'Éditeur' })).id;
for (const dossierId of [own, other])
  given(await delegate(identites, enPlace, { dossierId, editeurId, du: JOUR, motif: 'Essai' }));
const rules = { url: 'https://exemple.fr/', evenements: 'tous' as const, description: '' };
const abonnement = given(await server.services.abonnements.create(rules, editeurId)).abonnement.id;
const limited = async (limits: object) =>
  given(await createKey(identites, enPlace, { nom: 'Clé', role: 'agent', portees: scopes.slice(0, 2), ...limits })).cle;
keys['agent de dossier'] = await limited({ dossiers: [own] });
keys['agent de procédure'] = await limited({ procedures: ['prive-mono-site'] });
keys['éditeur de dossier'] = await limited({ role: 'editeur', editeurId, portees: scopes, dossiers: [own] });

describe('a limited key of every scope', () => {
  test.each(rows)('($key) reaches nothing else by $id', async ({ id, path, method, body, key }) => {
    const strangers = { groupements: group, editeurs: editeurId, abonnements: abonnement } as Record<string, string>;
    const stranger = strangers[id.split('.')[0] ?? ''] ?? other;
    const example = body && (Object.values(bodyExamples[id] ?? {})[0]?.value ?? {});
    const to = path.replace(':id', stranger).replace(':type', 'contrat.trouve').replace(':dossierId', other);
    const { status, text } = await ask(key, `${method.toUpperCase()} ${to}`, example ?? undefined, body?.type);
    const hidden = [other, group, abonnement, 'whsec_'].filter((secret) => secret !== stranger);
    for (const secret of hidden) expect(text).not.toContain(secret);
    if (!ABOUT_NOTHING.test(id) || id.startsWith('abonnements')) expect([403, 404]).toContain(status);
  });
});

test('a key that is limited to a dossier opens none; to a procedure, none of another', async () => {
  const opening = (procedure: string, finess: string) => ({ procedure, etablissement: { ...etablissement, finess } });
  expect((await ask('agent de dossier', 'POST /dossiers', opening('prive-mono-site', '010786259'))).status).toBe(403);
  expect((await ask('agent de procédure', 'POST /dossiers', opening('public-ght', '010786259'))).status).toBe(403);
  expect((await ask('agent de procédure', 'POST /dossiers', opening('prive-mono-site', '010786259'))).status).toBe(201);
});

test('a dossier that is open already is named to whoever may see it alone', async () => {
  const twin = (finess: string) => ({ procedure: 'prive-mono-site', etablissement: { ...etablissement, finess } });
  const [seen, hidden] = [
    await ask('agent de procédure', 'POST /dossiers', twin('010000057')),
    await ask('agent de procédure', 'POST /dossiers', twin('590782553')),
  ];
  expect([seen.status, hidden.status]).toEqual([409, 409]);
  expect(seen.text).toContain(own);
  expect(hidden.text).not.toContain(other);
});
