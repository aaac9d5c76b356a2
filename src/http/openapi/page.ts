import { Html, html } from '../../web/html.ts';
import type { Operation } from '../operation.ts';
import { article } from './article.ts';
import { type documentOf, titres, VERSION } from './document.ts';
import { problemTable } from './problem-table.ts';
import { always, guarded } from './problems.ts';
import { STYLE } from './style.ts';
import { webhooksGuide } from './webhooks-guide.ts';

type Document = ReturnType<typeof documentOf>;

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

/** What éditeurs may count on. */
function policy(): Html {
  return html`<h3 id="versions">Versions, dépréciation, support</h3>
<p>L’API est en version ${VERSION}. Le premier nombre est celui des adresses (<code>/api/v1</code>) et ne change que pour une rupture : ce
qui ferait échouer un programme qui marche. Le deuxième change quand quelque chose s’ajoute, le troisième quand un défaut est corrigé.</p>
<p>S’ajoutent sans prévenir : une adresse, un paramètre ou un champ facultatif d’une demande, un champ d’une réponse, un code de refus, un
état, une étape, un type de fait ou d’événement. Un programme ignore les champs qu’il ne connaît pas, et prend un mot inconnu d’une liste
pour « autre ».</p>
<p>Ce qui doit partir est d’abord déprécié, pendant six mois au moins : le document le marque <code>deprecated</code>, et chaque réponse porte
<code>Deprecation</code> (depuis quand), <code>Sunset</code> (quand il pourra disparaître) et <code>Link</code>
(ce qui le remplace). À une rupture, les anciennes adresses répondent encore douze mois à côté des nouvelles, corrigées de leurs seuls défauts.</p>
<p><code>scripts/api/CHANGELOG.md</code>, livré avec le service, dit ce qui a changé d’une version à l’autre. Pour signaler un défaut, donnez à
l’exploitant l’en-tête <code>X-Request-Id</code> de la réponse : la demande s’y retrouve.</p>`;
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
<p><code>RateLimit</code> dit combien de demandes restent dans la minute, <code>Retry-After</code> quand revenir ;
<code>WWW-Authenticate</code>, avec un 401, comment dire qui l’on est. <code>GET /healthz</code> répond dès que le service vit,
<code>GET /readyz</code> quand il peut garder ce qu’il acquitte ; ni l’un ni l’autre ne demande de clé.</p>
${policy()}
<details><summary>Refus possibles partout</summary>${problemTable([...guarded, ...always])}</details></section>`;
}
