import { roles } from '../../identity/identity.ts';
import { Html, html } from '../html.ts';
import type { Operation } from '../operation.ts';
import { politiqueAcces } from '../policy.ts';
import type { documentOf } from './document.ts';
import { openApiPath } from './document.ts';
import { problemsOf } from './problems.ts';
import { STYLE } from './style.ts';

type Document = ReturnType<typeof documentOf>;

const titres: Record<string, string> = {
  dossiers: 'Dossiers',
  groupements: 'Groupements',
  certificats: 'Certificats',
  procedures: 'Procédures',
  glossaire: 'Glossaire',
};
const qui = { tous: 'oui', delegues: 'ce qui lui est délégué', non: 'non' } as const;
const nomDeRole = { agent: 'Agent', superviseur: 'Superviseur', editeur: 'Éditeur', lecteur: 'Lecteur' } as const;

/** The API for people: one page in French that calls nobody. */
export function pageOf(operations: readonly Operation[], document: Document): string {
  const byTag = Map.groupBy(operations, ({ id }) => id.split('.')[0] as string);
  const tags = [...byTag.keys()];
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
<nav aria-label="Sommaire"><ul>${tags.map((tag) => html`<li><a href="#${tag}">${titres[tag] ?? tag}</a></li>`)}</ul></nav>
<main id="contenu">
${introduction()}
${[...byTag].map(
  ([tag, some]) => html`<section id="${tag}" aria-labelledby="titre-${tag}">
<h2 id="titre-${tag}">${titres[tag] ?? tag}</h2>${some.map((operation) => article(operation, document))}</section>`,
)}
</main>
</body>
</html>`.text;
}

function introduction(): Html {
  return html`<section aria-labelledby="titre-debut"><h2 id="titre-debut">Pour commencer</h2>
<p>Chaque demande porte une clé : <code>Authorization: Bearer pig_…</code>. Un superviseur la crée ; elle n’est montrée qu’une fois.</p>
<p>Une écriture peut porter un <code>Idempotency-Key</code> : renvoyée sous la même clé, elle n’agit qu’une fois et reçoit la même
réponse pendant 7 jours. <code>ETag</code>, <code>If-None-Match</code> et <code>If-Match</code> portent la version d’un dossier.</p>
<p>Un refus est un problème (RFC 9457) : son <code>code</code> est stable, son <code>detail</code> dit en français ce qu’il faut faire.</p></section>`;
}

function article(operation: Operation, document: Document): Html {
  const { id, methode, chemin, resume } = operation;
  const described = (document.paths?.[openApiPath(chemin)] as Record<string, unknown> | undefined)?.[methode];
  return html`<article aria-labelledby="${id}"><h3 id="${id}">${resume}</h3>
<p class="adresse"><span class="methode">${methode.toUpperCase()}</span> <code>/api/v1${openApiPath(chemin)}</code></p>
${access(id)}
${examples('Corps', examplesIn((described as Described)?.requestBody?.content))}
${Object.values((described as Described)?.responses ?? {}).map(({ content }) => examples('Réponse', okExamples(content)))}
${refusals(operation)}</article>`;
}

interface Described {
  requestBody?: { content: Content };
  responses?: Record<string, { content?: Content }>;
}
type Content = Record<string, { examples?: Record<string, { summary?: string; value?: unknown }> }>;

function access(id: string): Html {
  const regle = politiqueAcces[id];
  if (regle === 'publique') return html`<p class="acces">Sans clé.</p>`;
  if (!regle) return html``;
  const who = roles.map((role) => `${nomDeRole[role]} : ${qui[regle[role]]}`).join(' · ');
  return html`<p class="acces">${who}. Portée : <code>${regle.portee}</code>.</p>`;
}

function okExamples(content: Content | undefined) {
  return Object.hasOwn(content ?? {}, 'application/json') ? examplesIn(content) : [];
}

function examplesIn(content: Content | undefined) {
  return Object.values(content ?? {}).flatMap((one) => Object.entries(one.examples ?? {}));
}

function examples(title: string, all: [string, { summary?: string; value?: unknown }][]): Html {
  if (all.length === 0) return html``;
  return html`<details><summary>${title} : ${all.length === 1 ? 'un exemple' : `${all.length} exemples`}</summary>${all.map(
    ([name, { summary, value }]) =>
      html`<p>${summary ?? name}</p><pre tabindex="0"><code>${JSON.stringify(value, null, 2)}</code></pre>`,
  )}</details>`;
}

function refusals(operation: Operation): Html {
  const all = [...problemsOf(operation)].flatMap(([, some]) => some);
  if (all.length === 0) return html``;
  return html`<details><summary>Refus possibles : ${all.length}</summary><table><thead><tr><th scope="col">Statut</th>
<th scope="col">Code</th><th scope="col">Ce qui est dit</th></tr></thead><tbody>${all.map(
    ({ status, code, detail }) => html`<tr><td>${status}</td><td><code>${code}</code></td><td>${detail}</td></tr>`,
  )}</tbody></table></details>`;
}
