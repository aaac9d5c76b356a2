import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** That which has no window comes first: the same pages, in half the time. */
const PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where the browser is: `CHROMIUM`, or where systems put it; null where there is none. */
export const browserPath = [process.env['CHROMIUM'], ...PATHS].find((path) => path && existsSync(path)) ?? null;

/** Why a test that needs it does not run. */
export const NO_BROWSER = `no Chromium at CHROMIUM or ${PATHS.join(', ')}: « apt-get install chromium-headless-shell »`;

/** Starts the browser, without the sandbox that root cannot have; its pages are of one process, which has compiled once what they run. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox', '--renderer-process-limit=1'] });
}

/** As it is shipped, without what people read: half as long to compile. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, by all that it knows or by some of it. It is read into a page once: that takes as long as to look. */
export async function violationsIn(page: Page, runOnly?: axe.RunOnly): Promise<{ id: string; html: string }[]> {
  if (!(await page.evaluate<boolean>('Boolean(window.axe)'))) await page.evaluate(`${AXE};0`);
  const options: axe.RunOptions = { resultTypes: ['violations'], ...(runOnly && { runOnly }) };
  const violations = await page.evaluate<axe.Result[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ id, html })));
}
