import { type Html, html } from '../../web/html.ts';
import type { Problem } from '../../web/problem.ts';

/** Problems as they are told. */
export function problemTable(problems: readonly Problem[]): Html {
  return html`<table><thead><tr><th scope="col">Statut</th><th scope="col">Code</th><th scope="col">Ce qui est dit</th></tr></thead>
<tbody>${problems.map(
    ({ status, code, detail }) => html`<tr><td>${status}</td><td><code>${code}</code></td><td>${detail}</td></tr>`,
  )}</tbody></table>`;
}
