import { findProcedure, procedures } from '../../../machines/index.ts';
import { type Statut, statuts } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { etapesConnues } from '../../desk/work/codes.ts';
import type { Travail } from '../../desk/work/travail.ts';
import type { Identity } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { listColumns, type Preferences } from '../shell/cookies.ts';
import { disclosure, pill } from '../ui/blocks.ts';
import { actionForm, button, hiddenField, linkButton, postButton } from '../ui/button.ts';
import { checkbox, type Line, lineInput, type Options, option, optionsOf, selectInput } from '../ui/field.ts';
import { icon } from '../ui/icon.ts';
import { addressOf, isNarrowed, type ListTab, type ListVisit, narrowing, queryOf, type Requete } from './query.ts';

/** What may be chosen beside what the procedure knows, by id: accounts that are open, all, éditeurs. */
export type Choices = Awaited<ReturnType<typeof knownNames>>;

/** Reads it. */
export async function knownNames({ services: { identites } }: Pick<ListVisit, 'services'>) {
  const [comptes, editeurs] = await Promise.all([identites.comptes(), identites.editeurs()]);
  return {
    comptes: new Map(comptes.filter(({ actif }) => actif).map(({ id, nom }) => [id, nom])),
    noms: new Map(comptes.map(({ id, nom }) => [id, nom])),
    editeurs: new Map(editeurs.map(({ id, nom }) => [id, nom])),
  };
}

type Narrowing = (typeof narrowing)[number];

const paths: Options = procedures.filter(({ genre }) => genre === 'dossier').map(({ id, titre }) => [id, titre]);
const steps: Options = etapesConnues.map(({ id, libelle }) => [id, libelle]);
const stepGroups = Map.groupBy(etapesConnues, ({ id, certificat }) => regionOf(id, certificat));

/** The filters of the list, which a browser with a script applies as they are chosen: they stay unfolded while they are `isInUse`. */
export function filterForm(requete: Requete, onglet: ListTab, choices: Choices, isInUse: boolean): Html {
  const { comptes, editeurs } = choices;
  const used = narrowing.filter((name) => requete[name] !== undefined);
  return html`<form class="filtres" id="filtres" method="get" action="/" role="search" aria-label="Filtrer la liste" hx-get="/" hx-trigger="change, submit"
 hx-target="#journee" hx-select="#journee" hx-swap="outerMorph">
${hiddenField('onglet', onglet)}${requete.tri && hiddenField('tri', requete.tri)}${requete.ordre && hiddenField('ordre', requete.ordre)}
<div class="cherche"><label class="sr" for="f-q">Chercher dans la liste : nom, SIRET, FINESS, commune, groupement ou personne</label><div class="cherche-ligne"><input id="f-q" name="q" type="search" value="${requete.q}" autocomplete="off" spellcheck="false" placeholder="Nom, numéro, commune, groupement ou personne">${button('Filtrer', 'second', { icon: 'filtre' })}</div></div>
<details class="pli"${isInUse && html` open`}><summary>Filtres${used.length > 0 && ` (${used.length})`}</summary>
<div class="grille-filtres">
${choose('procedure', paths, requete)}
${stepSelect(requete.etape)}
${choose('acteur', Object.entries(acteurs), requete)}
${choose('affecte', [['moi', 'Moi'], ['personne', 'Personne'], ...comptes], requete)}
${choose('statut', statusOptions, requete)}
${typed('departement', 'Exemples : 69, 2A, 974', requete)}
${typed('groupement', 'Son nom, ou une partie', requete)}
${editeurs.size > 0 && choose('editeur', [...editeurs], requete, 'Éditeur délégataire')}
${typed('retard', 'Un nombre de jours', requete, { label: 'En retard d’au moins', attributes: { type: 'number', min: 1 } })}
</div></details></form>`;
}

/** What narrows the list now, each taken away by a link; nothing where nothing does. */
export function chips(requete: Requete, choices: Choices): Html | null {
  if (!isNarrowed(requete)) return null;
  const told = narrowing.flatMap((name) => {
    const value = requete[name];
    return value === undefined ? [] : [{ name, text: `${titles[name]} : ${valueText(name, `${value}`, choices)}` }];
  });
  const none = Object.fromEntries(narrowing.map((name) => [name, undefined]));
  return html`<div class="rang filtres-poses"><ul class="rang">${told.map(
    ({ name, text }) =>
      html`<li><a class="pastille accent" href="${addressOf(requete, { [name]: undefined })}">${text}${icon('croix')}<span class="sr"> (retirer ce filtre)</span></a></li>`,
  )}</ul>${linkButton('Tout retirer', addressOf(requete, none), 'discret')}</div>`;
}

const titles: Record<(typeof narrowing)[number], string> = {
  procedure: 'Parcours',
  statut: 'Statut',
  etape: 'Étape',
  acteur: 'Qui doit agir',
  departement: 'Département',
  groupement: 'Groupement',
  editeur: 'Éditeur',
  affecte: 'Affecté à',
  retard: 'Retard',
  q: 'Recherche',
};
/** A dossier closes with its establishment (A27). */
const statusWords = { ...statuts, clos: 'Établissement fermé' } satisfies Record<Statut, string>;
const statusOptions: Options = (['enCours', 'enService', 'abandonne', 'clos'] as const).map((id) => [
  id,
  statusWords[id],
]);

function valueText(name: (typeof narrowing)[number], value: string, { noms, editeurs }: Choices): string {
  const known: Partial<Record<typeof name, (id: string) => string | undefined>> = {
    procedure: (id) => findProcedure(id)?.titre,
    statut: (id) => statusWords[id as Statut],
    etape: (id) => steps.find(([step]) => step === id)?.[1],
    acteur: (id) => acteurs[id as keyof typeof acteurs],
    editeur: (id) => editeurs.get(id),
    affecte: (id) => ({ moi: 'moi', personne: 'personne' })[id] ?? noms.get(id),
    retard: (days) => `${days} jours au moins`,
  };
  return known[name]?.(value) ?? value;
}

function stepSelect(chosen: string | undefined): Html {
  const groups = [...stepGroups].map(([region, some]) => {
    const options = some.map(({ id, libelle }) => [id, libelle] as const);
    return html`<optgroup label="${region}">${optionsOf(options, chosen)}</optgroup>`;
  });
  const options = html`<option value="">Toutes</option>${groups}`;
  return selectInput({ id: 'f-etape', name: 'etape', label: 'Étape', options });
}

function regionOf(id: string, certificat: boolean): string {
  if (certificat) return 'Certificats';
  const [region = '', part = ''] = id.split('.');
  const machine = procedures.find(({ genre }) => genre === 'dossier')?.machine;
  const others = procedures.flatMap(({ machine: one }) => one.root.states[region] ?? []);
  const node = machine?.root.states[region] ?? others[0];
  const within = region === 'demande' ? (node?.states[part] ?? node) : node;
  return (within?.meta as { libelle?: string } | undefined)?.libelle ?? region;
}

/** A choice that is none until it is made. */
function choose(name: keyof Requete, options: Options, requete: Requete, label: string = titles[name as Narrowing]) {
  const chosen = `${requete[name]}`;
  return selectInput({ id: `f-${name}`, name, label, options: [['', 'Tous'], ...options], chosen });
}

/** A line to fill in, with what helps under it. */
function typed(name: keyof Requete, help: string, requete: Requete, more: Partial<Line> = {}): Html {
  const attributes = { type: 'text', autocomplete: 'off', ...more.attributes };
  const label = more.label ?? titles[name as Narrowing];
  return lineInput({ id: `f-${name}`, name, label, help, isUnder: true, value: requete[name], attributes });
}

/** How the list is shown, taken away or kept: folded beside the filters. */
export function displayPart({ query, identite }: ListVisit, onglet: ListTab, { vues, densite, hidden }: Display): Html {
  const other = densite === 'serree' ? 'aeree' : 'serree';
  const { par = '50' } = query;
  const sizes = (['50', '100', '200'] as const).map(
    (one) =>
      html`<li><a href="${addressOf(query, { par: one === '50' ? undefined : one })}"${one === par && html` aria-current="true"`}>${one} lignes par page</a></li>`,
  );
  return disclosure(
    'Affichage',
    html`<ul class="rang tailles">${sizes}</ul>
<div class="rang">${postButton(densities[other], '/moi/preferences', { densite: other, retour: addressOf(query, { page: query.page }) })}
${linkButton('Exporter la liste (CSV)', addressOf({ ...query, onglet }, {}, '/journee/export.csv'), 'discret', 'telecharger')}</div>
<h2>Colonnes</h2>
${columnsForm(addressOf(query, { page: query.page }), hidden)}
<h2>Garder cette vue</h2>
${saveForm(vues, query, identite)}`,
  );
}

/** How whoever looks likes the list, and the views that were kept. */
export interface Display {
  vues: readonly Vue[];
  densite: Preferences['densite'];
  /** The columns that are hidden. */
  hidden: ReadonlySet<string>;
}

/** Which columns are shown, beside the establishment and its next step. */
function columnsForm(retour: string, hidden: ReadonlySet<string>): Html {
  return actionForm(
    { action: '/moi/preferences', hidden: { colonnes: 'oui', retour }, attributes: { class: 'rang colonnes' } },
    html`${Object.entries(listColumns).map(([id, label]) =>
      option(label, { type: 'checkbox', name: 'colonne', value: id, checked: !hidden.has(id) }),
    )}
${button('Montrer ces colonnes', 'second', { isSmall: true })}`,
  );
}

/** What gives the other density. */
const densities = { serree: 'Serrer les lignes', aeree: 'Aérer les lignes' } satisfies Record<
  Preferences['densite'],
  string
>;

/** A view that was kept. */
export type Vue = Awaited<ReturnType<Travail['vues']>>[number];

/** The views that were kept; nothing while there is none. */
export function viewsOf(vues: readonly Vue[], requete: Requete): Html | null {
  if (vues.length === 0) return null;
  const current = currentOf(vues, requete);
  return html`<nav class="vues" aria-label="Vues enregistrées"><ul class="rang">${vues.map((vue) => viewLink(vue, vue === current))}</ul></nav>`;
}

/** Where the present view is kept under a name, or removed. */
function saveForm(vues: readonly Vue[], requete: Requete, identite: Identity): Html {
  const current = currentOf(vues, requete);
  const remove =
    current &&
    (current.auteur === identite.id || (current.partagee && identite.role === 'superviseur')) &&
    postButton(`Supprimer la vue « ${current.nom} »`, `/journee/vues/${current.id}/supprimer`, {}, 'danger');
  return html`${actionForm(
    { action: '/journee/vues', hidden: { requete: asKept(requete) }, attributes: { class: 'champ-court' } },
    html`${lineInput({ id: 'vue-nom', name: 'nom', label: 'Nom de la vue', attributes: { required: true, maxlength: 60, autocomplete: 'off' } })}
${checkbox({ id: 'vue-partagee', name: 'partagee', label: 'Partager avec tous' })}
${button('Enregistrer', 'second')}`,
  )}${remove}`;
}

function currentOf(vues: readonly Vue[], requete: Requete): Vue | undefined {
  const kept = asKept(requete);
  return vues.find((vue) => vue.requete === kept);
}

function asKept(requete: Requete): string {
  return queryOf({ ...requete, page: undefined, coche: undefined });
}

function viewLink({ nom, requete, partagee }: Vue, isCurrent: boolean): Html {
  return html`<li><a href="/?${requete}"${isCurrent && html` aria-current="page"`}>${nom}${partagee && pill('neutre', 'partagée')}</a></li>`;
}
