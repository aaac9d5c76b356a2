import { type Html, html } from '../../../web/html.ts';
import { bouton } from '../../parts/boutons.ts';
import type { MatrixSite } from '../lu.ts';
import type { Demande } from '../matrice/filtres.ts';
import { commonActs } from './actes.ts';

/** What may be recorded for the sites that are ticked, or for all those shown by the filter. */
export function bulkBar(kept: readonly MatrixSite[], { filtre, q }: Demande): Html | null {
  const actes = commonActs(kept);
  if (actes.length === 0) return null;
  return html`<fieldset class="lot-sites"><legend>Un même acte pour plusieurs sites</legend>
<input type="hidden" name="filtre" value="${filtre}"><input type="hidden" name="q" value="${q}">
<div class="champ-court"><div class="champ"><label for="acte">Acte</label>
<select id="acte" name="acte">${actes.map(({ type, libelle, sites }) => html`<option value="${type}">${libelle} (${sites} ${sites > 1 ? 'sites' : 'site'})</option>`)}</select></div>
${bouton('Vérifier pour les sites cochés', 'second', { nom: 'portee', valeur: 'coches' })}
${bouton(`Vérifier pour les ${kept.length} sites listés`, 'discret', { nom: 'portee', valeur: 'listes' })}</div>
<p class="aide">Rien ne s’enregistre encore : vous verrez d’abord ce que chaque site accepte.</p></fieldset>`;
}
