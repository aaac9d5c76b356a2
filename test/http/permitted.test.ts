import { expect, test } from 'vitest';
import { exempleFormulaire413 } from '../../machines/formulaires/formulaire-413.ts';
import { openingOf } from '../../scripts/bench/dossiers.ts';
import { prerequis } from '../../src/sandbox/vies/common-steps.ts';
import { delegate } from '../as-sent.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const JOUR = '2026-06-01';
interface Fact {
  type: string;
  vers: string;
  accepte: boolean;
  permis?: boolean;
  exemple: object | null;
}
async function factsOf(id: string | undefined, headers: Record<string, string>): Promise<Fact[]> {
  const response = await server.fetch(`/api/v1/dossiers/${id}/prochaines-etapes`, { headers });
  const { etapes, autresFaits } = (await response.json()) as { etapes: { faits: Fact[] }[]; autresFaits: Fact[] };
  return [...etapes.flatMap(({ faits }) => faits), ...autresFaits];
}

const server = await serve(JOUR);
const people = await peopleOf(server.services);
const dossiers = [await openDelegated(0), await openDelegated(1)];
await fulfil(dossiers[1]);

/** A dossier that the éditeur may follow. */
async function openDelegated(rank: number): Promise<string> {
  const { body } = await server.post<{ id: string }>('/api/v1/dossiers', openingOf(rank));
  const delegation = { dossierId: body.id, editeurId: people.editeurId, du: JOUR, motif: 'Essai' };
  given(await delegate(server.services.identites, enPlace, delegation));
  return body.id;
}

/** Tells it all that comes before its form 413. */
async function fulfil(id: string | undefined): Promise<void> {
  for (const { fact } of prerequis('2026-01-12')) await server.post(`/api/v1/dossiers/${id}/faits`, fact);
}

test('an éditeur is told which facts are its own, and every example that it is given is taken', async () => {
  const own = ['administrateurTechnique.designe', 'formulaire413.partie4Remplie'];
  const seen = new Set<string>();
  for (const id of dossiers) {
    const facts = await factsOf(id, people.editeur);
    expect(facts.length).toBeGreaterThan(5);
    for (const { type, vers, permis, accepte, exemple } of facts) {
      expect([type, permis]).toEqual([type, own.includes(type)]);
      if (!permis || !accepte) expect([type, exemple]).toEqual([type, null]);
      if (exemple === null) continue;
      const told = await server.post<{ prochainesEtapes: { etapes: { faits: Fact[] }[] } }>(
        vers,
        exemple,
        people.editeur,
      );
      expect([type, told.status]).toEqual([type, 200]);
      const { etapes } = told.body.prochainesEtapes;
      expect(etapes.flatMap(({ faits }) => faits).every((fact) => fact.permis === own.includes(fact.type))).toBe(true);
      seen.add(type);
    }
  }
  expect([...seen].sort()).toEqual(own);
});

test('a lecteur may tell none, and an agent is told nothing of it', async () => {
  const [first] = dossiers;
  const read = await factsOf(first, people.lecteur);
  expect(new Set(read.map(({ permis, exemple }) => `${permis} ${exemple}`))).toEqual(new Set(['false null']));
  expect((await factsOf(first, people.agent)).every(({ permis }) => permis === undefined)).toBe(true);
});

test('part 1 is given as that of the dossier itself, before an act, after, and when one is foreseen, never as another establishment’s', async () => {
  const { etablissement } = openingOf(0);
  const partie1 = { ...etablissement, sansFiness: false };
  const read = (await factsOf(dossiers[0], people.agent)).find(({ type }) => type === 'formulaire413.partie1Remplie');
  expect(read?.exemple).toMatchObject({ partie1 });
  const told = await server.post<{ prochainesEtapes: { etapes: { faits: Fact[] }[] } }>(
    `/api/v1/dossiers/${dossiers[0]}/faits`,
    { type: 'contrat.absent', date: JOUR },
  );
  const after = told.body.prochainesEtapes.etapes.flatMap(({ faits }) => faits);
  const fact = after.find(({ type }) => type === 'formulaire413.partie1Remplie');
  expect(fact?.exemple).toMatchObject({ partie1 });
  const seen = await server.post<{ prochainesEtapes: { etapes: { faits: Fact[] }[] } }>(
    `/api/v1/dossiers/${dossiers[0]}/simulation`,
    { faits: [] },
  );
  const foreseen = seen.body.prochainesEtapes.etapes.flatMap(({ faits }) => faits);
  expect(foreseen.find(({ type }) => type === fact?.type)?.exemple).toMatchObject({ partie1 });
  const taken = await server.post<{ avertissements: object[] }>(fact?.vers ?? '', fact?.exemple);
  expect([taken.status, taken.body.avertissements]).toEqual([200, []]);
});

test('a fact that is refused for a field names it, and what it must be', async () => {
  const fact = { type: 'administrateurTechnique.designe', date: JOUR, origine: 'employe' };
  const { status, body } = await server.post(`/api/v1/dossiers/${dossiers[0]}/faits`, fact, people.editeur);
  expect([status, body]).toMatchObject([
    403,
    {
      code: 'fait-non-permis',
      attendu: { origine: 'technicien' },
      erreurs: [{ pointeur: '/origine', message: 'Indiquez « technicien ».' }],
    },
  ]);
});

test('an éditeur is given part 4 as it last told it, with the mail domain and the administrateurs techniques of the dossier itself', async () => {
  const type = 'formulaire413.partie4Remplie';
  const part4Of = async (id: string | undefined, headers: Record<string, string>) =>
    (await factsOf(id, headers)).find((fact) => fact.type === type && fact.exemple !== null);
  const logiciels = [{ type: 'DP', editeur: 'Éditeur Essai', solution: 'Officine', version: '9.4' }];
  const [contact] = exempleFormulaire413.partie4.administrateursTechniques;
  const rows = [await openDelegated(2), await openDelegated(3)];
  for (const id of rows) await fulfil(id);
  const given413 = {
    ...exempleFormulaire413.partie4,
    logiciels,
    domaineMessagerie: 'ailleurs.fr',
    administrateursTechniques: [{ ...contact, telephone: '0499887766' }],
  };
  const first = await part4Of(rows[0], people.editeur);
  expect((await server.post(first?.vers ?? '', { type, date: JOUR, partie4: given413 }, people.editeur)).status).toBe(
    200,
  );
  const next = await part4Of(rows[1], people.editeur);
  const proposed = (await part4Of(rows[1], people.agent))?.exemple as { partie4: object };
  expect(next?.exemple).toMatchObject({
    partie4: { ...proposed.partie4, logiciels, administrateursTechniques: [{ telephone: '0499887766' }] },
  });
  expect((await server.post(next?.vers ?? '', next?.exemple, people.editeur)).status).toBe(200);
});
