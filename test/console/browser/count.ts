import type { Locator, Page } from 'playwright-core';

/** What a story cost whoever played it. */
interface Cost {
  /** Pages that were waited for; a redirection is none. */
  loads: number;
  /** A press, a box ticked, a choice in a list, a file chosen: one each. */
  clicks: number;
  /** Characters typed by hand. */
  keys: number;
}

/** A page worked at by somebody whose every move is counted. */
export interface Counted {
  goto(url: string): Promise<void>;
  click(what: string | Locator): Promise<void>;
  /** Puts a text in place of what stands there; one that is there already costs nothing. */
  fill(field: string | Locator, text: string): Promise<void>;
  /** Chooses in a list by value or by words, or a file by its path. */
  choose(list: string | Locator, choice: string): Promise<void>;
  /** Ticks a box or a button of a question; one that is ticked already costs nothing. */
  check(box: string | Locator): Promise<void>;
  /** Takes the tick off; where there is none already it costs nothing. */
  uncheck(box: string | Locator): Promise<void>;
  /** Pastes in a field what was copied elsewhere: the click that goes there, and two keys. The clipboard must be allowed. */
  paste(field: string | Locator, text: string): Promise<void>;
  cost(): Cost;
}

/** Counts page loads, clicks and typed keys from now on. */
export function counted(page: Page): Counted {
  const cost: Cost = { loads: 0, clicks: 0, keys: 0 };
  const find = (what: string | Locator) => (typeof what === 'string' ? page.locator(what) : what);
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (isPage && request.redirectedFrom() === null) cost.loads++;
  });
  return {
    async goto(url) {
      await page.goto(url);
    },
    async click(what) {
      cost.clicks++;
      await find(what).click();
      await page.waitForLoadState();
    },
    async fill(field, text) {
      if ((await find(field).inputValue()) === text) return;
      cost.keys += [...text].length;
      await find(field).fill(text);
    },
    async choose(list, choice) {
      const isFile = (await find(list).getAttribute('type')) === 'file';
      if (!isFile && (await find(list).inputValue()) === choice) return;
      cost.clicks++;
      if (isFile) await find(list).setInputFiles(choice);
      else await find(list).selectOption(choice);
    },
    async check(box) {
      if (await find(box).isChecked()) return;
      cost.clicks++;
      await find(box).check();
    },
    async uncheck(box) {
      if (!(await find(box).isChecked())) return;
      cost.clicks++;
      await find(box).uncheck();
    },
    async paste(field, text) {
      cost.clicks++;
      cost.keys += 2;
      await find(field).click();
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
      await page.keyboard.press('ControlOrMeta+V');
    },
    cost: () => ({ ...cost }),
  };
}
