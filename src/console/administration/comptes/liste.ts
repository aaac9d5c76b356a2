import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { lienBouton } from '../../parts/boutons.ts';
import { moment } from '../../parts/dates.ts';
import { combien, roles } from '../../parts/mots.ts';
import { pastille } from '../../parts/pastille.ts';
import { table } from '../../parts/table.ts';
import type { Shown, Visit } from '../../shell/screen.ts';
import { adresse, pageDe } from '../parts/cadre.ts';

/** An account as it is shown. */
export type Compte = Awaited<ReturnType<Services['identites']['comptes']>>[number];

/** The accounts of persons. */
export async function listeDesComptes(visit: Visit): Promise<Shown> {
  const comptes = await visit.services.identites.comptes();
  const closed = comptes.filter(({ actif }) => !actif).length;
  return pageDe(visit, 'comptes', {
    actions: lienBouton('Inviter une personne', adresse('comptes', 'inviter'), 'principal', 'plus'),
    corps: html`<section class="panneau">${table(
      {
        legende: `${combien(comptes.length, 'compte')}${closed > 0 ? `, dont ${combien(closed, 'fermé')}` : ''}`,
        colonnes: [
          {
            titre: 'Nom',
            role: 'titre',
            cellule: ({ id, nom }) => html`<a href="${adresse('comptes', id)}">${nom}</a>`,
          },
          { titre: 'Courriel', cellule: ({ courriel }) => courriel },
          { titre: 'Rôle', cellule: ({ role }) => roles[role] },
          { titre: 'État', cellule: etatDe },
          { titre: 'Dernière connexion', cellule: ({ connecteLe }) => (connecteLe ? moment(connecteLe) : 'Jamais') },
        ],
      },
      comptes,
    )}</section>`,
  });
}

/** Whether an account may be used. */
export function etatDe({ actif }: Compte): Html {
  return actif ? pastille('bien', 'Actif') : pastille('neutre', 'Fermé', 'verrou');
}
