import { tellSource } from '../../../machines/source.ts';
import { type Acteur, acteurs } from '../../../machines/step.ts';
import type { Services } from '../../services.ts';
import { within } from '../../web/access/guard.ts';
import { type Html, html } from '../../web/html.ts';
import type { Content } from '../dossier/frame.ts';
import { type CaseRead, pathOf, type Visitor } from '../dossier/read/case.ts';
import { rankOf } from '../lot/acts.ts';
import type { Shown } from '../shell/shown.ts';
import { callout, emptyState, panel } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { column, countColumn, table, titleColumn } from '../ui/table.ts';
import { plural } from '../ui/words.ts';

/** The least set of acts over the sites. */
export type Plan = Extract<Awaited<ReturnType<Services['planGroupement']>>, { ok: true }>['value'];
type Acte = Plan['actes'][number];

/** Beyond it, sites are counted, not named. */
const FEW = 12;
const MOST = 301;

/** The plan of a groupement; null while it has no site, or has some that one may not see. */
export async function planSeen({ services, identite }: Visitor, { cible }: Pick<CaseRead, 'cible'>) {
  const found = await services.planGroupement(cible.id);
  if (!found.ok) return { refusal: found.error };
  const all = within(identite, services.today(), { genre: 'dossier', parentId: cible.id, limite: 1 });
  const seen = await services.count(all, MOST);
  const plan = found.value;
  return plan.sites.length === 0 || seen < Math.min(plan.sites.length, MOST) ? null : plan;
}

/** The least set of acts over the sites: what the DSI does once, what each site still lacks, who may serve several. */
export async function planContent(visit: Visitor, groupement: CaseRead): Promise<Content | Shown> {
  const plan = await planSeen(visit, groupement);
  if (plan === null)
    return {
      body: html`<section class="panneau">${emptyState('procedure', 'Pas encore de plan', 'Le plan s’établit dès que le groupement a des sites que vous pouvez voir.')}</section>`,
    };
  if ('refusal' in plan) return plan;
  const place = pathOf(groupement.cible);
  return {
    actions: linkButton('Liste à signer', `${place}/a-signer`, 'second', 'crayon'),
    body: html`${total(plan)}
<div class="pile">${common(plan)}${shared(plan)}${inWords(plan, place)}${bySite(plan)}</div>`,
  };
}

function total({ minimum, separement, sites }: Plan): Html | null {
  if (minimum === null || separement === null)
    return callout('attention', 'Un site au moins ne peut plus aboutir en l’état : voyez lequel plus bas.');
  if (minimum === 0) return callout('bien', 'Tous les sites ont ce qu’il leur faut.');
  const spared = separement - minimum;
  return callout(
    'info',
    `Il reste au moins ${plural(minimum, 'chose')} à faire pour ${plural(sites.length, 'site')}${spared > 0 ? `, dont ${spared} de moins grâce à ce que la DSI fait pour tous` : ''}. C’est un minimum, pas une promesse.`,
  );
}

function common({ actesCommuns }: Plan): Html | null {
  if (actesCommuns.length === 0) return null;
  const lines = actesCommuns.map(
    ({ libelle, source, epargne }) =>
      html`<li><span>${libelle} <span class="doux">${tellSource(source)}</span></span><span class="doux petit">en épargne jusqu’à ${epargne} aux sites</span></li>`,
  );
  return panel('Ce que la DSI fait une fois pour tous', html`<ul class="actes-plan">${lines}</ul>`);
}

function shared({ partages, actes }: Plan): Html | null {
  if (partages.length === 0) return null;
  const libelleOf = (fait: string) => actes.find(({ type }) => type === fait)?.libelle ?? fait;
  const lines = partages.map(
    ({ fait, sites, conseil, source }) =>
      html`<li><span><span class="fort">${libelleOf(fait)}</span> <span class="doux">${tellSource(source)}</span><br>${conseil}</span><span class="doux petit">${plural(sites.length, 'site')}</span></li>`,
  );
  return panel('Qui peut servir plusieurs sites', html`<ul class="actes-plan">${lines}</ul>`);
}

/** Who does what next, in the order of the procedure: what one reads to the sites over the telephone. */
function inWords({ actes, sites }: Plan, place: string): Html | null {
  if (actes.length === 0) return null;
  const names = new Map(sites.map(({ id, denomination }) => [id, denomination]));
  const sorted = actes.toSorted((a, b) => rankOf(a.type) - rankOf(b.type));
  const runs = sorted.reduce<Acte[][]>((all, acte) => {
    const last = all.at(-1);
    if (last?.[0]?.acteur === acte.acteur) last.push(acte);
    else all.push([acte]);
    return all;
  }, []);
  const lines = runs.map(
    (run) => html`<li><p class="fort">${acteurs[run[0]?.acteur as Acteur]}</p>
<ul>${run.map(({ libelle, source, sites: ids }) => html`<li>${libelle} <span class="doux petit">${tellSource(source)}</span> : ${which(ids, names, place)}</li>`)}</ul></li>`,
  );
  return panel('Ce qui reste, dans l’ordre', html`<ol class="plan-mots">${lines}</ol>`);
}

/** A few are named; more are found among the sites. */
function which(ids: readonly string[], names: ReadonlyMap<string, string>, place: string): Html {
  if (ids.length === names.size) return html`tous les sites`;
  if (ids.length > FEW) return html`<a href="${place}">${plural(ids.length, 'site')}</a>`;
  return html`${ids.map((id, rank) => html`${rank > 0 && ', '}<a href="/dossiers/${id}">${names.get(id) ?? id}</a>`)}`;
}

function bySite({ sites }: Plan): Html {
  const left = sites.filter(({ minimum }) => minimum !== 0);
  const title = 'Ce qui manque à chaque site';
  if (left.length === 0) return panel(title, html`<p>Rien.</p>`);
  const which = column<Plan['sites'][number]>(
    'Lesquels',
    ({ manque }) => html`<ol class="manques">${manque.map(({ libelle }) => html`<li>${libelle}</li>`)}</ol>`,
  );
  return panel(
    title,
    table<Plan['sites'][number]>(title, left, [
      titleColumn('Site', ({ id, denomination }) => html`<a href="/dossiers/${id}">${denomination}</a>`),
      countColumn('Reste à faire, au moins', ({ minimum }) => minimum ?? 'sans issue'),
      ...(left.length <= FEW ? [which] : []),
    ]),
  );
}
