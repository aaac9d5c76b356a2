import { findProcedure, procedures } from '../../../machines/index.ts';
import { type Statut, statuts } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { etapesConnues } from '../../desk/work/codes.ts';
import { type Html, html } from '../../web/html.ts';
import { bouton, lienBouton } from '../ui/button.ts';
import { icone } from '../ui/icon.ts';
import { addressOf, narrowing, type Onglet, type Requete } from './query.ts';

/** What may be chosen beside what the procedure knows. */
export interface Choices {
  /** Those that are open, by id. */
  comptes: ReadonlyMap<string, string>;
  /** All that ever were, by id. */
  noms: ReadonlyMap<string, string>;
  editeurs: ReadonlyMap<string, string>;
}

type Options = readonly (readonly [string, string])[];

const paths: Options = procedures.filter(({ genre }) => genre === 'dossier').map(({ id, titre }) => [id, titre]);
const steps: Options = etapesConnues.map(({ id, libelle }) => [id, libelle]);
const stepGroups = Map.groupBy(etapesConnues, ({ id, certificat }) => regionOf(id, certificat));

/** The filters of the list, which a browser with a script applies as they are chosen: they stay unfolded while they are `isInUse`. */
export function filterForm(requete: Requete, onglet: Onglet, choices: Choices, isInUse: boolean): Html {
  const { comptes, editeurs } = choices;
  const used = narrowing.filter((name) => requete[name] !== undefined);
  return html`<form class="filtres" id="filtres" method="get" action="/" role="search" aria-label="Filtrer la liste" hx-get="/" hx-trigger="change, submit"
 hx-target="#journee" hx-select="#journee" hx-swap="outerMorph">
<input type="hidden" name="onglet" value="${onglet}">${[requete.tri, requete.ordre].map(
    (value, at) =>
      value !== undefined && html`<input type="hidden" name="${at === 0 ? 'tri' : 'ordre'}" value="${value}">`,
  )}
<div class="cherche"><label for="f-q">Rechercher</label><div class="cherche-ligne"><input id="f-q" name="q" type="search" value="${requete.q}" autocomplete="off" spellcheck="false" aria-describedby="f-q-aide">${bouton('Filtrer', 'second', { signe: 'filtre' })}</div><p class="aide" id="f-q-aide">Nom, SIRET, FINESS, commune, groupement ou personne</p></div>
<details class="pli"${isInUse && html` open`}><summary>Filtres${used.length > 0 && ` (${used.length})`}</summary>
<div class="grille-filtres">
${select({ nom: 'procedure', libelle: 'Parcours', options: paths }, requete)}
${stepSelect(requete.etape)}
${select({ nom: 'acteur', libelle: 'Qui doit agir', options: Object.entries(acteurs) }, requete)}
${select({ nom: 'affecte', libelle: 'Affecté à', options: [['moi', 'Moi'], ['personne', 'Personne'], ...comptes] }, requete)}
${select({ nom: 'statut', libelle: 'Statut', options: statusOptions }, requete)}
${input({ nom: 'departement', libelle: 'Département', aide: 'Exemples : 69, 2A, 974' }, requete)}
${input({ nom: 'groupement', libelle: 'Groupement', aide: 'Son nom, ou une partie' }, requete)}
${editeurs.size > 0 && select({ nom: 'editeur', libelle: 'Éditeur délégataire', options: [...editeurs] }, requete)}
${input({ nom: 'retard', libelle: 'En retard d’au moins', aide: 'Un nombre de jours', type: 'number' }, requete)}
</div></details></form>${used.length > 0 && usedFilters(requete, choices)}`;
}

/** What narrows the list now, each taken away by a link. */
function usedFilters(requete: Requete, choices: Choices): Html {
  const told = narrowing.flatMap((name) => {
    const value = requete[name];
    return value === undefined ? [] : [{ name, text: `${titles[name]} : ${valueText(name, `${value}`, choices)}` }];
  });
  const none = Object.fromEntries(narrowing.map((name) => [name, undefined]));
  return html`<div class="filtres-poses"><ul>${told.map(
    ({ name, text }) =>
      html`<li><a class="pastille accent" href="${addressOf(requete, { [name]: undefined })}">${text}${icone('croix')}<span class="sr"> (retirer ce filtre)</span></a></li>`,
  )}</ul>${lienBouton('Tout retirer', addressOf(requete, none), 'discret')}</div>`;
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
  const groups = [...stepGroups].map(
    ([region, some]) =>
      html`<optgroup label="${region}">${some.map(({ id, libelle }) => option(id, libelle, chosen))}</optgroup>`,
  );
  return html`<div class="champ"><label for="f-etape">Étape</label><select id="f-etape" name="etape"><option value="">Toutes</option>${groups}</select></div>`;
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
interface Choice {
  nom: keyof Requete;
  libelle: string;
  tous?: string;
  options: Options;
}

function select({ nom, libelle, tous = 'Tous', options }: Choice, requete: Requete): Html {
  return html`<div class="champ"><label for="f-${nom}">${libelle}</label><select id="f-${nom}" name="${nom}"><option value="">${tous}</option>${options.map(
    ([id, text]) => option(id, text, `${requete[nom]}`),
  )}</select></div>`;
}

function option(id: string, text: string, chosen: string | undefined): Html {
  return html`<option value="${id}"${id === chosen && html` selected`}>${text}</option>`;
}

/** A line to fill in, with what helps. */
interface Line {
  nom: keyof Requete;
  libelle: string;
  aide: string;
  type?: 'text' | 'number';
}

function input({ nom, libelle, aide, type = 'text' }: Line, requete: Requete): Html {
  return html`<div class="champ"><label for="f-${nom}">${libelle}</label><input id="f-${nom}" name="${nom}" type="${type}"${type === 'number' && html` min="1"`} value="${requete[nom]}" autocomplete="off" aria-describedby="f-${nom}-aide"><p class="aide" id="f-${nom}-aide">${aide}</p></div>`;
}
