import { describe, expect, test } from 'vitest';
import { operationsOf } from '../../src/http/operations/index.ts';
import { readFile } from '../../src/pki/file.ts';
import { certificatCommande, certificatDisponible, habilite } from '../../src/sandbox/vies/common-steps.ts';
import { vies } from '../../src/sandbox/vies/index.ts';
import { monoSite, site } from '../../src/sandbox/vies/journey.ts';
import { playOn } from '../../src/sandbox/vies/play.ts';
import { createKey } from '../as-sent.ts';
import { expectDeclared } from '../declared.ts';
import {
  derOf,
  type Holder,
  holder,
  p7bOf,
  pemOf,
  personnes,
  personnesDeTest,
  privateKeys,
  racine,
  request,
} from '../pki/igc.ts';
import { serve } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const server = await serve('2026-02-02');
const disponible = [...habilite('2026-01-05'), ...certificatCommande('2026-01-12'), certificatDisponible('2026-01-16')];
const { dossier, certificat } = await playOn(server.services, monoSite({ title: '', source: '§6', steps: disponible }));
const path = `/api/v1/certificats/${certificat}`;
const own: Holder = {
  nom: 'DURAND',
  prenom: 'ALIX',
  structure: [{ O: [site.denomination] }, { OU: [`3${site.siret}`] }],
  debut: '2026-02-01',
  fin: '2029-02-01',
};
const operations = operationsOf({ autoriserAdressesPrivees: true });

/** What is read here of any answer. */
interface Told {
  code: string;
  detail: string;
  ecarts: { code: string }[];
  fait: object | null;
  vers: string;
}

async function send(octets: Buffer, asked = `${path}/fichier`, headers: Record<string, string> = {}) {
  const response = await server.fetch(asked, {
    method: 'POST',
    headers: { 'Content-Type': 'application/pkix-cert', ...headers },
    body: new Uint8Array(octets),
  });
  const body = (await response.json()) as Told;
  expectDeclared(operations, { method: 'POST', path: asked, status: response.status, headers: response.headers }, body);
  return { status: response.status, body };
}

describe('a certificate that is brought', () => {
  test('says what it is, and the fact that it fills in, which is taken as it is: two calls record it', async () => {
    const seen = await send(derOf(await holder(own)));
    expect(seen).toMatchObject({
      status: 200,
      body: {
        genre: 'certificat',
        contenu: { usage: 'AUTH', titulaire: { nom: 'DURAND' }, structure: { siret: site.siret } },
        chaine: null,
        autres: 0,
        ecarts: [],
        fait: { type: 'certificat.retire', numeroSerie: '0A1B2C3D', debut: '2026-02-01', fin: '2029-02-01' },
        vers: `${path}/faits`,
      },
    });
    const { fait, vers } = seen.body;
    expect(await server.post(vers, fait)).toMatchObject({
      status: 200,
      body: { certificat: { contexte: { numeroSerie: '0A1B2C3D', debut: '2026-02-01', fin: '2029-02-01' } } },
    });
    const again = await send(pemOf(await holder(own)));
    expect(again.body).toMatchObject({ ecarts: [], fait: null });
    const other = await send(p7bOf(await holder({ ...own, serial: '0b' }), personnes.certificate));
    expect(other.body).toMatchObject({ ecarts: [{ code: 'autre-numero', bloquant: true }], fait: null });
  });

  test('fills in nothing where it cannot be the one that was ordered', async () => {
    const { body } = await send(derOf(await holder({ ...own, usage: 'SIGN', nom: 'LEROY', prenom: 'ANNE' })));
    expect(body.ecarts.map(({ code }) => code)).toEqual(['autre-personne', 'autre-usage']);
    expect(body.fait).toBeNull();
  });

  test('is held against the authorities that are trusted', async () => {
    const trusted = readFile(p7bOf(racine.certificate));
    Object.assign(server.services, {
      autorites: trusted.ok && 'certificats' in trusted.value && trusted.value.certificats,
    });
    expect((await send(p7bOf(await holder(own), personnes.certificate))).body).toMatchObject({ chaine: true });
    const alone = await send(derOf(await holder(own)));
    expect(alone.body).toMatchObject({ chaine: false, ecarts: [{ code: 'chaine-non-verifiee' }] });
    Object.assign(server.services, { autorites: [] });
  });

  test('is read for an éditeur of its dossier, and for nobody else of another', async () => {
    const { editeur, agent } = await peopleOf(server.services);
    const octets = derOf(await holder(own));
    expect(await send(octets, `${path}/fichier`, editeur)).toMatchObject({ status: 404 });
    expect(await send(octets, `${path}/fichier`, agent)).toMatchObject({ status: 200 });
  });

  test('of test is refused among real dossiers, and taken in a sandbox', async () => {
    const octets = derOf(await holder({ ...own, by: personnesDeTest }));
    expect((await send(octets)).body.ecarts).toMatchObject([{ code: 'emetteur-d-essai' }]);
    const asked = { nom: 'Essai', role: 'agent', portees: ['lecture', 'faits'], bacASable: true };
    const { cle } = given(await createKey(server.services.identites, enPlace, asked));
    const headers = { Authorization: `Bearer ${cle}` };
    const faits = vies['commande-annulee'].steps.findIndex(({ fact }) => fact.type === 'certificat.annule');
    const scene = { etape: 'commande-annulee', faits };
    const staged = await server.post<{ certificat: string }>('/api/v1/bac-a-sable/scenarios', scene, headers);
    const { body } = await send(octets, `/api/v1/certificats/${staged.body.certificat}/fichier`, headers);
    expect(body).toMatchObject({ ecarts: [{ code: 'structure-a-verifier', bloquant: false }] });
    expect(body.fait).not.toBeNull();
  });
});

describe('a file that is no certificate', () => {
  test.each(Object.entries(privateKeys()))('but a key, in %s, is refused under its own code', async (_way, octets) => {
    const { status, body } = await send(octets);
    expect([status, body.code]).toEqual([422, 'cle-privee']);
    expect(body.detail).toContain('rien n’en est gardé');
  });

  test('is refused, never an error of ours', async () => {
    const auth = derOf(await holder(own));
    for (const [octets, status, code] of [
      [Buffer.alloc(0), 422, 'certificat-illisible'],
      [Buffer.from('bonjour'), 422, 'certificat-illisible'],
      [auth.subarray(0, 300), 422, 'certificat-illisible'],
      [Buffer.concat(Array.from({ length: 40 }, () => auth)), 422, 'certificats-trop-nombreux'],
      [Buffer.alloc(65_000, Buffer.from('3000', 'hex')), 422, 'certificat-illisible'],
      [Buffer.alloc(70_000, 0x30), 413, 'certificat-trop-grand'],
      [derOf(personnes.certificate), 422, 'sans-titulaire'],
    ] as const)
      expect(await send(octets)).toMatchObject({ status, body: { code } });
    expect(await send(auth, `${path}/fichier`, { 'Content-Type': 'application/json' })).toMatchObject({ status: 415 });
  });
});

describe('a request (CSR)', () => {
  test('is looked at before it is sent, for a dossier or for a certificate that was ordered', async () => {
    const asked = await request({ subject: [{ SN: ['LEROY'], G: ['ANNE'] }], courriel: 'anne@ailleurs.fr' });
    const codes = async (where: string) => (await send(Buffer.from(asked), where)).body;
    const mails = ['courriel-inutile', 'autre-domaine'];
    const own = await codes(`${path}/fichier`);
    expect(own.ecarts.map(({ code }) => code)).toEqual(['autre-personne', ...mails]);
    const sent = await codes(`/api/v1/dossiers/${dossier}/csr`);
    expect(sent).toMatchObject({ genre: 'csr', contenu: { signature: 'valide', cle: { bits: 2048 } } });
    expect(sent.ecarts.map(({ code }) => code)).toEqual(mails);
  });

  test('is not a certificate', async () => {
    const answer = await send(derOf(await holder(own)), `/api/v1/dossiers/${dossier}/csr`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'csr-attendu' } });
  });
});
