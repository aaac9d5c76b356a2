import { roles } from '../../identity/identity.ts';
import { politiqueAcces } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import type { Operation } from '../operation.ts';
import type { documentOf } from './document.ts';
import { nomDeRole, openApiPath } from './document.ts';
import { problemTable } from './problem-table.ts';
import { ownProblems } from './problems.ts';

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
export function article(operation: Operation, document: ReturnType<typeof documentOf>): Html {
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
