import type { Refusal } from '../../engine/refusal.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { nameOf } from '../dossier/frame.ts';
import { pathOf } from '../dossier/read/case.ts';
import { drawForm } from '../forms/draw.ts';
import type { Typed } from '../forms/typed.ts';
import { correctionPath, drawLine } from '../journal/line.ts';
import type { Page } from '../shell/screen.ts';
import { callout } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { tabBar } from '../ui/tabs.ts';
import type { CorrectedLine, Mode } from './line.ts';

/** What is told beside the form. */
interface Feedback {
  typed?: Typed;
  erreurs?: readonly Erreur[];
  /** Why it cannot be corrected so. */
  refusal?: Refusal | null;
  focus?: string | null;
  status?: number;
}

/** Where one says what the line should have said, or that it should not be. */
export function askPage(sought: CorrectedLine, mode: Mode, said: Feedback = {}): Page {
  const { erreurs = [], refusal = null } = said;
  const place = correctionPath(sought.cible, sought.rang);
  return {
    ...aroundOf(sought),
    title: `Corriger : ${sought.libelle}`,
    status: said.status ?? 200,
    hasFaults: erreurs.length > 0 || refusal !== null,
    body: html`<ol class="journal">${drawLine(sought.line, sought.lines, false)}</ol>
${tabBar('Comment corriger', [
  { label: 'Remplacer par ce qui convient', href: `${place}?mode=remplacer`, isCurrent: mode === 'remplacer' },
  { label: 'Retirer la ligne', href: `${place}?mode=retirer`, isCurrent: mode === 'retirer' },
])}
<div class="a-placer">${refusal && callout('faute', explained(refusal), 'Cette correction ne se peut pas')}
<div class="panneau"><p class="doux">${explains[mode]}</p>
${drawForm(sought.forms[mode], said.typed ?? sought.typed, {
  action: place,
  defaultAction: 'apercu',
  hidden: { mode },
  erreurs,
  focus: said.focus ?? null,
  buttons: html`${button('Voir ce que cela change', 'principal', { name: 'action', value: 'apercu', icon: 'suite' })}
${linkButton('Annuler', `${pathOf(sought.cible)}/journal`, 'discret')}`,
})}</div></div>`,
  };
}

/** Where a page about a correction stands. */
export function aroundOf({ affaire, cible }: CorrectedLine): Pick<Page, 'section' | 'trail'> {
  const place = pathOf(cible);
  const above =
    cible.genre === 'groupement' ? { label: 'Groupements', href: '/groupements' } : { label: 'Ma journée', href: '/' };
  return {
    section: cible.genre === 'groupement' ? 'groupements' : 'journee',
    trail: [above, { label: nameOf(affaire), href: place }, { label: 'Journal', href: `${place}/journal` }],
  };
}

const explains: Readonly<Record<Mode, string>> = {
  remplacer: 'Dites ce que la ligne aurait dû dire. Elle garde sa place : ce qui a suivi est rejoué après elle.',
  retirer:
    'La ligne ne compte plus, comme si ce fait n’était jamais arrivé. Le journal la garde, barrée, avec votre motif.',
};

function explained(refus: Refusal): Html {
  const { detail } = toProblem(refus);
  const manque = refus.code === 'fait-refuse' ? refus.manque : [];
  if (manque.length === 0) return html`<p>${detail}</p>`;
  return html`<p>À cette place de l’historique, ce fait aurait été refusé :</p>
<ul>${manque.map(({ libelle }) => html`<li>${libelle}</li>`)}</ul>`;
}
