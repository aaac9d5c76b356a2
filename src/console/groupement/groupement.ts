import { z } from 'zod';
import { Courriel, choix, Telephone, texteLibre } from '../../../machines/formulaires/champs.ts';
import { dayOf } from '../../days.ts';
import { readFiche } from '../../engine/fiche.ts';
import { GroupementOuvert } from '../../engine/opening.ts';
import { fold } from '../../fold.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Erreur, parse } from '../../result.ts';
import type { Services } from '../../services.ts';
import { within } from '../../web/access/guard.ts';
import { droitDe } from '../../web/access/policy.ts';
import { CSV_TYPE, matrixCsv } from '../../web/csv.ts';
import { type Html, html } from '../../web/html.ts';
import { casePage, caseTab, genreNames } from '../dossier/frame.ts';
import type { Visitor } from '../dossier/read/case.ts';
import { drawForm } from '../forms/draw.ts';
import { formOf } from '../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { GROUPEMENTS, type Page, redirect, type Shown, toCorrect } from '../shell/shown.ts';
import { emptyState, progressBar } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { searchBar } from '../ui/field.ts';
import { column, countColumn, pageOf, table, titleColumn, turnPages } from '../ui/table.ts';
import { plural, timeSince, withQuery } from '../ui/words.ts';
import { surveyScreens } from './etat-des-lieux/etat-des-lieux.ts';
import { movingScreens } from './mouvements.ts';
import { planContent } from './plan.ts';
import { signingScreens } from './signing.ts';
import { bulkScreens, matrixOf, sitesContent } from './sites/sites.ts';
import { ListQuery, SitesQuery } from './sites/table.ts';

/** The screens of GHTs and private groups. */
export function groupementScreens(): Screen[] {
  const base = '/groupements/:id';
  return [
    get('/groupements', 'groupements.lister', (visit) => listPage(visit, visit.query), { query: ListQuery }),
    get('/groupements/nouveau', 'groupements.ouvrir', () => openingPage(blank(form), [])),
    post('/groupements/nouveau', 'groupements.ouvrir', create),
    get(
      base,
      'groupements.matrice',
      (visit) => casePage(visit, 'groupement', 'sites', (groupement) => sitesContent(visit, groupement, visit.query)),
      { query: SitesQuery },
    ),
    get(`${base}/sites.csv`, 'groupements.matrice-csv', (visit) =>
      casePage(visit, 'groupement', 'sites', async (groupement) => {
        const found = await matrixOf(visit, groupement);
        if (!found.ok) return { refusal: found.error };
        return { content: matrixCsv(found.value), type: CSV_TYPE, filename: `sites-${visit.services.today()}.csv` };
      }),
    ),
    caseTab('groupement', 'plan', 'groupements.plan', planContent),
    ...signingScreens(),
    ...surveyScreens(),
    ...bulkScreens(),
    ...movingScreens(),
  ];
}

const PER_PAGE = 50;
/** Beyond it, the list says that there are more. */
const MAX = 2_000;
const BATCH = 200;

/** The groupements that somebody may see, those that moved last first. */
async function listPage(visit: Visitor, { q, page: wanted }: { q: string; page: number }): Promise<Page> {
  const all = await readAll(visit);
  const words = fold(q).split(' ');
  const kept = all.filter(({ nom, genre }) => words.every((word) => fold(`${nom} ${genre}`).includes(word)));
  const { shown, ...at } = pageOf(kept, wanted, PER_PAGE);
  const agit = visit.apart || droitDe('groupements.faits', visit.identite) === 'tous';
  return {
    title: 'Groupements',
    section: 'groupements',
    actions: agit ? linkButton('Nouveau groupement', '/groupements/nouveau', 'principal', 'plus') : null,
    body:
      all.length === 0
        ? none(agit)
        : html`<section class="panneau" aria-label="Liste des groupements">${searchBar({
            q,
            action: '/groupements',
            region: 'Dans les groupements',
            id: 'nom-groupement',
            label: 'Chercher un groupement',
            placeholder: 'Nom du groupement',
          })}
${kept.length === 0 ? emptyState('recherche', 'Aucun groupement ne répond', html`<p><a href="/groupements">Voir tous les groupements</a></p>`) : lines(shown, visit.services.today())}
${turnPages(at, (page) => withQuery('/groupements', { q, page }), ` · ${plural(kept.length, 'groupement')}`)}
${all.length >= MAX && html`<p class="petit doux">Seuls les ${MAX} premiers groupements sont listés : cherchez par le nom.</p>`}</section>`,
  };
}

function none(agit: boolean): Html {
  const what = html`<p>Un groupement rassemble les sites d’un GHT ou d’un groupe privé : sa DSI agit une fois pour tous, et vous suivez leur avancement d’un coup d’œil.</p>
${agit && html`<p class="boutons">${linkButton('Créer un groupement', '/groupements/nouveau', 'principal', 'plus')}</p>`}`;
  return html`<section class="panneau">${emptyState('groupement', 'Aucun groupement pour l’instant', what)}</section>`;
}

function lines(shown: readonly ReturnType<typeof toListed>[], today: string): Html {
  return table('Groupements', shown, [
    titleColumn('Nom', ({ id, nom }) => html`<a href="/groupements/${id}">${nom}</a>`),
    column('Genre', ({ genre }) => genre),
    countColumn('Sites', ({ sites }) => sites),
    column('En service', ({ nom, enService, sites }) =>
      sites === 0
        ? html`<span class="doux">aucun site</span>`
        : progressBar(enService, sites, `Sites en service, ${nom}`),
    ),
    column('Dernier mouvement', ({ modifieLe }) => timeSince(modifieLe, today)),
  ]);
}

async function readAll({ services, identite }: Visitor) {
  const lines: ReturnType<typeof toListed>[] = [];
  for (let apres: string | null | undefined; apres !== null && lines.length < MAX; ) {
    const query = within(identite, services.today(), { genre: 'groupement', limite: BATCH, ...(apres && { apres }) });
    const { lignes, suite } = await services.list(query);
    lines.push(...lignes.map(toListed));
    apres = suite;
  }
  return lines.toSorted((a, b) => b.modifieLe.localeCompare(a.modifieLe) || a.nom.localeCompare(b.nom, 'fr'));
}

function toListed({
  id,
  denomination: nom,
  fiche,
  etat,
  modifieLe,
}: Awaited<ReturnType<Services['list']>>['lignes'][number]) {
  const { enCours, enService } = countsOf(etat);
  const genre = genreNames[`${readFiche(fiche).genre}`] ?? '';
  return { id, nom, genre, enService, sites: enCours + enService, modifieLe: dayOf(new Date(modifieLe)) };
}

/** A damaged row may be no JSON: it is listed without its sites. */
function countsOf(etat: string): { enCours: number; enService: number } {
  try {
    return { enCours: 0, enService: 0, ...JSON.parse(etat).enfants };
  } catch {
    return { enCours: 0, enService: 0 };
  }
}

/** What is asked to open a groupement; its DSI by a name and how to reach it. */
const Saisie = z.strictObject({
  nom: texteLibre('Nom du groupement').meta({ title: 'Nom du groupement' }),
  genre: choix('Genre', { ght: 'GHT (établissements publics)', 'groupe-prive': 'Groupe privé (cliniques, EHPAD)' }),
  dsi: z
    .strictObject({
      nom: texteLibre('Nom ou service'),
      courriel: Courriel.optional(),
      telephone: Telephone.optional().meta({ title: 'Téléphone' }),
    })
    .optional()
    .meta({ title: 'Contact de la DSI', question: 'Connaissez-vous le contact de la DSI ?' }),
});
const form = formOf(Saisie, { prefix: 'groupement' });

/** Opens a GHT or a private group. */
async function create({ body, services, identite }: Visit): Promise<Shown> {
  const typed = typedOf(body, form);
  const asked = parse(GroupementOuvert, readTyped(form, typed));
  const act = { auteur: auteurOf(identite), version: null };
  const opened = asked.ok ? await services.openGroupement(asked.value, act) : asked;
  if (opened.ok)
    return redirect(
      `/groupements/${opened.value.row.id}`,
      `« ${opened.value.row.denomination} » est créé. Déposez maintenant l’état des lieux de sa DSI, ou ouvrez ses sites.`,
    );
  if (opened.error.code === 'saisie-invalide') return openingPage(typed, opened.error.erreurs);
  return { refusal: opened.error };
}

function openingPage(typed: Typed, erreurs: readonly Erreur[]): Page {
  return {
    title: 'Nouveau groupement',
    section: 'groupements',
    trail: [GROUPEMENTS],
    ...toCorrect(erreurs),
    body: html`<div class="panneau">${drawForm(form, typed, {
      action: '/groupements/nouveau',
      defaultAction: 'creer',
      erreurs,
      buttons: html`${button('Créer le groupement', 'principal', { name: 'action', value: 'creer' })}${linkButton('Annuler', '/groupements', 'discret')}`,
    })}</div>`,
  };
}
