import { describe, expect, test } from 'vitest';
import { bodyExamples } from '../../src/http/openapi/examples.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { politiqueAcces } from '../../src/web/access/policy.ts';
import { enPlace, given } from '../http/people.ts';
import { serve } from '../server.ts';
import { type Program, programOf } from './play.ts';

const JOUR = '2026-06-01';
/** What an operation must be asked. */
const asked: Readonly<Record<string, string>> = { 'dossiers.courriel': '?modele=relance-editeur' };
/** What it must be sent. */
const correction = { rang: 1, remplacement: null };
const confirmed = { ...correction, motif: 'Essai', version: 1, retires: [] };
const sent: Readonly<Record<string, object>> = {
  'groupements.rattacher': { dossierId: 'x' },
  ...Object.fromEntries(
    ['dossiers', 'groupements', 'certificats'].flatMap((genre) => [
      [`${genre}.correction-apercu`, correction],
      [`${genre}.corriger`, confirmed],
    ]),
  ),
};
const cas = /^\/(?:dossiers|groupements|certificats)\/:id/;
const operations = operationsOf({ autoriserAdressesPrivees: false });

const ids = { real: '', bac: '' };

const server = await serve(JOUR);
const real = await programOf(server, { role: 'agent', portees: ['lecture', 'faits', 'evenements'] });
const bac = await programOf(server, { bacASable: true });
ids.real = await real.open();
ids.bac = await bac.open();

describe('an operation on a case, every one,', () => {
  const some = operations.filter(({ id, path }) => cas.test(path) && isForKeys(id));
  const rows = some.map(({ id, method, path }) => ({ id, method, path }));
  const ask = ({ id, method, path: pattern }: (typeof rows)[number], who: Program, dossier: string) => {
    const example = Object.values(bodyExamples[id] ?? {})[0]?.value;
    const body = example ?? sent[id] ?? { faits: [{ type: 'contrat.absent', date: JOUR }] };
    const path = `${pattern.replace(':id', dossier).replaceAll(/:\w+/g, 'x')}${asked[id] ?? ''}`;
    return who.ask(method.toUpperCase(), path, method === 'get' ? undefined : (body as object | string));
  };

  test.each(rows)('$id finds nothing real from a sandbox', async (row) => {
    const { status, code } = await ask(row, bac, ids.real);
    expect([status, code]).toEqual([404, 'introuvable']);
  });

  test.each(rows)('$id finds nothing of a sandbox from what is real', async (row) => {
    const { status, code } = await ask(row, real, ids.bac);
    expect([status, code]).toEqual([404, 'introuvable']);
  });
});

describe('a sandbox', () => {
  test('of another key is another', async () => {
    const other = await programOf(server, { bacASable: true });
    expect((await other.ask('GET', `/dossiers/${ids.bac}`)).status).toBe(404);
    expect((await other.ask('GET', '/dossiers')).body).toEqual({ dossiers: [], suite: null });
  });

  test('is in no real list nor feed, nor the other way round', async () => {
    for (const [who, own, foreign] of [
      [real, ids.real, ids.bac],
      [bac, ids.bac, ids.real],
    ] as const) {
      for (const path of ['/dossiers', '/evenements?limite=200']) {
        const told = JSON.stringify((await who.ask('GET', path)).body);
        expect([told.includes(own), told.includes(foreign)]).toEqual([true, false]);
      }
    }
  });

  test('administers nothing, and sees neither the real éditeurs nor accounts', async () => {
    given(await server.services.identites.createEditeur(enPlace, { nom: 'Éditeur réel' }));
    const { editeurs } = (await bac.ask('GET', '/editeurs')).body as { editeurs: object[] };
    expect(editeurs).toEqual([expect.objectContaining({ id: bac.id, nom: 'Éditeur d’essai' })]);
    const codes = await Promise.all(
      ['/comptes', '/cles', '/actes', '/abonnements', '/delegations?editeur=x'].map(async (path) => {
        const { status, code } = await bac.ask('GET', path);
        return status === 403 ? code : status;
      }),
    );
    expect(codes).toEqual([...Array(4).fill('droit-insuffisant'), 422]);
    const delegated = await bac.ask('POST', '/delegations', {
      dossierId: ids.real,
      editeurId: 'x',
      du: JOUR,
      motif: 'x',
    });
    expect(delegated.status).toBe(404);
  });

  test('lets an éditeur that plays an agent play the whole procedure, whatever the key is limited to', async () => {
    const { id: editeurId } = given(await server.services.identites.createEditeur(enPlace, { nom: 'Éditeur' }));
    const asked = { role: 'editeur', editeurId, portees: ['partie4'], dossiers: ['aucun'], bacASable: true };
    const editeur = await programOf(server, asked);
    expect((await editeur.ask('POST', '/bac-a-sable/acteur', { role: 'agent' })).status).toBe(200);
    const id = await editeur.open();
    for (let acts = 0; acts < 60; acts++) {
      const { body } = await editeur.ask('GET', `/dossiers/${id}/prochaines-etapes`);
      const steps = body as unknown as Steps;
      if (steps.restant.minimum === 0) return;
      const { body: foreseen } = await editeur.ask('GET', `/dossiers/${id}/plan`);
      const wanted = (foreseen as unknown as Foreseen).plan.vagues[0]?.[0]?.type;
      const next = steps.etapes.flatMap(({ faits }) => faits).find(({ type, accepte }) => accepte && type === wanted);
      if (!next) throw new Error(`No ${wanted} among the next steps`);
      const told = await editeur.ask('POST', next.vers.replace('/api/v1', ''), next.exemple);
      expect(told).toMatchObject({ status: 200 });
    }
    throw new Error('No end in 60 acts');
  });

  test('a session and a real key have none', async () => {
    for (const [methode, path, corps] of [
      ['GET', '/bac-a-sable', undefined],
      ['PUT', '/bac-a-sable/horloge', { le: '2027-03-01' }],
    ] as const)
      expect(await real.ask(methode, path, corps)).toMatchObject({ status: 409, code: 'hors-bac-a-sable' });
  });
});

interface Steps {
  restant: { minimum: number };
  etapes: { faits: { type: string; accepte: boolean; vers: string; exemple: object }[] }[];
}
interface Foreseen {
  plan: { vagues: { type: string }[][] };
}

/** What no key may do is refused before any case is looked for. */
function isForKeys(id: string): boolean {
  const regle = politiqueAcces[id];
  return typeof regle === 'object' && regle.agent !== 'non';
}
