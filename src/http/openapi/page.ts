import { Html, html } from '../../web/html.ts';
import type { Operation } from '../operation.ts';
import { article } from './article.ts';
import type { documentOf } from './document.ts';
import { problemTable } from './problem-table.ts';
import { always, guarded } from './problems.ts';
import { STYLE } from './style.ts';
import { webhooksGuide } from './webhooks-guide.ts';

type Document = ReturnType<typeof documentOf>;

/** What the page calls the first part of an operation’s id. */
export const titres: Readonly<Record<string, string>> = {
  dossiers: 'Dossiers',
  groupements: 'Groupements',
  certificats: 'Certificats',
  etablissements: 'Répertoire des établissements',
  procedures: 'Procédures',
  glossaire: 'Glossaire',
  faits: 'Faits de plusieurs dossiers',
  evenements: 'Événements',
  abonnements: 'Abonnements (webhooks)',
  'bac-a-sable': 'Bac à sable',
  session: 'Session',
  liens: 'Liens à usage unique',
  annuaire: 'Annuaire de l’établissement',
  moi: 'Moi',
  comptes: 'Comptes',
  editeurs: 'Éditeurs',
  cles: 'Clés d’API',
  delegations: 'Délégations',
  reglages: 'Délais et adresses',
  modeles: 'Modèles de courriel',
  actes: 'Actes d’administration',
  acces: 'Accès',
};

/** The API for people: one page in French that calls nobody. */
export function pageOf(operations: readonly Operation[], document: Document): string {
  const byTag = Map.groupBy(inOrder(operations), ({ id }) => id.split('.')[0] as string);
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API de Parcours IGC</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="evitement" href="#contenu">Aller au contenu</a>
<header><h1>API de Parcours IGC</h1><p>${document.info.description ?? ''}</p>
<p><a href="/openapi.json">Le même document pour les programmes (OpenAPI ${document.openapi})</a></p></header>
<nav aria-label="Sommaire"><ul><li><a href="#debut">Pour commencer</a></li>${[...byTag].map(
    ([tag, some]) => html`<li><a href="#${tag}">${titres[tag] ?? tag}</a> <span>${some.length}</span></li>`,
  )}</ul></nav>
<main id="contenu">
${unbreakable(
  html`${introduction()}${[...byTag].map(
    ([tag, some]) => html`<section id="${tag}" aria-labelledby="titre-${tag}">
<h2 id="titre-${tag}">${titres[tag] ?? tag}</h2>${guides[tag]?.()}${some.map((operation) => article(operation, document))}</section>`,
  )}`,
)}
</main>
</body>
</html>`.text;
}

/** What is to be known of a part as a whole. */
const guides: Readonly<Record<string, () => Html>> = { abonnements: webhooksGuide };

/** French punctuation stays with its word. */
function unbreakable({ text }: Html): Html {
  return new Html(text.replaceAll(/ (?=[:;?!»])/g, '\u00A0').replaceAll('« ', '«\u00A0'));
}

/** By title, then by address: a list before what it lists. */
function inOrder(operations: readonly Operation[]): Operation[] {
  const tags = Object.keys(titres);
  const rank = ({ id }: Operation) => tags.indexOf(id.split('.')[0] as string);
  return operations.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : Number(a.path > b.path)));
}

function introduction(): Html {
  return html`<section id="debut" aria-labelledby="titre-debut"><h2 id="titre-debut">Pour commencer</h2>
<p>Chaque demande porte une clé : <code>Authorization: Bearer pig_…</code> Un superviseur la crée ; elle n’est montrée qu’une fois.
Dès 30 jours avant sa fin, chaque réponse porte <code>Cle-Fin</code>, <code>GET /moi</code> un avis, et l’événement <code>cle.finProche</code> part.
<code>POST /moi/cle/renouvellement</code> en donne une autre, la même en tout, pour la même durée ; l’ancienne vaut encore 24 heures. Une
réponse perdue ? Redemandez-la avec l’ancienne.</p>
<p>Une clé de bac à sable (<code>pigtest_…</code>) agit sur des dossiers d’essai, à elle seule, loin des vrais, comme en production : celle
d’un éditeur comme cet éditeur, les autres comme un agent. <code>POST /bac-a-sable/acteur</code> joue quelqu’un d’autre,
<code>POST /bac-a-sable/scenarios</code> met un dossier à une étape de sa vie, <code>PUT /bac-a-sable/horloge</code> avance le calendrier,
<code>DELETE /bac-a-sable</code> oublie tout. Ses webhooks partent pour de bon, marqués.</p>
<p>Une écriture peut porter un <code>Idempotency-Key</code> : renvoyée sous la même clé, elle n’agit qu’une fois et reçoit la même
réponse pendant 7 jours. <code>POST /faits</code> en prend 500 pour plusieurs dossiers, chacun sous sa clé ; ailleurs, une clé qui ne se rejoue pas est refusée.
<code>Prefer: return=minimal</code> demande une réponse courte. <code>ETag</code>, <code>If-None-Match</code> et <code>If-Match</code> portent la version d’un dossier.
<code>Recu</code> est le reçu d’un acte, signé : gardé, il prouve des années après qu’il a été enregistré, et qu’il l’est encore
(<code>npm run verify -- --recu …</code>).</p>
<p>Un refus est un problème (RFC 9457) : son <code>code</code> est stable, son <code>detail</code> dit en français ce qu’il faut faire.
Ce qui n’est pas délégué à un éditeur n’existe pas pour lui : 404. Après 500, 503 ou une ligne coupée, nul ne sait si l’acte a été
fait : renvoyez-le sous la même <code>Idempotency-Key</code>.</p>
<p><code>POST /mcp</code> est la porte des assistants (Model Context Protocol, HTTP sans session), par une clé d’API : chaque lecture est un outil
(<code>dossiers_prochaines-etapes</code>), de même que la simulation, les plans et la conformité, avec les mêmes droits, limites et refus. Un éditeur peut y
déclarer ses faits (<code>dossiers_faits</code>) : la personne confirme dans son assistant ou, s’il ne sait pas demander, un second appel rend la
<code>confirmation</code> donnée par le premier, qui n’enregistre rien.</p>
<p><code>RateLimit</code> dit combien de demandes restent dans la minute, <code>Retry-After</code> quand revenir.</p>
<details><summary>Refus possibles partout</summary>${problemTable([...guarded, ...always])}</details></section>`;
}
