import type { Identity } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { callout } from '../ui/blocks.ts';
import { type IconName, icon } from '../ui/icon.ts';
import type { Message } from './answer.ts';
import { paths } from './assets.ts';
import type { Page, Section } from './shown.ts';

/** Who sees a page, and what is told to them on the way. */
export interface Around {
  identite: Identity;
  demonstration: boolean;
  message: Message | null;
  /** How to do what is done on the page. */
  help: Html | null;
  /** The path that was asked for. */
  path: string;
  /** Whether keys of one letter act. */
  hasKeys: boolean;
  /** How many notifications are to be read; null where nobody has looked. */
  aLire: number | null;
}

/** A part of the console in its navigation. */
interface Rubrique {
  id: Section;
  label: string;
  href: string;
  sign: IconName;
}

const sections: readonly Rubrique[] = [
  { id: 'journee', label: 'Ma journée', href: '/', sign: 'journee' },
  { id: 'groupements', label: 'Groupements', href: '/groupements', sign: 'groupement' },
  { id: 'procedures', label: 'Procédure', href: '/procedures', sign: 'procedure' },
  { id: 'pilotage', label: 'Pilotage', href: '/pilotage', sign: 'pilotage' },
  { id: 'administration', label: 'Administration', href: '/administration', sign: 'reglages' },
];

/** The parts of the console that somebody may open. */
export function sectionsFor({ role }: Identity): Rubrique[] {
  return sections.filter(({ id }) => id !== 'administration' || role === 'superviseur' || role === 'agent');
}

/** The page of somebody who is in: navigation, search, and the page itself. */
export function whole(page: Page, around: Around): string {
  const { identite, demonstration, message } = around;
  return document(
    page,
    html`<a class="evitement" href="#contenu">Aller au contenu</a>
${page.skipTo && html`<a class="evitement" href="#${page.skipTo.id}">${page.skipTo.label}</a>`}
${demonstration && banner}
<div class="cadre">
<header class="barre">
<a class="marque" href="/">${mark}<span>Parcours IGC</span></a>
<form class="recherche" role="search" aria-label="Dans tous les dossiers" action="/recherche" ${suggesting}><label class="sr" for="recherche">Rechercher un dossier, une page ou un acte</label>
<input id="recherche" name="q" type="search" placeholder="Nom, SIRET, FINESS, personne" autocomplete="off" spellcheck="false" data-touche="/">
<input type="hidden" name="ici" value="${around.path}"><button class="icone-seule" aria-label="Rechercher">${icon('recherche')}</button><div id="palette"></div></form>
${mayOpen(identite) && html`<a class="bouton petit" href="/dossiers/nouveau">${icon('plus')}<span>Ouvrir un dossier</span></a>`}
${bell(around.aLire, page.section === 'notifications')}
<details class="menu"><summary>Menu</summary></details>
</header>
<nav class="rubriques" aria-label="Rubriques"><ul>${sectionsFor(identite).map((one) => sectionLink(one, page))}</ul>
<ul class="soi"><li><a href="/aide"${page.section === 'aide' && html` aria-current="page"`}>${icon('aide')}<span>Aide</span></a></li>
<li><a href="/moi"${page.section === 'moi' && html` aria-current="page"`}>${icon('personne')}<span>${identite.nom}</span></a></li>
<li><form method="post" action="/deconnexion"><button>${icon('sortie')}<span>Se déconnecter</span></button></form></li></ul></nav>
${mainOf(
  page,
  html`<div id="session" aria-live="assertive"></div>
<div id="messages" aria-live="polite">${message && callout(message.tone, message.text)}</div>
${page.body}
${around.help}`,
)}
<footer class="pied"><a href="/accessibilite">Accessibilité</a><a href="/confidentialite">Données personnelles</a><a href="/glossaire">Glossaire</a><a href="/docs">API</a>
<a href="/raccourcis" data-touche="?">Raccourcis clavier</a></footer>
</div>`,
    scripts,
    around.hasKeys && html` data-raccourcis`,
  );
}

/** A page that is for everybody, as somebody sees it who is not in: the procedure, and the way in. */
export function open(page: Page): string {
  return document(
    page,
    html`<a class="evitement" href="#contenu">Aller au contenu</a>
<div class="cadre">
<header class="barre"><a class="marque" href="/procedures">${mark}<span>Parcours IGC</span></a><a class="bouton petit second" href="/connexion">Se connecter</a></header>
<nav class="rubriques" aria-label="Rubriques"><ul>${openSections.map((one) => sectionLink(one, page))}</ul></nav>
${mainOf(page, page.body)}
<footer class="pied"><a href="/accessibilite">Accessibilité</a><a href="/confidentialite">Données personnelles</a><a href="/docs">API</a></footer>
</div>`,
    scripts,
  );
}

const openSections: readonly (Omit<Rubrique, 'id'> & { id?: Section })[] = [
  { id: 'procedures', label: 'Procédure', href: '/procedures', sign: 'procedure' },
  { label: 'Glossaire', href: '/glossaire', sign: 'document' },
];

function sectionLink({ id, href, label, sign }: (typeof openSections)[number], { section }: Page): Html {
  const isCurrent = id !== undefined && id === section;
  return html`<li><a href="${href}"${isCurrent && html` aria-current="page"`}>${icon(sign)}<span>${label}</span></a></li>`;
}

/** The page itself, under its title and what leads to it. */
function mainOf(page: Page, body: Html): Html {
  const { title, subtitle, actions, isWide } = page;
  return html`<main id="contenu" tabindex="-1"${isWide && html` class="large"`}>
${trailOf(page)}
<div class="titre-page"><div><h1>${title}</h1>${subtitle && html`<div class="rang sous-titre">${subtitle}</div>`}</div>
${actions && html`<div class="rang actions">${actions}</div>`}</div>
${body}
</main>`;
}

/** The page of somebody who is not in yet: one thing to do. */
export function narrow(page: Page): string {
  return document(
    page,
    html`<div class="entree${page.isWide && ' large'}">
<header class="barre">${mark}<span>Parcours IGC</span></header>
<main>
<h1>${page.title}</h1>
${page.body}
</main>
<footer class="pied"><a href="/confidentialite">Données personnelles</a></footer>
</div>`,
  );
}

function document(
  { title, hasFaults = false, refreshAfter, opens = null }: Page,
  corps: Html,
  head: Html | null = null,
  more: Html | false = false,
): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${refreshAfter !== undefined && html`<meta http-equiv="refresh" content="${refreshAfter}">`}${opens !== null && html`<meta http-equiv="refresh" content="0;url=${opens}">`}
<title>${hasFaults && 'À corriger : '}${title} – Parcours IGC</title>
<link rel="icon" href="${paths.icon}">
<link rel="stylesheet" href="${paths.style}">
${head}
</head>
<body${more}>
${corps}
</body>
</html>`.text;
}

function trailOf({ trail: steps = [], turn = null }: Page): Html | null {
  if (steps.length === 0) return turn;
  return html`<div class="tete-page"><nav class="fil" aria-label="Fil d’Ariane"><ol>${steps.map(
    ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ol></nav>${turn}</div>`;
}

/** Where what came to somebody is read, with how much of it is new. */
function bell(aLire: number | null, isCurrent: boolean): Html {
  const words = aLire
    ? html`<span class="compte alerte">${aLire > 99 ? '99+' : aLire}</span><span class="sr"> à lire</span>`
    : null;
  return html`<a class="cloche" href="/notifications"${isCurrent && html` aria-current="page"`}>${icon('cloche')}<span class="sr">Notifications </span>${words}</a>`;
}

export function mayOpen({ role }: Identity): boolean {
  return role === 'agent' || role === 'superviseur';
}

const banner = html`<div class="rang demonstration" role="region" aria-label="Démonstration"><p>${icon('info')}<span><strong>Démonstration.</strong> Ces dossiers sont fictifs ; rien
de ce que vous faites ici n’atteint les vrais.</span></p>
<form method="post" action="/demonstration/quitter"><button class="bouton petit second">Quitter et effacer</button></form></div>`;

/** What may be meant is shown as one types, or once it is asked for by a key. */
const suggesting = html`hx-get="/recherche" hx-trigger="palette,input delay:150ms" hx-target="#palette" hx-sync="this:replace"`;

const scripts = html`<meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}'>
<script src="${paths.script}" defer></script>`;

const mark = html`<svg class="signe" viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round">
<path d="M6 25h11a5 5 0 0 0 0-10h-2a5 5 0 0 1 0-10h7"/><circle cx="6" cy="25" r="3.2" fill="currentColor" stroke="none"/><circle cx="26" cy="5" r="3.4"/></svg>`;
