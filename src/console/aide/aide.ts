import { glossaire } from '../../../machines/glossaire.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import type { Page, Shown } from '../shell/shown.ts';
import { linkButton } from '../ui/button.ts';
import { helps } from './pages.ts';

/** The words that a first day cannot do without; the others are in the glossary. */
const firstWords = [
  'administrateur technique (AT)',
  'ANS',
  'contrat de structure',
  'DP',
  'état des lieux',
  'habilitation',
  'mandataire',
];

/** The words of the desk itself, which the procedure does not have. */
const ownWords: readonly (readonly [string, string])[] = [
  ['dossier', 'La démarche d’un établissement, pour un site : une ligne de Ma journée.'],
  [
    'fait',
    'Ce qui a eu lieu, à une date : « contrat signé », « carte activée ». Un dossier n’avance que par ce qui y est noté.',
  ],
  ['étape', 'Ce qui manque maintenant, avec celui qui doit agir. Un dossier peut en avoir plusieurs à la fois.'],
  ['journal', 'Tout ce qui a été noté d’un dossier, dans l’ordre. Rien n’en disparaît.'],
];

/** How a day goes here, by keyboard too, page by page and word by word. */
function helpPage({ apart }: Visit): Page {
  return {
    title: 'Aide',
    section: 'aide',
    actions: apart
      ? null
      : linkButton('Essayer avec des données de démonstration', '/demonstration', 'second', 'ecole'),
    body: html`<div class="aide-texte">
<nav class="sommaire" aria-label="Sommaire de l’aide"><ul>${contents.map(([id, titre]) => html`<li><a href="#${id}">${titre}</a></li>`)}</ul></nav>
${dayPart}
${keyboardPart}
</div>
<section class="aide-pages" id="pages"><h2>Page par page</h2><div class="grille">${helps.map(
      ({ id, title, steps }) =>
        html`<section class="panneau" id="${id}"><h3>${title}</h3><ul>${steps.map((un) => html`<li>${un}</li>`)}</ul></section>`,
    )}</div></section>
${wordsPart()}`,
  };
}

const contents = [
  ['une-journee', 'Une journée au guichet'],
  ['clavier', 'Au clavier'],
  ['pages', 'Page par page'],
  ['mots', 'Les mots'],
] as const;

const dayPart = html`<section id="une-journee"><h2>Une journée au guichet</h2>
<ol><li><strong>Ouvrez Ma journée.</strong> Les onglets rangent les dossiers par ce qu’ils attendent : vous, l’établissement, l’ANS, l’éditeur.
Les retards, les retours de l’ANS et les renouvellements ont le leur.</li>
<li><strong>Prenez un dossier.</strong> Sa page s’ouvre sur l’étape suivante : qui doit agir, depuis quand, ce qui manque.</li>
<li><strong>Notez ce qui s’est passé.</strong> Un courrier reçu, une carte activée, un retour de l’ANS : chacun a son bouton et sa date.</li>
<li><strong>Relancez.</strong> Si rien ne vient, écrivez à celui qui doit agir et notez-le : le dossier reviendra à la date que vous choisissez.</li>
<li><strong>Passez la main.</strong> Une note interne suffit au collègue qui reprend ; le journal dit le reste.</li></ol></section>`;

/** What keys of one letter do, and the one that opens the search from anywhere. */
const keys: readonly (readonly [pressed: readonly string[], does: string])[] = [
  [
    ['/', 'Ctrl + K'],
    'chercher un dossier, une page, ce que le dossier attend ; ↓ et ↑ parcourent les réponses, Échap ferme',
  ],
  [['j', 'k'], 'dossier suivant, dossier précédent : dans la liste, ou depuis un dossier ouvert'],
  [['Entrée'], 'ouvrir le dossier choisi dans la liste'],
  [['p'], 'aperçu du dossier choisi, à côté de la liste'],
  [['e'], 'aller à la prochaine étape du dossier : un lien s’ouvre, un bouton attend votre Entrée'],
  [['a'], 'prendre le dossier, quand personne ne le suit'],
  [['n'], 'écrire une note sur le dossier'],
  [['?'], 'montrer cette liste'],
];

/** Every shortcut, and where they are turned off. */
const keyList: Html = html`<dl class="touches">${keys.map(
  ([pressed, does]) => html`<div><dt>${pressed.map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${does}</dd></div>`,
)}</dl>
<p class="doux">Ces touches n’agissent pas pendant la saisie dans un champ. Celles d’une seule lettre se coupent dans <a href="/moi#raccourcis-reglage">votre compte</a>, si un lecteur d’écran ou la dictée s’en sert.</p>`;

const keyboardPart = html`<section id="clavier"><h2>Au clavier</h2>
<p>Tout se fait sans souris, et sans script. L’élément actif est toujours entouré.</p>
<ul><li><kbd>Tab</kbd> et <kbd>Maj</kbd> + <kbd>Tab</kbd> passent d’un élément au suivant, au précédent ; le premier mène droit au contenu.</li>
<li><kbd>Entrée</kbd> suit un lien, presse un bouton, envoie le formulaire où l’on se trouve.</li>
<li><kbd>Espace</kbd> coche une case, ouvre un « Comment faire ? ».</li>
<li>Les flèches choisissent dans une liste, et font défiler un tableau trop large une fois qu’il est actif.</li></ul>
<h3>Les raccourcis</h3>
${keyList}</section>`;

/** Every shortcut: a page of its own, or a box over the page where one was. */
function keysPage({ fragment }: Visit): Shown {
  if (fragment === 'raccourcis')
    return {
      fragment: html`<h2>Raccourcis clavier</h2>${keyList}<form method="dialog"><button class="bouton second petit" autofocus>Fermer</button></form>`,
    };
  return {
    title: 'Raccourcis clavier',
    section: 'aide',
    trail: [{ label: 'Aide', href: '/aide' }],
    body: html`<div class="aide-texte">${keyList}</div>`,
  };
}

function wordsPart(): Html {
  const termes = glossaire.filter(({ terme }) => firstWords.includes(terme));
  return html`<section class="aide-mots" id="mots"><h2>Les mots</h2><dl>${ownWords.map(definition)}${termes.map(
    ({ terme, definition: sens }) => definition([terme, sens]),
  )}</dl>
<p><a href="/glossaire">Tous les mots de la procédure, dans le glossaire</a></p></section>`;
}

function definition([mot, sens]: readonly [string, string]): Html {
  return html`<dt>${mot}</dt><dd>${sens}</dd>`;
}

/** What was done for everybody to work here, and how it is checked. */
function accessibilityPage(): Page {
  return {
    title: 'Accessibilité',
    section: 'aide',
    trail: [{ label: 'Aide', href: '/aide' }],
    body: html`<div class="aide-texte">
<p>Cette console est faite pour être utilisée par tous : au clavier, avec un lecteur d’écran, agrandie, en clair ou en sombre, sans
script. Elle vise le référentiel général d’amélioration de l’accessibilité (RGAA 4.1), niveau double A. Aucun audit indépendant ne l’a encore
constaté.</p>
<section><h2>Ce qui est vérifié à chaque version</h2>
<ul><li>Chaque page, dans un vrai navigateur, par un outil d’analyse automatique, dans les deux thèmes, en grand et en petit.</li>
<li>Les titres, les repères, le lien d’évitement ; sur un choix de pages, l’ordre et la visibilité du focus, l’absence de piège au clavier.</li>
<li>L’agrandissement à 200 % et à 400 % sans défilement horizontal, les espacements de texte imposés par le lecteur, les mouvements réduits.</li>
<li>Les trois parcours de la procédure, de l’ouverture au certificat, au clavier seul, puis sans script.</li></ul></section>
<section><h2>Ce que nous savons imparfait</h2>
<ul><li>Les diagrammes sont des images, décrites par un texte à côté d’elles : les étapes n’y sont pas des éléments actifs.</li>
<li>Aucun essai n’a encore été mené avec des personnes qui utilisent un lecteur d’écran au quotidien.</li></ul></section>
<section><h2>Signaler une difficulté</h2>
<p>Dites à un superviseur de votre service la page, ce que vous vouliez faire et ce qui vous en a empêché. Si la réponse ne vient pas, vous pouvez saisir
le Défenseur des droits.</p></section></div>`,
  };
}

/** How one works here, and how far everybody can. */
export function aideScreens(): Screen[] {
  const right = 'moi.lire';
  return [
    get('/aide', right, helpPage),
    get('/raccourcis', right, keysPage),
    get('/accessibilite', 'glossaire.lire', accessibilityPage),
  ];
}
