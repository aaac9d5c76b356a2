import type { Travail } from '../../desk/work/travail.ts';
import type { Identity } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { listColumns, type Preferences } from '../shell/cookies.ts';
import { disclosure, pill } from '../ui/blocks.ts';
import { actionForm, button, linkButton, postButton } from '../ui/button.ts';
import { checkbox, lineInput, option } from '../ui/field.ts';
import { addressOf, type ListTab, type ListVisit, queryOf, type Requete } from './query.ts';

/** How the list is shown, taken away or kept: folded beside the filters. */
export function displayPart({ query, identite }: ListVisit, onglet: ListTab, { vues, densite, hidden }: Display): Html {
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

/** How whoever looks likes the list, and the views that were kept. */
export interface Display {
  vues: readonly Vue[];
  densite: Preferences['densite'];
  /** The columns that are hidden. */
  hidden: ReadonlySet<string>;
}

/** Which columns are shown, beside the establishment and its next step. */
function columnsForm(retour: string, hidden: ReadonlySet<string>): Html {
  return actionForm(
    { action: '/moi/preferences', hidden: { colonnes: 'oui', retour }, attributes: { class: 'colonnes' } },
    html`${Object.entries(listColumns).map(([id, label]) =>
      option(label, { type: 'checkbox', name: 'colonne', value: id, checked: !hidden.has(id) }),
    )}
${button('Montrer ces colonnes', 'second', { isSmall: true })}`,
  );
}

/** What gives the other density. */
const densities = { serree: 'Serrer les lignes', aeree: 'Aérer les lignes' } satisfies Record<
  Preferences['densite'],
  string
>;

/** A view that was kept. */
export type Vue = Awaited<ReturnType<Travail['vues']>>[number];

/** The views that were kept; nothing while there is none. */
export function viewsOf(vues: readonly Vue[], requete: Requete): Html | null {
  if (vues.length === 0) return null;
  const current = currentOf(vues, requete);
  return html`<nav class="vues" aria-label="Vues enregistrées"><ul>${vues.map((vue) => viewLink(vue, vue === current))}</ul></nav>`;
}

/** Where the present view is kept under a name, or removed. */
function saveForm(vues: readonly Vue[], requete: Requete, identite: Identity): Html {
  const current = currentOf(vues, requete);
  const remove =
    current &&
    mayRemove(current, identite) &&
    postButton(`Supprimer la vue « ${current.nom} »`, `/journee/vues/${current.id}/supprimer`, {}, 'danger');
  return html`${actionForm(
    { action: '/journee/vues', hidden: { requete: asKept(requete) }, attributes: { class: 'champ-court' } },
    html`${lineInput({ id: 'vue-nom', name: 'nom', label: 'Nom de la vue', attributes: { required: true, maxlength: 60, autocomplete: 'off' } })}
${checkbox({ id: 'vue-partagee', name: 'partagee', label: 'Partager avec tous' })}
${button('Enregistrer', 'second')}`,
  )}${remove}`;
}

function currentOf(vues: readonly Vue[], requete: Requete): Vue | undefined {
  const kept = asKept(requete);
  return vues.find((vue) => vue.requete === kept);
}

function asKept(requete: Requete): string {
  return queryOf({ ...requete, page: undefined, coche: undefined });
}

/** Whether somebody may remove a view: its author, or a superviseur a shared one. */
function mayRemove({ auteur, partagee }: Vue, { id, role }: Identity): boolean {
  return auteur === id || (partagee && role === 'superviseur');
}

function viewLink({ nom, requete, partagee }: Vue, isCurrent: boolean): Html {
  return html`<li><a href="/?${requete}"${isCurrent && html` aria-current="page"`}>${nom}${partagee && pill('neutre', 'partagée')}</a></li>`;
}
