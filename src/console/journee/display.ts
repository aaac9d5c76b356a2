import { attrs, type Html, html } from '../../web/html.ts';
import { listColumns, type Preferences, preferencesOf } from '../shell/cookies.ts';
import { disclosure } from '../ui/blocks.ts';
import { actionForm, button, linkButton, postButton } from '../ui/button.ts';
import { addressOf, type ListTab, type ListVisit } from './query.ts';
import { saveForm, type Vue } from './views.ts';

/** How the list is shown, taken away or kept: folded beside the filters. */
export function displayPart(visit: ListVisit, onglet: ListTab, vues: readonly Vue[]): Html {
  const { query, identite, request } = visit;
  const { densite } = preferencesOf(request, identite);
  const hidden = hiddenColumns(visit);
  const other = densite === 'serree' ? 'aeree' : 'serree';
  const { par = '50' } = query;
  const sizes = (['50', '100', '200'] as const).map(
    (one) =>
      html`<li><a href="${addressOf(query, { par: one === '50' ? undefined : one })}"${one === par && html` aria-current="true"`}>${one} lignes par page</a></li>`,
  );
  return disclosure(
    'Affichage',
    html`<ul class="tailles">${sizes}</ul>
<div class="rang">${postButton(densities[other], '/moi/preferences', { densite: other, retour: addressOf(query, { page: query.page }) })}
${linkButton('Exporter la liste (CSV)', addressOf({ ...query, onglet }, {}, '/journee/export.csv'), 'discret', 'telecharger')}</div>
<h2>Colonnes</h2>
${columnsForm(addressOf(query, { page: query.page }), hidden)}
<h2>Garder cette vue</h2>
${saveForm(vues, query, identite)}`,
  );
}

/** The columns that whoever looks has hidden. */
export function hiddenColumns({ request, identite }: ListVisit): ReadonlySet<string> {
  return new Set(preferencesOf(request, identite).cachees.split('.'));
}

/** Which columns are shown, beside the establishment and its next step. */
function columnsForm(retour: string, hidden: ReadonlySet<string>): Html {
  return actionForm(
    { action: '/moi/preferences', hidden: { colonnes: 'oui', retour }, attributes: { class: 'colonnes' } },
    html`${Object.entries(listColumns).map(
      ([id, label]) =>
        html`<label class="option"><input${attrs({ type: 'checkbox', name: 'colonne', value: id, checked: !hidden.has(id) })}> <span>${label}</span></label>`,
    )}
${button('Montrer ces colonnes', 'second', { isSmall: true })}`,
  );
}

/** What gives the other density. */
const densities = { serree: 'Serrer les lignes', aeree: 'Aérer les lignes' } satisfies Record<
  Preferences['densite'],
  string
>;
