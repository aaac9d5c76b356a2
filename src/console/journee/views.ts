import type { Travail } from '../../desk/work/travail.ts';
import type { Identity } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { pill } from '../ui/blocks.ts';
import { actionForm, button, postButton } from '../ui/button.ts';
import { lineInput } from '../ui/field.ts';
import { queryOf, type Requete } from './query.ts';

/** A view that was kept. */
export type Vue = Awaited<ReturnType<Travail['vues']>>[number];

/** The views that were kept; nothing while there is none. */
export function viewsOf(vues: readonly Vue[], requete: Requete): Html | null {
  if (vues.length === 0) return null;
  const current = currentOf(vues, requete);
  return html`<nav class="vues" aria-label="Vues enregistrées"><ul>${vues.map((vue) => viewLink(vue, vue === current))}</ul></nav>`;
}

/** Where the present view is kept under a name, or removed. */
export function saveForm(vues: readonly Vue[], requete: Requete, identite: Identity): Html {
  const current = currentOf(vues, requete);
  const remove =
    current &&
    mayRemove(current, identite) &&
    postButton(`Supprimer la vue « ${current.nom} »`, `/journee/vues/${current.id}/supprimer`, {}, 'danger');
  return html`${actionForm(
    { action: '/journee/vues', hidden: { requete: asKept(requete) }, attributes: { class: 'champ-court' } },
    html`${lineInput({ id: 'vue-nom', name: 'nom', label: 'Nom de la vue', attributes: { required: true, maxlength: 60, autocomplete: 'off' } })}
<div class="coche"><input type="checkbox" id="vue-partagee" name="partagee" value="oui"><label for="vue-partagee">Partager avec tous</label></div>
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
