import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { type AnyRefusal, toProblem } from '../../../web/problem.ts';
import { callout, panel, pill } from '../../ui/blocks.ts';
import { actionForm, linkButton } from '../../ui/button.ts';
import { table } from '../../ui/table.ts';
import { plural, toFrenchDays } from '../../ui/words.ts';
import type { Content } from '../frame.ts';
import { type AskedSite, actButtons } from './acts.ts';
import { scopeFields, type Told } from './page.ts';
import type { Row } from './rows.ts';

type Result = Awaited<ReturnType<Services['travail']['enregistrer']>>[number];

/** What became of an act, a line a site, and what the same sites wait for next. */
export function resultContent({
  base,
  act,
  rows,
  results,
  asked,
  scope,
}: Told & { results: readonly Result[]; asked: readonly AskedSite[] }): Content {
  const became = new Map(results.map((one) => [one.id, one]));
  const lines = rows
    .flatMap((row) => {
      const result = became.get(row.key);
      return result ? [{ row, result }] : [];
    })
    .toSorted((a, b) => Number(a.result.refus === null) - Number(b.result.refus === null));
  const done = results.filter(({ refus }) => refus === null).length;
  const others = results.length - done;
  const told = `« ${act.fact.libelle} » : enregistré sur ${plural(done, 'site', 'sites', 'aucun site')}${others > 0 ? `, refusé sur ${plural(others, 'site')}` : ''}.`;
  const buttons = actButtons(asked);
  return {
    title: act.fact.libelle,
    body: html`${callout(others > 0 ? 'attention' : 'bien', told)}
<div class="suite-lot">${panel('Ligne par ligne', resultTable(lines))}
${panel(
  'Ensuite',
  html`${
    buttons
      ? actionForm({ action: `${base}/lot` }, html`${scopeFields(scope)}${buttons}`)
      : html`<p class="doux">Plus rien n’est attendu de ces sites.</p>`
  }
<p class="boutons">${linkButton('Revenir aux sites', base, 'second', 'retour')}</p>`,
)}</div>`,
  };
}

interface Line {
  row: Row;
  result: Result;
}

function resultTable(lines: readonly Line[]): Html {
  return table<Line>({
    caption: 'Résultat par site',
    isHidden: true,
    lines,
    columns: [
      {
        title: 'Site',
        kind: 'titre',
        cell: ({ row: { siteId, nom, sous } }) =>
          html`<a href="/dossiers/${siteId}">${nom}</a><div class="doux petit">${sous}</div>`,
      },
      { title: 'Résultat', cell: ({ result }) => outcome(result) },
    ],
  });
}

function outcome({ refus, avertissements }: Result): Html {
  if (refus !== null) return html`${pill('faute', 'Refusé', 'croix')} ${whyOf(refus)}`;
  if (avertissements.length === 0) return pill('bien', 'Enregistré', 'coche');
  return html`${pill('attention', 'Enregistré, à vérifier', 'attention')} ${toFrenchDays(avertissements.map(({ message }) => message).join(' '))}`;
}

function whyOf(refusal: AnyRefusal): string {
  if (refusal.code === 'version-perimee')
    return 'Quelqu’un d’autre a fait avancer ce site entre-temps : rien n’y a été enregistré.';
  if (refusal.code === 'fait-refuse')
    return refusal.manque.map(({ libelle }) => libelle).join(' ') || toProblem(refusal).detail;
  return refusal.code === 'saisie-invalide'
    ? refusal.erreurs.map(({ message }) => message).join(' ')
    : toProblem(refusal).detail;
}
