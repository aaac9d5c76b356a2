import { expect, test } from 'vitest';
import { dossierScreens } from '../../../src/console/dossier/screens.ts';
import { anonyme } from '../../../src/identity/identity.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { createServices } from '../../../src/services.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { newFile, runSql } from '../../store/database-file.ts';

const clock = () => new Date('2026-06-30T12:00:00Z');

test('a dossier that is no longer what was written is shown and explained, and takes nothing', async () => {
  const file = newFile();
  const before = openSqliteStore({ file, copieAPart: false });
  const { dossier: id } = await playOn(createServices(before, clock), cliniqueMonoSite);
  await before.close();
  runSql(file, `UPDATE instance SET etat = replace(etat, 'active', 'bloquee') WHERE id = '${id}'`);
  const store = openSqliteStore({ file, copieAPart: false });
  const visit = {
    services: createServices(store, clock),
    identite: { ...anonyme, role: 'superviseur' },
    params: { id },
    query: {},
    request: { headers: {} },
    apart: false,
    body: { get: () => undefined, noms: () => [] },
  };
  const ask = async (under: string, more: object = {}) => {
    const found = dossierScreens().find(({ path }) => path === `/dossiers/:id${under}`);
    return await found?.answer({ ...visit, ...more } as never);
  };
  const tabs = ['', '/parties', '/documents', '/certificats'];
  const shown = await Promise.all(tabs.map((tab) => ask(tab)));
  for (const page of shown) {
    const { text } = (page as { body: { text: string } }).body;
    expect(text).toContain('Dossier en quarantaine');
    expect(text).toContain(`<code>${id}</code>`);
    expect(text).not.toMatch(/<form|\/faits\/|data-suivi/);
  }
  expect(await ask('/faits/:type', { params: { id, type: 'editeur.contacte' } })).toEqual({
    refusal: { code: 'dossier-en-quarantaine', id },
  });
  await store.close();
});
