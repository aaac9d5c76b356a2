import { type Html, html } from '../../web/html.ts';

/** The patterns of a sheet: full, hatched, dotted, hollow; colour only repeats what they say. */
export function definitions(nom: string): Html {
  const tile = (rang: number, cote: number, corps: Html) =>
    html`<pattern id="${nom}-m${rang}" class="m${rang}" width="${cote}" height="${cote}" patternUnits="userSpaceOnUse"><rect width="${cote}" height="${cote}"/>${corps}</pattern>`;
  return html`<defs>${tile(0, 6, html``)}${tile(1, 6, html`<path d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>`)}${tile(
    2,
    5,
    html`<circle cx="2.5" cy="2.5" r="1.3"/>`,
  )}${tile(3, 6, html``)}</defs>`;
}

/** What a pattern stands for, beside a sample of it. */
export function echantillons(id: string, noms: readonly string[]): Html {
  return html`<ul class="echantillons">${noms.map(
    (nom, rang) =>
      html`<li><svg viewBox="0 0 22 14" width="22" height="14" aria-hidden="true">${definitions(`${id}-k${rang}`)}<rect class="s${rang}" x="1" y="1" width="20" height="12" fill="url(#${id}-k${rang}-m${rang})"/></svg>${nom}</li>`,
  )}</ul>`;
}
