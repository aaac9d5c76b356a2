import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { vide } from '../../parts/blocs.ts';
import { lienBouton } from '../../parts/boutons.ts';
import { combien } from '../../parts/mots.ts';
import { pastille } from '../../parts/pastille.ts';
import { table } from '../../parts/table.ts';
import type { Page } from '../../shell/page.ts';
import type { Visit } from '../../shell/screen.ts';
import { adresse, pageDe } from '../parts/cadre.ts';
import { double } from '../parts/double.ts';

/** A subscription as it is shown: never its secrets. */
export type Abonnement = Awaited<ReturnType<Services['abonnements']['list']>>[number];

/** Who is sent what happens, and how that goes. */
export async function listeDesWebhooks(visit: Visit): Promise<Page> {
  const { abonnements, identites } = visit.services;
  const [all, editeurs] = [await abonnements.list(), await identites.editeurs()];
  const nameOf = (id: string | null) =>
    id === null ? 'Tous les dossiers' : editeurs.find((one) => one.id === id)?.nom;
  return pageDe(visit, 'webhooks', {
    large: true,
    actions: lienBouton('Créer un abonnement', adresse('webhooks', 'nouveau'), 'principal', 'plus'),
    corps: html`<section class="panneau">${
      all.length === 0
        ? none
        : table<Abonnement>(
            {
              legende: combien(all.length, 'abonnement'),
              colonnes: [
                {
                  titre: 'Destinataire',
                  role: 'titre',
                  cellule: ({ id, url, description }) =>
                    double(html`<a href="${adresse('webhooks', id)}">${description || url}</a>`, description && url),
                },
                { titre: 'Voit', cellule: ({ editeurId }) => nameOf(editeurId) ?? 'Un éditeur' },
                {
                  titre: 'Faits',
                  cellule: ({ evenements }) => (evenements === 'tous' ? 'Tous' : combien(evenements.length, 'type')),
                },
                { titre: 'En attente', role: 'nombre', cellule: ({ enAttente }) => enAttente },
                { titre: 'Abandonnés', role: 'nombre', cellule: ({ abandonnes }) => abandonnes },
                { titre: 'État', cellule: etatDe },
              ],
            },
            all,
          )
    }</section>`,
  });
}

const none = vide(
  'envoyer',
  'Aucun abonnement',
  'Un webhook envoie à un programme ce qui arrive aux dossiers, signé, au moins une fois et dans l’ordre.',
);

/** How a subscription goes. */
export function etatDe({ pause, echecs }: Abonnement): Html {
  if (pause) return pastille(pause.motif === 'demande' ? 'neutre' : 'faute', 'En pause');
  return echecs ? pastille('attention', 'En échec') : pastille('bien', 'Actif');
}
