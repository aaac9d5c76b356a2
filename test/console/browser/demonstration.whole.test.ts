import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_BROWSER } from '../../browser.ts';
import { faultsOf } from './faults.ts';
import { createWorld, type Visitor, type World } from './world.ts';

let world: World | null = null;
beforeAll(async () => {
  world = await createWorld({ demonstration: false });
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

const banner = ({ page }: Visitor) => page.getByRole('region', { name: 'Démonstration' });
const enter = async (visitor: Visitor) => {
  await visitor.go('/demonstration');
  await visitor.page.getByRole('button', { name: 'Essayer avec des données de démonstration' }).click();
  await banner(visitor).waitFor();
};
/** Gone once the page says so: a browser that is closed while it navigates may never answer. */
const leave = async ({ page }: Visitor) => {
  await page.getByRole('button', { name: 'Quitter et effacer' }).first().click();
  await page.getByText('La démonstration est effacée').waitFor();
};

test('one click fills the console, another empties it, and the real base has heard of nothing', async () => {
  if (!world) return;
  const { services, store, demonstrations } = world.server;
  const visitor = await world.open('agent');
  await enter(visitor);
  expect(await visitor.page.locator('#messages').innerText()).toContain('La démonstration est prête');
  await leave(visitor);
  expect(await banner(visitor).count()).toBe(0);
  const { lignes } = await services.list({ genre: 'dossier', limite: 10 });
  const told = await store.evenements.last();
  const agent = (await services.identites.comptes()).find(({ role }) => role === 'agent');
  expect([lignes, told, await demonstrations.has(agent?.id ?? '')]).toEqual([[], 0, false]);
  expect(visitor.unsaid).toEqual([]);
  await visitor.close();
}, 60_000);

test('whoever only reads may act in it, and its pages have no fault', async () => {
  if (!world) return;
  const visitor = await world.open('lecteur');
  await enter(visitor);
  const id = await world.server.demonstrations.use(await idOf(world, 'lecteur'), async (inside) => {
    const { lignes } = await inside.list({ genre: 'dossier', limite: 100 });
    return lignes.find(({ denomination }) => denomination === 'Hôpital privé des Coteaux')?.id;
  });
  expect((await faultsOf(visitor, `/dossiers/${id}`)).faults).toEqual([]);
  await visitor.page.getByRole('button', { name: 'Aucun contrat avec l’ANS' }).first().click();
  await visitor.page.locator('#messages').getByText('Aucun contrat avec l’ANS').waitFor();
  await leave(visitor);
  await visitor.close();
}, 60_000);

test('a page left in another tab writes nothing on the other side', async () => {
  if (!world) return;
  const { services } = world.server;
  const visitor = await world.open('agent');
  const send = async (form: Record<string, string>) => {
    const response = await fetch(`${world?.server.url}/dossiers/x/faits/contrat.absent`, {
      method: 'POST',
      headers: { ...world?.people.agent, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ date: services.today(), ...form }),
    });
    return [response.status, /<h1>(.*?)<\/h1>/.exec(await response.text())?.[1]];
  };
  await enter(visitor);
  expect(await send({})).toEqual([409, 'Démonstration en cours']);
  await leave(visitor);
  expect(await send({ demonstration: 'oui' })).toEqual([409, 'Démonstration quittée']);
  await visitor.close();
}, 60_000);

async function idOf({ server }: World, role: string): Promise<string> {
  return (await server.services.identites.comptes()).find((compte) => compte.role === role)?.id ?? '';
}
