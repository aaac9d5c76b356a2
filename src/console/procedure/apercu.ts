import type { Procedure } from '../../../machines/procedure.ts';
import { chartOf } from '../../diagrams/chart.ts';
import { textAlternative } from '../../diagrams/description.ts';
import { regionNames } from '../../diagrams/drawings.ts';
import { Html, html } from '../../web/html.ts';
import type { Shown, Visit } from '../shell/screen.ts';
import { disclosure, panel } from '../ui/blocks.ts';
import { filterLine, type Options, selectInput } from '../ui/field.ts';
import { icon } from '../ui/icon.ts';
import { addressOf, framedDrawing, procedurePage } from './frame.ts';
import { presentationOf } from './presentation.ts';

/** A procedure drawn, first its outline, then whole or part by part; and all the files it is given as. */
export function overviewPage(visit: Visit): Promise<Shown> {
  return procedurePage(visit, '', (procedure) => {
    const { audience, features } = presentationOf(procedure);
    const { region } = visit.query;
    return {
      isWide: true,
      body: html`<div class="pile">
${panel('Vue d’ensemble', framedDrawing(`${addressOf(procedure)}/dessin.svg?niveau=apercu`, `${procedure.titre}, en aperçu : une case par partie ; les étapes sont dites en texte plus bas.`, { ample: true }))}
${panel('Toutes les étapes', whole(procedure, region), { id: 'complet' })}
${disclosure('Le même en texte', html`<div class="texte-machine" role="region" aria-label="La procédure en texte" tabindex="0">${new Html(textAlternative(chartOf(procedure)))}</div>`, { id: 'texte' })}
</div><div class="grille apres parcours">
${panel('Pour qui', html`<p>${audience}</p><ul>${features.map((one) => html`<li>${one}</li>`)}</ul>`)}
${panel('Lire le dessin', LEGEND)}
${panel('Télécharger', downloads(procedure))}
</div>`,
    };
  });
}

function whole(procedure: Procedure, asked: string | undefined): Html {
  const names = regionNames(procedure);
  const region = names.find((name) => name === asked);
  const { etats } = chartOf(procedure);
  const base = `${addressOf(procedure)}/dessin.svg`;
  const source = region === undefined ? `${base}?niveau=complet` : `${base}?region=${region}`;
  const libelle = etats.find(({ id }) => id === region)?.libelle;
  const told =
    region === undefined ? 'toutes ses étapes et ce qui mène de l’une à l’autre' : `la partie « ${libelle} »`;
  const titleOf = (name: string) => etats.find(({ id }) => id === name)?.libelle ?? '';
  const options = [['', 'Tout le parcours'], ...names.map((name) => [name, titleOf(name)] as const)] as Options;
  const select = selectInput({ id: 'region', label: 'Partie', options, chosen: region });
  return html`${filterLine(`${addressOf(procedure)}#complet`, select)}
${framedDrawing(source, `${procedure.titre} : ${told} ; le même est dit en texte plus bas.`, { ample: region === undefined })}`;
}

const LEGEND = html`<ul class="legende-machine"><li><b>Trait épais</b> : étape obligatoire ; <b>tirets</b> : recommandée ; <b>pointillés</b> : facultative.</li>
<li><b>Fond teinté</b> : résultat acquis, rien n’est demandé.</li>
<li><b>Double bord</b> : on n’en repart pas.</li>
<li><b>Sigle coloré</b> : qui agit (RL représentant légal, MA mandataire, AT administrateur technique, ET établissement, ÉD éditeur, BÉ bénéficiaire, DSI, ANS).</li>
<li><b>Entre crochets</b>, sous un fait : ce qu’il faut pour qu’il soit accepté.</li>
<li><b>Flèche en tirets</b> : ce que le calendrier ou un autre dossier apporte.</li></ul>
<p class="petit doux">Chaque dessin porte aussi sa légende.</p>`;

function downloads(procedure: Procedure): Html {
  const base = `/api/v1/procedures/${procedure.id}`;
  const files: readonly [nom: string, vers: string, pour: string][] = [
    ['Liste à cocher, PDF', `${base}/liste.pdf`, 'à imprimer en A4'],
    ['Liste à cocher, HTML', `${base}/liste.html`, 'à lire à l’écran'],
    ['Image PNG', `${base}/diagramme.png`, 'pour un document'],
    ['Dessin SVG', `${base}/diagramme.svg`, 'net à toute taille'],
    ['BPMN', `${base}/diagramme.bpmn`, 'outils de processus'],
    ['SCXML', `${base}/diagramme.scxml`, 'norme des machines à états'],
    ['DOT', `${base}/diagramme.dot`, 'Graphviz'],
    ['Mermaid', `${base}/diagramme.mmd`, 'dans une page de texte'],
  ];
  return html`<ul class="fichiers">${files.map(
    ([nom, vers, pour]) =>
      html`<li><a href="${vers}" download>${icon('telecharger')}${nom}</a> <span class="doux petit">${pour}</span></li>`,
  )}</ul>`;
}
