import { html } from '../../web/html.ts';
import type { Page } from '../shell/page.ts';

/** What was done for everybody to work here, and how it is checked. */
export function accessibilite(): Page {
  return {
    titre: 'Accessibilité',
    rubrique: 'aide',
    fil: [{ libelle: 'Aide', vers: '/aide' }],
    corps: html`<div class="aide-texte">
<p>Cette console est faite pour être utilisée par tous : au clavier, avec un lecteur d’écran, agrandie, en clair ou en sombre, sans
script. Elle vise le référentiel général d’amélioration de l’accessibilité (RGAA 4.1), niveau double A. Aucun audit indépendant ne l’a encore
constaté.</p>
<section><h2>Ce qui est vérifié à chaque version</h2>
<ul><li>Chaque page, dans un vrai navigateur, par un outil d’analyse automatique, dans les deux thèmes, en grand et en petit.</li>
<li>Les titres, les repères, le lien d’évitement ; sur un choix de pages, l’ordre et la visibilité du focus, l’absence de piège au clavier.</li>
<li>L’agrandissement à 200 % et à 400 % sans défilement horizontal, les espacements de texte imposés par le lecteur, les mouvements réduits.</li>
<li>Les trois parcours de la procédure, du premier fait au certificat, au clavier seul, puis sans script.</li></ul></section>
<section><h2>Ce que nous savons imparfait</h2>
<ul><li>Les diagrammes sont des images, décrites par un texte à côté d’elles : les étapes n’y sont pas des éléments actifs.</li>
<li>Aucun essai n’a encore été mené avec des personnes qui utilisent un lecteur d’écran au quotidien.</li></ul></section>
<section><h2>Signaler une difficulté</h2>
<p>Dites à un superviseur de votre service la page, ce que vous vouliez faire et ce qui vous en a empêché. Si la réponse ne vient pas, vous pouvez saisir
le Défenseur des droits.</p></section></div>`,
  };
}
