import { ENTIER } from '../../../machines/event.ts';
import { type Personne, Qualite } from '../../../machines/formulaires/champs.ts';
import type { FormulaireId } from '../../../machines/formulaires/index.ts';
import { findFact } from '../../../machines/index.ts';
import { tellSource } from '../../../machines/source.ts';
import { type Acteur, acteurs } from '../../../machines/step.ts';
import type { Services } from '../../services.ts';
import { within } from '../../web/access/guard.ts';
import { Champs } from '../../web/form.ts';
import { type Html, html } from '../../web/html.ts';
import { type Content, casePage } from '../dossier/frame.ts';
import { type CaseRead, pathOf, type Visitor } from '../dossier/read/case.ts';
import type { Saisie } from '../formulaires/catalogue.ts';
import { filledForm } from '../formulaires/filled-form.ts';
import { followUps } from '../formulaires/sending.ts';
import { rankOf } from '../lot/acts.ts';
import { get, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { callout, emptyState } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { column, countColumn, pageOf, table, titleColumn, turnPages } from '../ui/table.ts';
import { longDay, plural, withQuery } from '../ui/words.ts';

/** The least set of acts over the sites. */
type Plan = Extract<Awaited<ReturnType<Services['planGroupement']>>, { ok: true }>['value'];
type Acte = Plan['actes'][number];

/** Beyond it, sites are counted, not named. */
const FEW = 12;
const MOST = 301;

/** The plan of a groupement; null while it has no site, or has some that one may not see. */
async function planSeen({ services, identite }: Visitor, { cible }: Pick<CaseRead, 'cible'>) {
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
<div class="pile plan-groupement">${common(plan)}${shared(plan)}${inWords(plan, place)}${bySite(plan)}</div>`,
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
  return html`<section class="panneau"><h2>Ce que la DSI fait une fois pour tous</h2>
<ul class="actes-plan">${actesCommuns.map(
    ({ libelle, source, epargne }) =>
      html`<li><span>${libelle} <span class="doux">${tellSource(source)}</span></span><span class="doux petit">en épargne jusqu’à ${epargne} aux sites</span></li>`,
  )}</ul></section>`;
}

function shared({ partages, actes }: Plan): Html | null {
  if (partages.length === 0) return null;
  const libelleOf = (fait: string) => actes.find(({ type }) => type === fait)?.libelle ?? fait;
  return html`<section class="panneau"><h2>Qui peut servir plusieurs sites</h2>
<ul class="actes-plan">${partages.map(
    ({ fait, sites, conseil, source }) =>
      html`<li><span><span class="fort">${libelleOf(fait)}</span> <span class="doux">${tellSource(source)}</span><br>${conseil}</span><span class="doux petit">${plural(sites.length, 'site')}</span></li>`,
  )}</ul></section>`;
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
  return html`<section class="panneau"><h2>Ce qui reste, dans l’ordre</h2>
<ol class="plan-mots">${runs.map(
    (run) => html`<li><p class="fort">${acteurs[run[0]?.acteur as Acteur]}</p>
<ul>${run.map(({ libelle, source, sites: ids }) => html`<li>${libelle} <span class="doux petit">${tellSource(source)}</span> : ${which(ids, names, place)}</li>`)}</ul></li>`,
  )}</ol></section>`;
}

/** A few are named; more are found among the sites. */
function which(ids: readonly string[], names: ReadonlyMap<string, string>, place: string): Html {
  if (ids.length === names.size) return html`tous les sites`;
  if (ids.length > FEW) return html`<a href="${place}">${plural(ids.length, 'site')}</a>`;
  return html`${ids.map((id, rank) => html`${rank > 0 && ', '}<a href="/dossiers/${id}">${names.get(id) ?? id}</a>`)}`;
}

function bySite({ sites }: Plan): Html {
  const left = sites.filter(({ minimum }) => minimum !== 0);
  const detailed = left.length <= FEW;
  return html`<section class="panneau"><h2>Ce qui manque à chaque site</h2>
${
  left.length === 0
    ? html`<p>Rien.</p>`
    : table<Plan['sites'][number]>('Ce qui manque à chaque site', left, [
        titleColumn('Site', ({ id, denomination }) => html`<a href="/dossiers/${id}">${denomination}</a>`),
        countColumn('Reste à faire, au moins', ({ minimum }) => minimum ?? 'sans issue'),
        ...(detailed
          ? [
              column(
                'Lesquels',
                ({ manque }: Plan['sites'][number]) =>
                  html`<ol class="manques">${manque.map(({ libelle }) => html`<li>${libelle}</li>`)}</ol>`,
              ),
            ]
          : []),
      ])
}</section>`;
}

/** As many sites as weigh less than 100 kB. */
const PER_PAGE = 40;

/** What is still to be signed, site by site, to be printed. */
export function signingScreen(): Screen {
  return get('/groupements/:id/a-signer', 'groupements.plan', (visit) =>
    casePage(visit, 'groupement', 'plan', (groupement) => content(visit, groupement)),
  );
}

async function content(visit: Visit, groupement: CaseRead): Promise<Content | Shown> {
  const plan = await planSeen(visit, groupement);
  if (plan !== null && 'refusal' in plan) return plan;
  const base = pathOf(groupement.cible);
  const sites = (plan?.sites ?? []).map((site) => ({ site, forms: formsIn(site) })).filter(({ forms }) => forms.length);
  const total = sites.reduce((sum, { forms }) => sum + forms.length, 0);
  const { shown, ...at } = pageOf(sites, visit.query['page'], PER_PAGE);
  const lines: Line[] = [];
  for (const { site, forms } of shown) for (const form of forms) lines.push(await lineOf(visit, site, form));
  return {
    title: 'À signer',
    actions: linkButton('Revenir au plan', `${base}/plan`, 'second', 'retour'),
    body: html`<section class="panneau a-signer">${
      lines.length === 0
        ? emptyState(
            'bien',
            'Plus rien à signer',
            'Tous les formulaires des sites sont signés, ou viendront d’une autre étape.',
          )
        : html`<p>${plural(total, 'formulaire')} à faire signer, le ${longDay(visit.services.today())}. <span class="doux a-l-ecran">Imprimez cette page par votre navigateur (Ctrl + P) : seule la liste s’imprime.</span></p>
${signingTable(lines)}${turnPages(at, (page) => withQuery(`${base}/a-signer`, { page }))}`
    }</section>`,
  };
}

/** The forms that are still to be signed for a site, in the order of the plan. */
function formsIn({ manque }: Plan['sites'][number]): FormulaireId[] {
  const forms = manque.flatMap(({ type }) => {
    const piece = findFact(type)?.piece;
    return piece && (piece.contenu === ENTIER || type === followUps.signer.type) ? [piece.formulaire] : [];
  });
  return [...new Set(forms)];
}

type Line = Awaited<ReturnType<typeof lineOf>>;

/** Who signs, as far as the dossier knows: null while nobody is known. */
async function lineOf(visit: Visit, { id, denomination }: Plan['sites'][number], form: FormulaireId) {
  const travail = await filledForm({ ...visit, params: { id, formulaire: form }, body: new Champs() });
  const saisie: Saisie = 'refusal' in travail ? {} : travail.saisie;
  const visa = (saisie['partie3'] ?? saisie) as { signataire?: Partial<Personne>; qualite?: string };
  const { nom, prenom } = visa.signataire ?? (saisie['representantLegal'] as Partial<Personne> | undefined) ?? {};
  return {
    id,
    form,
    site: denomination,
    nom: 'refusal' in travail ? form : travail.imprime.nom,
    signataire: nom && prenom ? { nom, prenom } : null,
    qualite: libelles[visa.qualite ?? 'representantLegal'] ?? '',
  };
}

const { libelles } = Qualite.meta() as { libelles: Readonly<Record<string, string>> };

function signingTable(lines: readonly Line[]): Html {
  return table<Line>('Formulaires à signer', lines, [
    titleColumn('Site', ({ id, site }) => html`<a href="/dossiers/${id}">${site}</a>`),
    column(
      'Formulaire',
      ({ id, form, nom, site }) =>
        html`<a href="/dossiers/${id}/formulaires/${form}/impression">${nom}<span class="sr">, ${site}</span></a>`,
    ),
    column('Qui signe', ({ signataire, qualite }) =>
      signataire
        ? html`${signataire.prenom} ${signataire.nom} <span class="doux">· ${qualite}</span>`
        : html`${qualite} <span class="doux">· nom à compléter</span>`,
    ),
    column('Signé le', () => html`<span class="signe-le">&nbsp;</span>`),
  ]);
}
