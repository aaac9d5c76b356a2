import { type Html, html } from '../../web/html.ts';
import type { Visit } from '../shell/screen.ts';
import { bouton, lienBouton } from '../ui/button.ts';
import { icone, type NomIcone } from '../ui/icon.ts';

/** One thing to do first. */
interface Pas {
  titre: string;
  texte: string;
  signe: NomIcone;
  faire: Html;
}

/** What a console without any dossier says of itself: what it is for, what to do first, and where to try. */
export function premiersPas({ identite: { role }, apart }: Pick<Visit, 'identite' | 'apart'>): Html {
  const agit = role === 'agent' || role === 'superviseur';
  const pas = [...(agit ? actifs : []), ...(role === 'superviseur' ? [inviter] : [])];
  return html`<section class="premiers-pas" aria-labelledby="premiers-pas"><h2 id="premiers-pas">Bienvenue dans Parcours IGC</h2>
<p class="accueil">Ici se suivent les démarches des établissements qui demandent leurs certificats IGC-Santé pour le Dossier Pharmaceutique :
contrat, cartes, formulaires, habilitation, certificats. À tout moment, chaque dossier dit ce qui vient ensuite, qui doit agir et ce
qui manque. Aucun dossier n’est encore ouvert.</p>
${pas.length > 0 && html`<ol class="pas">${pas.map(enCarte)}</ol>`}
${apart ? null : essai}</section>`;
}

const actifs: readonly Pas[] = [
  {
    titre: 'Ouvrir un premier dossier',
    texte: 'Le SIRET ou le FINESS suffit pour commencer ; trois questions choisissent le parcours.',
    signe: 'plus',
    faire: lienBouton('Ouvrir un dossier', '/dossiers/nouveau', 'principal'),
  },
  {
    titre: 'Créer un groupement',
    texte: 'Pour un GHT ou un groupe privé : ses sites s’importent d’un état des lieux, un fichier CSV de la DSI.',
    signe: 'groupement',
    faire: lienBouton('Créer un groupement', '/groupements/nouveau'),
  },
];

const inviter: Pas = {
  titre: 'Inviter un collègue',
  texte: 'Un lien à usage unique lui ouvre son compte : agent, lecteur ou superviseur.',
  signe: 'personne',
  faire: lienBouton('Inviter un collègue', '/administration/comptes/inviter'),
};

const essai = html`<div class="essai">${icone('ecole')}<div><h3>Essayer sans rien risquer</h3>
<p>La démonstration ouvre, pour vous seul, une quinzaine de dossiers fictifs à tous les stades. Rien n’en sort, et un bouton l’efface.</p>
<form class="seul" method="post" action="/demonstration">${bouton('Essayer avec des données de démonstration', 'second')}</form></div></div>`;

function enCarte({ titre, texte, signe, faire }: Pas): Html {
  return html`<li class="carte-pas">${icone(signe)}<h3>${titre}</h3><p>${texte}</p>${faire}</li>`;
}
