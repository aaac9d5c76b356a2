import { describe, expect, test } from 'vitest';
import { DossierOuvert } from '../../src/engine/opening.ts';
import { serve } from '../server.ts';
import { numbersOf } from '../survey/files.ts';
import { groupementOf, openSite } from '../survey/groupement.ts';
import { given } from './people.ts';

const DATE = '2026-06-01';

interface Case {
  enfants: { enCours: number; enService: number; abandonne: number };
  groupementId: string | null;
  version: number;
  etats: Record<string, unknown>;
}

const read = async (genre: string, id: string) => (await server.get<Case>(`/api/v1/${genre}s/${id}`)).body;
const typesOf = async (genre: string, id: string) => {
  const { body } = await server.get<{ faits: { type: string }[] }>(`/api/v1/${genre}s/${id}/journal`);
  return body.faits.map(({ type }) => type);
};
const join = (groupement: string, body: object) =>
  server.post<{ dossier: Case; erreurs: { pointeur: string; message: string }[] }>(
    `/api/v1/groupements/${groupement}/sites`,
    body,
  );
const leave = (groupement: string, dossier: string) =>
  server.fetch(`/api/v1/groupements/${groupement}/sites/${dossier}`, { method: 'DELETE' });
const tell = (genre: string, id: string, fact: object) =>
  server.post(`/api/v1/${genre}s/${id}/faits`, { date: DATE, ...fact });

/** A site on the path of a GHT that has no groupement yet. */
async function alone(rank: number): Promise<string> {
  const etablissement = { denomination: `Site ${rank}`, ...numbersOf(rank), codePostal: '01130', commune: 'Nantua' };
  const opened = await server.services.openDossier(DossierOuvert.parse({ procedure: 'public-ght', etablissement }), {
    auteur: 'essai',
    version: null,
  });
  return given(opened).row.id;
}

const server = await serve(DATE);

describe('a dossier', () => {
  test('enters a groupement with its history: counted there, told what its DSI has done, in both journals', async () => {
    const { groupement } = await groupementOf(server.services, [41]);
    expect((await tell('groupement', groupement, { type: 'dsi.contactee' })).status).toBe(200);
    const dossier = await alone(42);
    expect((await tell('dossier', dossier, { type: 'contrat.trouve' })).status).toBe(200);

    const { status, body } = await join(groupement, { dossierId: dossier });
    expect([status, body.dossier.groupementId, body.dossier.etats]).toMatchObject([
      200,
      groupement,
      { contrat: 'actif', coordination: 'contactee' },
    ]);
    expect((await read('groupement', groupement)).enfants).toEqual({ enCours: 2, enService: 0, abandonne: 0 });
    expect(await typesOf('dossier', dossier)).toEqual([
      ...['dossier.ouvert', 'contrat.trouve', 'groupement.rejoint', 'dsi.contactee'],
    ]);
    expect(await typesOf('groupement', groupement)).toEqual([
      ...['groupement.ouvert', 'sites.enCours', 'dsi.contactee', 'site.rejoint', 'site.ouvert'],
    ]);
  });

  test('leaves it with its history and goes on alone, its next steps its own', async () => {
    const { groupement, sites } = await groupementOf(server.services, [43]);
    const [dossier = ''] = sites;
    expect((await leave(groupement, dossier)).status).toBe(200);
    expect((await read('dossier', dossier)).groupementId).toBeNull();
    expect((await read('groupement', groupement)).enfants).toEqual({ enCours: 0, enService: 0, abandonne: 0 });
    expect((await read('groupement', groupement)).etats).toMatchObject({ avancement: 'sansSite' });
    const { body } = await server.get<{ etapes: { faits: { type: string; vers: string }[] }[] }>(
      `/api/v1/dossiers/${dossier}/prochaines-etapes`,
    );
    const contact = body.etapes.flatMap(({ faits }) => faits).find(({ type }) => type === 'dsi.contactee');
    expect(contact?.vers).toBe(`/api/v1/dossiers/${dossier}/faits`);
    expect((await tell('dossier', dossier, { type: 'dsi.contactee' })).status).toBe(200);
    expect(await typesOf('dossier', dossier)).toEqual(['dossier.ouvert', 'groupement.quitte', 'dsi.contactee']);
    expect((await leave(groupement, dossier)).status).toBe(422);
    expect((await join(groupement, { dossierId: dossier })).status).toBe(200);
  });

  test('of another path, or of another groupement, does not enter', async () => {
    const { groupement, sites } = await groupementOf(server.services, [44]);
    const mono = await openSite(server.services, 45, null);
    const other = await groupementOf(server.services, [46]);
    const wrong = [];
    for (const dossierId of [mono, sites[0], other.sites[0]]) {
      const { status, body } = await join(groupement, { dossierId });
      wrong.push([status, body.erreurs[0]?.message]);
    }
    expect(wrong).toEqual([
      [422, 'Les sites de ce groupement suivent la procédure « public-ght » : ce dossier suit « prive-mono-site ».'],
      [422, 'Ce dossier est déjà un site de ce groupement.'],
      [422, 'Ce dossier est déjà un site d’un autre groupement : faites-l’en d’abord sortir.'],
    ]);
    expect((await join(groupement, { dossierId: 'inconnu' })).status).toBe(404);
    expect((await join('inconnu', { dossierId: mono })).status).toBe(404);
  });

  test('that has moved is replayed from its journal, and its moves are not corrected', async () => {
    const { groupement, sites } = await groupementOf(server.services, [47]);
    const [dossier = ''] = sites;
    await leave(groupement, dossier);
    expect((await tell('dossier', dossier, { type: 'contrat.trouve' })).status).toBe(200);
    const cible = { genre: 'dossier', id: dossier } as const;
    const { diverge, histoire } = given(await server.services.history(cible, null));
    expect([diverge, histoire.ecartes]).toEqual([false, 0]);
    const lines = given(await server.services.journal(cible, 0, 20));
    const rang = (type: string) => lines.find((line) => line.type === type)?.rang ?? 0;
    const seen = await server.services.previewCorrection(cible, {
      rang: rang('groupement.quitte'),
      remplacement: null,
    });
    expect(seen).toMatchObject({ ok: false, error: { code: 'correction-impossible', raison: 'rattachement' } });
    expect(
      (await server.services.previewCorrection(cible, { rang: rang('contrat.trouve'), remplacement: null })).ok,
    ).toBe(true);
  });
});

describe('a groupement', () => {
  test('is complete without its abandoned and closed sites, which are counted and named apart', async () => {
    const { groupement, sites } = await groupementOf(server.services, [48, 49, 51]);
    const abandoned = await tell('dossier', sites[1] ?? '', { type: 'dossier.abandonne', motif: 'Fusion' });
    expect(abandoned.status).toBe(200);
    expect((await tell('dossier', sites[2] ?? '', { type: 'etablissement.ferme' })).status).toBe(200);
    expect((await read('groupement', groupement)).enfants).toEqual({ enCours: 1, enService: 0, abandonne: 1 });
    const { body } = await server.get<{ bilan: object }>(`/api/v1/groupements/${groupement}/matrice`);
    expect(body.bilan).toEqual({
      enCours: 1,
      enService: 0,
      abandonnes: [{ id: sites[1], denomination: 'Site 49' }],
      clos: [{ id: sites[2], denomination: 'Site 51' }],
    });
  });

  test('told an état des lieux as a fact is warned of each contradiction, as its preview would', async () => {
    const { groupement, sites } = await groupementOf(server.services, [50]);
    expect((await tell('dossier', sites[0] ?? '', { type: 'contrat.trouve' })).status).toBe(200);
    const { body } = await server.post<{ avertissements: object[] }>(`/api/v1/groupements/${groupement}/faits`, {
      type: 'etatDesLieux.recu',
      date: DATE,
      sites: [
        { ...numbersOf(50), contrat: 'absent', carteResponsable: { type: 'CDE', fin: null } },
        { ...numbersOf(51), contrat: 'actif' },
      ],
    });
    expect(body.avertissements).toEqual([
      {
        code: 'etat-des-lieux-sans-effet',
        pointeur: '/sites/0/contrat',
        message: '« Aucun contrat avec l’ANS » n’a pas été enregistré : Le dossier en est déjà à « Contrat actif ».',
      },
      {
        code: 'site-inconnu',
        pointeur: '/sites/1',
        message: 'Aucun dossier de ce groupement n’a ces numéros : corrigez-les, ou ouvrez d’abord ce site.',
      },
    ]);
  });
});
