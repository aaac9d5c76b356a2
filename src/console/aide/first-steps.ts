import { type Html, html } from '../../web/html.ts';
import type { Visit } from '../shell/screen.ts';
import { button, linkButton } from '../ui/button.ts';
import { type IconName, icon } from '../ui/icon.ts';

/** One thing to do first. */
interface FirstStep {
  title: string;
  text: string;
  icon: IconName;
  link: Html;
}

/** What a console without any dossier says of itself: what it is for, what to do first, and where to try. */
export function firstSteps({ identite: { role }, apart }: Pick<Visit, 'identite' | 'apart'>): Html {
  const agit = role === 'agent' || role === 'superviseur';
  const pas = [...(agit ? openings : []), ...(role === 'superviseur' ? [inviting] : [])];
  return html`<section class="premiers-pas" aria-labelledby="premiers-pas"><h2 id="premiers-pas">Bienvenue dans Parcours IGC</h2>
<p class="accueil">Ici se suivent les démarches des établissements qui demandent leurs certificats IGC-Santé pour le Dossier Pharmaceutique :
contrat, cartes, formulaires, habilitation, certificats. À tout moment, chaque dossier dit ce qui vient ensuite, qui doit agir et ce
qui manque. Aucun dossier n’est encore ouvert.</p>
${pas.length > 0 && html`<ol class="pas">${pas.map(cardOf)}</ol>`}
${apart ? null : trial}</section>`;
}

const openings: readonly FirstStep[] = [
  {
    title: 'Ouvrir un premier dossier',
    text: 'Le nom, les numéros et la commune de l’établissement ; trois questions choisissent le parcours.',
    icon: 'plus',
    link: linkButton('Ouvrir un dossier', '/dossiers/nouveau', 'principal'),
  },
  {
    title: 'Créer un groupement',
    text: 'Pour un GHT ou un groupe privé : ses sites s’importent d’un état des lieux, un tableau de la DSI.',
    icon: 'groupement',
    link: linkButton('Créer un groupement', '/groupements/nouveau'),
  },
];

const inviting: FirstStep = {
  title: 'Inviter un collègue',
  text: 'Un lien à usage unique lui ouvre son compte : agent, lecteur ou superviseur.',
  icon: 'personne',
  link: linkButton('Inviter un collègue', '/administration/comptes/inviter'),
};

const trial = html`<div class="essai">${icon('ecole')}<div><h3>Essayer sans rien risquer</h3>
<p>La démonstration ouvre, pour vous seul, une quinzaine de dossiers fictifs à tous les stades. Rien n’en sort, et un bouton l’efface.</p>
<form class="seul" method="post" action="/demonstration">${button('Essayer avec des données de démonstration', 'second')}</form></div></div>`;

function cardOf({ title, text, icon: signe, link }: FirstStep): Html {
  return html`<li class="carte-pas">${icon(signe)}<h3>${title}</h3><p>${text}</p>${link}</li>`;
}
