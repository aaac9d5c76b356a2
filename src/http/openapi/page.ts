import { roles } from '../../identity/identity.ts';
import { politiqueAcces } from '../../web/access/policy.ts';
import { Html, html } from '../../web/html.ts';
import type { Problem } from '../../web/problem.ts';
import type { Operation } from '../operation.ts';
import { type documentOf, nomDeRole, openApiPath, titres, VERSION } from './document.ts';
import { always, guarded, ownProblems } from './problems.ts';
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
<code>GET /readyz</code> quand il peut garder ce qu’il acquitte ; ni l’un ni l’autre ne demande de clé. <code>GET /metrics</code> donne à
l’exploitant, et à lui seul, ce que compte le service.</p>
${policy()}
<details><summary>Refus possibles partout</summary>${problemTable([...guarded, ...always])}</details></section>`;
}

const SHOWN_AT_ONCE = 3;
const qui = {
  tous: 'oui',
  delegues: 'ce qui lui est délégué',
  siens: 'ses propres lignes, pendant 7 jours',
  non: 'non',
} as const;

/** What the page reads in the document of one operation. */
interface Described {
  parameters?: { name: string; in: string; schema: { description?: string; enum?: string[] }; description?: string }[];
  requestBody?: { content: Content };
  responses?: Record<string, { content?: Content }>;
}
type Example = [name: string, { summary?: string; value?: unknown }];
type Content = Record<string, { examples?: Record<string, Example[1]> }>;

/** One operation: where it is, who may ask, what it takes, gives and refuses. */
function article(operation: Operation, document: ReturnType<typeof documentOf>): Html {
  const { id, method, path, summary } = operation;
  const item = document.paths?.[openApiPath(path)] as Record<string, Described> | undefined;
  const { parameters = [], requestBody, responses = {} } = item?.[method] ?? {};
  const refusals = ownProblems(operation);
  return html`<article aria-labelledby="${id}"><h3 id="${id}">${summary}</h3>
<p class="adresse"><span class="methode ${method}">${method.toUpperCase()}</span> <code>/api/v1${openApiPath(path)}</code></p>
${access(id)}
${asked(parameters.filter((one) => one.in === 'query'))}
${examples('Corps', examplesIn(requestBody?.content))}
${Object.values(responses).map(({ content }) => examples('Réponse', okExamples(content)))}
${
  refusals.length > 0 &&
  html`<details><summary>Refus qui lui sont propres : ${refusals.length}</summary>${problemTable(refusals)}</details>`
}</article>`;
}

function access(id: string): Html {
  const regle = politiqueAcces[id];
  if (regle === 'publique') return html`<p class="acces">Sans clé.</p>`;
  if (!regle) return html``;
  const who = roles.map((role) => `${nomDeRole[role]} : ${qui[regle[role]]}`).join(' · ');
  return html`<p class="acces">${who}. Portée : ${regle.portee ? html`<code>${regle.portee}</code>` : 'toutes'}.</p>`;
}

function asked(parameters: NonNullable<Described['parameters']>): Html {
  if (parameters.length === 0) return html``;
  return html`<p class="demande">Se précise par ${parameters.map(
    ({ name, schema, description = schema.description }, rank) =>
      html`${rank > 0 && ', '}<code>${name}</code>${description && ` (${lowered(description)})`}`,
  )}.</p>`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function okExamples(content: Content | undefined): Example[] {
  return Object.hasOwn(content ?? {}, 'application/json') ? examplesIn(content) : [];
}

function examplesIn(content: Content | undefined): Example[] {
  return Object.values(content ?? {}).flatMap((one) => Object.entries(one.examples ?? {}));
}

/** A few examples are shown whole, many by their names. */
function examples(title: string, all: Example[]): Html {
  if (all.length === 0) return html``;
  const count = all.length === 1 ? 'un exemple' : `${all.length} exemples`;
  const shown = all.map(([name, { summary = name, value }]) => {
    const code = html`<pre tabindex="0"><code>${JSON.stringify(value, null, 2)}</code></pre>`;
    if (all.length <= SHOWN_AT_ONCE) return html`<p>${summary}</p>${code}`;
    return html`<details><summary>${summary}</summary>${code}</details>`;
  });
  return html`<details><summary>${title} : ${count}</summary><div class="exemples">${shown}</div></details>`;
}

/** Problems as they are told. */
function problemTable(problems: readonly Problem[]): Html {
  return html`<table><thead><tr><th scope="col">Statut</th><th scope="col">Code</th><th scope="col">Ce qui est dit</th></tr></thead>
<tbody>${problems.map(
    ({ status, code, detail }) => html`<tr><td>${status}</td><td><code>${code}</code></td><td>${detail}</td></tr>`,
  )}</tbody></table>`;
}

/** The looks of the documentation page: nothing is fetched, both themes, readable on a phone and on paper. */
const STYLE = `
:root { color-scheme: light dark; --fond: #f5f4ef; --carte: #fffefb; --encre: #1b1f24; --doux: #565d66; --trait: #dddbd3; --accent: #0b4f9e;
  --pose: #f0efe8; --ecrit: #7a3e00; --efface: #a3231b; }
@media (prefers-color-scheme: dark) {
  :root { --fond: #121518; --carte: #1a1e23; --encre: #e9e8e3; --doux: #abb0b7; --trait: #30363d; --accent: #8fbcf5; --pose: #22272d;
    --ecrit: #f0b56d; --efface: #ff9f93; }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, 'Segoe UI', Roboto, sans-serif; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: clamp(1.25rem, 5vw, 3rem) clamp(1rem, 4vw, 2rem); max-width: 76rem; background: var(--fond); color: var(--encre); }
a { color: var(--accent); text-underline-offset: .18em; }
:is(a, summary, pre):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .2rem; }
.evitement { position: absolute; left: -100vw; } .evitement:focus { position: static; }
header { max-width: 46rem; } header p { margin: .6rem 0; }
h1 { margin: 0 0 .6rem; font-size: clamp(1.6rem, 5vw, 2.1rem); line-height: 1.2; letter-spacing: -.015em; }
h2 { margin: 0 0 .9rem; font-size: 1.35rem; letter-spacing: -.01em; } h3 { margin: 0; font-size: 1.05rem; line-height: 1.35; text-wrap: balance; }
nav ul { display: flex; flex-wrap: wrap; gap: .45rem .9rem; margin: 1.5rem 0; padding: 0; list-style: none; } nav span { color: var(--doux); font-size: .85rem; }
section { margin-bottom: 3rem; } #debut > p { max-width: 46rem; }
article, #debut > details { margin: .9rem 0; padding: 1.1rem 1.3rem; background: var(--carte); border: 1px solid var(--trait); border-radius: .7rem; }
.adresse { display: flex; gap: .65rem; align-items: baseline; margin: .5rem 0; }
.methode { flex: none; font: 700 .78rem/1 ui-monospace, monospace; letter-spacing: .04em; color: var(--accent); }
:is(.post, .put, .patch) { color: var(--ecrit); } .delete { color: var(--efface); }
.acces, .demande { margin: .3rem 0 .5rem; color: var(--doux); font-size: .92rem; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, monospace; font-size: .9em; overflow-wrap: anywhere; }
pre { overflow: auto; max-height: 24rem; margin: .4rem 0 .8rem; padding: .85rem 1rem; background: var(--pose); border-radius: .45rem; line-height: 1.45; }
details { margin: .25rem 0; } summary { width: fit-content; cursor: pointer; color: var(--accent); } #debut > details { margin-top: 1.2rem; }
.exemples { margin: .3rem 0 .6rem .3rem; padding-left: .9rem; border-left: 2px solid var(--trait); } .exemples p { margin: .5rem 0 .2rem; }
table { margin-top: .4rem; border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--trait); text-align: left; vertical-align: top; } tr:last-child td { border: 0; }
td:first-child { font-variant-numeric: tabular-nums; } td code { white-space: nowrap; }
@media (min-width: 62rem) {
  body { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 3rem; } header, .evitement { grid-column: 1 / -1; }
  nav { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow: auto; }
  nav ul { flex-direction: column; gap: .3rem; margin: 2rem 0; } main { margin-top: 2rem; } nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
}
@media (max-width: 36rem) {
  thead { position: absolute; left: -100vw; } tr { display: block; padding: .45rem 0; border-bottom: 1px solid var(--trait); }
  td { display: inline; padding: 0 .5rem 0 0; border: 0; } td:last-child { display: block; } td code { white-space: normal; }
}
@media print { body { display: block; } .evitement, nav { display: none; } article { break-inside: avoid; } }
`;
