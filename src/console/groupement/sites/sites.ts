import { tellStatut } from '../../../../machines/procedure.ts';
import { tellSource } from '../../../../machines/source.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import { ok, type Result } from '../../../result.ts';
import { within } from '../../../web/access/guard.ts';
import { type Html, html } from '../../../web/html.ts';
import { factPath, formTelling, receiverOf } from '../../dossier/faits/form.ts';
import { type Content, casePage, mayAct } from '../../dossier/frame.ts';
import { type CaseRead, type Etape, pathOf, readCase, type Visitor } from '../../dossier/read/case.ts';
import { type AskedSite, actButtons, askedSites } from '../../lot/acts.ts';
import type { Place } from '../../lot/page.ts';
import { tellSeveral } from '../../lot/tell.ts';
import { get, post, type Screen, type Visit } from '../../shell/screen.ts';
import { redirect, type Shown } from '../../shell/shown.ts';
import { emptyState, pill, progressBar } from '../../ui/blocks.ts';
import { actionForm, linkButton } from '../../ui/button.ts';
import { icon } from '../../ui/icon.ts';
import { pageOf, turnPages } from '../../ui/table.ts';
import { plural, timeSince } from '../../ui/words.ts';
import {
  addressOf,
  filterBar,
  keptSites,
  type Matrix,
  type MatrixSite,
  matrixTable,
  type SitesQuery,
  scopeFields,
} from './table.ts';

/** As many as weigh less than 100 kB. */
const PER_PAGE = { mots: 36, detail: 25 };

/** The sites of a groupement that somebody may see, against what each must have. */
export async function matrixOf(visit: Visitor, { cible }: Pick<CaseRead, 'cible'>): Promise<Result<Matrix, Refusal>> {
  const { services, identite } = visit;
  const today = services.today();
  const seen = within(identite, today, { genre: 'dossier', limite: 1 });
  const found = await services.matrice(cible.id, seen);
  if (!found.ok) return found;
  await services.travail.rattraper();
  const awaited = await services.travail.attentes(found.value.sites.map(({ id }) => id));
  return ok({
    ...found.value,
    sites: found.value.sites.map((site) => {
      const late = awaited.get(site.id)?.attentes.filter(({ limite }) => limite !== null && limite < today) ?? [];
      return { ...site, retards: new Set(late.map(({ etape }) => etape)) };
    }),
  });
}

/** The sites of a groupement, what its DSI does once for all of them, and what may be done for several at once. */
export async function sitesContent(visit: Visitor, groupement: CaseRead, demande: SitesQuery) {
  const found = await matrixOf(visit, groupement);
  if (!found.ok) return { refusal: found.error };
  const matrix = found.value;
  const agit = mayAct(visit, groupement);
  const base = pathOf(groupement.cible);
  const open = matrix.sites.find(({ id }) => id === demande.site);
  const back = addressOf(base, demande, { page: demande.page });
  const panel = open ? await sitePanel(visit, open, { back, agit }) : null;
  const asked = agit ? await askedSites(visit.services, keptSites(matrix, demande)) : [];
  return {
    actions: actions(matrix, base, agit),
    body: html`${panel}<div class="pile tete-groupement">${standing(matrix)}${once(groupement, agit)}</div>
${matrix.sites.length === 0 ? empty(base, agit) : sites(matrix, { base, demande, agit, asked })}`,
  };
}

function actions({ id, genre, sites: all }: Matrix, base: string, agit: boolean): Html {
  return html`${agit && linkButton('Ouvrir un site', `/dossiers/nouveau?groupement=${id}&genre=${genre}`, 'second', 'plus')}
${linkButton('Calendrier', `/calendrier?groupement=${id}`, 'second', 'calendrier')}
${agit && linkButton('Entrées et sorties', `${base}/mouvements`, 'second', 'suite')}
${all.length > 0 && linkButton('Exporter (CSV)', `${base}/sites.csv`, 'second', 'telecharger')}`;
}

/** How far the whole groupement is, and which sites it does not wait for (A30). */
function standing({ sites: all, colonnes, bilan }: Matrix): Html {
  const followed = all.filter(({ statut }) => statut !== 'abandonne' && statut !== 'clos');
  const done = bilan.enService;
  const cells = followed.flatMap(({ cellules }) => Object.values(cellules));
  const ready = cells.filter(({ etat }) => etat === 'fait').length;
  const late = followed.filter(({ retards }) => retards.size > 0).length;
  return html`<section class="panneau avancement" aria-labelledby="titre-avancement"><h2 id="titre-avancement" class="sr">Avancement</h2>
<dl><div><dt>Sites en service</dt><dd>${progressBar(done, followed.length, 'Sites en service')}</dd></div>
<div><dt>Prérequis acquis</dt><dd>${progressBar(ready, followed.length * colonnes.length, 'Prérequis acquis, tous sites')}</dd></div>
<div><dt>Bilan</dt><dd>${bilanWords(bilan, followed.length)}${late > 0 && html` ${pill('faute', `${late} en retard`, 'horloge')}`}</dd></div>
${apart('Abandonnés, à part', bilan.abandonnes)}${apart('Établissements fermés, à part', bilan.clos)}</dl></section>`;
}

/** A30 — complete when every site that is neither abandoned nor closed is in service. */
function bilanWords({ enCours, enService }: Matrix['bilan'], followed: number): Html {
  if (followed > 0 && enService === followed) return pill('bien', 'Groupement complet', 'coche');
  return html`${plural(enCours, 'site en cours', 'sites en cours', 'Aucun site en cours')}, ${plural(enService, 'en service', 'en service', 'aucun en service')}`;
}

/** Sites that it does not wait for: how many, and which. */
function apart(titre: string, some: readonly { id: string; denomination: string }[]): Html | null {
  if (some.length === 0) return null;
  return html`<div><dt>${titre}</dt><dd>${plural(some.length, 'site')} : ${some.map(
    ({ id, denomination }, rank) => html`${rank > 0 && ', '}<a href="/dossiers/${id}">${denomination}</a>`,
  )}</dd></div>`;
}

/** What is done once for all the sites; null when nothing is left. */
function once(groupement: CaseRead, agit: boolean): Html | null {
  const steps = groupement.suite?.etapes ?? [];
  if (steps.length === 0) return null;
  return html`<section class="panneau" aria-labelledby="titre-une-fois"><h2 id="titre-une-fois">Une fois pour tous les sites</h2>
<ul class="une-fois">${steps.map((step) => onceStep(groupement, step, agit))}</ul></section>`;
}

function onceStep(groupement: CaseRead, { libelle, acteurLibelle, source, faits, nature }: Etape, agit: boolean): Html {
  const fait = faits.find(({ accepte }) => accepte);
  return html`<li><div><p class="fort">${libelle}</p><p class="doux petit">${acteurLibelle} · ${nature === 'obligatoire' ? 'obligatoire' : 'recommandé'} · ${tellSource(source)}</p></div>
${agit && fait && onceButton(groupement, fait)}</li>`;
}

function onceButton(groupement: CaseRead, { type, libelle }: { type: string; libelle: string }): Html {
  const base = pathOf(groupement.cible);
  const telling = formTelling(groupement.cible, type);
  if (telling) return linkButton('Recevoir l’état des lieux', telling.href, 'second', 'document');
  return linkButton(libelle, `${base}/faits/${type}?retour=${encodeURIComponent(base)}`, 'principal', 'coche');
}

function empty(base: string, agit: boolean): Html {
  const how = html`<p>Déposez l’état des lieux de la DSI : chaque ligne peut ouvrir le dossier d’un site. Ou ouvrez-les un à un.</p>
${agit && html`<p class="boutons">${linkButton('Déposer un tableau', `${base}/etat-des-lieux`, 'principal', 'document')}</p>`}`;
  return html`<section class="panneau">${emptyState('groupement', 'Aucun site dans ce groupement', how)}</section>`;
}

interface Showing {
  base: string;
  demande: SitesQuery;
  agit: boolean;
  /** The sites that are kept, with what they wait for. */
  asked: readonly AskedSite[];
}

function sites(matrix: Matrix, showing: Showing): Html {
  const { base, demande, agit, asked } = showing;
  const found = keptSites(matrix, demande);
  const size = demande.par === 'tous' ? found.length : PER_PAGE[demande.vue];
  const { shown, ...at } = pageOf(found, demande.page, Math.max(1, size));
  const table = matrixTable(matrix, shown, { base, query: demande, isChoosing: agit });
  return html`<section class="panneau" aria-labelledby="titre-sites"><div class="tete"><h2 id="titre-sites">Sites</h2>
<p class="petit">${other(base, demande)}</p></div>
${filterBar(matrix, demande, base)}
${
  found.length === 0
    ? emptyState('recherche', 'Aucun site ne répond', html`<p><a href="${base}">Voir tous les sites</a></p>`)
    : html`${agit ? actionForm({ action: `${base}/lot` }, html`${bulkBar(asked, demande)}${table}`) : table}
${turn(at, showing, found)}`
}</section>`;
}

/** What may be told at once of the sites that are ticked, or of all those that are kept. */
function bulkBar(asked: readonly AskedSite[], { filtre, q }: SitesQuery): Html | null {
  const buttons = actButtons(asked, 'site');
  return (
    buttons &&
    html`<fieldset class="lot-sites"><legend>À faire maintenant, pour plusieurs sites à la fois</legend>
<p class="aide">Cochez des sites ; sans coche, c’est pour tous ceux de la liste. Rien ne s’enregistre encore.</p>
${scopeFields({ sites: [], filtre, q })}${buttons}</fieldset>`
  );
}

function other(base: string, demande: SitesQuery): Html {
  return demande.vue === 'detail'
    ? html`<a href="${addressOf(base, demande, { vue: 'mots' })}">Vue condensée</a>`
    : html`<a href="${addressOf(base, demande, { vue: 'detail' })}">Vue détaillée</a>`;
}

function turn(at: { page: number; last: number }, { base, demande }: Showing, found: readonly MatrixSite[]): Html {
  const many = plural(found.length, 'site');
  if (at.last === 1) return html`<p class="petit doux fin-liste">${many}</p>`;
  return html`${turnPages(at, (page) => addressOf(base, demande, { page }), ` · ${many}`)}
<p class="petit"><a href="${addressOf(base, demande, { par: 'tous' })}">Afficher les ${found.length} sites sur une page</a></p>`;
}

/** Where one is, and what closes the panel. */
interface Around {
  /** The page of sites without the panel. */
  back: string;
  agit: boolean;
}

/** One site beside the others: what is awaited of whom, and what may be done now. */
async function sitePanel({ services }: Pick<Visitor, 'services'>, site: MatrixSite, around: Around) {
  const read = await readCase(services, { genre: 'dossier', id: site.id });
  if (!read.ok) return null;
  const affaire = read.value;
  const compteId = (await services.travail.affectations(site.id)).at(-1)?.compteId ?? null;
  const holder = compteId === null ? null : await services.identites.compte(compteId);
  const { denomination, siret, finess, codePostal, commune, statut, restant } = site;
  const steps = (affaire.suite?.etapes ?? []).filter(({ nature }) => nature !== 'facultative');
  return html`<section class="panneau panneau-site" id="panneau-site" tabindex="-1" autofocus aria-labelledby="titre-site">
<div class="tete"><h2 id="titre-site">${denomination}</h2><div class="rang actions">${linkButton('Ouvrir le dossier', `/dossiers/${site.id}`, 'principal', 'suite')}
${linkButton('Fermer', around.back, 'second', 'croix')}</div></div>
<ul class="rang identite"><li>${pill(statut === 'enService' ? 'bien' : 'accent', tellStatut(statut))}</li>
<li><span class="doux">FINESS</span> ${finess ?? 'aucun'}</li><li><span class="doux">SIRET</span> ${siret}</li><li>${codePostal} ${commune}</li>
<li><span class="doux">Suivi par</span> ${holder?.nom ?? 'personne'}</li>
${restant !== null && restant > 0 && html`<li>Encore ${restant} à faire au moins</li>`}</ul>
${steps.length === 0 ? html`<p class="doux">Rien n’est attendu.</p>` : html`<ul class="etapes-site">${steps.map((etape) => stepOf(affaire, etape, { ...around, today: services.today(), retards: site.retards }))}</ul>`}</section>`;
}

function stepOf(
  { cible }: CaseRead,
  { id, libelle, acteurLibelle, depuis, faits }: Etape,
  { back, agit, today, retards }: Around & { today: string; retards: MatrixSite['retards'] },
): Html {
  const fait = faits.find(({ accepte }) => accepte);
  const why = fait ? [] : [...new Set(faits.flatMap(({ manque }) => manque.map((one) => one.libelle)))];
  return html`<li><div><p class="fort">${libelle}</p>
<p class="doux petit">${acteurLibelle} · ${timeSince(depuis, today)}${retards.has(id) && html` · ${pill('faute', 'En retard', 'horloge')}`}</p>
${why.length > 0 && html`<p class="raison petit">${icon('verrou')} ${why.join(' ')}</p>`}</div>
${agit && fait && linkButton(fait.libelle, actPath(cible, fait, back), 'second')}</li>`;
}

function actPath(cible: CaseRead['cible'], fait: Etape['faits'][number], back: string): string {
  const receiver = receiverOf(fait, cible);
  const form = formTelling(receiver, fait.type);
  return form?.href ?? `${factPath(receiver, fait.type)}?retour=${encodeURIComponent(back)}`;
}

/** One act for several sites of a groupement. */
export function bulkScreens(): Screen[] {
  const path = '/groupements/:id/lot';
  const answer = (visit: Visit) => casePage(visit, 'groupement', 'sites', (groupement) => bulk(visit, groupement));
  return [post(path, 'groupements.faits', answer), get(path, 'groupements.faits', answer)];
}

function bulk(visit: Visit, groupement: CaseRead): Promise<Content | Shown> | Shown {
  const type = visit.body.get('acte') ?? visit.query['acte'];
  if (type === undefined) return redirect(pathOf(groupement.cible));
  return tellSeveral(visit, sitesPlace(visit, groupement), type);
}

/** The sites that were named, else those that the filter of the page keeps. */
function sitesPlace(visit: Visit, groupement: CaseRead): Place {
  const { body } = visit;
  const scope = { sites: body.tous('site'), filtre: body.get('filtre') ?? 'tous', q: body.get('q') ?? '' };
  const base = pathOf(groupement.cible);
  return {
    action: `${base}/lot`,
    retour: { libelle: 'Revenir aux sites', vers: base },
    mot: 'site',
    scope: scopeFields(scope),
    isNamed: scope.sites.length > 0,
    async sites(isScoped) {
      const found = await matrixOf(visit, groupement);
      if (!found.ok) return [];
      const { sites } = found.value;
      if (!isScoped) return sites;
      return scope.sites.length > 0
        ? sites.filter(({ id }) => scope.sites.includes(id))
        : keptSites(found.value, scope);
    },
  };
}
