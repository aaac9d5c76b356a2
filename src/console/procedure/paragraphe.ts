import { explainSource, tellSource } from '../../../machines/source.ts';
import { type Html, html } from '../../web/html.ts';

/** Where a rule is written, what is to be read there told to whoever points at it. */
export function paragraphe(source: string): Html {
  return html`<span class="paragraphe" title="${explainSource(source)}">${tellSource(source).replaceAll(' étape', '\u00a0étape')}</span>`;
}
