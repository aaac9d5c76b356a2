import { auteurOf } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { boutonSeul } from '../parts/boutons.ts';
import { ailleurs, post, type Screen } from '../shell/screen.ts';
import type { CaseRead } from './read/case.ts';
import type { Visitor } from './visitor.ts';

/** Who a dossier is assigned to, as a line of its header, with what gives it to oneself or to nobody. */
export async function affectation({ services, identite }: Visitor, { row }: CaseRead, agit: boolean): Promise<Html> {
  const { compteId = null } = (await services.travail.affectations(row.id)).at(-1) ?? {};
  const compte = compteId === null ? null : await services.identites.compte(compteId);
  const isOwn = compteId === identite.id;
  const action = `/dossiers/${row.id}/affectation`;
  const change = isOwn
    ? boutonSeul('Le rendre', action, { a: 'personne' }, 'discret')
    : boutonSeul('Prendre ce dossier', action, { a: 'moi' }, 'discret');
  return html`<li class="affectation">${
    compte
      ? html`<span class="doux">Affecté à</span> ${isOwn ? 'vous' : compte.nom}`
      : html`<span class="doux">Affecté à personne</span>`
  } ${agit && change}</li>`;
}

/** Where one takes a dossier, or gives it back. */
export function affectationScreen(): Screen {
  return post('dossier.affectation', '/dossiers/:id/affectation', {
    right: 'dossiers.faits',
    async answer({ services, identite, body, params }) {
      const { id = '' } = params;
      const isTaken = body.get('a') === 'moi';
      await services.travail.affecter([id], isTaken ? identite.id : null, auteurOf(identite));
      return ailleurs(`/dossiers/${id}`, isTaken ? 'Ce dossier vous est affecté.' : 'Ce dossier n’est plus affecté.');
    },
  });
}
