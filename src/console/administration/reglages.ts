import { tellSource } from '../../../machines/source.ts';
import { durees } from '../../desk/reglages/catalogue.ts';
import { valeurPosee } from '../../desk/reglages/valeurs.ts';
import type { Nommer } from '../../identity/identities.ts';
import { type Erreur, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { choice, dayField, type Field, formOfFields, line } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { afterForm, orRefused, type Page, redirect, type Shown, toCorrect } from '../shell/shown.ts';
import { callout, emptyState, panel, pill, properties } from '../ui/blocks.ts';
import { button, linkButton, postButton } from '../ui/button.ts';
import { dayInput, filterLine } from '../ui/field.ts';
import { actionColumn, column, type TableColumn, table, titleColumn, twoLines } from '../ui/table.ts';
import { longDay, moment, plural, shortDay, toFrenchDays, toIsoDay } from '../ui/words.ts';
import { onceFound } from './asked.ts';
import {
  besideTheirs,
  champsDelai,
  chosenKey,
  delaiInWords,
  delaiTyped,
  narrowerForm,
  rulingWords,
  uniteOf,
} from './delais.ts';
import { adminPath, innerPage, may, placePage } from './frame.ts';

/** What the service is set to. */
export function reglagesScreens(): Screen[] {
  const tous = '/administration/reglages';
  const un = `${tous}/:cle` as const;
  return [
    get(tous, 'reglages.lister', reglagesPage),
    get(un, 'reglages.lister', ofReglage(reglagePage)),
    post(un, 'reglages.poser', ofReglage(setValue)),
    post(`${un}/retrait`, 'reglages.retirer', withdraw),
  ];
}

const DAYS = 'Au format JJ/MM/AAAA ; un jour passé ou à venir.';

type ReglageVu = Awaited<ReturnType<Services['reglages']['reglages']>>[number];

async function reglagesPage(visit: Visit): Promise<Shown> {
  const { services, query } = visit;
  const chosen = chosenKey(query);
  if (chosen !== null) return redirect(adminPath('reglages', chosen));
  const today = services.today();
  const asked = toIsoDay(query['le'] ?? '');
  const le = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today;
  const all = await services.reglages.reglages(le);
  const of = (famille: ReglageVu['famille']) => all.filter((one) => one.famille === famille);
  return placePage(visit, 'reglages', {
    body: html`${filterLine(adminPath('reglages'), dayInput({ id: 'le', label: 'Tels qu’ils valent le', help: DAYS, value: le }))}
${le !== today && callout('info', html`<p>Vous voyez les réglages du ${longDay(le)}. <a href="${adminPath('reglages')}">Revenir à aujourd’hui</a></p>`)}
<div class="pile">${panel(
      'Affectation et absences',
      html`<p class="note">À qui va ce qui s’ouvre, et qui est absent jusqu’à quand. ${linkButton('Voir les règles et les absences', '/administration/affectation')}</p>`,
    )}
${panel(
  'Délais habituels',
  html`<p class="note">Le texte n’écrit aucune durée hormis les trois ans du certificat (A12). Ces délais sont les nôtres : ils disent ce qui est en retard et
ce qui risque d’expirer avant la fin. Ils ne promettent rien.</p>
${table('Délais habituels, par acteur, puis plus précis', of('delais'), columns('Acteur, ou étape', le))}
${may(visit.identite, 'reglages.poser') && narrowerForm()}`,
  { id: 'delais' },
)}
${panel(
  'Adresses',
  html`<p class="note">Les adresses du texte sont anciennes (A15) : aucune ne vaut avant que vous la donniez. Elles servent aux modèles de courriel.</p>
${table('Adresses', of('adresses'), columns('Destinataire', le))}`,
  { id: 'adresses' },
)}
${panel(
  'Courriels',
  html`<p class="note">Ce qui part sans que personne ne l’envoie${services.messagerie.adresse === null && ' : rien tant que l’exploitant n’a pas réglé de serveur de courriel'}.</p>
${table('Courriels', of('courriels'), columns('Envoi', le))}`,
  { id: 'courriels' },
)}
${await keepingPanel(services, of('conservation'), le)}</div>`,
  });
}

function columns(titre: string, le: string): TableColumn<ReglageVu>[] {
  return [
    titleColumn(titre, ({ cle, libelle }) => html`<a href="${adminPath('reglages', cle)}">${libelle}</a>`),
    column('Vaut', currentValue),
    column('Depuis le', sinceOf),
    column('Ensuite', (one) => nextOf(one, le)),
  ];
}

/** What rules, in words. */
function currentValue({ genre, valeur, defaut }: Pick<ReglageVu, 'genre' | 'valeur' | 'defaut'>): Html | string {
  if (valeur === null) return html`<span class="doux">${nothingSet[genre] ?? 'Non renseignée'}</span>`;
  return html`${inWords(genre, valeur)}${valeur === defaut && html` <span class="doux">(au départ)</span>`}`;
}

const nothingSet: Partial<Record<ReglageVu['genre'], string>> = { mois: 'Sans limite', jours: 'Le délai plus large' };

/** A value of that kind, in words. */
function inWords(genre: ReglageVu['genre'], valeur: number | string): Html | string {
  if (genre === 'jours') return delaiInWords(valeur);
  if (genre === 'mois') return `${valeur} mois`;
  if (genre === 'texte') return `${valeur}`;
  if (genre === 'choix') return valeur === 'oui' ? 'Oui' : 'Non';
  return html`<span class="adresse">${genre === 'web' ? html`<a href="${valeur}" rel="noreferrer">${valeur}</a>` : valeur}</span>`;
}

function sinceOf({ histoire }: ReglageVu): Html | null {
  const ruling = histoire.find(({ etat }) => etat === 'en-vigueur');
  return ruling ? html`${shortDay(ruling.du)}${ruling.au !== null && html` jusqu’au ${shortDay(ruling.au)}`}` : null;
}

function nextOf({ histoire, genre }: ReglageVu, le: string): Html | null {
  const [next] = histoire
    .filter(({ etat, du }) => etat === 'a-venir' && du > le)
    .sort((a, b) => a.du.localeCompare(b.du));
  return next ? html`${inWords(genre, next.valeur)} à partir du ${shortDay(next.du)}` : null;
}

const narrower = formOf(champsDelai(true));

/** A delay that is set for more than somebody everywhere has no value to begin with. */
function formFor({ genre, defaut }: ReglageVu): Form {
  return genre === 'jours' && defaut === null ? narrower : (forms[genre] as Form);
}

type PastValue = ReglageVu['histoire'][number];

const inputs = {
  mois: line('Mois', { inputmode: 'numeric', help: 'De 1 à 600.' }),
  texte: line('Texte'),
  courriels: line('Courriels', { help: 'Un ou plusieurs, séparés par des virgules.' }),
  choix: choice('Valeur', { oui: 'Oui', non: 'Non' }),
  web: line('Adresse de la page', { example: 'https://exemple.fr/page' }),
};
const forms: Readonly<Record<string, Form>> = {
  jours: formOf(champsDelai(false)),
  ...Object.fromEntries(Object.entries(inputs).map(([genre, valeur]) => [genre, formOf({ valeur })])),
};

const ofReglage = onceFound<ReglageVu>(
  'reglage',
  ({ services }, cle) => services.reglages.reglage(cle, services.today()),
  'cle',
);

/** A setting: what rules, what was and what will be, and a form for whoever may set it. */
function reglagePage(visit: Visit, reglage: ReglageVu): Promise<Page> {
  const du = toFrenchDays(visit.services.today());
  return drawReglage(visit, reglage, { ...blank(formFor(reglage)), du, unite: uniteOf(reglage.valeur) });
}

/** Sets a value from a day on. */
async function setValue(visit: Visit, reglage: ReglageVu): Promise<Shown> {
  const form = formFor(reglage);
  const typed = typedOf(visit.body, form);
  const { valeur: only = '', limite, unite, ...read } = readTyped(form, typed);
  const valeur = reglage.genre === 'jours' ? delaiTyped({ valeur: only, limite, unite }) : only;
  const done = await parseThen(valeurPosee(reglage), { ...read, valeur, cle: reglage.cle }, (posee) =>
    visit.services.reglages.poser(visit.identite, posee),
  );
  return afterForm(
    done,
    ({ du }) => redirect(adminPath('reglages', reglage.cle), `La valeur vaut à partir du ${toFrenchDays(du)}.`),
    (erreurs) => drawReglage(visit, reglage, typed, reglage.genre === 'jours' ? besideTheirs(erreurs) : erreurs),
  );
}

/** Gives up a value that has not begun. */
async function withdraw({ services, identite, body, params }: Visit): Promise<Shown> {
  const rang = Number.parseInt(body.get('rang') ?? '', 10) || 0;
  return orRefused(await services.reglages.retirer(identite, rang), () =>
    redirect(adminPath('reglages', params['cle'] ?? ''), 'La valeur prévue est retirée ; l’historique la garde.'),
  );
}

function formOf(valeur: Readonly<Record<string, Field>>): Form {
  return formOfFields({
    ...valeur,
    du: dayField('À partir du', { width: 6 }),
    au: dayField('Jusqu’au', { isRequired: false, width: 6, help: 'Inclus ; rien : sans fin.' }),
    motif: line('Motif', { isRequired: false, help: 'D’où vient ce changement : l’historique le garde.' }),
  });
}

async function drawReglage(visit: Visit, reglage: ReglageVu, typed: Typed, erreurs: readonly Erreur[] = []) {
  const { cle, famille, libelle, aide, genre, defaut, source, histoire } = reglage;
  const maySet = may(visit.identite, 'reglages.poser');
  const isNarrower = genre === 'jours' && defaut === null;
  const nommer = await visit.services.identites.nommer(
    histoire.flatMap(({ posePar, retraitPar }) => [posePar, retraitPar ?? posePar]),
  );
  return innerPage('reglages', {
    title: `${familyNames[famille]} : ${libelle}`,
    ...toCorrect(erreurs),
    body: html`<div class="${maySet ? 'deux' : 'pile'}"><div class="pile">${panel(
      'Aujourd’hui',
      properties([
        ['Vaut', currentValue(reglage)],
        ['Ici, cela fait', isNarrower ? rulingWords(visit.services, cle, visit.services.today()) : null],
        ['Au départ', defaut === null ? (nothingSet[genre] ?? 'Rien') : inWords(genre, defaut)],
        ['Procédure', source && tellSource(source)],
        ['À quoi cela sert', aide],
      ]),
    )}
${genre === 'mois' && (await forecastPanel(visit.services, cle))}
${panel('Historique', history(reglage, nommer, maySet))}</div>
${
  maySet &&
  html`<div class="pile">${panel(
    'Donner une autre valeur',
    drawForm(formFor(reglage), typed, {
      action: adminPath('reglages', cle),
      defaultAction: 'poser',
      erreurs,
      buttons: button('Enregistrer'),
    }),
  )}</div>`
}</div>`,
  });
}

const familyNames = {
  delais: 'Délai habituel',
  adresses: 'Adresse',
  courriels: 'Courriels',
  conservation: 'Données personnelles',
} satisfies Record<ReglageVu['famille'], string>;

const statePills: Record<PastValue['etat'], Parameters<typeof pill>> = {
  'en-vigueur': ['bien', 'En vigueur'],
  'a-venir': ['accent', 'À venir'],
  remplacee: ['neutre', 'Remplacée'],
  terminee: ['neutre', 'Terminée'],
  retiree: ['neutre', 'Retirée', 'croix'],
};

function history({ cle, genre, histoire }: ReglageVu, nommer: Nommer, maySet: boolean): Html {
  const columns = [
    titleColumn<PastValue>('Valeur', ({ valeur }) => inWords(genre, valeur)),
    column<PastValue>(
      'Dates',
      ({ du, au }) => html`<div>À partir du ${shortDay(du)}${au !== null && html` jusqu’au ${shortDay(au)}`}</div>`,
    ),
    column<PastValue>('Donnée par', ({ posePar, poseLe, motif }) =>
      twoLines(`${nommer(posePar)}, le ${moment(poseLe)}`, motif),
    ),
    column<PastValue>('État', ({ etat }) => pill(...statePills[etat])),
    actionColumn<PastValue>('Retirer', ({ etat, rang }) =>
      maySet && etat === 'a-venir'
        ? postButton('Retirer', adminPath('reglages', cle, 'retrait'), { rang: `${rang}` })
        : null,
    ),
  ];
  const none = emptyState('horloge', 'Rien n’a encore été réglé', 'La valeur de départ vaut.');
  return table('Toutes les valeurs, la dernière donnée d’abord', histoire, columns, none);
}

type Kind = keyof typeof durees;
const kinds = Object.keys(durees) as Kind[];
const NONE = { dossiers: null, notes: null, comptes: null };

/** How long what names persons is kept, and what would be erased today. */
async function keepingPanel(services: Services, lines: readonly ReglageVu[], le: string): Promise<Html> {
  const due = await services.personnes.echus(services.reglages.conservation(services.today()));
  return panel(
    'Données personnelles',
    html`<p class="note">Rien n’est effacé avant que vous donniez une durée : ce qui l’est ne revient pas. L’effacement a lieu chaque jour ; le journal de
l’administration dit combien. Ce que chacun peut en lire est à la page <a href="/confidentialite">Données personnelles</a>.</p>
${table('Durées de conservation, et qui répond des données', lines, [...columns('Ce qui est gardé', le), column('Tomberait aujourd’hui', ({ cle }) => dueWords(kindOf(cle), due))])}`,
    { id: 'conservation' },
  );
}

const TRIED = [6, 12, 24, 36, 60];

/** What would be erased today of one kind, were it kept so long. */
async function forecastPanel({ personnes }: Services, cle: string): Promise<Html | null> {
  const kind = kindOf(cle);
  if (kind === null) return null;
  const counted = await Promise.all(
    TRIED.map(async (mois) => ({ mois, due: await personnes.echus({ ...NONE, [kind]: mois }) })),
  );
  return panel(
    'Ce qui tomberait aujourd’hui',
    table('Ce qui tomberait aujourd’hui, selon la durée', counted, [
      titleColumn('Si la durée était de', ({ mois }) => `${mois} mois`),
      column('Seraient effacés', ({ due }) => dueWords(kind, due)),
    ]),
  );
}

function kindOf(cle: string): Kind | null {
  return kinds.find((kind) => durees[kind] === cle) ?? null;
}

function dueWords(kind: Kind | null, due: Readonly<Record<Kind, number>>): string | null {
  if (kind === null) return null;
  return plural(due[kind], { dossiers: 'dossier', notes: 'texte', comptes: 'compte' }[kind]);
}
