import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import type { Form } from '../forms/form.ts';
import type { Plus } from '../forms/pen.ts';
import type { Typed } from '../forms/typed.ts';
import { bouton, lienBouton } from '../parts/boutons.ts';
import { icone } from '../parts/icones.ts';
import type { Page } from '../shell/page.ts';
import { pathTitle, type Voie, voies } from './path.ts';

/** What is shown of an opening: what was typed, and what is wrong with it. */
export interface Ouverture {
  form: Form;
  typed: Typed;
  plus: Readonly<Record<string, Plus>>;
  erreurs?: readonly Erreur[];
  /** Why it was not opened, when it is no field’s fault. */
  refus?: Html | null;
}

/** The one form by which a dossier is opened. */
export function openingPage({ form, typed, plus, erreurs = [], refus = null }: Ouverture): Page {
  const isRefused = erreurs.length > 0 || refus !== null;
  return {
    titre: 'Ouvrir un dossier',
    rubrique: 'journee',
    fil: [{ libelle: 'Ma journée', vers: '/' }],
    statut: isRefused ? 422 : 200,
    aCorriger: isRefused,
    corps: html`${refus && html`<div role="alert" tabindex="-1" autofocus class="refus-ouverture">${refus}</div>`}
<div class="ouverture">${drawForm(form, typed, {
      action: '/dossiers/nouveau',
      parDefaut: 'ouvrir',
      erreurs,
      plus,
      entete: html`<p class="doux consigne">Un dossier par site. Rien n’est enregistré avant « Ouvrir le dossier », puis tout l’est d’un coup.</p>`,
      pieds: { parcours: html`<div class="voies" aria-live="polite">${voies.map(explain)}</div>` },
      boutons: html`${bouton('Ouvrir le dossier', 'principal', { nom: 'action', valeur: 'ouvrir', signe: 'plus' })}
${lienBouton('Annuler', '/', 'discret')}`,
    })}</div>`,
  };
}

/** Shown by the style sheet alone, when its answers are chosen; all of them where it cannot. */
function explain(voie: Voie): Html {
  return html`<div class="voie ${voie.id}">${icone('procedure')}<div><p class="titre">${pathTitle(voie)}</p>
${voie.pourquoi.map((texte) => html`<p>${texte}</p>`)}
<p><a href="/procedures/${voie.procedure}">Voir les étapes de ce parcours</a></p></div></div>`;
}
