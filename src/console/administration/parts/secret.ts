import { type Html, html } from '../../../web/html.ts';
import { encart } from '../../parts/encart.ts';

/** What is told once: a link, a key, a secret, in a field from which it is copied whole. */
export function secret({ libelle, valeur, avis }: { libelle: string; valeur: string; avis: Html }): Html {
  return html`${encart('attention', avis, 'Affiché une seule fois')}
<div class="champ secret"><label for="secret">${libelle}</label>
<p class="aide" id="secret-aide">Placez-vous dans le champ, sélectionnez tout (Ctrl + A), copiez (Ctrl + C).</p>
<input id="secret" type="text" readonly value="${valeur}" aria-describedby="secret-aide" spellcheck="false" autocomplete="off"></div>`;
}
