import { expect, test } from 'vitest';
import { addDays } from '../../../src/days.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { enPlace } from '../../http/people.ts';
import { visitorOf } from '../visitor.ts';
import { openDesk, words } from './desk.ts';

test('a link shows the story of a dossier to whoever has it, until its last day, and is no other word', async () => {
  const desk = await openDesk();
  const { dossier } = await desk.open(cliniqueMonoSite);
  const asked = await desk.camille.get(`/dossiers/${dossier}/diagramme`);
  expect(words(asked)).toContain('Montrer ce récit à quelqu’un qui n’a pas de compte');
  const page = await desk.camille.post(`/dossiers/${dossier}/diagramme/lien`, { duree: '7' });
  const [, link = ''] = /value="http[^"]*?(\/recit\/[^"]+)"/.exec(page.text) ?? [];

  const stranger = visitorOf(desk.server);
  const opened = await stranger.get(link);
  const { services } = desk.server;
  expect([opened.status, opened.text.includes('href="/procedures/certificat/etapes/')]).toEqual([200, true]);
  expect(words(opened)).toContain('Ce lien le montre jusqu’au');
  expect(words(opened)).not.toMatch(/Camille Martin|Sacha Petit|Ouvrir un dossier/);
  const drawn = await stranger.get(`${link}/dessin.svg`);
  expect([drawn.status, drawn.text.slice(0, 4)]).toEqual([200, '<svg']);
  expect((await stranger.get(`/dossiers/${dossier}/diagramme`)).status).toBe(303);

  const forged = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const ended = await services.partages.give(enPlace, dossier, addDays(services.today(), -1));
  const statuses = [forged, `/recit/${ended}`, '/recit/abc', `/recit/${ended}/dessin.svg`].map(
    async (path) => (await stranger.get(path)).status,
  );
  expect(await Promise.all(statuses)).toEqual([404, 410, 404, 410]);
  const noted = (await services.identites.lastActes(null, 20)).filter(({ acte }) => acte === 'recit.partage');
  expect(noted.map(({ cible }) => cible)).toEqual([dossier, dossier]);
  await desk.server.stop();
});
