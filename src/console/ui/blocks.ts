import { attrs, Html, html } from '../../web/html.ts';
import { type IconName, icon } from './icon.ts';

/** What may be put in a block: a text is a paragraph of its own. */
type Content = Html | string;

const asBlock = (content: Content | null): Html | null =>
  typeof content === 'string' ? html`<p>${content}</p>` : content;

/** A card of a page, under its own heading. */
export function panel(title: string, body: Html, { id, actions }: { id?: string; actions?: Html | null } = {}): Html {
  const beside = actions && html`<div class="rang actions">${actions}</div>`;
  return html`<section class="panneau"${attrs({ id })}><div class="tete"><h2>${title}</h2>${beside}</div>
${body}</section>`;
}

/** What a thing is known by: names and values; what is not known is left out. */
export function properties(pairs: readonly (readonly [string, Html | string | number | null | undefined])[]): Html {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<dl class="resume">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Why there is nothing to see, and what to do. */
export function emptyState(sign: IconName, title: string, body: Content | null = null): Html {
  return html`<div class="vide">${icon(sign)}<p class="titre">${title}</p>${asBlock(body)}</div>`;
}

/** What may be opened to know more. */
export function disclosure(
  title: string,
  body: Html,
  { isOpen = false, id }: { isOpen?: boolean; id?: string } = {},
): Html {
  return html`<details class="pli"${attrs({ id, open: isOpen })}><summary>${title}</summary>
<div>${body}</div></details>`;
}

/** How far a thing has come, in words and as a bar. */
export function progressBar(done: number, total: number, label: string): Html {
  const bar = attrs({ max: Math.max(total, 1), value: done, 'aria-label': label });
  return html`<div class="progres"><progress${bar}></progress><span>${done} sur ${total}</span></div>`;
}

/** How a thing is meant: well done, to be looked at, wrong, or simply told. */
type Tone = 'bien' | 'attention' | 'faute' | 'info';

const toneWords: Record<Tone, string> = { bien: 'Fait', attention: 'Attention', faute: 'Erreur', info: 'À savoir' };

/** A framed message; its tone is said to whoever does not see colours. */
export function callout(tone: Tone, body: Content, title?: string): Html {
  const head = title ? html`<p class="titre">${title}</p>` : html`<span class="sr">${toneWords[tone]} : </span>`;
  return html`<div class="encart ${tone}">${icon(tone)}<div>${head}${asBlock(body)}</div></div>`;
}

/** What a page begins with when it answers: it is read at once, and takes the focus. */
export function alert(body: Html, classes?: string): Html {
  return html`<div role="alert" tabindex="-1" autofocus${attrs({ class: classes })}>${body}</div>`;
}

/** How a pill is coloured; its words say the same. */
export type Shade = 'neutre' | 'accent' | 'bien' | 'attention' | 'faute';

/** A short word on a coloured ground: a state, a count, a role. */
export function pill(shade: Shade, text: string, sign?: IconName): Html {
  return html`<span class="pastille ${shade}">${sign && icon(sign)}${text}</span>`;
}

const SECRET = '<div class="champ secret">';

/** Whether something tells a secret. */
export function holdsSecret({ text }: Html): boolean {
  return text.includes(SECRET);
}

/** What is told once: a link, a key, a secret, in a field from which it is copied whole. */
export function secretField({ label, value, notice }: { label: string; value: string; notice: Html }): Html {
  const own = { id: 'secret', type: 'text', readonly: true, value, 'aria-describedby': 'secret-aide' };
  return html`${callout('attention', notice, 'Affiché une seule fois')}
${new Html(SECRET)}<label for="secret">${label}</label>
<p class="aide" id="secret-aide">Placez-vous dans le champ, sélectionnez tout (Ctrl + A), copiez (Ctrl + C).</p>
<input${attrs({ ...own, spellcheck: 'false', autocomplete: 'off' })}></div>`;
}

/** A tab: a page of its own, with how many things are in it. */
export interface Tab {
  label: string;
  href: string;
  isCurrent: boolean;
  count?: number | string | null;
  /** Whether its count asks for attention. */
  isAlert?: boolean;
  /** The key that opens it. */
  key?: string;
}

/** Tabs, which are links: each has its own address. */
export function tabBar(nom: string, liste: readonly Tab[]): Html {
  return html`<nav class="onglets" aria-label="${nom}"><ul>${liste.map(
    ({ label, href, isCurrent, count, isAlert, key }) =>
      html`<li><a${attrs({ href, 'data-touche': key })}${isCurrent && html` aria-current="page"`}>${label}${
        count !== undefined && count !== null && html` <span class="compte${isAlert && ' alerte'}">${count}</span>`
      }</a></li>`,
  )}</ul></nav>`;
}

/** The tabs of a thing by their names, each with its label. */
export function tabsOf<Name extends string>(
  labels: Readonly<Record<Name, string>>,
  current: Name,
  hrefOf: (name: Name) => string,
): Tab[] {
  const names = Object.keys(labels) as Name[];
  return names.map((name) => ({ label: labels[name], href: hrefOf(name), isCurrent: name === current }));
}
