import { afterAll, beforeAll, expect, test } from 'vitest';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { type Desk, hidden, openDesk, words } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.stop());

const rank = cliniqueMonoSite.steps.findIndex(({ fact }) => fact.type === 'certificat.demande');
const empowered = async () => (await desk.open(cliniqueMonoSite, cliniqueMonoSite.steps.slice(0, rank))).dossier;
const lines = (...some: [nom: string, prenom: string, pour: string][]) =>
  Object.fromEntries([
    ['beneficiaires.length', `${some.length}`],
    ...some.flatMap(([nom, prenom, pour], at) =>
      Object.entries({ nom, prenom, pour }).map(([cle, value]) => [`beneficiaires.${at}.${cle}`, value]),
    ),
  ]) as Record<string, string>;
const ordered = async (id: string) => {
  const { lignes } = await desk.server.services.list({ genre: 'certificat', parentId: id, limite: 20 });
  return lignes.map(({ fiche }) => {
    const { usage, beneficiaire } = JSON.parse(fiche);
    return `${usage} ${beneficiaire.prenom} ${beneficiaire.qualite}`;
  });
};

/** An order of `fields` sent from the page where it is asked. */
async function order(id: string, fields: Record<string, string>, action = 'commander') {
  const page = await desk.camille.get(`/dossiers/${id}/commande`);
  return desk.camille.post(`/dossiers/${id}/commande`, {
    vu: hidden(page, 'vu'),
    retour: `/dossiers/${id}`,
    date: '30/06/2026',
    prerequisVerifies: 'oui',
    ...fields,
    action,
  });
}

test('each line orders the certificates of somebody, both usages where both are asked', async () => {
  const id = await empowered();
  const told = await order(
    id,
    lines(
      ['Leroy', 'Zoé', 'pharmacien:AUTH+SIGN'],
      ['Petit', 'Max', 'medecin:AUTH'],
      ['Roux', 'Lou', 'agentAdmission:AUTH'],
    ),
  );
  expect([told.status, told.headers.get('location')]).toEqual([303, `/dossiers/${id}`]);
  expect((await ordered(id)).sort()).toEqual([
    'AUTH Lou agentAdmission',
    'AUTH Max medecin',
    'AUTH Zoé pharmacien',
    'SIGN Zoé pharmacien',
  ]);
});

test('nothing is offered that would be refused: no organisation, no UPN, no signature for a doctor', async () => {
  const id = await empowered();
  const { text } = await desk.camille.get(`/dossiers/${id}/commande`);
  expect([...text.matchAll(/<option value="(\w+:[^"]+)"/g)].map(([, code]) => code)).toEqual([
    ...['pharmacien:AUTH', 'pharmacien:SIGN', 'pharmacien:AUTH+SIGN', 'medecin:AUTH', 'agentAdmission:AUTH'],
  ]);
  expect(text).not.toMatch(/ORG|UPN/);
});

test('a line that is not whole is told on its field, and nothing is ordered', async () => {
  const id = await empowered();
  const told = await order(id, lines(['Leroy', 'Zoé', 'pharmacien:AUTH'], ['Petit', '', 'medecin:AUTH']));
  expect(told.status).toBe(422);
  expect(told.text).toMatch(/id="commande-beneficiaires-1-prenom"[^>]*aria-invalid="true"/);
  expect(await ordered(id)).toEqual([]);
});

test('sent twice, it orders once', async () => {
  const id = await empowered();
  const page = await desk.camille.get(`/dossiers/${id}/commande`);
  const fields = { vu: hidden(page, 'vu'), retour: `/dossiers/${id}`, date: '30/06/2026', prerequisVerifies: 'oui' };
  const body = { ...fields, ...lines(['Leroy', 'Zoé', 'pharmacien:AUTH']), action: 'commander' };
  expect((await desk.camille.post(`/dossiers/${id}/commande`, body)).status).toBe(303);
  const again = await desk.camille.post(`/dossiers/${id}/commande`, body);
  expect(again.status).toBe(409);
  expect(words(again)).toContain('Le dossier a changé entre-temps');
  expect(await ordered(id)).toHaveLength(1);
});

test('sent twice at once, it orders once', async () => {
  const id = await empowered();
  const page = await desk.camille.get(`/dossiers/${id}/commande`);
  const fields = { vu: hidden(page, 'vu'), retour: `/dossiers/${id}`, date: '30/06/2026', prerequisVerifies: 'oui' };
  const body = { ...fields, ...lines(['Leroy', 'Zoé', 'pharmacien:AUTH+SIGN']), action: 'commander' };
  const both = await Promise.all([1, 2].map(() => desk.camille.post(`/dossiers/${id}/commande`, body)));
  expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
  expect(await ordered(id)).toHaveLength(2);
});

test('lines copied from a sheet are added to those that are filled; what is not understood is left to be chosen', async () => {
  const id = await empowered();
  const collage =
    'Petit\tMax\tMédecin\nRoux;Lou;agent d’admission;AUTH\nNoël\tTom\tpharmacien\tAUTH et SIGN\nBlanc\tAnne\tinfirmière';
  const { text } = await order(id, { ...lines(['Leroy', 'Zoé', 'pharmacien:AUTH']), collage }, 'coller');
  const chosen = [...text.matchAll(/<option value="([^"]*)" selected/g)].map(([, code]) => code);
  expect(chosen).toEqual(['pharmacien:AUTH', 'medecin:AUTH', 'agentAdmission:AUTH', 'pharmacien:AUTH+SIGN', '']);
  expect(text).toContain('value="Blanc"');
});

test('before anybody may order, the page says what is missing', async () => {
  const { dossier } = await desk.open(cliniqueMonoSite, cliniqueMonoSite.steps.slice(0, 2));
  const page = words(await desk.camille.get(`/dossiers/${dossier}/commande`));
  expect(page).toContain('Pas encore possible Cela se note à l’étape « Premier certificat à commander ».');
});
