import { type Html, html } from '../../http/html.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Travail } from '../../work/travail.ts';
import { pli } from '../parts/blocs.ts';
import { bouton, boutonSeul } from '../parts/boutons.ts';
import { pastille } from '../parts/pastille.ts';
import { queryOf, type Requete } from './query.ts';

type Vue = Awaited<ReturnType<Travail['vues']>>[number];

/** The views that were kept, and where the present one is. */
export function viewsOf(vues: readonly Vue[], requete: Requete, identite: Identity): Html {
  const query = queryOf({ ...requete, page: undefined, coche: undefined });
  const current = vues.find((vue) => vue.requete === query);
  return html`<div class="vues">${vues.length > 0 && html`<nav aria-label="Vues enregistrées"><ul>${vues.map((vue) => viewLink(vue, vue === current))}</ul></nav>`}
${pli(
  'Enregistrer cette vue',
  html`<form class="champ-court" method="post" action="/journee/vues"><input type="hidden" name="requete" value="${query}">
<div class="champ"><label for="vue-nom">Nom de la vue</label><input id="vue-nom" name="nom" required maxlength="60" autocomplete="off"></div>
<div class="coche"><input type="checkbox" id="vue-partagee" name="partagee" value="oui"><label for="vue-partagee">Partager avec tous</label></div>
${bouton('Enregistrer', 'second')}</form>${current && mayRemove(current, identite) && boutonSeul(`Supprimer la vue « ${current.nom} »`, `/journee/vues/${current.id}/supprimer`, {}, 'danger')}`,
)}</div>`;
}

/** Whether somebody may remove a view: its author, or a superviseur a shared one. */
export function mayRemove({ auteur, partagee }: Vue, { id, role }: Identity): boolean {
  return auteur === id || (partagee && role === 'superviseur');
}

function viewLink({ nom, requete, partagee }: Vue, isCurrent: boolean): Html {
  return html`<li><a href="/?${requete}"${isCurrent && html` aria-current="page"`}>${nom}${partagee && pastille('neutre', 'partagée')}</a></li>`;
}
