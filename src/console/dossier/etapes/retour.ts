import { type Html, html } from '../../../web/html.ts';
import { jourLong } from '../../parts/dates.ts';
import { encart } from '../../parts/encart.ts';
import type { Etape } from '../read/case.ts';

type Retour = NonNullable<Etape['retour']>;

/** Why the ANS returned a form, each reason with the part that it touches. */
export function reasons({ motifs }: Pick<Retour, 'motifs'>): Html {
  return html`<ul>${motifs.map(
    ({ libelle, precision, partie }) =>
      html`<li>${libelle}${precision && ` : ${precision}`} <span class="doux">(partie ${partie})</span></li>`,
  )}</ul>`;
}

/** Why the ANS returned the form, as far as a step is concerned; null when it did not. */
export function returnedFor({ retour }: Pick<Etape, 'retour'>): Html | null {
  if (retour === null || retour.motifs.length === 0) return null;
  return encart('attention', reasons(retour), `Retourné par l’ANS le ${jourLong(retour.le)}`);
}
