import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFile } from '../../../src/pki/file.ts';
import { openRevocations } from '../../../src/revocations/in-force.ts';
import {
  certificatCommande,
  certificatDisponible,
  enService,
  habilite,
} from '../../../src/sandbox/vies/common-steps.ts';
import { monoSite, type Step } from '../../../src/sandbox/vies/journey.ts';
import { type Played, playOn } from '../../../src/sandbox/vies/play.ts';
import { delegate } from '../../as-sent.ts';
import { enPlace, given, type People, peopleOf } from '../../http/people.ts';
import { crl, p7bOf, personnes } from '../../pki/igc.ts';
import { serve } from '../../server.ts';
import { words } from '../dossier/desk.ts';
import { visitorOf } from '../visitor.ts';

const server = await serve('2026-06-30');
const { get } = visitorOf(server);
const path = '/pilotage/certificats';
const AC = 'AC IGC-SANTE ELEMENTAIRE PERSONNES';
let people: People;
let ending: Played;

/** A site with a certificate of a number, which ends on a day. */
const site = (denomination: string, finess: string, number: [string, string, string], emetteur?: string) => {
  const [numeroSerie, debut, fin] = number;
  const withdrawn: Step = {
    fact: { type: 'certificat.retire', date: debut, numeroSerie, debut, fin, emetteur },
    on: 'certificat',
  };
  const steps = [...habilite(debut), ...certificatCommande(debut), certificatDisponible(debut), withdrawn];
  return playOn(server.services, monoSite({ title: '', source: '§6', steps }), {
    lieu: { denomination, finess, siret: '26011021800047', codePostal: '01130', commune: 'Nantua' },
  });
};

beforeAll(async () => {
  people = await peopleOf(server.services);
  await site('Clinique des Lilas', '010000206', ['0C', '2026-01-05', '2029-01-05'], AC);
  ending = await site('Clinique du Lac', '010000214', ['0A', '2024-01-05', '2026-08-15'], AC);
  await site('Clinique du Bois', '010000222', ['0B', '2024-02-05', '2026-11-30']);
  await site('Clinique d’Avant', '010000230', ['0D', '2023-01-05', '2026-01-05']);
  await playOn(server.services, monoSite({ title: '', source: '§6', steps: enService('2026-06-01') }), {
    finess: '010000248',
  });
  while ((await server.services.recordDueFacts()) > 0);
  const asked = { dossierId: ending.dossier, editeurId: people.editeurId, du: '2026-01-01', au: null };
  given(await delegate(server.services.identites, enPlace, { ...asked, motif: 'Contrat' }));
});

const rowsOf = (text: string, caption: string) => {
  const [, body = ''] =
    new RegExp(`<caption class="sr">${caption}</caption>.*?<tbody>(.*?)</tbody>`, 's').exec(text) ?? [];
  return body
    .split('</tr>')
    .slice(0, -1)
    .map((row) => words({ status: 0, headers: new Headers(), text: row }).trim());
};

describe('what ends when', () => {
  test('is told in its order, within the months that are asked, with whom it is of and who follows it', async () => {
    const shown = await get(path, people.lecteur);
    expect(rowsOf(shown.text, 'Certificats par date de fin')).toEqual([
      expect.stringMatching(
        /^Clinique du Lac 010000214 AUTH, Alix Durand 0A · AC IGC-SANTE ELEMENTAIRE PERSONNES 15 août 2026 dans 46 jours À renouveler Éditeur Exemple$/,
      ),
      expect.stringMatching(
        /^Clinique du Bois 010000222 AUTH, Alix Durand 0B 30 nov\. 2026 dans 5 mois Renouvellement à venir$/,
      ),
    ]);
    expect(rowsOf(shown.text, 'Certificats qui finissent, par éditeur')).toEqual([
      'Éditeur Exemple 1 1 15 août 2026 dans 46 jours',
      'Sans éditeur 1 1 30 nov. 2026 dans 5 mois',
    ]);
    expect(rowsOf(shown.text, 'Certificats qui finissent, par autorité')).toEqual([
      `${AC} 1 15 août 2026 dans 46 jours`,
      'Non dite 1 30 nov. 2026 dans 5 mois',
    ]);
    const all = await get(`${path}?horizon=tout&tri=structure`, people.agent);
    const names = rowsOf(all.text, 'Certificats par date de fin').map((row) => row.split(' 0')[0]);
    expect(names).toEqual(['Centre hospitalier Exemple', 'Clinique des Lilas', 'Clinique du Bois', 'Clinique du Lac']);
  });

  test('is narrowed to a structure, by a part of its name or a number, to an éditeur, to an authority, to a groupement', async () => {
    const count = async (query: string) => {
      const { text } = await get(`${path}?horizon=tout&${query}`, people.agent);
      return rowsOf(text, 'Certificats par date de fin').length;
    };
    expect(await count('structure=du+')).toBe(2);
    expect(await count('structure=010000222')).toBe(1);
    expect(await count('structure=26011021800047')).toBe(4);
    expect(await count('structure=ailleurs')).toBe(0);
    expect(await count(`editeur=${people.editeurId}`)).toBe(1);
    expect(await count(`emetteur=${encodeURIComponent(AC)}`)).toBe(2);
    expect(await count('emetteur=AC+AUTRE')).toBe(0);
    expect(await count('groupement=6f1f2a60-0000-4000-8000-000000000000')).toBe(0);
  });

  test('is exported whole for an office tool', async () => {
    const file = await get(`${path}.csv?horizon=tout`, people.agent);
    expect(file.headers.get('content-disposition')).toContain('certificats-2026-06-30.csv');
    const [head, ...lines] = file.text.trim().split('\r\n');
    expect(head).toContain('"Structure";"SIRET";"FINESS";"Groupement";"Éditeur"');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain(
      '"Clinique du Lac";"26011021800047";"010000214";;"Éditeur Exemple";"Alix Durand";"AUTH"',
    );
    expect(lines[0]).toContain(`;"${AC}";"2026-08-15";`);
  });

  test('is for whoever has an account, and found from the figures', async () => {
    expect((await get(path, people.editeur)).headers.get('location')).toContain('/connexion');
    while (!(await server.services.avancementMesures()).aJour);
    expect((await get('/pilotage', people.lecteur)).text).toContain(`href="${path}"`);
  });
});

describe('a list of revocations that is brought', () => {
  const part = { tri: 'structure', limite: 1, decalage: 0 } as const;
  const bring = async (octets: Buffer) => {
    const form = new FormData();
    if (octets.length > 0) form.set('liste', new Blob([new Uint8Array(octets)]), 'liste.crl');
    form.set('x', '');
    const headers = { ...people.agent, 'Sec-Fetch-Site': 'same-origin' };
    const response = await server.fetch(`${path}/revocations`, { method: 'POST', headers, body: form });
    const shown = { status: response.status, headers: response.headers, text: await response.text() };
    return [shown.status, words(shown)] as const;
  };

  test('is not believed before its authority is known; then it names those that are followed here', async () => {
    const list = await crl({ serials: ['0a', '0b', 'f00d'], reason: 4 });
    const [refused, why] = await bring(list);
    expect([refused, why.includes('demandez à l’exploitant de régler AC_IGC')]).toEqual([422, true]);
    const known = readFile(p7bOf(personnes.certificate));
    Object.assign(server.services, {
      autorites: known.ok && 'certificats' in known.value ? known.value.certificats : [],
    });
    const [status, text] = await bring(list);
    expect(status).toBe(200);
    expect(text).toContain('2 certificats suivis ici sont révoqués');
    expect(text).toContain('Clinique du Bois AUTH, Alix Durand (0B) 20 juin 2026 Remplacement');
    expect((await bring(await crl({ serials: ['0d', 'f00d'] })))[1]).toContain('Aucun certificat suivi ici');
  });

  test('stays in force until the next, found when one comes back, and told once it is out of date', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'crl-')), 'base.crl');
    let day = '2026-06-30';
    const revocations = openRevocations({ file, autorites: server.services.autorites, today: () => day });
    Object.assign(server.services, { revocations });
    const shown = async () => words(await get(`${path}/revocations`, people.agent));
    expect(await shown()).not.toContain('certificat suivi ici');
    const { dossierId = '' } =
      (await server.services.inventaire.lire({ avant: '2099-01-01', structure: 'du Bois' }, part))[0] ?? {};
    const agent = (await server.services.identites.comptes()).find(({ role }) => role === 'agent')?.id ?? '';
    await server.services.travail.affecter([dossierId], agent, `compte:${agent}`);
    expect((await bring(await crl({ serials: ['0b'] })))[0]).toBe(200);
    const told = words(await get('/notifications', people.agent));
    expect(told).toContain('L’IGC-Santé a révoqué un certificat le 20 juin 2026 : notez-le, il ne sert plus');
    expect(await shown()).toContain('1 certificat suivi ici est révoqué');
    expect(await shown()).not.toContain('périmée');
    const inventory = async () => words(await get(`${path}?structure=du+Bois`, people.lecteur));
    expect(await inventory()).toContain('Liste de révocation du 28 juin 2026.');
    expect(await inventory()).toContain('Révoqué par l’autorité');
    day = '2026-06-28';
    revocations.proposer(await crl({ until: '2026-06-29' }));
    expect(await shown()).toContain('Cette liste est périmée, la suivante était attendue le 29 juin 2026');
    Object.assign(server.services, { revocations: null });
  });

  test('is told when it is none', async () => {
    for (const octets of [Buffer.alloc(0), Buffer.from('bonjour')]) expect((await bring(octets))[0]).toBe(422);
  });
});
