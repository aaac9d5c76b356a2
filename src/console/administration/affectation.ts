import { type Critere, criteres, RegleDemandee } from '../../desk/reglages/affectations.ts';
import { type Erreur, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { html } from '../../web/html.ts';
import { afterForm, orRefused } from '../shell/refused.ts';
import { get, type Page, post, redirect, type Screen, type Shown, toCorrect, type Visit } from '../shell/screen.ts';
import { emptyState, panel } from '../ui/blocks.ts';
import { actionForm, button, postButton } from '../ui/button.ts';
import { faultSummary, faultsAt, lineInput, selectInput } from '../ui/field.ts';
import { table, twoLines } from '../ui/table.ts';
import { shortDay } from '../ui/words.ts';
import { absenceScreens, absencesPanel } from './absences.ts';
import { innerPage, may } from './frame.ts';

type Regle = ReturnType<Services['affectations']['regles']>[number];

const LIEU = '/administration/affectation';

/** To whom goes what is opened, and who is away. */
export function affectationScreens(): Screen[] {
  const right = 'reglages.poser';
  return [
    get('administration.affectation', LIEU, { right: 'reglages.lister', answer: (visit) => affectationPage(visit) }),
    post('administration.affectation.regle', `${LIEU}/regles`, { right, answer: setRule }),
    post('administration.affectation.retirer', `${LIEU}/regles/retrait`, { right, answer: endRule }),
    ...absenceScreens(affectationPage),
  ];
}

/** What was typed and what is wrong with it, told beside the form that it is about. */
export interface Typing {
  form: 'regle' | 'absence';
  typed: Readonly<Record<string, string>>;
  erreurs: readonly Erreur[];
}

/** The page, with a form that is to be corrected. */
async function affectationPage(visit: Visit, typing: Typing | null = null): Promise<Page> {
  return innerPage('reglages', {
    title: 'Affectation et absences',
    ...toCorrect(typing?.erreurs ?? []),
    body: html`<div class="pile">${await rulesPanel(visit, typing?.form === 'regle' ? typing : null)}
${await absencesPanel(visit, typing?.form === 'absence' ? typing : null)}</div>`,
  });
}

async function rulesPanel({ services, identite }: Visit, typing: Typing | null) {
  const regles = services.affectations.regles(services.today());
  const maySet = may(identite, 'reglages.poser');
  const names = await namesOf(services);
  const nommer = await services.identites.nommer(regles.map(({ posePar }) => posePar));
  const columns = [
    { title: 'Quand s’ouvre', kind: 'titre' as const, cell: (one: Regle) => named(one, names) },
    { title: 'Va à', cell: ({ compteId }: Regle) => names.comptes.get(compteId) ?? 'Un compte fermé' },
    { title: 'Depuis le', cell: ({ du, posePar }: Regle) => twoLines(shortDay(du), `par ${nommer(posePar)}`) },
    {
      title: 'Retirer',
      kind: 'action' as const,
      cell: ({ sur, valeur }: Regle) =>
        maySet ? postButton('Retirer', `${LIEU}/regles/retrait`, { sur, valeur }) : null,
    },
  ];
  return panel(
    'Règles',
    html`<p class="note">Un dossier que l’API ou un état des lieux ouvre va à la personne que dit la règle : celle du groupement d’abord, puis de l’éditeur, puis
du département. Si elle est absente, la règle suivante vaut ; sinon le dossier n’est affecté à personne. Qui ouvre un dossier ici le suit.</p>
${
  regles.length === 0
    ? emptyState('personne', 'Aucune règle', 'Ce qui s’ouvre attend que quelqu’un le prenne.')
    : table({ caption: 'Règles d’affectation', isHidden: true, lines: regles, columns })
}
${maySet && ruleForm(names, typing)}`,
    { id: 'regles' },
  );
}

interface Names {
  comptes: ReadonlyMap<string, string>;
  groupement: ReadonlyMap<string, string>;
  editeur: ReadonlyMap<string, string>;
}

const ALL = 500;

async function namesOf({ identites, list }: Services): Promise<Names> {
  const [comptes, editeurs, groupements] = await Promise.all([
    identites.comptes(),
    identites.editeurs(),
    list({ genre: 'groupement', limite: ALL }),
  ]);
  const acting = comptes.filter(({ actif, role }) => actif && role !== 'lecteur');
  return {
    comptes: new Map(acting.map(({ id, nom }) => [id, nom])),
    editeur: new Map(editeurs.map(({ id, nom }) => [id, nom])),
    groupement: new Map(groupements.lignes.map(({ id, denomination }) => [id, denomination])),
  };
}

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
  const named = (erreurs: readonly Erreur[]) =>
    erreurs.map((one) => (one.pointeur === '/valeur' ? { ...one, pointeur: `/${sur}` } : one));
  return afterForm(
    done,
    () => redirect(LIEU, 'La règle vaut pour ce qui s’ouvrira désormais.'),
    (erreurs) => again(named(erreurs)),
  );
}

async function endRule({ body, services, identite }: Visit): Promise<Shown> {
  const asked = { sur: body.get('sur'), valeur: body.get('valeur'), compteId: '' };
  const done = await parseThen(RegleDemandee, asked, (regle) => services.affectations.poserRegle(identite, regle));
  return orRefused(done, () => redirect(LIEU, 'La règle est retirée ; les dossiers déjà affectés le restent.'));
}
