import { findProcedure } from '../../../machines/index.ts';
import { drawComparison, drawProcedure, type View } from '../../diagrams/drawings.ts';
import { type Html, html } from '../../web/html.ts';
import type { Shown, Visit } from '../shell/screen.ts';
import { parcours } from './presentation.ts';

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
