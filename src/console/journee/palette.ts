import { plain } from '../../fold.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { placesOf } from '../dossier/etapes/page.ts';
import { receiverOf } from '../dossier/faits/form.ts';
import { mayAct } from '../dossier/frame.ts';
import { factsIn, pathOf, readCase } from '../dossier/read/case.ts';
import { mayOpen, sectionsFor } from '../shell/layout.ts';
import type { Visit } from '../shell/screen.ts';
import { redirect, type Shown, underJournee } from '../shell/shown.ts';
import { emptyState } from '../ui/blocks.ts';
import { plural } from '../ui/words.ts';
import { tabLabels } from './query.ts';

interface Place {
  label: string;
  href: string;
  /** What tells it from another of the same name. */
  more?: string | null;
}

interface Group {
  title: string;
  places: readonly Place[];
}

/** How many of each kind are shown. */
const SHOWN = 8;

const TABS = [
  ['journal', 'Journal du dossier'],
  ['notes', 'Notes et relances du dossier'],
  ['documents', 'Documents du dossier'],
  ['echanges', 'Échanges du dossier'],
] as const;

const tabs = Object.entries(tabLabels).map(([id, label]) => ({
  label: `Ma journée : ${label}`,
  href: `/?onglet=${id}`,
}));
const others: readonly Place[] = [
  { label: 'Notifications', href: '/notifications' },
  { label: 'Calendrier', href: '/calendrier' },
  { label: 'Courriels à classer', href: '/courriels' },
  { label: 'Aide', href: '/aide' },
  { label: 'Raccourcis clavier', href: '/raccourcis' },
  { label: 'Glossaire', href: '/glossaire' },
  { label: 'Mon compte', href: '/moi' },
];

/** The pages that somebody may open. */
function pagesFor({ identite }: Visit): Place[] {
  const opening = mayOpen(identite) ? [{ label: 'Ouvrir un dossier', href: '/dossiers/nouveau' }] : [];
  const sections = sectionsFor(identite).filter(({ id }) => id !== 'journee');
  return [...opening, ...tabs, ...sections.map(({ label, href }) => ({ label, href })), ...others];
}

/** Where one goes by a word: straight where one place alone answers, to the list of dossiers where several do; all of them as one types. */
export async function search(visit: Visit): Promise<Shown> {
  const { services, query, fragment } = visit;
  const q = (query['q'] ?? '').trim().slice(0, 200);
  if (fragment === 'palette') return { fragment: drawn(await answersTo(visit, q), q) };
  const id = q === '' ? null : await numberOf(services, q.replace(/[\s.-]/g, '').toUpperCase());
  if (id !== null) return redirect(`/dossiers/${id}`);
  const groups = await answersTo(visit, q);
  const places = groups.flatMap((group) => group.places);
  const [only] = places;
  if (q !== '' && only && places.length === 1) return redirect(only.href);
  const areDossiers = groups.some(({ title }) => title === DOSSIERS);
  if (q !== '' && (areDossiers || !only)) return redirect(listOf(q));
  return {
    title: q === '' ? 'Aller à' : `Aller à : ${q}`,
    ...underJournee(),
    body: html`<p class="doux">Cherchez en haut de la page un dossier par son nom, son SIRET, son FINESS ou une personne, ou choisissez une page.</p>
<div class="panneau reponses-recherche">${drawn(groups, q)}</div>`,
  };
}

const DOSSIERS = 'Dossiers';
const listOf = (q: string) => `/?${new URLSearchParams({ onglet: 'tous', q })}`;

async function answersTo(visit: Visit, q: string): Promise<Group[]> {
  const words = plain(q).split(/\s+/).filter(Boolean);
  const pages = pagesFor(visit);
  const answers = ({ label }: Place) => words.every((word) => plain(label).includes(word));
  const [here, dossiers] = await Promise.all([placesHere(visit), q === '' ? [] : dossiersFor(visit, q)]);
  const found = [
    { title: 'Ce dossier', places: here.filter(answers).slice(0, SHOWN + TABS.length) },
    { title: DOSSIERS, places: dossiers },
    { title: 'Pages', places: pages.filter(answers).slice(0, q === '' ? pages.length : SHOWN) },
  ];
  return found.filter(({ places }) => places.length > 0);
}

async function dossiersFor({ services, identite }: Visit, q: string): Promise<Place[]> {
  const asked = { moi: identite.id, onglet: 'tous', filtres: { q }, tri: 'limite', descendant: false } as const;
  const { lignes } = await services.travail.lire({ ...asked, page: 1, parPage: SHOWN });
  return lignes.map(({ id, denomination, commune, finess, siret }) => ({
    label: denomination,
    href: `/dossiers/${id}`,
    more: [commune, finess ?? siret].filter(Boolean).join(' · '),
  }));
}

/** What may be done in the dossier from which one asks, and its pages; what undoes is told from its own page alone. */
async function placesHere(visit: Visit): Promise<Place[]> {
  const [, id] = /^\/dossiers\/([\da-f-]{36})(?:\/|$)/.exec(visit.query['ici'] ?? '') ?? [];
  if (id === undefined) return [];
  const read = await readCase(visit.services, { genre: 'dossier', id });
  if (!read.ok) return [];
  const { cible } = read.value;
  const acts = mayAct(visit, read.value) ? factsIn(read.value) : [];
  const { formOf } = await placesOf({ ...visit, params: { id } }, read.value, 0);
  const taken = acts.filter(({ accepte, sorte }) => accepte && sorte !== 'alea').toSorted((a, b) => left(a) - left(b));
  return [
    ...new Map(taken.map((fait) => [fait.type, fait])).values().map((fait) => ({
      label: fait.libelle,
      href: formOf(receiverOf(fait, cible), fait.type),
    })),
    ...TABS.map(([tab, label]) => ({ label, href: `${pathOf(cible)}/${tab}` })),
  ];
}

/** How many acts an act leaves: those that come next have fewest. */
const left = ({ restantApres }: { restantApres: number | null }) => restantApres ?? Number.MAX_SAFE_INTEGER;

function drawn(groups: readonly Group[], q: string): Html {
  const count = groups.reduce((sum, { places }) => sum + places.length, 0);
  const all = groups.some(({ title, places }) => title === DOSSIERS && places.length === SHOWN);
  if (count === 0) return emptyState('recherche', 'Rien ne répond', 'Essayez un autre mot, ou un numéro sans espace.');
  return html`<p class="sr" role="status">${plural(count, 'réponse')}</p>${groups.map(
    ({ title, places }) =>
      html`<div role="group" aria-label="${title}"><p class="surtitre">${title}</p><ul>${places.map(
        ({ label, href, more }) =>
          html`<li><a href="${href}">${label}${more && html` <span class="doux">${more}</span>`}</a></li>`,
      )}${title === DOSSIERS && all && html`<li><a href="${listOf(q)}">Tous les dossiers qui répondent</a></li>`}</ul></div>`,
  )}`;
}

/** The one dossier that has that SIRET or FINESS; null for none or several. */
async function numberOf(services: Services, number: string): Promise<string | null> {
  const filter = numberFilter(number);
  if (!filter) return null;
  const { lignes } = await services.list({ genre: 'dossier', ...filter, limite: 3 });
  const live = lignes.filter(({ statut }) => statut !== 'abandonne');
  const [only, ...others] = live.length > 0 ? live : lignes;
  return only && others.length === 0 ? only.id : null;
}

function numberFilter(number: string) {
  if (/^\d{14}$/.test(number)) return { siret: number };
  return /^(?:\d{2}|2[AB])\d{7}$/.test(number) ? { finess: number } : null;
}
