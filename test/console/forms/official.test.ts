import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldsOf } from '../../../src/acroform/acroform.ts';
import { learn } from '../../../src/acroform/learn.ts';
import { imprimeOf } from '../../../src/console/formulaires/catalogue.ts';
import { placesOf } from '../../../src/console/formulaires/official.ts';
import { monoSite, site } from '../../../src/sandbox/vies/journey.ts';
import { newFile } from '../../store/database-file.ts';
import { type Desk, openDesk, words } from '../dossier/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.server.stop());

/** Which field is to be recognized as which place: a sheet as an office tool makes them, names of every sort. */
const EXPECTED = {
  'Partie1.Denomination': 'partie1.denomination',
  'N SIRET': 'partie1.siret',
  FinessGeographique: 'partie1.finess',
  commune_etablissement: 'partie1.commune',
  'Nom de domaine messagerie': 'partie4.domaineMessagerie',
  'case offre PRO AUTH SIGN CONF': 'partie4.offreProAuthSignConf',
} as const;
const UNKNOWN = 'zone 27';

test('a file of more fields than any sheet of paper is not looked at', async () => {
  const document = await PDFDocument.create();
  const form = document.getForm();
  for (let rank = 0; rank < 2_001; rank++) form.acroForm.addField(form.createTextField(`c${rank}`).ref);
  expect(await fieldsOf(await document.save())).toEqual({ ok: false, error: 'pdf-illisible' });
});

async function sheet(): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const form = document.getForm();
  for (const [rank, name] of [...Object.keys(EXPECTED), UNKNOWN].entries()) {
    const place = { x: 50, y: 700 - rank * 30, width: 300, height: 20 };
    if (name.startsWith('case')) form.createCheckBox(name).addToPage(page, place);
    else form.createTextField(name).addToPage(page, place);
  }
  return Buffer.from(await document.save());
}

const form413 = () => {
  const imprime = imprimeOf('formulaire-413');
  if (!imprime) throw new Error('No form 413');
  return placesOf(imprime.form);
};

test('fields are recognized by the words of their names; one that says nothing of ours is left alone', async () => {
  const champs = await fieldsOf(await sheet());
  if (!champs.ok) throw new Error(champs.error);
  expect(learn(champs.value, form413())).toEqual(EXPECTED);
});

test('two places that are called alike are not guessed', () => {
  const nom = { nom: 'nom', libelle: '', genre: 'texte', options: [] } as const;
  expect(learn([{ ...nom, options: [] }], form413())).toEqual({});
  const told = { nom: 'champ12', libelle: 'Signataire : nom', genre: 'texte', options: [] } as const;
  expect(learn([{ ...told, options: [] }], form413())).toEqual({ champ12: 'partie3.signataire.nom' });
});

function bring(path: string, octets: Buffer) {
  const body = new FormData();
  body.set('imprime', new Blob([new Uint8Array(octets)]), 'formulaire.pdf');
  const headers = { Cookie: desk.camille.cookie, Authorization: '', 'Sec-Fetch-Site': 'same-origin' };
  return desk.server.fetch(path, { method: 'POST', headers, body, redirect: 'manual' });
}

test('a sheet is filled in as the dossier fills ours, and what it does not know is left as it was', async () => {
  const { dossier } = await desk.open(monoSite({ title: '', source: '§1', steps: [] }));
  const path = `/dossiers/${dossier}/formulaires/formulaire-413/imprime`;
  const answer = await bring(path, await sheet());
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const filled = (await PDFDocument.load(await answer.arrayBuffer())).getForm();
  expect(filled.getTextField('N SIRET').getText()).toBe(site.siret);
  expect(filled.getTextField('Partie1.Denomination').getText()).toBe(site.denomination);
  expect(filled.getCheckBox('case offre PRO AUTH SIGN CONF').isChecked()).toBe(true);
  expect(filled.getTextField(UNKNOWN).getText()).toBeUndefined();
});

test('what cannot be filled in is told so', async () => {
  const { dossier } = await desk.open(monoSite({ title: '', source: '§1', steps: [] }));
  const path = `/dossiers/${dossier}/formulaires/formulaire-413/imprime`;
  const empty = await PDFDocument.create();
  empty.addPage();
  const told = async (octets: Buffer) => {
    const answer = await bring(path, octets);
    return [
      answer.status,
      words({ text: await answer.text(), status: answer.status, headers: answer.headers }),
    ] as const;
  };
  const [status, said] = await told(Buffer.from(await empty.save()));
  expect([status, said.includes('Ce PDF n’a pas de champ à remplir')]).toEqual([422, true]);
  const [other, why] = await told(Buffer.from('ceci n’est pas un PDF'));
  expect([other, why.includes('n’est pas un PDF')]).toEqual([422, true]);
});

test('the command shows what it recognizes, takes what is said of the rest, and keeps it', async () => {
  const file = newFile();
  const pdf = `${file}.pdf`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(pdf, await sheet());
  const env = { ...process.env, DATABASE_URL: `sqlite:${file}` };
  const args = ['scripts/formulaire.ts', pdf, '--carte', '--champ', `${UNKNOWN}=partie3.signataire.nom`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  expect(stdout).toContain('N SIRET\tpartie1.siret');
  expect(stdout).toContain('7 champs reconnus sur 7.');
  expect(stdout).toContain('Retenu dans les réglages.');
  const { openSqliteStore } = await import('../../../src/store/sqlite/sqlite-store.ts');
  const store = openSqliteStore({ file });
  const [kept] = store.reglages.valeurs();
  expect(kept && [kept.cle, JSON.parse(kept.valeur)]).toEqual([
    'imprime.formulaire-413',
    { ...EXPECTED, [UNKNOWN]: 'partie3.signataire.nom' },
  ]);
  await store.close();
  const wrong = promisify(execFile)(process.execPath, ['scripts/formulaire.ts', pdf, '--champ', 'x=y'], { env });
  await expect(wrong).rejects.toThrow('n’est pas un champ de ce formulaire');
});
