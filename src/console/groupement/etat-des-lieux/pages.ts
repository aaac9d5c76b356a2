import type { Services } from '../../../services.ts';
import { type Amendment, fieldsOf, type LineField } from '../../../survey/amend.ts';
import { encodages } from '../../../survey/encoding.ts';
import { separateurs } from '../../../survey/headings.ts';
import type { Remarque } from '../../../survey/line.ts';
import { colonnes } from '../../../survey/spellings.ts';
import type { Champs } from '../../../web/form.ts';
import { attrs, type Html, html } from '../../../web/html.ts';
import type { Given } from '../../dossier/read/case.ts';
import { callout, disclosure, panel, pill } from '../../ui/blocks.ts';
import { actionForm, button, linkButton } from '../../ui/button.ts';
import { checkbox, dayInput, faultBox, labelled, lineInput } from '../../ui/field.ts';
import { column, countColumn, table, titleColumn } from '../../ui/table.ts';
import { plural } from '../../ui/words.ts';

/** What a DSI's table does, line by line. */
export type SurveyOutcome = Given<ReturnType<Services['foreseeSurvey']>>;
/** One of its lines. */
type OutcomeLine = SurveyOutcome['lignes'][number];
/** A table, and what to make of it. */
export type SurveyInput = Parameters<Services['foreseeSurvey']>[1];

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
<div class="demande-depot cote-a-cote">${panel(
    '1. Demander le tableau à la DSI',
    html`<p>Envoyez-lui ce modèle : une ligne par site, avec les numéros que vous connaissez déjà. Elle y dit ce qu’elle sait du contrat avec l’ANS, de la carte du responsable et du mandataire.</p>
<p class="boutons">${linkButton('Télécharger le modèle (CSV)', `${base}/modele.csv`, 'second', 'telecharger')}</p>
${disclosure('Ce que le tableau peut contenir', accepted())}`,
  )}
${
  agit &&
  panel(
    '2. Déposer sa réponse',
    html`<p>Un classeur Excel ou LibreOffice, un CSV ou un copier-coller : l’encodage et les séparateurs sont reconnus. Rien ne s’enregistre avant que vous ayez vu chaque ligne.</p>
${depositForm(depot)}`,
  )
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
function options({ date, opens, dayFault }: Pick<Deposit, 'date' | 'opens' | 'dayFault'>): Html {
  return html`${dayInput({ id: 'date', label: 'Date de l’état des lieux', value: date, faults: dayFault === null ? [] : [dayFault] })}
${checkbox({ id: 'ouvrir', label: OPENING, checked: opens, classes: 'champ coche' })}`;
}

/** The form of the preview, to which the fields of its lines belong wherever they stand. */
const APERCU = 'apercu';
/** So many refused lines may be corrected by their fields; the others in the text of the table. */
const AT_MOST = 10;
const NAME = /^cellule\.(\d+)\.(\w+)$/;

/** What corrects each refused line, by its number. */
function lineForms(texte: string, lignes: readonly OutcomeLine[]): ReadonlyMap<number, Html> {
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

/** What a table would do, line by line; it is carried by the page, to be corrected there or recorded. */
export function previewContent(outcome: SurveyOutcome, depot: Deposit, perime: boolean): Html {
  const { base, opens } = depot;
  const counted = counts(outcome, opens);
  const attributes = { id: APERCU, enctype: 'multipart/form-data', class: 'panneau apercu' };
  const sent = { action: base, hidden: { empreinte: outcome.empreinte }, attributes };
  return html`${perime && callout('attention', 'Les sites, le tableau ou les options ont changé depuis votre vérification. Rien n’a été enregistré : relisez ci-dessous, puis confirmez.')}
${actionForm(
  sent,
  html`<h2>Ce que fera ce tableau</h2>
${summaryOf(outcome)}
<p>${announced(counted)}</p>
${outcome.remarques.map((remarque) => html`<p>${remarque}</p>`)}
${outcome.ignorees.length > 0 && html`<p class="doux">Colonnes qui n’ont pas été lues : ${outcome.ignorees.join(', ')}. Rien n’en est gardé.</p>`}
${options(depot)}
<div class="boutons">${counted.sites > 0 && button(`Enregistrer pour ${plural(counted.sites, 'site')}`, 'principal', { name: 'action', value: 'enregistrer', icon: 'coche' })}
${button('Vérifier à nouveau', 'second', { name: 'action', value: 'verifier' })}
${linkButton('Déposer un autre tableau', base, 'discret')}</div>
${disclosure(
  'Corriger le texte du tableau',
  labelled(
    { id: 'texte', label: 'Lignes du tableau', classes: 'large', help: 'Après une correction, vérifiez à nouveau.' },
    (
      described,
    ) => html`<textarea id="texte" name="texte" rows="14" spellcheck="false" class="collage" wrap="off"${described}>
${depot.text}</textarea>`,
  ),
)}
<p class="petit doux">Lu comme ${readAs(outcome)}.</p>`,
)}
${linesOf(outcome, { isDone: false, opens, forms: lineForms(depot.text, outcome.lignes) })}`;
}

/** By which tool it was written, and where its columns are named. */
function readAs({ encodage, separateur, entete }: SurveyOutcome): string {
  const sign =
    separateurs[separateur] === 'point-virgule' ? 'des points-virgules' : `le signe « ${separateurs[separateur]} »`;
  const cut = encodage === 'xlsx' || encodage === 'ods' ? [] : [`colonnes séparées par ${sign}`];
  const head = entete === 0 ? 'extraction FINESS sans en-tête' : `en-tête à la ligne ${entete}`;
  return [encodages[encodage], ...cut, head].join(', ');
}

/** What a table did, line by line. */
export function resultContent(outcome: SurveyOutcome, { base, opens }: Deposit): Html {
  const counted = counts(outcome, opens);
  const place = base.replace('/etat-des-lieux', '');
  return html`${callout('bien', `L’état des lieux est enregistré. ${done(counted)}`)}
<div class="panneau">${summaryOf(outcome)}
${outcome.lignes.some(({ statut }) => statut === 'refusee') && html`<p>Corrigez les lignes refusées dans le tableau, puis déposez-le à nouveau : ce qui est déjà enregistré n’y changera plus.</p>`}
<p class="boutons">${linkButton('Voir les sites', place, 'principal', 'suite')}${linkButton('Déposer un autre tableau', base, 'second')}</p></div>
${linesOf(outcome, { isDone: true, opens, forms: new Map() })}`;
}

/** How many sites a table tells of, opens, and what it says of them. */
function counts({ lignes }: SurveyOutcome, ouvrir: boolean) {
  const used = lignes.filter(({ statut, ouverture }) => statut !== 'refusee' && (ouvrir || ouverture === null));
  return {
    sites: used.length,
    ouvertures: used.filter(({ ouverture }) => ouverture !== null).length,
    faits: used.reduce((sum, { enregistre }) => sum + enregistre.length, 0),
  };
}

function announced({ sites, ouvertures, faits }: ReturnType<typeof counts>): string {
  if (sites === 0)
    return 'Aucune ligne ne peut être enregistrée : corrigez celles qui sont refusées, ou demandez l’ouverture des sites.';
  const opened = ouvertures > 0 ? `${plural(ouvertures, 'dossier sera ouvert', 'dossiers seront ouverts')} et ` : '';
  return `${opened}${plural(faits, 'réponse sera enregistrée', 'réponses seront enregistrées', 'rien ne sera enregistré')} sur ${plural(sites, 'site')}, d’un seul coup : tout, ou rien.`;
}

function done({ sites, ouvertures, faits }: ReturnType<typeof counts>): string {
  const opened = ouvertures > 0 ? `${plural(ouvertures, 'dossier ouvert', 'dossiers ouverts')}, ` : '';
  return `${opened}${plural(faits, 'réponse enregistrée', 'réponses enregistrées', 'rien de nouveau')} sur ${plural(sites, 'site')}.`;
}

const kinds = {
  refusee: { titre: 'Lignes refusées', id: 'refusees', ton: 'faute', words: ['refusée', 'refusées'] },
  corrigee: { titre: 'Lignes à relire', id: 'corrigees', ton: 'attention', words: ['à relire', 'à relire'] },
  acceptee: { titre: 'Lignes acceptées', id: 'acceptees', ton: 'bien', words: ['acceptée', 'acceptées'] },
} as const;
type Kind = OutcomeLine['statut'];

/** How what the lines do is told: what will be, or what was. */
interface Tense {
  isDone: boolean;
  /** Whether unknown sites are opened. */
  opens: boolean;
  /** What corrects a line, by its number. */
  forms: ReadonlyMap<number, Html>;
}

/** How many lines of each kind there are, each a link to them. */
function summaryOf({ lignes }: SurveyOutcome): Html {
  return html`<ul class="bilan">${(Object.keys(kinds) as Kind[]).map((statut) => {
    const count = lignes.filter((ligne) => ligne.statut === statut).length;
    const { id, ton, words } = kinds[statut];
    const told = plural(count, `ligne ${words[0]}`, `lignes ${words[1]}`, `aucune ligne ${words[0]}`);
    return html`<li class="${ton}">${count > 0 ? html`<a href="#${id}">${told}</a>` : told}</li>`;
  })}</ul>`;
}

/** Every line, those that ask for something first. */
function linesOf(outcome: SurveyOutcome, temps: Tense): Html {
  return html`${(Object.keys(kinds) as Kind[]).map((statut) => {
    const lignes = outcome.lignes.filter((ligne) => ligne.statut === statut);
    if (lignes.length === 0) return null;
    const { titre, id } = kinds[statut];
    const drawn = table<OutcomeLine>(titre, lignes, [
      countColumn('Ligne', ({ ligne }) => ligne),
      titleColumn('Site', nameOf),
      ...(statut === 'acceptee'
        ? []
        : [
            column(
              statut === 'refusee' ? 'Pourquoi, et que faire' : 'Ce qui a été corrigé, ou est à vérifier',
              (line: OutcomeLine) => html`${remarks(line)}${temps.forms.get(line.ligne)}`,
            ),
          ]),
      ...(statut === 'refusee'
        ? []
        : [
            column(temps.isDone ? 'Ce qui est enregistré' : 'Ce qui sera enregistré', (ligne: OutcomeLine) =>
              effects(ligne, temps),
            ),
          ]),
    ]);
    return panel(titre, html`<div class="lignes">${drawn}</div>`, { id });
  })}`;
}

function nameOf({ denomination, dossierId }: OutcomeLine): Html {
  const name = denomination || 'Site sans nom';
  return dossierId === null ? html`${name}` : html`<a href="/dossiers/${dossierId}">${name}</a>`;
}

function remarks({ refus, corrections }: OutcomeLine): Html {
  const told: readonly Remarque[] = refus.length > 0 ? refus : corrections;
  return html`<ul class="remarques">${told.map(
    ({ colonne, message }) =>
      html`<li>${colonne !== null && html`<span class="colonne">${colonne}</span> : `}${message}</li>`,
  )}</ul>`;
}

function effects({ enregistre, sansEffet, ouverture, dossierId, observations }: OutcomeLine, { isDone, opens }: Tense) {
  if (ouverture && !opens)
    return html`<span class="doux">Rien : ce site n’a pas encore de dossier, et les ouvertures ne sont pas demandées.</span>`;
  const opening = ouverture !== null && (isDone ? dossierId !== null : true);
  const nothing = !opening && enregistre.length === 0 && sansEffet.length === 0 && observations === '';
  return html`<ul class="remarques">${opening && html`<li>${pill('accent', isDone ? 'Dossier ouvert' : 'Dossier à ouvrir', 'plus')}</li>`}
${enregistre.map(({ libelle }) => html`<li>${libelle}</li>`)}
${sansEffet.map(({ libelle, raison }) => html`<li class="doux">Sans effet : ${libelle}. ${raison}</li>`)}
${observations !== '' && html`<li>${isDone ? 'Notée' : 'À noter'} au dossier : ${observations}</li>`}
${nothing && html`<li class="doux">Rien : cette ligne ne dit rien de nouveau.</li>`}</ul>`;
}
