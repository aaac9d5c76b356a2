import type { Procedure } from '../../../machines/procedure.ts';
import { natures } from '../../../machines/step.ts';
import { chartOf, type Etat } from '../../diagrams/chart.ts';
import { type Html, html } from '../../web/html.ts';
import type { Page } from '../shell/screen.ts';
import { panel } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { icon } from '../ui/icon.ts';
import { captionedTable, column, titleColumn } from '../ui/table.ts';
import { addressOf, framedDrawing, sourceMark } from './frame.ts';
import { others, parcours, presentationOf } from './presentation.ts';

/** Every procedure, and what tells the paths apart. */
export function listPage(): Page {
  return {
    title: 'Procédure',
    section: 'procedures',
    subtitle: html`<span>Comment un établissement obtient ses certificats logiciels IGC-Santé PRO pour le Dossier Pharmaceutique.</span>`,
    actions: html`${linkButton('Glossaire', '/glossaire', 'second', 'document')}${linkButton('Nos choix', '/procedures/choix', 'second', 'drapeau')}`,
    body: html`<h2 class="sr">Les trois parcours</h2><div class="grille parcours">${parcours.map(card)}</div>
${panel('Ce qui les distingue', html`${comparison()}`)}
${panel(
  'Les trois parcours côte à côte',
  framedDrawing(
    '/procedures/comparaison.svg',
    'Les trois parcours dessinés côte à côte, ce qui diffère marqué ; le tableau au-dessus dit la même chose.',
  ),
)}
<div class="grille parcours apres">${others.map(card)}</div>`,
  };
}

function card(procedure: Procedure): Html {
  const { audience, features } = presentationOf(procedure);
  return html`<section class="panneau parcours-carte"><div class="tete"><h2><a href="${addressOf(procedure)}">${procedure.titre}</a></h2>${sourceMark(procedure.source)}</div>
<p>${audience}</p><ul>${features.map((one) => html`<li>${one}</li>`)}</ul>
<p class="liens"><a href="${addressOf(procedure)}">${icon('procedure')}Le diagramme</a><a href="${addressOf(procedure, 'etapes')}">${icon('journee')}Les étapes</a></p></section>`;
}

/** A part of a machine as each path has it, or has not. */
interface Part {
  id: string;
  libelle: string;
  source: string;
  par: (Etat[] | null)[];
}

function comparison(): Html {
  const charts = parcours.map(chartOf);
  const pauses = parcours.map(({ pause }) => pause?.region);
  const regions = charts.flatMap(({ etats }) =>
    etats.filter(({ id, parent }) => parent === null && !pauses.includes(id)),
  );
  const parts = [...Map.groupBy(regions, ({ id }) => id).values()].map((own): Part => {
    const { id, libelle } = own[0] as Etat;
    const source = [...new Set(own.map((etat) => etat.source))].join(', ');
    return { id, libelle, source, par: charts.map(({ etats }) => stepsUnder(etats, id)) };
  });
  const ordered = parts.toSorted((a, b) => Number(isShared(a)) - Number(isShared(b)));
  return captionedTable('Les parties de chaque parcours', ordered, [
    titleColumn('Partie', ({ libelle }: Part) => libelle),
    ...parcours.map((procedure, rank) =>
      column(presentationOf(procedure).short, ({ par, id }: Part) => cell(procedure, id, par[rank] ?? null)),
    ),
    column('§', ({ source }: Part) => sourceMark(source)),
  ]);
}

function stepsUnder(etats: readonly Etat[], region: string): Etat[] | null {
  const found = etats.filter(({ id, acteur }) => acteur !== null && id.startsWith(`${region}.`));
  return found.length > 0 ? found : null;
}

function isShared({ par }: Part): boolean {
  return par.every((etats) => etats !== null);
}

function cell(procedure: Procedure, region: string, etats: Etat[] | null): Html {
  if (etats === null) return html`<span class="doux">Sans objet</span>`;
  const [first] = etats.filter(({ nature }) => nature !== 'acquise');
  const nature = natures[first?.nature ?? 'acquise'];
  return html`<a href="${addressOf(procedure, 'etapes')}#region-${region}">${nature}</a> <span class="doux petit">${etats.length} étapes</span>`;
}
