import { decisions } from '../../../machines/decisions.ts';
import { glossaire as termes } from '../../../machines/glossaire.ts';
import { type Section, sections } from '../../../machines/source.ts';
import { type Acteur, acteurs } from '../../../machines/step.ts';
import { phrasesOf } from '../../../machines/texte/index.ts';
import { fold } from '../../fold.ts';
import { html } from '../../web/html.ts';
import type { Page, Visit } from '../shell/screen.ts';
import { encart, panneau } from '../ui/blocks.ts';
import { lienBouton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { combien } from '../ui/words.ts';
import { paragraphe } from './frame.ts';

const fil = [{ libelle: 'Procédure', vers: '/procedures' }];

/** Every word of the procedure, and its numbered passages. */
export function glossaire(): Page {
  return {
    titre: 'Glossaire',
    rubrique: 'procedures',
    fil,
    corps: html`<dl class="glossaire">${termes.map(
      ({ terme, definition, source }) =>
        html`<div id="${ancre(terme)}"><dt>${terme} ${paragraphe(source)}</dt><dd>${definition}</dd></div>`,
    )}</dl>
<div class="apres">${panneau(
      'Le texte, passage par passage',
      table<Section>(
        {
          legende: 'Passages numérotés du texte de la procédure',
          cachee: true,
          colonnes: [
            { titre: '§', role: 'titre', cellule: (section) => section },
            { titre: 'Passage', cellule: (section) => sections[section] },
            {
              titre: 'Ce qui s’y lit, en nos mots',
              cellule: (section) =>
                phrasesOf(section)
                  .map(({ dit }) => dit)
                  .join(' '),
            },
          ],
        },
        Object.keys(sections) as Section[],
      ),
    )}</div>`,
  };
}

/** What the text leaves open and what was chosen, and the delays that are ours. */
export function choix({ services }: Pick<Visit, 'services'>): Page {
  const jours = services.reglages.delaisJours(services.today());
  type Ligne = [string, (typeof decisions)[keyof typeof decisions]];
  return {
    titre: 'Ce que le texte laisse ouvert, et notre choix',
    rubrique: 'procedures',
    fil,
    actions: lienBouton('Glossaire', '/glossaire', 'second', 'document'),
    corps: html`<p>Là où le texte de la procédure ne dit pas, ou dit deux choses, ce service a choisi. Chaque choix est numéroté et s’applique partout.</p>
<div class="apres">${panneau(
      'Nos choix',
      html`<ul class="choix">${(Object.entries(decisions) as Ligne[]).map(
        ([id, { source, question, decision }]) =>
          html`<li id="${id}"><p class="question"><b>${id}</b> ${question} ${source.map((one) => html`${paragraphe(one)} `)}</p><p>${decision}</p></li>`,
      )}</ul>`,
    )}
${panneau(
  'Délais habituels',
  html`${encart('info', 'Ces délais sont les nôtres : le texte n’en écrit aucun, hormis les trois ans d’un certificat. Ils servent à dire qu’un acte tarde ou qu’une carte finira en chemin ; ils ne promettent rien.')}
${table<Acteur>(
  {
    legende: 'Jours qu’un acte prend d’habitude, selon qui agit',
    colonnes: [
      { titre: 'Qui agit', role: 'titre', cellule: (acteur) => acteurs[acteur] },
      { titre: 'Délai habituel', role: 'nombre', cellule: (acteur) => combien(jours[acteur], 'jour') },
    ],
  },
  Object.keys(acteurs) as Acteur[],
)}`,
)}</div>`,
  };
}

/** « administrateur technique (AT) » as « administrateur-technique ». */
function ancre(terme: string): string {
  return fold(terme.replace(/ \(.*/, '')).replaceAll(' ', '-');
}
