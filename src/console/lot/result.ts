import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import type { AnyRefusal } from '../../web/problem.ts';
import { refusalWords } from '../dossier/faits/refusal.ts';
import { callout, panel, pill } from '../ui/blocks.ts';
import { actionForm, linkButton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { plural, toFrenchDays } from '../ui/words.ts';
import { type AskedSite, actButtons } from './acts.ts';
import { type LotContent, type Place, type Told, titleOf } from './page.ts';
import type { Row } from './rows.ts';

type Result = Awaited<ReturnType<Services['travail']['enregistrer']>>[number];

/** What became of an act, a line for each, and what the same wait for next. */
export function resultContent({
  place,
  act,
  rows,
  results,
  asked,
}: Told & { results: readonly Result[]; asked: readonly AskedSite[] }): LotContent {
  const { mot, retour } = place;
  const became = new Map(results.map((one) => [one.id, one]));
  const lines = rows
    .flatMap((row) => {
      const result = became.get(row.key);
      return result ? [{ row, result }] : [];
    })
    .toSorted((a, b) => Number(a.result.refus === null) - Number(b.result.refus === null));
  const done = results.filter(({ refus }) => refus === null).length;
  const others = results.length - done;
  const told = `« ${act.fact.libelle} » : enregistré sur ${plural(done, mot, `${mot}s`, `aucun ${mot}`)}${others > 0 ? `, refusé sur ${plural(others, mot)}` : ''}.`;
  const buttons = actButtons(asked, mot);
  return {
    title: act.fact.libelle,
    body: html`${callout(others > 0 ? 'attention' : 'bien', told)}
<div class="suite-lot">${panel('Ligne par ligne', resultTable(lines, mot))}
${panel(
  'Ensuite',
  html`${
    buttons
      ? actionForm({ action: place.action }, html`${place.scope}${buttons}`)
      : html`<p class="doux">Plus rien n’est attendu de ces ${mot}s.</p>`
  }
<p class="boutons">${linkButton(retour.libelle, retour.vers, 'second', 'retour')}</p>`,
)}</div>`,
  };
}

interface Line {
  row: Row;
  result: Result;
}

function resultTable(lines: readonly Line[], mot: Place['mot']): Html {
  return table<Line>({
    caption: `Résultat par ${mot}`,
    isHidden: true,
    lines,
    columns: [
      {
        title: titleOf(mot),
        kind: 'titre',
        cell: ({ row: { siteId, nom, sous } }) =>
          html`<a href="/dossiers/${siteId}">${nom}</a><div class="doux petit">${sous}</div>`,
      },
      { title: 'Résultat', cell: ({ result }) => outcome(result, mot) },
    ],
  });
}

function outcome({ refus, avertissements }: Result, mot: string): Html {
  if (refus !== null) return html`${pill('faute', 'Refusé', 'croix')} ${whyOf(refus, mot)}`;
  if (avertissements.length === 0) return pill('bien', 'Enregistré', 'coche');
  return html`${pill('attention', 'Enregistré, à vérifier', 'attention')} ${toFrenchDays(avertissements.map(({ message }) => message).join(' '))}`;
}

function whyOf(refusal: AnyRefusal, mot: string): string {
  if (refusal.code === 'version-perimee')
    return `Quelqu’un d’autre a fait avancer ce ${mot} entre-temps : rien n’y a été enregistré.`;
  return refusalWords(refusal);
}
