import { expect, test } from 'vitest';
import { openWhole } from '../as-sent.ts';
import { serve } from '../server.ts';

const JOUR = '2026-01-05';
const act = { auteur: 'compte:a', version: null };
const sample = { denomination: 'Clinique', codePostal: '01130', commune: 'Nantua' };
const etablissement = { ...sample, siret: '26011021800047', finess: '010000057' };
const autre = { ...sample, siret: '35600000000048', finess: '010000040' };
const ght = { nom: 'GHT Exemple', genre: 'ght' };
const contrat = { type: 'contrat.trouve', date: JOUR, numero: 'C-1' };
const carte = (fin: string) => ({ type: 'carteResponsable.trouvee', date: JOUR, carte: { type: 'CDE', fin } });

const groupements = async () => (await server.services.list({ genre: 'groupement', limite: 10 })).lignes;
const dossiers = async () => (await server.services.list({ genre: 'dossier', limite: 10 })).lignes;

const server = await serve(JOUR);

test('a refused fact leaves nothing written: neither the dossier nor its groupement', async () => {
  const dossier = { procedure: 'public-ght', etablissement };
  const opened = await openWhole(
    server.services,
    { groupement: ght, dossier, faits: [contrat, carte('2025-12-31')] },
    act,
  );
  expect(opened).toMatchObject({ ok: false, error: { code: 'fait-refuse', type: 'carteResponsable.trouvee' } });
  const wrong = await openWhole(
    server.services,
    {
      groupement: { ...ght, nom: '' },
      dossier: { ...dossier, etablissement: { ...etablissement, siret: '1' } },
      faits: [],
    },
    act,
  );
  expect(
    !wrong.ok && wrong.error.code === 'saisie-invalide' && wrong.error.erreurs.map(({ pointeur }) => pointeur),
  ).toEqual(['/dossier/etablissement/siret', '/groupement/nom']);
  const late = await openWhole(
    server.services,
    { groupement: null, dossier, faits: [{ ...contrat, date: '2026-02-01' }] },
    act,
  );
  expect(late).toMatchObject({ error: { erreurs: [{ pointeur: '/faits/0/date' }] } });
  expect([await groupements(), await dossiers()]).toEqual([[], []]);
});

test('a dossier, its new groupement and what is known are one version each, in a journal that holds', async () => {
  const dossier = { procedure: 'public-ght', etablissement };
  const opened = await openWhole(
    server.services,
    { groupement: ght, dossier, faits: [contrat, carte('2030-12-31')] },
    act,
  );
  const [groupement] = await groupements();
  expect(opened).toMatchObject({ ok: true, value: { row: { version: 1, parentId: groupement?.id } } });
  expect(groupement).toMatchObject({ version: 1, denomination: 'GHT Exemple' });
  const [row] = await dossiers();
  expect(JSON.parse(row?.etat ?? '').etats).toMatchObject({ contrat: 'actif', carteResponsable: 'active' });
  const journal = await server.services.journal({ genre: 'dossier', id: row?.id ?? '' }, 0, 10);
  expect(journal.ok && journal.value.map(({ type }) => type)).toEqual([
    ...['dossier.ouvert', 'contrat.trouve', 'carteResponsable.trouvee'],
  ]);
});

test('a site of a groupement that is already open moves it one version further; a second dossier of a site is told of the first', async () => {
  const [groupement] = await groupements();
  const dossier = { procedure: 'public-ght', etablissement: autre, groupementId: groupement?.id };
  expect(await openWhole(server.services, { groupement: null, dossier, faits: [contrat] }, act)).toMatchObject({
    ok: true,
  });
  expect(await groupements()).toMatchObject([{ version: 2 }]);
  const [first] = await dossiers();
  const again = { procedure: 'prive-mono-site', etablissement };
  expect(await openWhole(server.services, { groupement: ght, dossier: again, faits: [] }, act)).toMatchObject({
    error: { code: 'saisie-invalide' },
  });
  expect(await openWhole(server.services, { groupement: null, dossier: again, faits: [] }, act)).toEqual({
    ok: false,
    error: { code: 'dossier-existant', id: first?.id },
  });
});
