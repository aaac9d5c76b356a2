import { Finess } from '../../../machines/identifiants/finess.ts';
import { type ParcoursSuggere, suggestParcours } from '../../repertoire/parcours.ts';
import type { Services } from '../../services.ts';
import { attrs, type Html, html } from '../../web/html.ts';
import type { Form } from '../forms/form.ts';
import { type Typed, write } from '../forms/typed.ts';
import { callout, pill } from '../ui/blocks.ts';
import { button } from '../ui/button.ts';
import { labelled } from '../ui/field.ts';
import { icon } from '../ui/icon.ts';
import { longDay, plural } from '../ui/words.ts';
import { type Choisissable, pathTitle, voieOf } from './form.ts';

type Fiche = ReturnType<Services['repertoire']['chercher']>[number];
type Row = Awaited<ReturnType<Services['list']>>['lignes'][number];

const SHOWN = 8;
/** As many sites of a legal entity as are looked at for the groupement that they are in. */
const RELATIVES = 30;
const CONTROLS = { 'aria-controls': 'propositions', spellcheck: 'false' };

/** Where the register is searched while a name is typed. */
export const SEARCH = '/dossiers/nouveau/etablissements';
/** What is replaced when an establishment is chosen. */
const WHOLE = 'ouverture';

/** The one field by which an opening is filled, over what it found; nothing while no extract was imported. It takes the focus when nothing else was said. */
export async function searchPanel(services: Services, recherche: string, isFirst: boolean): Promise<Html | null> {
  if (services.repertoire.etat() === null) return null;
  const searched = { 'hx-get': SEARCH, 'hx-target': '#propositions', 'hx-trigger': 'input delay:200ms, submit' };
  const own = { class: 'trouver', role: 'search', 'aria-label': 'Dans le répertoire FINESS', ...searched };
  const id = 'recherche-etablissement';
  const input = {
    id,
    name: 'recherche',
    type: 'text',
    value: recherche,
    maxlength: 200,
    autocomplete: 'off',
    autofocus: isFirst,
  };
  const field = labelled(
    {
      id,
      label: 'Établissement : nom, SIRET, FINESS ou commune',
      help: 'Choisi dans le répertoire FINESS, il remplit le formulaire ; tout reste modifiable.',
    },
    (described) => html`<div class="trouver-ligne">
<input${attrs({ ...input, ...CONTROLS })}${described}><button class="bouton second">${icon('recherche')}Chercher</button></div>`,
  );
  return html`<form action="/dossiers/nouveau"${attrs(own)} hx-sync="this:replace">${field}
<div id="propositions" aria-live="polite">${await proposals(services, recherche)}</div></form>`;
}

/** The establishments that a text names; one whose dossier is open leads to it. */
export async function proposals(services: Services, recherche: string): Promise<Html | null> {
  if (recherche.trim() === '') return null;
  const found = services.repertoire.chercher(recherche, SHOWN + 1);
  if (found.length === 0)
    return html`<p class="doux">Aucun établissement ne répond à ces mots : essayez le SIRET ou la commune, ou remplissez le formulaire.</p>`;
  const shown = found.slice(0, SHOWN);
  const dossiers = await Promise.all(shown.map(({ finess }) => dossierOf(services, finess)));
  const more = found.length > SHOWN ? 'Les premiers établissements : ajoutez un mot pour préciser.' : null;
  return html`<p class="doux">${more ?? `${plural(shown.length, 'établissement trouvé', 'établissements trouvés')}.`}</p>
<ul class="propositions" data-recherche="${recherche}">${shown.map((fiche, rank) => proposal(fiche, dossiers[rank] ?? null))}</ul>`;
}

/** Works as a link; with htmx, what was typed elsewhere in the form is kept. */
function proposal(fiche: Fiche, dossier: Row | null): Html {
  const { finess, siret, denomination, codePostal, commune, categorie } = fiche;
  const told = html`<span class="nom">${denomination}</span> <span class="doux">${codePostal} ${commune}${categorie && ` · ${categorie}`}</span>
<span class="doux numeros">FINESS ${finess} · ${siret === null ? 'sans SIRET' : `SIRET ${siret}`}</span>`;
  if (dossier)
    return html`<li><a href="/dossiers/${dossier.id}">${told} ${pill('attention', 'Dossier ouvert : le voir')}</a></li>`;
  const chosen = {
    href: `/dossiers/nouveau?etablissement=${finess}`,
    'hx-post': '/dossiers/nouveau',
    'hx-include': '#champ-formulaire',
    'hx-vals': JSON.stringify({ action: 'choisir', etablissement: finess }),
    'hx-target': `#${WHOLE}`,
    'hx-select': `#${WHOLE}`,
    'hx-swap': 'outerHTML',
  };
  return html`<li><a${attrs(chosen)}>${told}</a></li>`;
}

async function dossierOf(services: Services, finess: string): Promise<Row | null> {
  const { lignes } = await services.list({ genre: 'dossier', finess, limite: 1 });
  return lignes[0] ?? null;
}

/** A form that may be filled, with the groupements that it offers. */
interface Fillable {
  form: Form;
  typed: Typed;
  groupements: readonly Choisissable[];
}

/** The form as the register fills it: the establishment, its path and its groupement, where they are told; null for an unknown FINESS. */
export async function chooseEtablissement(services: Services, finess: string, form: Fillable) {
  const read = Finess.safeParse(finess);
  const fiche = read.success ? services.repertoire.lire(read.data) : null;
  if (!fiche) return null;
  const entite = fiche.finessEj === null ? [fiche] : services.repertoire.deLEntite(fiche.finessEj);
  const parcours = suggestParcours(fiche, entite);
  const groupement = await groupementOf(services, entite, form.groupements, parcours);
  const typed = fill(form, fiche, parcours, groupement);
  return { typed, head: await explain(services, fiche, { parcours, groupement, entite }) };
}

function fill({ form, typed }: Fillable, fiche: Fiche, parcours: ParcoursSuggere, groupement: Choisissable | null) {
  const { denomination, siret, codePostal, commune, finess } = fiche;
  const { statut, ght, sites } = parcours;
  const written = write(form, {
    etablissement: { denomination, siret: siret ?? '', finess, codePostal, commune },
    parcours: { statut, ght, sites },
    groupement: groupement ? { choix: 'existant', id: groupement.id } : {},
  });
  const replaced = groupement ? /^(etablissement|parcours|groupement)\./ : /^(etablissement|parcours)\./;
  const kept = Object.entries(typed).filter(([nom]) => !replaced.test(nom));
  return Object.fromEntries([...kept, ...Object.entries(written).filter(([nom]) => replaced.test(nom))]);
}

/** The groupement in which another site of the same legal entity already is. */
async function groupementOf(
  services: Services,
  entite: readonly Fiche[],
  groupements: readonly Choisissable[],
  parcours: ParcoursSuggere,
): Promise<Choisissable | null> {
  const voie = voieOf(parcours);
  if (!voie?.genre) return null;
  for (const { finess } of entite.slice(0, RELATIVES)) {
    const dossier = await dossierOf(services, finess);
    const found = groupements.find(({ id, genre }) => id === dossier?.parentId && genre === voie.genre);
    if (found) return found;
  }
  return null;
}

/** The path that is proposed and why, or what is left to answer. */
function tellParcours(parcours: ParcoursSuggere): string {
  const voie = voieOf(parcours);
  const why = parcours.dApres.length === 0 ? '' : ` (${parcours.dApres.join(', ')})`;
  if (voie) return `Parcours proposé : ${pathTitle(voie)}${why}.`;
  return why === ''
    ? 'Le répertoire ne dit rien de son parcours : répondez aux questions.'
    : `Le répertoire ne dit pas tout de son parcours${why} : répondez à la question qui reste.`;
}

async function explain(
  services: Services,
  fiche: Fiche,
  {
    parcours,
    groupement,
    entite,
  }: { parcours: ParcoursSuggere; groupement: Choisissable | null; entite: readonly Fiche[] },
) {
  const { denomination, siret, finess, finessEj, codePostal, commune, categorie } = fiche;
  const dossier = await dossierOf(services, finess);
  const voie = voieOf(parcours);
  const isReady = dossier === null && siret !== null && voie !== null && (voie.genre === null || groupement !== null);
  const importeLe = services.repertoire.etat()?.importeLe.slice(0, 10);
  const others = entite.length - 1;
  const body = html`<p><strong>${denomination}</strong>, ${codePostal} ${commune}${categorie && ` (${categorie})`}.
FINESS ${finess}${siret !== null && `, SIRET ${siret}`}.${finessEj !== null && ` Entité juridique ${finessEj}${others > 0 ? `, qui a ${plural(others, 'autre établissement', 'autres établissements')}` : ''}.`}</p>
${siret === null && html`<p>Le répertoire ne donne pas son SIRET : saisissez-le.</p>`}
<p>${tellParcours(parcours)}
${groupement && `Un autre site de l’entité est dans « ${groupement.nom} » : ce groupement est choisi.`}</p>
${dossier && html`<p>Son dossier est déjà ouvert : <a href="/dossiers/${dossier.id}">poursuivez-le</a>.</p>`}
${isReady && html`<p>${button('Ouvrir le dossier', 'principal', { name: 'action', value: 'ouvrir', icon: 'plus' })}</p>`}`;
  const told = callout(
    'info',
    body,
    `Rempli d’après le répertoire FINESS${importeLe ? ` importé le ${longDay(importeLe)}` : ''}`,
  );
  return html`<div class="rempli" role="status" tabindex="-1" autofocus data-focus>${told}</div>`;
}
