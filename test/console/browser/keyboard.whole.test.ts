import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_BROWSER } from '../../browser.ts';
import { pathsOf } from './visits.ts';
import { createWorld, type World } from './world.ts';

const MOST = 300;
/** What has the focus, and whether one sees it: by its outline, or by that of what stands for it. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const seen = (element) => { const { outlineStyle, outlineWidth } = getComputedStyle(element); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1; };
  const rank = [...document.querySelectorAll('*')].indexOf(one);
  return { rank, seen: seen(one) || (one.labels ?? []).length > 0 && [...one.labels].some(seen), what: one.outerHTML.slice(0, 100) };
})()`;

interface Focused {
  rank: number;
  seen: boolean;
  what: string;
}

let world: World | null = null;
beforeAll(async () => {
  world = await createWorld();
}, 90_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

describe('by the Tab key', () => {
  test.each(['/', '/dossiers/:id', '/dossiers/:id/faits/:type', '/groupements/:id', '/administration/comptes'])(
    'the whole of %s is gone through in the order of the page, seen all along, and left',
    async (path) => {
      if (!world) return;
      const { page, go, close } = await world.open('superviseur');
      await go(pathsOf(path, world.known)[0] ?? '');
      const stops: Focused[] = [];
      for (let tabs = 0; tabs < MOST; tabs++) {
        await page.keyboard.press('Tab');
        const now = await page.evaluate<Focused | null>(FOCUSED);
        if (!now || stops.some(({ rank }) => rank === now.rank)) break;
        stops.push(now);
      }
      const ranks = stops.map(({ rank }) => rank);
      expect(stops.filter(({ seen }) => !seen).map(({ what }) => what)).toEqual([]);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect([stops.length > 10, stops.length < MOST]).toEqual([true, true]);
      await close();
    },
    90_000,
  );

  test('the first stop goes to the content', async () => {
    if (!world) return;
    const { page, go, close } = await world.open('agent');
    await go('/aide');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(await page.locator('main:focus').count()).toBe(1);
    await close();
  }, 60_000);
});

test('what is wrong with a form is told in the title, in a summary that has the focus, and beside each field', async () => {
  if (!world) return;
  const { page, go, close } = await world.open('superviseur', { javaScriptEnabled: true });
  await go(pathsOf('/dossiers/:id/faits/:type', world.known)[0] ?? '');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const summary = page.locator('[role=alert]');
  await summary.waitFor();
  expect(await page.title()).toMatch(/^À corriger : /);
  expect(await page.locator('[role=alert]:focus').count()).toBe(1);
  const link = summary.getByRole('link').first();
  await link.focus();
  await page.keyboard.press('Enter');
  const field = page.locator(':focus');
  const told = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
  const beside = await Promise.all(told.map((id) => page.locator(`[id="${id}"]`).innerText()));
  expect([await field.getAttribute('aria-invalid'), beside.join(' ').length > 0]).toEqual(['true', true]);
  await close();
}, 60_000);

test('no two pages have the same title', async () => {
  if (!world) return;
  const { people, known, server } = world;
  const paths = [
    ...['/', '/dossiers/:id', '/dossiers/:id/journal', '/dossiers/:id/notes', '/groupements', '/groupements/:id'],
    ...[
      '/groupements/:id/plan',
      '/procedures',
      '/procedures/:id/etapes',
      '/pilotage',
      '/administration',
      '/aide',
      '/moi',
    ],
  ];
  const titles = await Promise.all(
    paths.map(async (path) => {
      const response = await fetch(`${server.url}${pathsOf(path, known)[0]}`, { headers: people.superviseur });
      return /<title>(.*?)<\/title>/.exec(await response.text())?.[1];
    }),
  );
  expect(new Set(titles).size).toBe(titles.length);
}, 60_000);
