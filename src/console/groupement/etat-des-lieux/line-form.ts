import { type Amendment, fieldsOf, type LineField } from '../../../survey/amend.ts';
import type { Champs } from '../../../web/form.ts';
import { type Html, html } from '../../../web/html.ts';
import { disclosure } from '../../ui/blocks.ts';
import { button } from '../../ui/button.ts';
import { lineInput } from '../../ui/field.ts';
import type { OutcomeLine } from '../frame.ts';

/** The form of the preview, to which the fields of its lines belong wherever they stand. */
export const APERCU = 'apercu';
/** So many refused lines may be corrected by their fields; the others in the text of the table. */
const AT_MOST = 10;
const NAME = /^cellule\.(\d+)\.(\w+)$/;

/** What corrects each refused line, by its number. */
export function lineForms(texte: string, lignes: readonly OutcomeLine[]): ReadonlyMap<number, Html> {
  const refused = lignes.filter(({ statut }) => statut === 'refusee').slice(0, AT_MOST);
  const fields = fieldsOf(texte, new Set(refused.map(({ ligne }) => ligne)));
  return new Map(refused.map((line) => [line.ligne, lineForm(line, fields.get(line.ligne) ?? [])]));
}

/** What was corrected cell by cell. */
export function amendmentsIn(body: Champs): Amendment[] {
  return body.noms().flatMap((nom) => {
    const [, ligne, colonne] = NAME.exec(nom) ?? [];
    return ligne && colonne ? [{ ligne: Number(ligne), colonne, valeur: body.get(nom) ?? '' }] : [];
  });
}

function lineForm({ ligne, refus }: OutcomeLine, fields: readonly LineField[]): Html {
  const drawn = fields.map(({ colonne, titre, valeur }) =>
    lineInput({
      id: `cellule-${ligne}-${colonne}`,
      name: `cellule.${ligne}.${colonne}`,
      label: titre,
      value: valeur,
      faults: refus.filter((one) => one.colonne === titre).map(({ message }) => message),
      attributes: { form: APERCU, autocomplete: 'off', spellcheck: 'false' },
    }),
  );
  const verify = button('Vérifier à nouveau', 'second', {
    name: 'action',
    value: 'verifier',
    form: APERCU,
    isSmall: true,
  });
  return disclosure(
    `Corriger la ligne ${ligne}`,
    html`<div class="cellules">${drawn}</div><p class="boutons">${verify}</p>`,
  );
}
