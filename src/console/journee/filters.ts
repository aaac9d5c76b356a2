import { findProcedure, procedures } from '../../../machines/index.ts';
import { type Statut, statuts } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { etapesConnues } from '../../desk/work/codes.ts';
import { type Html, html } from '../../web/html.ts';
import { button, hiddenField, linkButton } from '../ui/button.ts';
import { type Line, lineInput, type Options, optionsOf, selectInput } from '../ui/field.ts';
import { icon } from '../ui/icon.ts';
import { addressOf, isNarrowed, type ListTab, narrowing, type Requete } from './query.ts';

/** What may be chosen beside what the procedure knows. */
export interface Choices {
  /** Those that are open, by id. */
  comptes: ReadonlyMap<string, string>;
  /** All that ever were, by id. */
  noms: ReadonlyMap<string, string>;
  editeurs: ReadonlyMap<string, string>;
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
  return html`<div class="filtres-poses"><ul>${told.map(
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
function choose(
  name: keyof Requete,
  options: Options,
  requete: Requete,
  label: string = titles[name as Narrowing],
): Html {
  const chosen = `${requete[name]}`;
  return selectInput({ id: `f-${name}`, name, label, options: [['', 'Tous'], ...options], chosen });
}

/** A line to fill in, with what helps under it. */
function typed(name: keyof Requete, help: string, requete: Requete, more: Partial<Line> = {}): Html {
  const attributes = { type: 'text', autocomplete: 'off', ...more.attributes };
  const label = more.label ?? titles[name as Narrowing];
  return lineInput({ id: `f-${name}`, name, label, help, isUnder: true, value: requete[name], attributes });
}
