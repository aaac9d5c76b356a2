import { findProcedure, procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { explainSource, tellSource } from '../../../machines/source.ts';
import { drawProcedure, drawStory, type View } from '../../diagrams/drawings.ts';
import { type Lecteur, lecteurs } from '../../diagrams/recit/lanes.ts';
import { linkOf } from '../../diagrams/recit/links.ts';
import { fadedFor } from '../../diagrams/recit/live.ts';
import { storyOf } from '../../diagrams/recit/story.ts';
import type { Lien } from '../../diagrams/svg/drawing.ts';
import { Html, html } from '../../web/html.ts';
import type { Visit } from '../shell/screen.ts';
import type { Page, Shown } from '../shell/shown.ts';
import { tabBar, tabsOf } from '../ui/blocks.ts';
import { option } from '../ui/field.ts';

/** The tabs of a procedure, by their place under `/procedures/:id`. */
const tabLabels = {
  '': 'Vue d’ensemble',
  etapes: 'Étapes et conditions',
  mesures: 'Carte de chaleur',
  versions: 'Versions et différences',
} as const;
type ProcedureTab = keyof typeof tabLabels;

/** What a page of a procedure shows under its tabs. */
interface Content extends Pick<Page, 'actions' | 'isWide' | 'refreshAfter'> {
  title?: string;
  body: Html;
}

/** A page about the procedure that the address names, under its tabs; another says which there are. */
export async function procedurePage(
  { params }: Pick<Visit, 'params'>,
  onglet: ProcedureTab,
  show: (procedure: Procedure) => Content | Promise<Content>,
): Promise<Shown> {
  const { id = '' } = params;
  const procedure = findProcedure(id);
  if (!procedure) return { refusal: { code: 'introuvable', objet: 'procedure', id } };
  const { title, body, ...more } = await show(procedure);
  const part = title ?? (onglet === '' ? null : tabLabels[onglet]);
  return {
    title: part === null ? procedure.titre : `${part} – ${procedure.titre}`,
    section: 'procedures',
    trail: [
      { label: 'Procédure', href: '/procedures' },
      ...(part === null ? [] : [{ label: procedure.titre, href: addressOf(procedure) }]),
    ],
    subtitle: html`${sourceMark(procedure.source)}<span>version ${procedure.version}</span>`,
    ...more,
    body: html`${tabBar(
      'Cette procédure',
      tabsOf(tabLabels, onglet, (name) => addressOf(procedure, name)),
    )}${body}`,
  };
}

/** Where a procedure is, or one of its tabs. */
export function addressOf({ id }: Pick<Procedure, 'id'>, onglet: ProcedureTab = ''): string {
  return onglet === '' ? `/procedures/${id}` : `/procedures/${id}/${onglet}`;
}

/** Where a rule is written, what is to be read there told to whoever points at it. */
export function sourceMark(source: string): Html {
  return html`<span class="paragraphe" title="${explainSource(source)}">${tellSource(source).replaceAll(' étape', '\u00a0étape')}</span>`;
}

/** An hour: a published machine does not change. */
const CACHED = { 'Cache-Control': 'private, max-age=3600' };
const SVG = 'image/svg+xml; charset=utf-8';

/** A drawing in its frame, which scrolls sideways on a phone rather than shrink to nothing; `source` opens it whole. */
export function framedDrawing(source: string, alt: string, { ample = false }: { ample?: boolean } = {}): Html {
  const [nom] = alt.split(/ [:;] /);
  return html`<figure class="planche${ample && ' ample'}"><div class="planche-cadre" role="region" aria-label="Dessin : ${nom}" tabindex="0"><img src="${source}" alt="${alt}" loading="lazy"></div>
<figcaption class="petit doux"><a href="${source}">Ouvrir l’image en grand<span class="sr"> : ${nom}</span></a></figcaption></figure>`;
}

/** A story in its page: each step leads to where it is told; `source` opens it whole. */
export async function storyIn(
  procedures: readonly Procedure[],
  source: string,
  pour: Lecteur | undefined,
): Promise<Html> {
  const { draw } = await drawStory(procedures);
  const etats = fadedFor(storyOf(procedures), pour);
  const links = procedures.map((one) => linkOf(one, stepAddress));
  const lien = (id: string) => links.reduce<Lien | null>((found, link) => found ?? link(id), null);
  return framedPicture(draw({ lien, etats }), source, 'recit');
}

/** What was drawn for its page, in one of three sizes: the story, or all steps. */
export function framedPicture(svg: string, source: string, niveau: 'recit' | 'complet'): Html {
  const nom = niveau === 'recit' ? 'Le récit' : 'Toutes les étapes';
  const width = Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 0);
  const ampleur = niveau === 'complet' && ` ampleur-${Math.max(2, Math.ceil(width / 400))}`;
  return html`<figure class="planche recit${ampleur}"><fieldset class="rang tailles"><legend>Taille</legend>${Object.entries(
    tailles,
  ).map(([id, label]) =>
    option(label, { type: 'radio', id: `taille-${id}`, name: 'taille', value: id, checked: id === 'lisible' }),
  )}</fieldset>
<div class="planche-cadre" role="region" aria-label="${nom}, à faire défiler" tabindex="0">${new Html(svg)}</div>
<figcaption class="petit doux"><a href="${source}">Ouvrir l’image en grand<span class="sr"> : ${nom}</span></a></figcaption></figure>`;
}

const tailles = { entier: 'Entier', lisible: 'Lisible', grand: 'Grand' } as const;
const pours = {
  '': 'Tout le monde',
  etablissement: 'L’établissement',
  'administrateur-technique': 'L’administrateur technique',
  editeur: 'L’éditeur',
  dsi: 'La DSI',
} as const satisfies Record<Lecteur | '', string>;

/** Whose part is looked at, by the address. */
export function lecteurIn({ query }: Pick<Visit, 'query'>): Lecteur | undefined {
  const { pour = '' } = query;
  return (Object.keys(lecteurs) as Lecteur[]).find((known) => known === pour);
}

/** One story for each reader: what is not theirs is faded. */
export function lecteurBar(current: Lecteur | undefined, base: string): Html {
  return tabBar(
    'Ce que fait',
    tabsOf(pours, current ?? '', (id) => (id === '' ? base : `${base}${base.includes('?') ? '&' : '?'}pour=${id}`)),
  );
}

/** Where a step is told. */
export function stepAddress(procedure: string, etape: string): string {
  return `${addressOf({ id: procedure }, 'etapes')}/${etape}`;
}

/** The three paths as one story. */
export async function drawnComparison(): Promise<Shown> {
  const { draw } = await drawStory(parcours);
  return { content: draw(), type: SVG, headers: CACHED };
}

/** A procedure as a picture: its story, whole, or one region. */
export async function drawn({ params, query }: Visit): Promise<Shown> {
  const { id = '' } = params;
  const procedure = findProcedure(id);
  const asked = procedure && drawProcedure(procedure, viewOf(query));
  if (!asked) return { refusal: { code: 'introuvable', objet: 'procedure', id } };
  const { draw } = await asked;
  return { content: draw(), type: SVG, headers: CACHED };
}

function viewOf({ niveau, region }: Readonly<Record<string, string>>): View {
  if (region !== undefined) return { region };
  return { niveau: niveau === 'complet' ? 'complet' : 'recit' };
}

/** What is said of a procedure to whoever discovers it. */
interface Presentation {
  short: string;
  /** Who it is for. */
  audience: string;
  /** What makes it its own. */
  features: readonly string[];
}

const unknown: Presentation = { short: '', audience: '', features: [] };

const presentations: Readonly<Record<string, Presentation>> = {
  'public-ght': {
    short: 'Public, dans un GHT',
    audience: 'Un établissement public de santé, ou un EHPAD public, membre d’un groupement hospitalier de territoire.',
    features: [
      'La DSI du GHT est contactée d’abord : sans elle, le formulaire 413 ne part pas.',
      'La DSI fait de préférence l’état des lieux des contrats de tous les sites ; il n’arrête personne.',
      'Chaque site a son contrat, sa demande et ses certificats : le GHT n’a pas de personnalité morale.',
    ],
  },
  'prive-mono-site': {
    short: 'Un seul site',
    audience:
      'Un établissement privé, EHPAD ou clinique, sur un seul site géographique. Un EHPAD public hors GHT suit les mêmes étapes (choix A14).',
    features: [
      'Ni DSI à contacter, ni état des lieux : l’établissement mène seul sa demande.',
      'L’éditeur du logiciel est contacté de préférence, sans que rien n’en dépende.',
    ],
  },
  'prive-groupe': {
    short: 'Privé, dans un groupe',
    audience: 'Un établissement d’un groupe privé d’EHPAD ou de cliniques, qui a plusieurs sites.',
    features: [
      'La DSI du groupe est contactée d’abord, comme celle d’un GHT.',
      'La DSI fait de préférence l’état des lieux des contrats de tous les sites ; il n’arrête personne.',
      'Chaque site a son contrat, sa demande et ses certificats.',
    ],
  },
  groupement: {
    short: 'Groupement',
    audience: 'Un GHT ou un groupe privé : ce que sa DSI fait une fois pour tous ses sites.',
    features: ['Il est achevé quand tous ses sites, hors dossiers abandonnés, sont en service.'],
  },
  certificat: {
    short: 'Certificat',
    audience: 'Chaque certificat commandé, pour une personne et un usage, de la commande à sa fin.',
    features: [
      'Il est valable trois ans, et se renouvelle tant qu’il est actif.',
      'Une fois expiré ou révoqué, un autre se commande.',
    ],
  },
};

/** The paths that a dossier may follow, in their last version. */
export const parcours = procedures.filter((procedure) => procedure.genre === 'dossier' && isLast(procedure));
/** What goes beside them. */
export const others = procedures.filter((procedure) => procedure.genre !== 'dossier' && isLast(procedure));

/** What is said of a procedure to whoever discovers it. */
export function presentationOf({ id }: Pick<Procedure, 'id'>): Presentation {
  return presentations[id] ?? unknown;
}

function isLast({ id, version }: Procedure): boolean {
  return procedures.findLast((known) => known.id === id)?.version === version;
}
