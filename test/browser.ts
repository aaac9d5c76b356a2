import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the browser is: `CHROMIUM`, or where systems put it; null where there is none. */
export const browserPath = [process.env['CHROMIUM'], ...PATHS].find((path) => path && existsSync(path)) ?? null;

/** Why a test that needs it does not run. */
export const NO_BROWSER = `no Chromium at CHROMIUM or ${PATHS.join(', ')}: « apt-get install chromium »`;

/** Starts the browser, without the sandbox that root cannot have. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
}
