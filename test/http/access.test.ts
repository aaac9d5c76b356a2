import { describe, expect, test } from 'vitest';
import { DossierOuvert } from '../../src/engine/opening.ts';
import { bodyExamples } from '../../src/http/openapi/examples.ts';
import type { Operation } from '../../src/http/operation.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { roles } from '../../src/identity/identity.ts';
import type { Genre } from '../../src/store/store.ts';
import { politiqueAcces } from '../../src/web/access/policy.ts';
import { delegate } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const JOUR = '2026-06-01';
const operations = operationsOf({ autoriserAdressesPrivees: false });
const partie4 = { type: 'formulaire413.partie4Remplie', date: JOUR };
const finess = ['010000057', '010000040', '590782553', '010786259'];

/** The case that is asked about, as the éditeur stands to it. */
const situations = ['delegue', 'etranger', 'revoque', 'a-venir'] as const;
type Situation = (typeof situations)[number];
type Ids = Record<'dossiers' | 'groupements' | 'certificats', string>;

const ids = {} as Record<Situation, Ids>;

const rows = operations.flatMap((operation) =>
  [...roles, 'personne' as const].flatMap((role) =>
    situationsOf(operation).map((situation) => ({ operation, role, situation })),
  ),
);
const titled = rows.map((row) => ({ ...row, title: `${row.operation.id} ${row.role} ${row.situation}` }));

const server = await serve(JOUR);
const people = await peopleOf(server.services);
for (const [rank, situation] of situations.entries()) ids[situation] = await openFamily(finess[rank] ?? '');
for (const [situation, du] of [
  ['delegue', JOUR],
  ['revoque', JOUR],
  ['a-venir', '2026-06-02'],
] as const) {
  const delegation = { groupementId: ids[situation].groupements, editeurId: people.editeurId, du, motif: 'Essai' };
  const { id } = given(await delegate(server.services.identites, enPlace, delegation));
  if (situation === 'revoque') given(await server.services.identites.revokeDelegation(enPlace, id));
}

describe('every operation, asked by every role of every case,', () => {
  test.each(titled)('$title', async ({ operation, role, situation }) => {
    const { status, code } = await ask(operation, role, situation);
    expect(`${status} ${code}`).toMatch(expected(operation, role, situation));
  });
});

/** What the policy says, as a pattern of the status and the code. */
function expected({ id, path }: Operation, role: (typeof roles)[number] | 'personne', situation: Situation): RegExp {
  const regle = politiqueAcces[id];
  if (regle === 'publique') return /^(?!401 (?:auth|cle)|403)/;
  if (role === 'personne') return /^401 authentification-requise/;
  const droit = regle?.[role] ?? 'non';
  if (droit === 'non') return /^403 droit-insuffisant/;
  if (droit === 'delegues' && path.includes('/:id') && situation !== 'delegue') return /^404 introuvable/;
  return isCase(id) ? /^(?!401|403|404)/ : /^(?!401|403)/;
}

async function ask(
  { id, method, path: pattern, body: taken }: Operation,
  role: (typeof roles)[number] | 'personne',
  situation: Situation,
) {
  const own = ids[situation][id.split('.')[0] as keyof Ids] ?? 'inconnu';
  const path = pattern
    .replace(':id', isCase(id) ? own : knownId(id))
    .replace(':type', 'contrat.trouve')
    .replace(':extension', 'mmd');
  const isPublic = politiqueAcces[id] === 'publique';
  const headers = role === 'personne' || isPublic ? { Authorization: '' } : people[role];
  const body = id === 'dossiers.faits' && role === 'editeur' ? { ...bodyOf(id), ...partie4 } : bodyOf(id);
  const response = await server.fetch(`/api/v1${path}`, {
    method: method.toUpperCase(),
    headers: { ...headers, ...(taken && { 'Content-Type': taken.type }) },
    ...(taken && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  return { status: response.status, code: isProblem ? JSON.parse(text).code : '' };
}

function situationsOf({ id, path }: Operation): readonly Situation[] {
  return isCase(id) && path.includes('/:id') ? situations : ['delegue'];
}

function isCase(id: string): boolean {
  return /^(?:dossiers|groupements|certificats)\./.test(id);
}

function knownId(id: string): string {
  return id.startsWith('procedures') ? 'prive-mono-site' : 'inconnu';
}

/** What a body names that is not there, or proves, would answer as what one may not see: it is sent empty. */
const NAMES = /^moi\.mot-de-passe$|\.(?:corriger|correction-apercu|rattacher)$/;

function bodyOf(id: string): object {
  if (NAMES.test(id)) return {};
  return (Object.values(bodyExamples[id] ?? {})[0]?.value ?? {}) as object;
}

/** A groupement with a site, of which a certificate was ordered. */
async function openFamily(finessOfSite: string): Promise<Ids> {
  const act = { auteur: 'essai', version: null };
  const { services } = server;
  const groupement = given(await services.openGroupement({ nom: `GHT ${finessOfSite}`, genre: 'ght' }, act)).row.id;
  const etablissement = {
    denomination: 'Site',
    siret: '26011021800047',
    finess: finessOfSite,
    codePostal: '01130',
    commune: 'NANTUA',
  };
  const opened = await services.openDossier(
    DossierOuvert.parse({ procedure: 'public-ght', groupementId: groupement, etablissement }),
    act,
  );
  const dossier = given(opened).row.id;
  for (;;) {
    const plan = given(await services.plan({ genre: 'dossier', id: dossier }));
    const { etapes } = given(await services.view({ genre: 'dossier', id: dossier })).vue.suite;
    const next = etapes
      .flatMap(({ faits }) => faits)
      .find(({ type, accepte }) => accepte && type === plan.vagues[0]?.[0]?.type);
    const [, , , genres, id = ''] = next?.vers.split('/') ?? [];
    given(await services.record({ genre: genres?.slice(0, -1) as Genre, id }, next?.exemple as never, act));
    const { lignes } = await services.list({ genre: 'certificat', parentId: dossier, limite: 1 });
    if (lignes[0]) return { groupements: groupement, dossiers: dossier, certificats: lignes[0].id };
  }
}
