import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { browserPath, NO_BROWSER, startBrowser, violationsIn } from '../browser.ts';
import { serve } from '../server.ts';

if (!browserPath) console.warn(`Skipped: ${NO_BROWSER}`);
const browser = browserPath ? await startBrowser() : null;
const server = await serve('2026-06-01');
afterAll(() => browser?.close());
beforeEach(({ skip }) => {
  if (!browser) skip(NO_BROWSER);
});

describe('the documentation, everything unfolded,', () => {
  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
  ] as const)('is open to everybody: %s, %i pixels', { timeout: 60_000 }, async (colorScheme, width) => {
    const context = await browser?.newContext({ colorScheme, viewport: { width, height: 800 } });
    const page = await context?.newPage();
    if (!page) return;
    await page.goto(`${server.url}/docs`);
    const overflow = await page.evaluate<number>(`
      document.querySelectorAll('details').forEach((details) => { details.open = true; });
      document.documentElement.scrollWidth - innerWidth`);
    expect(await violationsIn(page)).toEqual([]);
    expect(overflow).toBe(0);
    await context?.close();
  });
});
