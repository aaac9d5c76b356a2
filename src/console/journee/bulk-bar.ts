import { dossierFacts } from '../../../machines/etablissement/events.ts';
import { acteurs } from '../../../machines/step.ts';
import { type Html, html } from '../../web/html.ts';
import { bouton } from '../parts/boutons.ts';
import { icone } from '../parts/icones.ts';
import type { Choices } from './filters.ts';
import type { Looking } from './query.ts';

/** Facts that are told of one establishment alone: its own forms, its own numbers, its own persons. */
const factsOf = Map.groupBy(
  Object.entries(dossierFacts).filter(([, { derive }]) => !derive),
  ([, { acteur }]) => acteur,
);

/** What may be done with the dossiers that are ticked. */
export function bulkBar({ identite }: Looking, { comptes }: Choices, toutCocher: string): Html {
  const others = [...comptes].filter(([id]) => id !== identite.id);
  return html`<div class="lot" role="group" aria-labelledby="lot-titre"><div class="lot-tete"><h2 id="lot-titre">Avec les dossiers cochés</h2>
<a class="bouton discret petit" href="${toutCocher}">${icone('coche')}Tout cocher sur cette page</a></div>
<div class="champ"><label for="lot-compte">Affecter à</label><div class="lot-ligne"><select id="lot-compte" name="compte">
<option value="${identite.id}">Moi</option><option value="">Personne</option>${others.map(([id, nom]) => html`<option value="${id}">${nom}</option>`)}</select>
${bouton('Affecter', 'second')}</div></div>
<div class="champ"><label for="lot-fait">Enregistrer sur tous</label><div class="lot-ligne"><select id="lot-fait" name="fait">
<option value="">Choisissez un acte</option>${[...factsOf].map(
    ([acteur, some]) =>
      html`<optgroup label="${acteurs[acteur]}">${some.map(([type, { libelle }]) => html`<option value="${type}">${libelle}</option>`)}</optgroup>`,
  )}</select>
<button class="bouton second" formaction="/journee/lot">Continuer</button></div></div></div>`;
}
