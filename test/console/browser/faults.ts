import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { violationsIn } from '../../browser.ts';
import type { Visitor } from './world.ts';

/** How often a page that is being prepared is asked for. */
const PATIENCE = 40;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Those whose verdict hangs on the theme or on the width. */
const BY_LOOK = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
  'aria-hidden-focus',
];
const inPage = readFileSync(new URL('faults.js', import.meta.url), 'utf8');
/** WCAG 1.4.12: what a reader may set, without loss. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** What is wrong with a page that is visited for the first time, and the bytes that its visit took. */
export async function faultsOf(visitor: Visitor, path: string): Promise<{ octets: number; faults: string[] }> {
  const { page, unsaid } = visitor;
  const octets = await weighed(visitor, path);
  const faults = await page.evaluate<string[]>(inPage);
  const desk = await axe(page, 'desk, light');
  const wide = [];
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 900 });
    if (await isWide(page)) wide.push(`wider than ${width} px: ${await widest(page)}`);
  }
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 900 });
  const phone = await axe(page, 'phone, dark', BY_LOOK);
  const moving = await page.evaluate<string[]>(MOVING);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate(
    `{const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(SPACED)}); document.adoptedStyleSheets = [sheet]}`,
  );
  const spaced = (await isWide(page)) ? [`wider than the window when spaced: ${await widest(page)}`] : [];
  const clipped = await page.evaluate<string[]>(CLIPPED);
  return { octets, faults: [...faults, ...desk, ...wide, ...phone, ...moving, ...spaced, ...clipped, ...unsaid] };
}

/** The bytes of a first visit, headers with them; a page that is being prepared is asked for again, and so weighs more than once. */
async function weighed({ page, context, go }: Visitor, path: string): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let octets = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    octets += encodedDataLength;
  });
  await go(path);
  for (let tries = 0; tries < PATIENCE && (await page.locator('meta[http-equiv=refresh]').count()) > 0; tries++) {
    await page.waitForTimeout(500);
    await go(path);
  }
  await session.detach();
  return octets;
}

/** All that axe knows, or some of its rules. */
async function axe(page: Page, where: string, rules?: string[]): Promise<string[]> {
  const found = await violationsIn(page, rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS });
  return found.map(({ id, html }) => `${where}: ${id}: ${html.slice(0, 160)}`);
}

function isWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
}

function widest(page: Page): Promise<string> {
  return page.evaluate<string>(
    `[...document.querySelectorAll('body *')]
      .filter((one) => {
        for (let up = one.parentElement; up; up = up.parentElement)
          if (getComputedStyle(up).overflowX !== 'visible') return false;
        return one.getBoundingClientRect().right > innerWidth + 1;
      })
      .map((one) => one.tagName + '.' + one.getAttribute('class')).slice(0, 6).join(' ')`,
  );
}

const MOVING = `[...document.querySelectorAll('*')]
  .filter((one) => { const { transitionDuration, animationName } = getComputedStyle(one);
    return animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01); })
  .map((one) => 'moving: ' + one.outerHTML.slice(0, 100))`;

/** Text that its box hides, when it is spaced. */
const CLIPPED = `[...document.querySelectorAll('body *')]
  .filter((one) => { const { overflowX, overflowY } = getComputedStyle(one);
    const hidden = (axis) => axis === 'hidden' || axis === 'clip';
    if (one.closest('.sr')) return false;
    return one.textContent.trim() !== '' && ((hidden(overflowX) && one.scrollWidth > one.clientWidth + 1) || (hidden(overflowY) && one.scrollHeight > one.clientHeight + 1)); })
  .map((one) => 'clipped: ' + one.outerHTML.slice(0, 120))`;
