import type { Procedure } from '../../../machines/procedure.ts';
import { tellSource } from '../../../machines/source.ts';
import { french } from '../../days.ts';
import { Html, html } from '../html.ts';
import { type ListPart, type ListRow, partsOf, READING, type Ticked } from './rows.ts';

/** A page that styles itself, and does nothing else. */
export const POLICY = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
};

const STYLE = `
:root { color-scheme: light dark; --encre: #16191d; --doux: #4a5159; --trait: #8b929a; --fond: #fff; --tete: #eef0f2; }
@media screen and (prefers-color-scheme: dark) { :root { --encre: #eef0f2; --doux: #b4bbc3; --trait: #6b737c; --fond: #14171a; --tete: #23282e; } }
@page { size: A4; margin: 15mm 14mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt Arial, sans-serif; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; background: var(--fond); color: var(--encre); font: .95rem/1.4 Arial, "Liberation Sans", sans-serif; }
h1 { margin: 0; font-size: 1.5rem; } p { margin: .3rem 0 1rem; color: var(--doux); }
table { width: 100%; border-collapse: collapse; } thead { display: table-header-group; }
th { background: var(--tete); text-align: left; } th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--trait); vertical-align: top; }
th, td:nth-child(2), td:last-child { white-space: nowrap; }
@media screen and (max-width: 40rem) { thead { display: none; } tr { display: grid; grid-template-columns: 2rem 3rem 1fr; border-bottom: 1px solid var(--trait); } td { border: 0; } td:nth-child(n + 4) { grid-column: 3; padding-top: 0; } td:empty { display: none; } }
tr { break-inside: avoid; } tbody:not(.incident) + .incident { break-before: page; } tbody th { padding-top: .8rem; background: none; font-size: 1.1em; } .suite .quoi { padding-left: 1.4rem; } .acquise .quoi { font-style: italic; }
small { display: block; color: var(--doux); font-size: .85em; } input { inline-size: 1.1em; block-size: 1.1em; margin: .1em 0; }
@media print { body { max-width: none; padding: 0; font-size: 9.5pt; } input:not(:checked) { appearance: none; border: 1.2pt solid #16191d; border-radius: 2pt; } }`;

/** The steps of a procedure on a page to be printed and ticked; those of a case that are behind are ticked. */
export function checklistPage(procedure: Procedure, ticked?: Ticked): string {
  const { titre, source, id, version } = procedure;
  const page = html`<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Liste à cocher : ${ticked?.nom ?? titre}</title>
<style>${new Html(STYLE)}</style></head><body><main>
<h1>${ticked?.nom ?? titre}</h1>
<p>Liste à cocher · ${ticked && html`${titre} · au ${french(ticked.jour)} · `}${tellSource(source)} · ${id}, version ${version}. ${READING}</p>
<table><thead><tr><th scope="col">Fait</th><th scope="col">N°</th><th scope="col">Étape</th><th scope="col">Qui</th><th scope="col">Formulaire, cartes</th><th scope="col">Passage</th></tr></thead>
${partsOf(procedure, ticked?.faits).map(part)}</table>
</main></body></html>
`;
  return page.text;
}

function part({ titre, estIncident, rows }: ListPart): Html {
  return html`<tbody class="${estIncident ? 'incident' : ''}"><tr><th scope="colgroup" colspan="6">${titre}</th></tr>${rows.map(line)}</tbody>`;
}

function line({ fait, numero, libelle, precision, acteur, documents, source, estSuite, estAcquise }: ListRow): Html {
  const kind = [estSuite && 'suite', estAcquise && 'acquise'].filter(Boolean).join(' ');
  return html`<tr class="${kind}"><td><input type="checkbox" aria-label="${libelle}"${fait && html` checked`}></td><td>${numero}</td><td class="quoi">${libelle}${
    precision && html`<small>${precision}</small>`
  }${fait && html`<small>Fait le ${french(fait)}.</small>`}</td><td>${acteur}</td><td>${documents}</td><td>${source}</td></tr>
`;
}
