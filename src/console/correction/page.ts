import type { Refusal } from '../../engine/refusal.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { nameOf } from '../dossier/frame.ts';
import { pathOf } from '../dossier/read/case.ts';
import { drawForm } from '../forms/draw.ts';
import type { Typed } from '../forms/typed.ts';
import { drawLine } from '../journal/line.ts';
import type { Page } from '../shell/screen.ts';
import { encart } from '../ui/blocks.ts';
import { bouton, lienBouton } from '../ui/button.ts';
import { onglets } from '../ui/tabs.ts';
import type { Mode, Sought } from './line.ts';

/** What is told beside the form. */
interface Said {
  typed?: Typed;
  erreurs?: readonly Erreur[];
  /** Why it cannot be corrected so. */
  refus?: Refusal | null;
  focus?: string | null;
  statut?: number;
}

/** Where one says what the line should have said, or that it should not be. */
export function askPage(sought: Sought, mode: Mode, said: Said = {}): Page {
  const { erreurs = [], refus = null } = said;
  const place = correctionPlace(sought);
  return {
    ...aroundOf(sought),
    titre: `Corriger : ${sought.libelle}`,
    statut: said.statut ?? 200,
    aCorriger: erreurs.length > 0 || refus !== null,
    corps: html`<ol class="journal">${drawLine(sought.line, sought.lines, false)}</ol>
${onglets('Comment corriger', [
  { libelle: 'Remplacer par ce qui convient', vers: `${place}?mode=remplacer`, courant: mode === 'remplacer' },
  { libelle: 'Retirer la ligne', vers: `${place}?mode=retirer`, courant: mode === 'retirer' },
])}
${refus && encart('faute', explained(refus), 'Cette correction ne se peut pas')}
<div class="panneau"><p class="doux">${explains[mode]}</p>
${drawForm(sought.forms[mode], said.typed ?? sought.typed, {
  action: place,
  parDefaut: 'apercu',
  caches: { mode },
  erreurs,
  focus: said.focus ?? null,
  boutons: html`${bouton('Voir ce que cela change', 'principal', { nom: 'action', valeur: 'apercu', signe: 'suite' })}
${lienBouton('Annuler', `${pathOf(sought.cible)}/journal`, 'discret')}`,
})}</div>`,
  };
}

/** Where a page about a correction stands. */
export function aroundOf({ affaire, cible }: Sought): Pick<Page, 'rubrique' | 'fil'> {
  const place = pathOf(cible);
  const above =
    cible.genre === 'groupement'
      ? { libelle: 'Groupements', vers: '/groupements' }
      : { libelle: 'Ma journée', vers: '/' };
  return {
    rubrique: cible.genre === 'groupement' ? 'groupements' : 'journee',
    fil: [above, { libelle: nameOf(affaire), vers: place }, { libelle: 'Journal', vers: `${place}/journal` }],
  };
}

/** Where a line is corrected. */
export function correctionPlace({ cible, rang }: Pick<Sought, 'cible' | 'rang'>): string {
  return `${pathOf(cible)}/journal/${rang}/correction`;
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
