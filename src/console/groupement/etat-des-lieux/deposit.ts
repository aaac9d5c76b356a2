import { type Amendment, fieldsOf, type LineField } from '../../../survey/amend.ts';
import { colonnes } from '../../../survey/spellings.ts';
import type { Champs } from '../../../web/form.ts';
import { attrs, type Html, html } from '../../../web/html.ts';
import { callout, disclosure } from '../../ui/blocks.ts';
import { actionForm, button, linkButton } from '../../ui/button.ts';
import { checkbox, dayInput, faultBox, labelled, lineInput } from '../../ui/field.ts';
import type { OutcomeLine } from '../frame.ts';

/** What was given, to be shown again as it was. */
export interface Deposit {
  base: string;
  text: string;
  /** As it was typed. */
  date: string;
  opens: boolean;
  /** What is wrong with the table as a whole, or with the day. */
  fault: string | null;
  dayFault: string | null;
}

/** Where a DSI's table is brought: a file, or its lines pasted. */
export function depositContent(depot: Deposit, recu: string | null, agit: boolean): Html {
  const { base } = depot;
  return html`${recu !== null && callout('info', `Un état des lieux a déjà été reçu le ${recu}. Vous pouvez en déposer un autre : il complète le premier.`)}
<div class="demande-depot"><section class="panneau"><h2>1. Demander le tableau à la DSI</h2>
<p>Envoyez-lui ce modèle : une ligne par site, avec les numéros que vous connaissez déjà. Elle y dit ce qu’elle sait du contrat avec l’ANS, de la carte du responsable et du mandataire.</p>
<p class="boutons">${linkButton('Télécharger le modèle (CSV)', `${base}/modele.csv`, 'second', 'telecharger')}</p>
${disclosure('Ce que le tableau peut contenir', accepted())}</section>
${
  agit &&
  html`<section class="panneau"><h2>2. Déposer sa réponse</h2>
<p>Un classeur Excel ou LibreOffice, un CSV ou un copier-coller : l’encodage et les séparateurs sont reconnus. Rien ne s’enregistre avant que vous ayez vu chaque ligne.</p>
${depositForm(depot)}</section>`
}</div>`;
}

function accepted(): Html {
  return html`<p>La ligne d’en-tête nomme les colonnes, dans l’ordre de votre choix ; les noms usuels, ceux de FINESS, de SIRENE et de l’Annuaire santé sont compris. Il faut au moins le N° FINESS ou le N° SIRET.</p>
<ul>${Object.values(colonnes).map((titre) => html`<li>${titre}</li>`)}</ul>
<p>Écrivez <strong>oui</strong> ou <strong>non</strong>, ou laissez vide si vous ne savez pas. Une carte peut se dire par son type et sa date : « CDE 31/12/2027 ».</p>
<p>Un site absent du groupement peut être ouvert si sa ligne donne sa raison sociale, son SIRET, son FINESS (ou « aucun »), son code postal et sa commune.</p>`;
}

function depositForm(depot: Deposit): Html {
  const { base, text, fault } = depot;
  const isFile = text === '';
  const attributes = { enctype: 'multipart/form-data', class: 'depot' };
  const faults = (isAtFault: boolean, ids: string) =>
    fault !== null && isAtFault ? attrs({ 'aria-invalid': 'true', 'aria-describedby': ids }) : null;
  const file = { id: 'tableau', label: 'Fichier', help: 'Classeur (.xlsx, .ods), CSV ou texte, 1 Mio au plus.' };
  const pasted = html`Ou les lignes collées <span class="facultatif">(avec la ligne d’en-tête)</span>`;
  return actionForm(
    { action: base, attributes },
    html`${fault && faultBox('Ce tableau ne se lit pas', html`<p id="tableau-faute">${fault}</p>`)}
${labelled(file, (described) => html`<input id="tableau" name="tableau" type="file" accept=".xlsx,.ods,.csv,.txt,.tsv,text/csv,text/plain"${faults(isFile, 'tableau-aide tableau-faute') ?? described}>`)}
${labelled(
  { id: 'texte', label: pasted },
  () => html`<textarea id="texte" name="texte" rows="6" spellcheck="false" class="collage"${faults(!isFile, 'tableau-faute')}>
${text}</textarea>`,
)}
${options(depot)}
<div class="boutons">${button('Vérifier le tableau', 'principal', { name: 'action', value: 'verifier', icon: 'suite' })}</div>`,
  );
}

const OPENING = 'Ouvrir aussi le dossier des sites qui ne sont pas encore dans le groupement';

/** The day of the état des lieux, and whether unknown sites are opened. */
export function options({ date, opens, dayFault }: Pick<Deposit, 'date' | 'opens' | 'dayFault'>): Html {
  return html`${dayInput({ id: 'date', label: 'Date de l’état des lieux', value: date, faults: dayFault === null ? [] : [dayFault] })}
${checkbox({ id: 'ouvrir', label: OPENING, checked: opens, classes: 'champ coche' })}`;
}

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
