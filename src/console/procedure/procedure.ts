import type { Procedure } from '../../../machines/procedure.ts';
import { natures } from '../../../machines/step.ts';
import { chartOf, type Etat } from '../../diagrams/chart.ts';
import { textAlternative } from '../../diagrams/description.ts';
import { drawProcedure } from '../../diagrams/drawings.ts';
import { isBelow } from '../../diagrams/layout/ladder/rows.ts';
import { regionsOf } from '../../diagrams/layout/pictures.ts';
import { linkOf } from '../../diagrams/recit/links.ts';
import { storyOf } from '../../diagrams/recit/story.ts';
import { tellStory } from '../../diagrams/recit/told.ts';
import type { StateMark } from '../../diagrams/svg/drawing.ts';
import { escaped } from '../../diagrams/svg/escape.ts';
import { Html, html } from '../../web/html.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import type { Page, Shown } from '../shell/shown.ts';
import { disclosure, panel, tabBar, tabsOf } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { filterLine, type Options, selectInput } from '../ui/field.ts';
import { icon } from '../ui/icon.ts';
import { captionedTable, column, titleColumn } from '../ui/table.ts';
import { stepPage, stepsPage } from './etapes.ts';
import {
  addressOf,
  drawn,
  drawnComparison,
  framedPicture,
  lecteurBar,
  lecteurIn,
  others,
  parcours,
  presentationOf,
  procedurePage,
  sourceMark,
  stepAddress,
  storyIn,
} from './frame.ts';
import { MeasureQuery, measuredPicture, measuresPage } from './mesures.ts';
import { choicesPage, glossairePage } from './reperes.ts';
import { drawnDifference, OtherQuery, versionsPage } from './versions.ts';

/** The procedure for readers: paths, drawings, steps, what was measured, words. */
export function procedureScreens(): Screen[] {
  const un = '/procedures/:id';
  const [lire, dessiner] = ['procedures.lire', 'procedures.dessiner'] as const;
  const [comparer, mesurer] = ['procedures.comparer', 'procedures.mesurer'] as const;
  return [
    get('/procedures', lire, listPage),
    get('/glossaire', lire, glossairePage),
    get('/procedures/choix', lire, choicesPage),
    get('/procedures/comparaison.svg', dessiner, drawnComparison),
    get(un, lire, overviewPage),
    get(`${un}/dessin.svg`, dessiner, drawn),
    get(`${un}/etapes`, lire, stepsPage),
    get(`${un}/etapes/:etape`, lire, stepPage),
    get(`${un}/mesures`, mesurer, measuresPage, { query: MeasureQuery }),
    get(`${un}/mesures.svg`, mesurer, measuredPicture, { query: MeasureQuery }),
    get(`${un}/versions`, comparer, versionsPage, { query: OtherQuery }),
    get(`${un}/difference.svg`, comparer, drawnDifference, { query: OtherQuery }),
  ];
}

/** A procedure drawn, first its story, then whole or part by part; and all the files it is given as. */
function overviewPage(visit: Visit): Promise<Shown> {
  return procedurePage(visit, '', async (procedure) => {
    const { audience, features } = presentationOf(procedure);
    const { vue, region, etape } = visit.query;
    const views = { recit: 'Le récit, en deux minutes', complet: 'Toutes les étapes' } as const;
    const shown = vue === 'complet' ? 'complet' : 'recit';
    const tabs = tabsOf(views, shown, (id) => `${addressOf(procedure)}?vue=${id}`);
    return {
      isWide: true,
      body: html`<div class="pile">
${tabBar('Vue', tabs)}
${shown === 'complet' ? panel(views.complet, await whole(procedure, region, etape)) : panel(views.recit, html`${lecteurBar(lecteurIn(visit), addressOf(procedure))}${await storyIn([procedure], `${addressOf(procedure)}/dessin.svg?niveau=recit`, lecteurIn(visit))}`)}
${disclosure('Le même en texte', html`<div class="texte-machine" role="region" aria-label="La procédure en texte" tabindex="0"><p>${tellStory([procedure], storyOf([procedure]))}</p>${new Html(textAlternative(chartOf(procedure)))}</div>`, { id: 'texte' })}
</div><div class="grille apres parcours">
${panel('Pour qui', html`<p>${audience}</p><ul>${features.map((one) => html`<li>${one}</li>`)}</ul>`)}
${panel('Lire le dessin', LEGEND)}
${panel('Télécharger', html`${downloads(procedure)}${embedding(procedure, visit)}`)}
</div>`,
    };
  });
}

/** All steps, or those of one part, among which one may be looked for. */
async function whole(procedure: Procedure, asked: string | undefined, etape: string | undefined): Promise<Html> {
  const chart = chartOf(procedure);
  const regions = regionsOf(chart);
  const region = regions.find(({ id }) => id === asked)?.id;
  const found = chart.etats.find(({ id, acteur }) => id === etape && acteur !== null);
  const drawing = await drawProcedure(procedure, region === undefined ? { niveau: 'complet' } : { region });
  const marks = new Map<string, StateMark>(
    found ? [[found.id, { aspect: 'courant', pastille: { texte: 'trouvée', ton: 'ici' } }]] : [],
  );
  const svg = drawing?.draw({ lien: linkOf(procedure, stepAddress), etats: marks }) ?? '';
  const parts = [['', 'Tout le parcours'], ...regions.map(({ id, libelle }) => [id, libelle] as const)] as Options;
  const inside = chart.etats.filter(
    ({ id, acteur }) => acteur !== null && isBelow(id, region ?? id.split('.')[0] ?? ''),
  );
  const steps = [['', 'Aucune'], ...inside.map(({ id, libelle }) => [id, libelle] as const)] as Options;
  const view = html`<input type="hidden" name="vue" value="complet">${selectInput({ id: 'region', label: 'Partie', options: parts, chosen: region })}
${selectInput({ id: 'etape', label: 'Étape à trouver', options: steps, chosen: found?.id })}`;
  const source = `${addressOf(procedure)}/dessin.svg?${region === undefined ? 'niveau=complet' : `region=${region}`}`;
  return html`${filterLine(addressOf(procedure), view)}
${framedPicture(svg, source, 'complet')}`;
}

const LEGEND = html`<ul class="legende-machine"><li><b>Trait épais</b> : étape obligatoire ; <b>tirets</b> : recommandée ; <b>pointillés</b> : facultative.</li>
<li><b>Fond teinté</b> : résultat acquis, rien n’est demandé.</li>
<li><b>Double bord</b> : on n’en repart pas.</li>
<li><b>Sigle coloré</b> : qui agit (RL représentant légal, MA mandataire, AT administrateur technique, ET établissement, ÉD éditeur, BÉ bénéficiaire, DSI, ANS).</li>
<li><b>Entre crochets</b>, sous un fait : ce qu’il faut pour qu’il soit accepté.</li>
<li><b>Flèche épaisse</b> : ce qui est visé ; fine : un autre fait. <b>→ 5.6</b> : mène à l’étape 5.6.</li>
<li><b>Flèche en tirets</b> : ce que le calendrier ou un autre dossier apporte.</li></ul>
<p class="petit doux">Chaque dessin porte aussi sa légende.</p>`;

function downloads(procedure: Procedure): Html {
  const base = `/api/v1/procedures/${procedure.id}`;
  const files: readonly [nom: string, vers: string, pour: string][] = [
    ['Liste à cocher, PDF', `${base}/liste.pdf`, 'à imprimer en A4'],
    ['Liste à cocher, HTML', `${base}/liste.html`, 'à lire à l’écran'],
    ['Le récit, PDF', `${base}/diagramme.pdf`, 'à imprimer en A4'],
    ['Le récit, PNG', `${base}/diagramme.png`, 'pour un document'],
    ['Le récit, SVG', `${base}/diagramme.svg`, 'net à toute taille'],
    ['Toutes les étapes, PDF', `${base}/diagramme.pdf?niveau=complet`, 'à imprimer en A3'],
    ['Toutes les étapes, SVG', `${base}/diagramme.svg?niveau=complet`, 'net à toute taille'],
    ['BPMN, le récit', `${base}/diagramme.recit.bpmn`, 'un bassin, un couloir par acteur'],
    ['BPMN, la machine', `${base}/diagramme.bpmn`, 'outils de processus'],
    ['SCXML', `${base}/diagramme.scxml`, 'norme des machines à états'],
    ['XState', `${base}/diagramme.xstate.json`, 'createMachine, Stately'],
    ['DOT', `${base}/diagramme.dot`, 'Graphviz'],
    ['Mermaid', `${base}/diagramme.mmd`, 'dans une page de texte'],
  ];
  return html`<ul class="fichiers">${files.map(
    ([nom, vers, pour]) =>
      html`<li><a href="${vers}" download>${icon('telecharger')}${nom}</a> <span class="doux petit">${pour}</span></li>`,
  )}</ul>`;
}

/** What shows the story in a page of somebody else: its address is for all and stays, and whoever holds it already is answered so. */
function embedding({ id, titre }: Procedure, { services, request }: Visit): Html {
  const origin = services.urlPublique ?? `${request.protocol}://${request.get('host')}`;
  const source = new URL(`/api/v1/procedures/${id}/diagramme.svg`, origin).href;
  const alt = escaped(`${titre} : le récit de la procédure`);
  const snippet = `<a href="${new URL(addressOf({ id }), origin).href}"><img src="${source}" alt="${alt}"></a>`;
  return disclosure(
    'L’intégrer dans une page',
    html`<label for="integrer">Ce code montre toujours le récit en vigueur</label>
<textarea id="integrer" rows="4" readonly>${snippet}</textarea>`,
    { id: 'integration' },
  );
}

/** Every procedure, and what tells the paths apart. */
async function listPage(visit: Visit): Promise<Page> {
  return {
    title: 'Procédure',
    section: 'procedures',
    subtitle: html`<span>Comment un établissement obtient ses certificats logiciels IGC-Santé PRO pour le Dossier Pharmaceutique.</span>`,
    actions: html`${linkButton('Glossaire', '/glossaire', 'second', 'document')}${linkButton('Nos choix', '/procedures/choix', 'second', 'drapeau')}`,
    body: html`<h2 class="sr">Les trois parcours</h2><div class="grille parcours">${parcours.map(card)}</div>
${panel('Ce qui les distingue', html`${comparison()}`)}
${panel('Les trois parcours, en deux minutes', html`${lecteurBar(lecteurIn(visit), '/procedures')}${await storyIn(parcours, '/procedures/comparaison.svg', lecteurIn(visit))}`)}
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
