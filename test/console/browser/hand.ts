import type { Locator, Page } from 'playwright-core';

/** How somebody works at a page: presses what can be pressed, fills what is asked. */
export interface Hand {
  press(what: Locator): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  /** Chooses a radio button, or ticks a box. */
  tick(box: Locator): Promise<void>;
  choose(list: Locator, value: string): Promise<void>;
}

const MAX_TABS = 400;
/** How many stops before what is wanted one begins to look. */
const NEAR = 3;

/** By mouse, and by keyboard in the fields. */
export const byMouse: Hand = {
  press: (what) => what.click(),
  type: (field, text) => field.fill(text),
  tick: (box) => box.check(),
  async choose(list, value) {
    await list.selectOption(value);
  },
};

/** By keyboard alone: nothing is touched that the Tab key does not reach. */
export function byKeyboard(page: Page): Hand {
  const { keyboard } = page;
  return {
    async press(what) {
      await reach(page, what);
      await keyboard.press('Enter');
    },
    async type(field, text) {
      await reach(page, field);
      await keyboard.press('ControlOrMeta+A');
      await keyboard.type(text);
    },
    /** Arrows go on among the buttons of one question. */
    async tick(box) {
      const group = page.locator(`input[name="${await box.getAttribute('name')}"]`);
      await reach(page, group);
      if (await box.isChecked()) return;
      await keyboard.press('Space');
      for (let left = await group.count(); left > 0 && !(await box.isChecked()); left--)
        await keyboard.press('ArrowDown');
      if (!(await box.isChecked())) throw new Error(`No key chooses ${box}`);
    },
    async choose(list, value) {
      await reach(page, list);
      await keyboard.press('Home');
      for (let left = await list.locator('option').count(); left > 0; left--) {
        if ((await list.inputValue()) === value) return;
        await keyboard.press('ArrowDown');
      }
      if ((await list.inputValue()) !== value) throw new Error(`No key chooses ${value}`);
    },
  };
}

/** Goes on by Tab until one of the elements has the focus: without looking while it is far. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  const hasFocus = wanted.and(page.locator(':focus'));
  const ahead = await wanted.first().evaluate(stopsAhead);
  for (let tabs = 0; tabs < ahead - NEAR; tabs++) await page.keyboard.press('Tab');
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    if ((await hasFocus.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted} is out of reach of ${MAX_TABS} Tab keys`);
}

/** What of an element is read in the browser. */
interface Seen {
  ownerDocument: { activeElement: Seen; querySelectorAll(selector: string): Iterable<Seen> };
  type?: string;
  name?: string;
  checkVisibility(): boolean;
}

/** About how many stops of the Tab key lie between the focus and an element that comes after it; a group of radio buttons is one. */
function stopsAhead(one: unknown): number {
  const wanted = one as Seen;
  const { activeElement } = wanted.ownerDocument;
  const stops = 'a[href], button:not([tabindex="-1"]), input, select, textarea, summary, [tabindex="0"]';
  const seen = [...wanted.ownerDocument.querySelectorAll(stops)].filter(
    (stop) => stop.type !== 'hidden' && stop.checkVisibility(),
  );
  const from = seen.indexOf(activeElement);
  const between = seen.slice(from + 1, seen.indexOf(wanted));
  const groups = new Set(between.map((stop) => (stop.type === 'radio' ? stop.name : stop)));
  return groups.size;
}
