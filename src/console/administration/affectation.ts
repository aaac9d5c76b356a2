import { AbsenceDemandee, type Critere, criteres, RegleDemandee } from '../../desk/reglages/affectations.ts';
import { type Erreur, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { afterForm, orRefused, type Page, redirect, type Shown, toCorrect } from '../shell/shown.ts';
import { emptyState, panel } from '../ui/blocks.ts';
import { actionForm, button, postButton } from '../ui/button.ts';
import { dayInput, faultSummary, faultsAt, lineInput, type Options, selectInput } from '../ui/field.ts';
import { actionColumn, column, table, titleColumn, twoLines } from '../ui/table.ts';
import { shortDay, toIsoDay } from '../ui/words.ts';
import { innerPage, may } from './frame.ts';

type Regle = ReturnType<Services['affectations']['regles']>[number];

const LIEU = '/administration/affectation';

/** To whom goes what is opened, and who is away. */
export function affectationScreens(): Screen[] {
  const right = 'reglages.poser';
  return [
    get(LIEU, 'reglages.lister', (visit) => affectationPage(visit)),
    post(`${LIEU}/regles`, right, setRule),
    post(`${LIEU}/regles/retrait`, right, endRule),
    post(`${LIEU}/absences`, 'dossiers.faits', tell),
    post(`${LIEU}/absences/fin`, 'dossiers.faits', end),
  ];
}

/** The names of those who may be given dossiers, by id. */
type Accounts = ReadonlyMap<string, string>;

/** What was typed and what is wrong with it, told beside the form that it is about. */
interface Typing {
  form: 'regle' | 'absence';
  typed: Readonly<Record<string, string>>;
  erreurs: readonly Erreur[];
}

/** The page, with a form that is to be corrected. */
async function affectationPage(visit: Visit, typing: Typing | null = null): Promise<Page> {
  const comptes = new Map((await visit.services.suivi.nommables()).map(({ id, nom }) => [id, nom]));
  return innerPage('reglages', {
    title: 'Affectation et absences',
    ...toCorrect(typing?.erreurs ?? []),
    body: html`<div class="pile">${await rulesPanel(visit, comptes, typing?.form === 'regle' ? typing : null)}
${absencesPanel(visit, comptes, typing?.form === 'absence' ? typing : null)}</div>`,
  });
}

async function rulesPanel({ services, identite }: Visit, comptes: Accounts, typing: Typing | null) {
  const regles = services.affectations.regles(services.today());
  const maySet = may(identite, 'reglages.poser');
  const [editeurs, groupements] = await Promise.all([
    services.identites.editeurs(),
    services.list({ genre: 'groupement', limite: ALL }),
  ]);
  const names: Names = {
    comptes,
    editeur: new Map(editeurs.map(({ id, nom }) => [id, nom])),
    groupement: new Map(groupements.lignes.map(({ id, denomination }) => [id, denomination])),
  };
  const nommer = await services.identites.nommer(regles.map(({ posePar }) => posePar));
  const columns = [
    titleColumn('Quand s’ouvre', (one: Regle) => named(one, names)),
    column('Va à', ({ compteId }: Regle) => names.comptes.get(compteId) ?? 'Un compte fermé'),
    column('Depuis le', ({ du, posePar }: Regle) => twoLines(shortDay(du), `par ${nommer(posePar)}`)),
    actionColumn('Retirer', ({ sur, valeur }: Regle) =>
      maySet ? postButton('Retirer', `${LIEU}/regles/retrait`, { sur, valeur }) : null,
    ),
  ];
  return panel(
    'Règles',
    html`<p class="note">Un dossier que l’API ou un état des lieux ouvre va à la personne que dit la règle : celle du groupement d’abord, puis de l’éditeur, puis
du département. Si elle est absente, la règle suivante vaut ; sinon le dossier n’est affecté à personne. Qui ouvre un dossier ici le suit.</p>
${table('Règles d’affectation', regles, columns, noRule)}
${maySet && ruleForm(names, typing)}`,
    { id: 'regles' },
  );
}

const noRule = emptyState('personne', 'Aucune règle', 'Ce qui s’ouvre attend que quelqu’un le prenne.');

interface Names {
  comptes: Accounts;
  groupement: ReadonlyMap<string, string>;
  editeur: ReadonlyMap<string, string>;
}

const ALL = 500;

function named({ sur, valeur }: Pick<Regle, 'sur' | 'valeur'>, names: Names): string {
  return `${criteres[sur]} ${sur === 'departement' ? valeur : `« ${names[sur].get(valeur) ?? 'qui n’est plus là'} »`}`;
}

/** Each criterion has its own field: the one that is filled decides. */
function ruleForm({ comptes, groupement, editeur }: Names, typing: Typing | null) {
  const { typed = {}, erreurs = [] } = typing ?? {};
  const faults = (id: string) => faultsAt(erreurs, id).slice(0, 1);
  const choose = (id: string, label: string, options: ReadonlyMap<string, string>, first: string) =>
    selectInput({ id, label, chosen: typed[id], options: [['', first], ...options], faults: faults(id) });
  const lines = [
    { id: 'departement', label: 'Département' },
    { id: 'compteId', label: 'Va à' },
  ];
  return html`<h3>Ajouter ou changer une règle</h3>
${faultSummary(lines, erreurs)}
${actionForm(
  { action: `${LIEU}/regles`, attributes: { class: 'filtre-ligne', novalidate: true } },
  html`${lineInput({
    id: 'departement',
    label: 'Département',
    value: typed['departement'],
    faults: faults('departement'),
    attributes: { class: 'court', autocomplete: 'off', maxlength: 3 },
  })}
${choose('editeur', 'ou éditeur', editeur, 'Aucun')}${choose('groupement', 'ou groupement', groupement, 'Aucun')}
${choose('compteId', 'Va à', comptes, 'Choisir…')}${button('Enregistrer la règle', 'second')}`,
)}`;
}

const FIELDS = ['departement', 'editeur', 'groupement', 'compteId'] as const;

async function setRule(visit: Visit): Promise<Shown> {
  const { body, services, identite } = visit;
  const typed = Object.fromEntries(FIELDS.map((nom) => [nom, body.get(nom)?.trim() ?? '']));
  const filled = (Object.keys(criteres) as Critere[]).filter((sur) => typed[sur] !== '');
  const [sur] = filled;
  const again = (erreurs: readonly Erreur[]) => affectationPage(visit, { form: 'regle', typed, erreurs });
  if (!sur || filled.length > 1)
    return again([
      { pointeur: '/departement', message: 'Remplissez un département, un éditeur ou un groupement, un seul.' },
    ]);
  if (typed['compteId'] === '') return again([{ pointeur: '/compteId', message: 'Choisissez quelqu’un.' }]);
  const asked = { sur, valeur: typed[sur], compteId: typed['compteId'] };
  const done = await parseThen(RegleDemandee, asked, (regle) => services.affectations.poserRegle(identite, regle));
  return afterForm(
    done,
    () => redirect(LIEU, 'La règle vaut pour ce qui s’ouvrira désormais.'),
    (erreurs) => again(pointedAt(erreurs, '/valeur', `/${sur}`)),
  );
}

async function endRule({ body, services, identite }: Visit): Promise<Shown> {
  const asked = { sur: body.get('sur'), valeur: body.get('valeur'), compteId: '' };
  const done = await parseThen(RegleDemandee, asked, (regle) => services.affectations.poserRegle(identite, regle));
  return orRefused(done, () => redirect(LIEU, 'La règle est retirée ; les dossiers déjà affectés le restent.'));
}

type Absence = ReturnType<Services['affectations']['absences']>[number];

/** Who is away or will be; one’s own are told by oneself, anybody’s by a superviseur. */
function absencesPanel({ services, identite }: Visit, comptes: Accounts, typing: Typing | null): Html {
  const today = services.today();
  const all = services.affectations.absences(today);
  const mayTell = (id: string) => may(identite, 'reglages.poser') || (identite.role === 'agent' && identite.id === id);
  const own = [...comptes].filter(([id]) => mayTell(id));
  const columns = [
    titleColumn('Qui', ({ compteId }: Absence) => comptes.get(compteId) ?? 'Un compte fermé'),
    column('Du', ({ du }: Absence) => shortDay(du)),
    column('Au', ({ au }: Absence) => shortDay(au)),
    actionColumn('Finir', (one: Absence) =>
      mayTell(one.compteId)
        ? postButton(one.du <= today ? 'Est de retour' : 'Annuler', `${LIEU}/absences/fin`, { ...one })
        : null,
    ),
  ];
  return panel(
    'Absences',
    html`<p class="note">Aucune règle ne donne de dossier à qui est absent, et ses dossiers disent jusqu’à quand. La raison ne se note pas.</p>
${table('Absences, en cours et à venir', all, columns, emptyState('horloge', 'Personne n’est absent'))}
${own.length > 0 && absenceForm(own, typing)}`,
    { id: 'absences' },
  );
}

function absenceForm(own: Options, typing: Typing | null): Html {
  const { typed = {}, erreurs = [] } = typing ?? {};
  const faults = (id: string) => faultsAt(erreurs, id).slice(0, 1);
  const [only, ...others] = own;
  const options: Options = others.length === 0 ? own : [['', 'Choisir…'], ...own];
  const days = [
    { id: 'du', label: 'Du' },
    { id: 'au', label: 'Au (inclus)' },
  ];
  return html`<h3>Noter une absence</h3>
${faultSummary([{ id: 'absent', label: 'Qui' }, ...days], erreurs)}
${actionForm(
  { action: `${LIEU}/absences`, attributes: { class: 'filtre-ligne', novalidate: true } },
  html`${selectInput({ id: 'absent', label: 'Qui', options, chosen: typed['absent'] ?? (others.length === 0 ? only?.[0] : ''), faults: faults('absent') })}
${days.map(({ id, label }) => dayInput({ id, label, value: typed[id], faults: faults(id) }))}${button('Noter l’absence', 'second')}`,
)}`;
}

async function tell(visit: Visit): Promise<Shown> {
  const { body, services, identite } = visit;
  const absent = body.get('absent') ?? '';
  const [du = '', au = ''] = ['du', 'au'].map((nom) => toIsoDay(body.get(nom) ?? ''));
  const done = await parseThen(AbsenceDemandee, { compteId: absent, du, au }, (absence) =>
    services.affectations.poserAbsence(identite, absence),
  );
  return afterForm(
    done,
    () => redirect(LIEU, 'L’absence est notée.'),
    (erreurs) => {
      const told = pointedAt(erreurs, '/compteId', '/absent');
      return affectationPage(visit, { form: 'absence', typed: { absent, du, au }, erreurs: told });
    },
  );
}

/** Faults of a field as the page calls it. */
function pointedAt(erreurs: readonly Erreur[], from: string, to: string): Erreur[] {
  return erreurs.map((one) => (one.pointeur === from ? { ...one, pointeur: to } : one));
}

async function end({ body, services, identite }: Visit): Promise<Shown> {
  const asked = { compteId: body.get('compteId'), du: body.get('du'), au: body.get('au') };
  const done = await parseThen(AbsenceDemandee, asked, (absence) =>
    services.affectations.finirAbsence(identite, absence),
  );
  return orRefused(done, () => redirect(LIEU, 'Cette absence ne compte plus.'));
}
