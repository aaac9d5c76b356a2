import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_BROWSER } from '../../browser.ts';
import { createWorld, type World } from './world.ts';

let world: World | null = null;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

const mail =
  'From: ANS <ans@exemple.fr>\r\nDate: Tue, 1 Dec 2026 10:00:00 +0100\r\nSubject: Retour\r\n\r\nÀ corriger.\r\n';

function onePage(): Promise<Buffer> {
  const doc = new PDFDocument();
  doc.text('Contrat de structure, signé');
  doc.end();
  return buffer(doc);
}

test('without a script, a signed form and an answer of the ANS are kept in one sending, what is refused told', async () => {
  if (!world) return;
  const { page, go, unsaid, close } = await world.open('agent', { javaScriptEnabled: false });
  await go(`/dossiers/${world.known['nouveau']}/documents`);
  await page.getByLabel('Fichiers').setInputFiles([
    { name: 'retour.eml', mimeType: 'message/rfc822', buffer: Buffer.from(mail) },
    { name: 'sites.csv', mimeType: 'text/csv', buffer: Buffer.from('nom;siret\nA;1\n') },
    { name: 'contrat.pdf', mimeType: 'application/pdf', buffer: await onePage() },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><script>1</script>') },
  ]);
  await page.getByRole('button', { name: 'Déposer' }).click();
  await page.getByText('3 pièces déposées. page.html : Ce fichier n’est pas de ceux').waitFor();
  expect(await page.getByRole('table', { name: 'Pièces déposées' }).getByRole('row').count()).toBe(4);
  const shown = page.locator('img.vignette');
  await shown.scrollIntoViewIfNeeded();
  await expect
    .poll(() => shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth), {
      timeout: 20_000,
    })
    .toBeGreaterThan(0);

  await page.getByRole('link', { name: 'retour.eml' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('retour.eml');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Télécharger' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^document-\d+\.eml$/);
  expect(unsaid).toEqual([]);
  await close();
});
