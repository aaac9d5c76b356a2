/** What is wrong with the page on the screen, as RGAA sees it where axe does not: one line per fault; run in the browser, its value is the last. */
const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
const all = (selector) => [...document.querySelectorAll(selector)];
const textOf = (element) => element.textContent.replace(/\s+/g, ' ').trim();
const nameOf = (element) => element.getAttribute('aria-label') ?? textOf(element);
const briefly = (element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
const VAGUE =
  /^(ici|cliquez ici|lire|voir|voir plus|en savoir plus|plus|suite|lien|détail|détails|modifier|supprimer|ouvrir|choisir|retirer)$/i;

function* faults() {
  yield* title();
  yield* landmarks();
  yield* wayIn();
  yield* tables();
  yield* links();
  yield* words();
  yield* references();
  for (const one of all('[tabindex]')) if (one.tabIndex > 0) yield `tabindex: ${briefly(one)}`;
  for (const one of all('[style], style')) yield `inline style: ${briefly(one)}`;
  for (const one of all('body script:not([src])')) yield `inline script: ${briefly(one)}`;
}

/** The window says the page, then the site; the page says the same, once. */
function* title() {
  const [first, ...others] = all('h1').filter(shown).map(textOf);
  if (!first || others.length > 0) yield `h1: ${[first, ...others].join(' | ')}`;
  const said = document.title.replace(/^À corriger : /, '');
  if (said !== `${first} – Parcours IGC`) yield `title: « ${document.title} » over « ${first} »`;
  if (document.documentElement.lang !== 'fr') yield 'lang';
}

function* landmarks() {
  for (const landmark of ['main', '.cadre > header, .entree > header'])
    if (all(landmark).length !== 1) yield `landmark: ${all(landmark).length} ${landmark}`;
  for (const nav of all('nav')) if (!nav.getAttribute('aria-label')) yield `nav without a name: ${briefly(nav)}`;
  const names = all('nav').map((nav) => nav.getAttribute('aria-label'));
  if (new Set(names).size < names.length) yield `navs of one name: ${names.join(' | ')}`;
}

/** What is described, named or controlled by another is so by one that is there; a fault is told. */
function* references() {
  for (const attribute of ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for', 'form', 'list'])
    for (const one of all(`[${attribute}]`)) {
      const lost = one
        .getAttribute(attribute)
        .split(' ')
        .filter((id) => !document.getElementById(id));
      if (lost.length > 0) yield `${attribute} to nothing: ${lost}`;
    }
  for (const one of all('[aria-invalid=true]:not([aria-describedby])')) yield `fault untold: ${briefly(one)}`;
  for (const one of all('a[href^="#"]'))
    if (!document.getElementById(one.getAttribute('href').slice(1))) yield `link to nothing: ${briefly(one)}`;
}

/** The first thing that takes the focus goes to what the page is for. */
function* wayIn() {
  if (!document.querySelector('.cadre')) return;
  const first = all('a[href], button, input, select, textarea, summary, [tabindex="0"]').find(shown);
  const target = first?.getAttribute('href') ?? '';
  if (!target.startsWith('#') || !document.querySelector(target)?.matches('main'))
    yield `first focus: ${first && briefly(first)}`;
  if (!document.querySelector('#messages[aria-live]')) yield 'no live region';
}

function* tables() {
  for (const one of all('table')) {
    if (!textOf(one.caption ?? document.createElement('i'))) yield `table without caption: ${briefly(one)}`;
    for (const th of one.querySelectorAll('th')) {
      if (!th.scope) yield `th without scope: ${briefly(th)}`;
      if (!textOf(th) && !th.querySelector('[aria-label]')) yield `empty th: ${briefly(th)}`;
    }
    if (!one.querySelector('th')) yield `table without heading: ${textOf(one.caption)}`;
  }
}

/** A link says where it goes by itself: no vague word, and never the same words to two addresses in a same sentence, item, cell or section. */
function* links() {
  const addresses = new Map();
  for (const link of all('a[href]').filter(shown)) {
    const name = nameOf(link) || link.querySelector('img')?.alt || link.querySelector('title')?.textContent || '';
    if (!name) yield `link without a name: ${briefly(link)}`;
    if (VAGUE.test(name)) yield `vague link: ${name}`;
    const address = link.getAttribute('href');
    const context = ['td', 'p', 'tr, li, dd', 'article, section'].map((one) => link.closest(one));
    const around = [name, context[0]?.cellIndex, ...context.slice(1).map((one) => one && textOf(one))].join('|');
    if (addresses.has(around) && addresses.get(around) !== address)
      yield `two places called « ${name} »: ${addresses.get(around)} ${address}`;
    addresses.set(around, address);
  }
  for (const button of all('button').filter(shown))
    if (!nameOf(button)) yield `button without a name: ${briefly(button)}`;
}

/** What no reader should see: a value that leaked, a typewriter’s apostrophe. */
function* words() {
  const text = document.body.innerText;
  for (const leak of text.matchAll(/\b(undefined|null|NaN|\[object \w+\]|Invalid Date|true|false)\b/g))
    yield `leak: ${leak[0]}`;
  for (const code of text.matchAll(/[^\n]*[a-zà-ÿ]'[a-zà-ÿ][^\n]*/gi)) yield `apostrophe: ${code[0].slice(0, 60)}`;
}

[...faults()];
