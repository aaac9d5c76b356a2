import { z } from 'zod';
import { Etablissement } from '../../../machines/formulaires/etablissement.ts';
import { communesOf } from '../../../machines/identifiants/code-postal.ts';
import { Finess } from '../../../machines/identifiants/finess.ts';
import { Siret } from '../../../machines/identifiants/siret.ts';
import { tellStatut } from '../../../machines/procedure.ts';
import { dayOf } from '../../days.ts';
import { readFiche } from '../../engine/fiche.ts';
import { OuvertureEntiere } from '../../engine/opening.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Erreur, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm, drawOne } from '../forms/draw.ts';
import type { Extra } from '../forms/draw-field.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, redirectDoubting, type Shown, underJournee } from '../shell/shown.ts';
import { alert, callout } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { icon } from '../ui/icon.ts';
import { shortDay } from '../ui/words.ts';
import {
  type Choisissable,
  type Demande,
  demandeOf,
  openingForm,
  pathTitle,
  type Saisie,
  toForm,
  type Voie,
  voies,
} from './form.ts';
import { chooseEtablissement, proposals, SEARCH, searchPanel } from './repertoire.ts';

/** Where a dossier is opened; they stand before `/dossiers/:id`, which would take them for a dossier. */
export function ouvertureScreens(): Screen[] {
  return [
    get('/dossiers/nouveau', 'dossiers.ouvrir', async (visit) => {
      const { services, query } = visit;
      const form = await formOf(services);
      const typed = write(form.form, asked(query));
      const { etablissement, recherche = '' } = query;
      return etablissement === undefined
        ? show(services, { ...form, typed }, { recherche })
        : fillFrom(services, etablissement, { ...form, typed });
    }),
    get(
      SEARCH,
      'dossiers.ouvrir',
      async ({ services, query: { recherche = '' } }) => {
        return { fragment: html`${await proposals(services, recherche)}` };
      },
      { query: z.object({ recherche: z.string().max(200) }).partial() },
    ),
    post('/dossiers/nouveau', 'dossiers.ouvrir', openPosted),
    get(CHECK, 'dossiers.ouvrir', checkField),
  ];
}

/** What a link may fill in: a SIRET, a FINESS, a groupement. */
function asked({ siret, finess, groupement, genre }: Visit['query']): object {
  const isPrivate = genre === 'groupe-prive';
  const parcours = isPrivate ? { statut: 'prive', sites: 'plusieurs' } : { statut: 'public', ght: 'oui' };
  return {
    etablissement: { siret, finess },
    ...(groupement && { parcours, groupement: { choix: 'existant', id: groupement } }),
  };
}

/** The form with what it offers. */
async function formOf(services: Services) {
  const groupements = await groupementsOf(services);
  return { form: openingForm(groupements), groupements };
}

type Filling = Awaited<ReturnType<typeof formOf>> & { typed: Typed };

async function show(services: Services, { form, typed }: Filling, said: Said): Promise<Page> {
  const { recherche = '', erreurs = [], refus = null, head } = said;
  const extras = await extrasOf(services, typed);
  const isRefused = erreurs.length > 0 || refus !== null;
  const search = await searchPanel(services, recherche, !(recherche || isRefused || head));
  return {
    title: 'Ouvrir un dossier',
    ...underJournee(),
    status: isRefused ? 422 : 200,
    hasFaults: isRefused,
    body: html`${refus && alert(refus, 'refus-ouverture')}
<div class="ouverture" id="ouverture">${search}
${drawForm(form, typed, {
  action: '/dossiers/nouveau',
  defaultAction: 'ouvrir',
  erreurs,
  extras,
  head: html`${head}<p class="doux consigne">Un dossier par site. Rien n’est enregistré avant « Ouvrir le dossier », puis tout l’est d’un coup.</p>`,
  footers: { parcours: html`<div class="voies" aria-live="polite">${voies.map(explainPath)}</div>` },
  buttons: html`${button('Ouvrir le dossier', 'principal', { name: 'action', value: 'ouvrir', icon: 'plus' })}
${linkButton('Annuler', '/', 'discret')}`,
})}</div>`,
  };
}

/** The form as the register fills it for a FINESS; as it was when the register does not know it any more. */
async function fillFrom(services: Services, finess: string, filling: Filling): Promise<Page> {
  const choix = await chooseEtablissement(services, finess, filling);
  if (choix) return show(services, { ...filling, typed: choix.typed }, { head: choix.head });
  const gone = 'Cet établissement n’est plus dans le répertoire : cherchez-le de nouveau, ou remplissez le formulaire.';
  return show(services, filling, { head: callout('attention', gone) });
}

async function openPosted(visit: Visit): Promise<Shown> {
  const { services } = visit;
  const form = await formOf(services);
  const filling = { ...form, typed: typedOf(visit.body, form.form) };
  if (visit.body.get('action') === 'choisir') return fillFrom(services, visit.body.get('etablissement') ?? '', filling);
  return openTyped(visit, filling);
}

async function openTyped(visit: Visit, filling: Filling): Promise<Shown> {
  const { services } = visit;
  const { form, typed } = filling;
  const again = (said: Said) => show(services, filling, said);
  const { demande, erreurs } = demandeOf(readTyped(form, typed) as Saisie, services.today());
  if (!demande) return again({ erreurs });
  const { groupement, dossier, faits } = demande;
  const opened = await parseThen(OuvertureEntiere, { groupement, dossier, faits }, (ouverture) =>
    services.openWhole(ouverture, { auteur: auteurOf(visit.identite), version: null }),
  );
  if (!opened.ok) return again(explain(opened.error, demande));
  const { row, avertissements } = opened.value;
  await services.travail.affecter([row.id], visit.identite.id, auteurOf(visit.identite));
  return redirectDoubting(`/dossiers/${row.id}`, 'Dossier ouvert.', avertissements);
}

/** Why nothing was opened, beside the fields that it is about. */
function explain(error: Refusal, { faits }: Demande): Said {
  const told = (corps: Html, titre: string) => ({ refus: callout('faute', corps, titre) });
  switch (error.code) {
    case 'saisie-invalide':
      return { erreurs: error.erreurs.map((one): Erreur => ({ ...one, pointeur: toForm(one.pointeur, faits) })) };
    case 'fait-refuse': {
      const message = error.manque.map(({ libelle }) => libelle).join(' ');
      return { erreurs: [{ pointeur: error.type.startsWith('contrat.') ? '/contrat/etat' : '/carte/fin', message }] };
    }
    case 'dossier-existant':
      return told(
        html`<p>Un dossier est déjà ouvert pour cet établissement : <a href="/dossiers/${error.id}">poursuivez-le</a>. Rien n’a été enregistré ici.</p>`,
        'Dossier déjà ouvert',
      );
    default:
      return told(
        html`<p>Le groupement choisi n’est plus là, ou ne peut plus recevoir de site : choisissez-en un autre. Rien n’a été enregistré.</p>`,
        'Groupement indisponible',
      );
  }
}

/** One field of the establishment, checked as it is typed; a postal code brings its commune. */
async function checkField(visit: Visit): Promise<Shown> {
  const { services, query } = visit;
  const form = openingForm([]);
  const sent = typedOf({ get: (nom) => query[nom] }, form);
  const nom = Object.values(champs).find((known) => known === query['champ']) ?? champs.siret;
  const typed = withCommune(sent, nom);
  const told = { erreurs: faultsOf(readTyped(form, typed) as Saisie, nom), extras: await extrasOf(services, typed) };
  const block = drawOne(form, typed, nom, told);
  const commune = nom === champs.codePostal ? drawOne(form, typed, champs.commune, told) : null;
  return {
    fragment: html`${block}${commune && html`<div hx-swap-oob="outerHTML:#champ-etablissement-commune-bloc">${commune}</div>`}`,
  };
}

function withCommune(typed: Typed, nom: string): Typed {
  const served = communesOf((typed[champs.codePostal] ?? '').replace(/\s/g, ''));
  const isBlank = (typed[champs.commune] ?? '').trim() === '';
  const [only] = served;
  return nom === champs.codePostal && isBlank && served.length === 1 && only
    ? { ...typed, [champs.commune]: only }
    : typed;
}

/** What is wrong with one field, which may still be empty. */
function faultsOf({ etablissement = {} }: Saisie, nom: string): Erreur[] {
  const cle = nom.slice(nom.indexOf('.') + 1);
  const { [cle as 'siret']: value } = etablissement;
  if (!value) return [];
  const checked = Etablissement.safeParse(etablissement);
  const issues = checked.success ? [] : checked.error.issues;
  return issues
    .filter(({ path }) => path[0] === cle)
    .map(({ message }) => ({ pointeur: `/etablissement/${cle}`, message }));
}

/** What is said of an opening beside its fields. */
interface Said {
  erreurs?: readonly Erreur[];
  /** Why it was not opened, when it is no field’s fault. */
  refus?: Html | null;
  /** What the register has filled. */
  head?: Html;
  /** What is searched in the register. */
  recherche?: string;
}

/** Shown by the style sheet alone, when its answers are chosen; all of them where it cannot. */
function explainPath(voie: Voie): Html {
  return html`<div class="voie ${voie.id}">${icon('procedure')}<div><p class="titre">${pathTitle(voie)}</p>
${voie.pourquoi.map((texte) => html`<p>${texte}</p>`)}
<p><a href="/procedures/${voie.procedure}">Voir les étapes de ce parcours</a></p></div></div>`;
}

type Row = Awaited<ReturnType<Services['list']>>['lignes'][number];

const AT_MOST = 5;
const ALL = 500;

/** Where fields are checked as they are typed. */
const CHECK = '/dossiers/nouveau/champ';
/** The fields of the establishment, under the names by which they are sent. */
const champs = {
  siret: 'etablissement.siret',
  finess: 'etablissement.finess',
  codePostal: 'etablissement.codePostal',
  commune: 'etablissement.commune',
} as const;

/** The groupements under which a dossier may be opened. */
async function groupementsOf(services: Services): Promise<Choisissable[]> {
  const { lignes } = await services.list({ genre: 'groupement', limite: ALL });
  return lignes.map(({ id, denomination, fiche }) => ({ id, nom: denomination, genre: readFiche(fiche).genre ?? '' }));
}

/** What is added to the fields of the establishment: checks as they are typed, dossiers that are already open, communes. */
async function extrasOf(services: Services, typed: Typed): Promise<Record<string, Extra>> {
  const codePostal = (typed[champs.codePostal] ?? '').replace(/\s/g, '');
  return {
    [champs.siret]: { attributes: check(champs.siret), below: await known(services, 'siret', typed[champs.siret]) },
    [champs.finess]: { attributes: check(champs.finess), below: await known(services, 'finess', typed[champs.finess]) },
    [champs.codePostal]: { attributes: check(champs.codePostal) },
    [champs.commune]: { attributes: html` list="communes"`, below: communes(codePostal) },
  };
}

function check(nom: string): Html {
  return html` hx-get="${CHECK}?champ=${nom}" hx-trigger="change" hx-include="[name^='etablissement.']" hx-target="#champ-${nom.replaceAll('.', '-')}-bloc" hx-swap="outerHTML"`;
}

function communes(codePostal: string): Html {
  const served = communesOf(codePostal);
  return html`<datalist id="communes">${served.map((nom) => html`<option value="${nom}"></option>`)}</datalist>`;
}

/** That an identifier is well formed, and the dossiers that bear it; null while it is not. */
async function known(services: Services, cle: 'siret' | 'finess', typed: string | undefined): Promise<Html | null> {
  const read = (cle === 'siret' ? Siret : Finess).safeParse(typed ?? '');
  if (!read.success) return null;
  const { lignes } = await services.list({ genre: 'dossier', [cle]: read.data, limite: AT_MOST });
  if (lignes.length === 0)
    return html`<p class="connu">${icon('coche')}Clé juste, aucun dossier ne le porte encore.</p>`;
  return html`<div class="deja">${callout(
    'attention',
    html`<ul>${lignes.map(line)}</ul>`,
    lignes.length === 1 ? 'Un dossier porte déjà ce numéro' : 'Des dossiers portent déjà ce numéro',
  )}</div>`;
}

function line({ id, denomination, statut, ouvertLe }: Row): Html {
  return html`<li><a href="/dossiers/${id}">${denomination}</a>, ${tellStatut(statut).toLowerCase()}, ouvert le ${shortDay(dayOf(new Date(ouvertLe)))}</li>`;
}
