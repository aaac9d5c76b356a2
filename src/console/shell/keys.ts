import { type Html, html } from '../../web/html.ts';

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
export const keyList: Html = html`<dl class="touches">${keys.map(
  ([pressed, does]) => html`<div><dt>${pressed.map((one) => html`<kbd>${one}</kbd> `)}</dt><dd>${does}</dd></div>`,
)}</dl>
<p class="doux">Ces touches n’agissent pas pendant la saisie dans un champ. Celles d’une seule lettre se coupent dans <a href="/moi#raccourcis-reglage">votre compte</a>, si un lecteur d’écran ou la dictée s’en sert.</p>`;
