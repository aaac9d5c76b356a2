import { type Source, sources } from '../../../machines/source.ts';
import { type Html, html } from '../../http/html.ts';

/** Where a rule is written, its title told to whoever points at it. */
export function paragraphe(source: string): Html {
  const titre = Object.hasOwn(sources, source) ? sources[source as Source] : '';
  return html`<span class="paragraphe" title="${titre}">${source.replace(' étape', '\u00a0étape')}</span>`;
}
