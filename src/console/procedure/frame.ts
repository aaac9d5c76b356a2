import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { explainSource, tellSource } from '../../../machines/source.ts';
import { drawComparison, drawProcedure, type View } from '../../diagrams/drawings.ts';
import { type Html, html } from '../../web/html.ts';
import type { Page, Shown, Visit } from '../shell/screen.ts';
import { type Tab, tabBar } from '../ui/blocks.ts';
import { parcours } from './presentation.ts';

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
    body: html`${tabs(procedure, onglet)}${body}`,
  };
}

/** Where a procedure is, or one of its tabs. */
export function addressOf({ id }: Pick<Procedure, 'id'>, onglet: ProcedureTab = ''): string {
  return onglet === '' ? `/procedures/${id}` : `/procedures/${id}/${onglet}`;
}

function tabs(procedure: Procedure, courant: ProcedureTab): Html {
  const names = Object.keys(tabLabels) as ProcedureTab[];
  return tabBar(
    'Cette procédure',
    names.map(
      (name): Tab => ({ label: tabLabels[name], href: addressOf(procedure, name), isCurrent: name === courant }),
    ),
  );
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

/** The three paths side by side, as a picture. */
export async function drawnComparison(): Promise<Shown> {
  const { draw } = await drawComparison(parcours);
  return { content: draw(), type: SVG, headers: CACHED };
}

/** A procedure as a picture: its outline, whole, or one region. */
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
  return { niveau: niveau === 'complet' ? 'complet' : 'apercu' };
}
