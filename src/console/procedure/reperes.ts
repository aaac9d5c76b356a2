import { decisions } from '../../../machines/decisions.ts';
import { glossaire as termes } from '../../../machines/glossaire.ts';
import { type Section, sections } from '../../../machines/source.ts';
import { type Acteur, acteurs } from '../../../machines/step.ts';
import { phrasesOf } from '../../../machines/texte/index.ts';
import { delaiOf } from '../../delays.ts';
import { fold } from '../../fold.ts';
import { html } from '../../web/html.ts';
import type { Visit } from '../shell/screen.ts';
import type { Page } from '../shell/shown.ts';
import { callout, panel } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { captionedTable, column, table, titleColumn } from '../ui/table.ts';
import { delayWords } from '../ui/words.ts';
import { sourceMark } from './frame.ts';

const trail = [{ label: 'Procédure', href: '/procedures' }];

/** Every word of the procedure, and its numbered passages. */
export function glossairePage(): Page {
  return {
    title: 'Glossaire',
    section: 'procedures',
    trail,
    body: html`<dl class="glossaire">${termes.map(
      ({ terme, definition, source }) =>
        html`<div id="${anchorOf(terme)}"><dt>${terme} ${sourceMark(source)}</dt><dd>${definition}</dd></div>`,
    )}</dl>
<div class="apres">${panel(
      'Le texte, passage par passage',
      table<Section>('Passages numérotés du texte de la procédure', Object.keys(sections) as Section[], [
        titleColumn('§', (section) => section),
        column('Passage', (section) => sections[section]),
        column('Ce qui s’y lit, en nos mots', (section) =>
          phrasesOf(section)
            .map(({ dit }) => dit)
            .join(' '),
        ),
      ]),
    )}</div>`,
  };
}

/** What the text leaves open and what was chosen, and the delays that are ours. */
export function choicesPage({ services }: Pick<Visit, 'services'>): Page {
  const delais = services.reglages.delais(services.today());
  type Ligne = [string, (typeof decisions)[keyof typeof decisions]];
  return {
    title: 'Ce que le texte laisse ouvert, et notre choix',
    section: 'procedures',
    trail,
    actions: linkButton('Glossaire', '/glossaire', 'second', 'document'),
    body: html`<p>Là où le texte de la procédure ne dit pas, ou dit deux choses, ce service a choisi. Chaque choix est numéroté et s’applique partout.</p>
<div class="apres">${panel(
      'Nos choix',
      html`<ul class="choix">${(Object.entries(decisions) as Ligne[]).map(
        ([id, { source, question, decision }]) =>
          html`<li id="${id}"><p class="question"><b>${id}</b> ${question} ${source.map((one) => html`${sourceMark(one)} `)}</p><p>${decision}</p></li>`,
      )}</ul>`,
    )}
${panel(
  'Délais habituels',
  html`${callout('info', 'Ces délais sont les nôtres : le texte n’en écrit aucun, hormis les trois ans d’un certificat. Ils servent à dire qu’un acte tarde ou qu’une carte finira en chemin ; ils ne promettent rien.')}
${captionedTable<Acteur>('Jours qu’un acte prend d’habitude, selon qui agit', Object.keys(acteurs) as Acteur[], [
  titleColumn('Qui agit', (acteur) => acteurs[acteur]),
  column('Délai habituel', (acteur) => delayWords(delaiOf(delais, { acteur, etape: null }, null))),
])}`,
)}</div>`,
  };
}

/** « administrateur technique (AT) » as « administrateur-technique ». */
function anchorOf(terme: string): string {
  return fold(terme.replace(/ \(.*/, '')).replaceAll(' ', '-');
}
