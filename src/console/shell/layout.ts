import type { Identity } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { commentFaire } from '../aide/pages.ts';
import { encart } from '../ui/blocks.ts';
import { icone, type NomIcone } from '../ui/icon.ts';
import type { Message } from './answer.ts';
import { chemins } from './assets.ts';
import type { Page, Rubrique } from './screen.ts';

/** Who sees a page, and what is told to them on the way. */
export interface Around {
  identite: Identity;
  demonstration: boolean;
  message: Message | null;
  /** The address of the page, to come back to. */
  ici: string;
}

const rubriques: readonly { id: Rubrique; libelle: string; vers: string; icone: NomIcone }[] = [
  { id: 'journee', libelle: 'Ma journée', vers: '/', icone: 'journee' },
  { id: 'groupements', libelle: 'Groupements', vers: '/groupements', icone: 'groupement' },
  { id: 'procedures', libelle: 'Procédure', vers: '/procedures', icone: 'procedure' },
  { id: 'pilotage', libelle: 'Pilotage', vers: '/pilotage', icone: 'pilotage' },
  { id: 'administration', libelle: 'Administration', vers: '/administration', icone: 'reglages' },
];

/** The page of somebody who is in: navigation, search, and the page itself. */
export function whole(page: Page, around: Around): string {
  const { identite, demonstration, message } = around;
  return document(
    page,
    html`<a class="evitement" href="#contenu">Aller au contenu</a>
${demonstration && bandeau}
<div class="cadre">
<header class="barre">
<a class="marque" href="/">${mark}<span>Parcours IGC</span></a>
<form class="recherche" role="search" aria-label="Dans tous les dossiers" action="/recherche"><label class="sr" for="recherche">Rechercher un dossier</label>
<input id="recherche" name="q" type="search" placeholder="Nom, SIRET, FINESS, personne" autocomplete="off" spellcheck="false">
<button class="icone-seule" aria-label="Rechercher">${icone('recherche')}</button></form>
${peutOuvrir(identite) && html`<a class="bouton petit" href="/dossiers/nouveau">${icone('plus')}Ouvrir un dossier</a>`}
</header>
<nav class="rubriques" aria-label="Rubriques"><ul>${rubriques
      .filter(({ id }) => id !== 'administration' || identite.role === 'superviseur' || identite.role === 'agent')
      .map(
        (one) =>
          html`<li><a href="${one.vers}"${one.id === page.rubrique && html` aria-current="page"`}>${icone(one.icone)}<span>${one.libelle}</span></a></li>`,
      )}</ul>
<ul class="soi"><li><a href="/aide"${page.rubrique === 'aide' && html` aria-current="page"`}>${icone('aide')}<span>Aide</span></a></li>
<li><a href="/moi"${page.rubrique === 'moi' && html` aria-current="page"`}>${icone('personne')}<span>${identite.nom}</span></a></li>
<li><form method="post" action="/deconnexion"><button>${icone('sortie')}<span>Se déconnecter</span></button></form></li></ul></nav>
<main id="contenu" tabindex="-1"${page.large && html` class="large"`}>
${fil(page)}
<div class="titre-page"><div><h1>${page.titre}</h1>${page.sousTitre && html`<div class="sous-titre">${page.sousTitre}</div>`}</div>
${page.actions && html`<div class="actions">${page.actions}</div>`}</div>
<div id="messages" aria-live="polite">${message && encart(message.ton, message.texte)}</div>
${page.corps}
${commentFaire(around.ici)}
</main>
<footer class="pied"><a href="/accessibilite">Accessibilité</a><a href="/glossaire">Glossaire</a><a href="/docs">API</a></footer>
</div>`,
    scripts,
  );
}

/** The page of somebody who is not in yet: one thing to do. */
export function narrow(page: Page): string {
  return document(
    page,
    html`<div class="entree">
<header class="barre">${mark}<span>Parcours IGC</span></header>
<main>
<h1>${page.titre}</h1>
${page.corps}
</main>
</div>`,
  );
}

function document({ titre, aCorriger = false, revient }: Page, corps: Html, head: Html | null = null): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${revient !== undefined && html`<meta http-equiv="refresh" content="${revient}">`}
<title>${aCorriger && 'À corriger : '}${titre} – Parcours IGC</title>
<link rel="icon" href="${chemins.icone}">
<link rel="stylesheet" href="${chemins.style}">
${head}
</head>
<body>
${corps}
</body>
</html>`.text;
}

function fil({ fil: steps = [] }: Page): Html | null {
  if (steps.length === 0) return null;
  return html`<nav class="fil" aria-label="Fil d’Ariane"><ol>${steps.map(
    ({ libelle, vers }) => html`<li><a href="${vers}">${libelle}</a></li>`,
  )}</ol></nav>`;
}

function peutOuvrir({ role }: Identity): boolean {
  return role === 'agent' || role === 'superviseur';
}

const bandeau = html`<div class="demonstration" role="region" aria-label="Démonstration"><p>${icone('info')}<span><strong>Démonstration.</strong> Ces dossiers sont fictifs ; rien
de ce que vous faites ici n’atteint les vrais.</span></p>
<form method="post" action="/demonstration/quitter"><button class="bouton petit second">Quitter et effacer</button></form></div>`;

const scripts = html`<meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}'>
<script src="${chemins.script}" defer></script>`;

const mark = html`<svg class="signe" viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round">
<path d="M6 25h11a5 5 0 0 0 0-10h-2a5 5 0 0 1 0-10h7"/><circle cx="6" cy="25" r="3.2" fill="currentColor" stroke="none"/><circle cx="26" cy="5" r="3.4"/></svg>`;
