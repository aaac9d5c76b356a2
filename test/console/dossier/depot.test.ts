import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificatCommande, certificatDisponible, habilite } from '../../../src/sandbox/vies/common-steps.ts';
import { monoSite, site } from '../../../src/sandbox/vies/journey.ts';
import { derOf, type Holder, holder, pemOf, privateKeys, request } from '../../pki/igc.ts';
import { type Desk, openDesk, words } from './desk.ts';

const steps = [...habilite('2026-06-01'), ...certificatCommande('2026-06-12'), certificatDisponible('2026-06-16')];
const own: Holder = {
  nom: 'DURAND',
  prenom: 'ALIX',
  structure: [{ O: [site.denomination] }, { OU: [`3${site.siret}`] }],
  debut: '2026-06-20',
  fin: '2029-06-20',
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.stop());

const waiting = () => desk.open(monoSite({ title: '', source: '§6', steps }));
let one: ReturnType<typeof waiting> | undefined;
/** One that nothing is recorded of. */
const same = () => {
  one ??= waiting();
  return one;
};
const factPage = (certificat: string | null) => `/certificats/${certificat}/faits/certificat.retire`;
const stateOf = async (id: string | null) => {
  const found = await desk.server.services.find({ genre: 'certificat', id: id ?? '' });
  return found.ok ? JSON.parse(found.value.etat).contexte : null;
};

/** Sends a file as a browser without script does, with what else the form holds. */
async function bring(path: string, octets: Buffer, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ date: '30/06/2026', action: 'lire', ...fields })) form.set(name, value);
  form.set('fichier', new Blob([new Uint8Array(octets)]), 'certificat.cer');
  const headers = { Cookie: desk.camille.cookie, Authorization: '', 'Sec-Fetch-Site': 'same-origin' };
  const response = await desk.server.fetch(path, { method: 'POST', headers, body: form, redirect: 'manual' });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

const filledIn = (text: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(text)?.[1];

describe('a certificate that is brought where its withdrawal is told', () => {
  test('fills in its number and its dates, and records nothing before that is seen', async () => {
    const { certificat } = await waiting();
    const seen = await bring(factPage(certificat), pemOf(await holder(own)));
    expect(seen.status).toBe(200);
    expect(words(seen)).toContain('Le fichier convient');
    expect(words(seen)).toContain('du 20 juin 2026 au 20 juin 2029');
    const filled = ['date', 'numeroSerie', 'debut', 'fin'].map((name) => [name, filledIn(seen.text, name) ?? '']);
    expect(filled).toEqual([
      ['date', '30/06/2026'],
      ['numeroSerie', '0A1B2C3D'],
      ['debut', '20/06/2026'],
      ['fin', '20/06/2029'],
    ]);
    expect(await stateOf(certificat)).toMatchObject({ numeroSerie: null });

    const vu = filledIn(seen.text, 'vu') ?? '';
    const told = { ...Object.fromEntries(filled), vu, action: 'enregistrer' };
    expect((await desk.camille.post(factPage(certificat), told)).status).toBe(303);
    expect(await stateOf(certificat)).toMatchObject({
      numeroSerie: '0A1B2C3D',
      debut: '2026-06-20',
      fin: '2029-06-20',
    });
  });

  test('is read first, whichever button is pressed', async () => {
    const { certificat } = await waiting();
    const seen = await bring(factPage(certificat), derOf(await holder(own)), { action: 'enregistrer' });
    expect([seen.status, filledIn(seen.text, 'numeroSerie')]).toEqual([200, '0A1B2C3D']);
    expect(await stateOf(certificat)).toMatchObject({ numeroSerie: null });
  });

  test('fills in nothing where it is another, and says in what', async () => {
    const { certificat } = await waiting();
    const other = await holder({ ...own, usage: 'SIGN', nom: 'LEROY', prenom: 'ANNE' });
    const seen = await bring(factPage(certificat), derOf(other), { numeroSerie: 'AB' });
    expect(words(seen)).toContain('Ce n’est pas le certificat commandé');
    expect(words(seen)).toContain('Le certificat nomme ANNE LEROY, et la commande nomme Alix Durand');
    expect(words(seen)).toContain('Le certificat est de l’usage SIGN');
    expect(filledIn(seen.text, 'numeroSerie')).toBe('AB');
  });

  test('is told, where something is to be looked at, before it is recorded all the same', async () => {
    const { certificat } = await waiting();
    const seen = await bring(factPage(certificat), derOf(await holder({ ...own, nom: 'DURAND LEROY' })));
    expect(words(seen)).toContain('À vérifier d’abord');
    expect(filledIn(seen.text, 'numeroSerie')).toBe('0A1B2C3D');
  });

  test.each(Object.entries(privateKeys()))('is refused where it is a key, in %s', async (_way, octets) => {
    const { certificat } = await same();
    const seen = await bring(factPage(certificat), octets);
    expect(seen.status).toBe(422);
    expect(words(seen)).toContain('Ce fichier contient une clé privée : il est refusé et rien n’en est gardé.');
  });

  test('is asked for where none was chosen, and told where it does not read', async () => {
    const { certificat } = await same();
    const none = await bring(factPage(certificat), Buffer.alloc(0));
    expect(words(none)).toContain('Choisissez d’abord un fichier.');
    for (const octets of [Buffer.from('bonjour'), Buffer.alloc(100_000, 0x30)])
      expect(await bring(factPage(certificat), octets)).toMatchObject({ status: 422 });
    expect(await bring(factPage(certificat), Buffer.alloc(3_000_000, 0x30))).toMatchObject({ status: 413 });
    expect((await bring(factPage(certificat), Buffer.from('x'), { date: 'x' })).status).toBe(422);
  });
});

describe('a request (CSR) that is brought', () => {
  test('is looked at before it is sent', async () => {
    const { dossier } = await waiting();
    const path = `/dossiers/${dossier}/csr`;
    expect(words(await desk.camille.get(`/dossiers/${dossier}/commande`))).toContain('Vérifier une demande (CSR)');
    const well = await bring(path, await request({}));
    expect(words(well)).toContain('Envoyez la demande à l’ANS, puis enregistrez la commande.');
    const wrong = await bring(path, await request({ courriel: 'alix@ailleurs.fr' }));
    expect(words(wrong)).toContain('Le domaine ailleurs.fr n’est pas celui du formulaire 413');
    expect(words(await bring(path, derOf(await holder(own))))).toContain('une demande (CSR) est attendue ici');
  });
});
