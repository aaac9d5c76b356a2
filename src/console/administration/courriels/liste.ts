import { destinataires } from '../../../desk/reglages/courriels/saisie.ts';
import type { Services } from '../../../services.ts';
import { html } from '../../../web/html.ts';
import { vide } from '../../parts/blocs.ts';
import { lienBouton } from '../../parts/boutons.ts';
import { moment } from '../../parts/dates.ts';
import { combien } from '../../parts/mots.ts';
import { table } from '../../parts/table.ts';
import type { Page } from '../../shell/page.ts';
import type { Visit } from '../../shell/screen.ts';
import { adresse, pageDe, peut } from '../parts/cadre.ts';

/** A canned mail. */
export type Modele = ReturnType<Services['reglages']['modeles']>[number];

/** The canned mails in use. */
export function listeDesModeles(visit: Visit): Page {
  const modeles = visit.services.reglages.modeles();
  return pageDe(visit, 'courriels', {
    actions: peut(visit.identite, 'modeles.creer')
      ? lienBouton('Écrire un modèle', adresse('courriels', 'nouveau'), 'principal', 'plus')
      : null,
    corps: html`<section class="panneau"><p class="note">Un modèle se remplit depuis un dossier, par le lien « Écrire un courriel ». Rien n’est envoyé d’ici :
le texte se copie, ou s’ouvre dans votre messagerie.</p>
${
  modeles.length === 0
    ? vide('envoyer', 'Aucun modèle')
    : table<Modele>(
        {
          legende: combien(modeles.length, 'modèle'),
          colonnes: [
            {
              titre: 'Nom',
              role: 'titre',
              cellule: ({ id, nom }) => html`<a href="${adresse('courriels', id)}">${nom}</a>`,
            },
            { titre: 'Destinataire', cellule: ({ destinataire }) => destinataires[destinataire] },
            { titre: 'Version', role: 'nombre', cellule: ({ version }) => (version === 0 ? 'Fournie' : version) },
            { titre: 'Écrite le', cellule: ({ ecritLe }) => (ecritLe ? moment(ecritLe) : null) },
          ],
        },
        modeles,
      )
}</section>`,
  });
}
