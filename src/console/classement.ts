import { auteurOf } from '../identity/identity.ts';
import { MOST_BYTES } from '../mail/reading.ts';
import type { Services } from '../services.ts';
import { formWithFile } from '../web/form.ts';
import { type Html, html } from '../web/html.ts';
import { toProblem } from '../web/problem.ts';
import { findCase, may } from './administration/frame.ts';
import { goneMail, ofMail, readMail } from './dossier/courriels/letter.ts';
import { PIECES, piecesInput } from './dossier/joined.ts';
import { linkToForm, pathOfPiece } from './dossier/pieces.ts';
import { formName } from './formulaires/catalogue.ts';
import { get, post, type Screen, type Visit } from './shell/screen.ts';
import { type Page, redirect, type Shown, underJournee } from './shell/shown.ts';
import { callout, emptyState, panel } from './ui/blocks.ts';
import { actionForm, button, linkButton, postButton } from './ui/button.ts';
import { fileInput, searchBar } from './ui/field.ts';
import { icon } from './ui/icon.ts';
import { column, table, titleColumn } from './ui/table.ts';
import { moment, plural } from './ui/words.ts';

const FILE = 'courriel';
const AT_ONCE = 20;
/** So many are shown: what is filed makes room. */
const SHOWN = 50;
/** So many dossiers answer a search. */
const FOUND = 10;

/** What came by mail and names no dossier: filed here. */
export function filingScreens(): Screen[] {
  const tous = '/courriels';
  const un = `${tous}/:id` as const;
  return [
    get(tous, 'receptions.lister', toFilePage),
    post(tous, 'receptions.classer', bring, { body: formWithFile(FILE, { octets: MOST_BYTES, nombre: AT_ONCE }) }),
    get(un, 'receptions.lister', mailPage),
    post(`${un}/classement`, 'receptions.classer', file),
    post(`${un}/ecart`, 'receptions.ecarter', putAside),
  ];
}

type Arrive = Awaited<ReturnType<Services['messagerie']['aClasser']>>[number];
type OfMail = Visit<Readonly<Record<string, string>>, { id: string }>;

/** Where what comes in is sorted, with how many mails wait, for the head of the worklist. */
export async function toFileLink({ messagerie }: Services): Promise<Html> {
  const nombre = await messagerie.combienAClasser();
  const waiting = html` <span class="compte alerte">${nombre}</span><span class="sr"> : des courriels reçus ne nomment aucun dossier</span>`;
  return html`<a class="bouton second petit" href="/courriels">${icon('envoyer')}À classer${nombre > 0 && waiting}</a>`;
}

async function toFilePage(visit: Visit): Promise<Page> {
  const { services } = visit;
  const all = await services.messagerie.aClasser(SHOWN);
  const rows = await rowsOf(
    services,
    all.flatMap(({ pistes }) => pistes),
  );
  const list =
    all.length === 0
      ? emptyState('envoyer', 'Aucun courriel à classer', 'Ce qui arrive se range seul dès qu’il nomme un dossier.')
      : html`<ul class="echanges">${all.map(
          (
            one,
          ) => html`<li><p><a href="/courriels/${one.id}">${one.objet || 'Sans objet'}</a> <span class="petit doux">${moment(one.recuLe)}</span></p>
<p class="petit doux">De ${one.de ?? 'inconnu'} · ${one.raison}</p>${candidates(one, rows)}${one.de === null && one.objet === null && putAsideButton(one.id)}</li>`,
        )}</ul>`;
  return {
    title: 'Courriels à classer',
    ...underJournee(),
    actions: may(visit.identite, 'documents.numeriser')
      ? linkButton('Numérisations', '/numerisations', 'second', 'document')
      : null,
    body: html`<div class="pile">${panel('À classer', list)}
${panel(
  'Déposer un courriel',
  actionForm(
    { action: '/courriels', attributes: { enctype: 'multipart/form-data' } },
    html`${fileInput({ id: FILE, label: 'Fichiers .eml', help: 'Ceux que votre messagerie enregistre : ils se rangent comme s’ils étaient arrivés ici.', accept: '.eml', isMultiple: true, isRequired: true })}
<div class="boutons">${button('Déposer', 'second')}</div>`,
  ),
)}</div>`,
  };
}

/** Of one that nobody may open, it is the only gesture. */
function putAsideButton(id: string): Html {
  return postButton('Écarter ce courriel', `/courriels/${id}/ecart`, {}, 'danger');
}

interface Row {
  id: string;
  denomination: string;
}

async function rowsOf(services: Services, ids: readonly string[]): Promise<Row[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => services.find({ genre: 'dossier', id })));
  return found.flatMap((one) => (one.ok ? [one.value] : []));
}

/** The dossiers that a mail may be of, each a click. */
function candidates({ id, pistes }: Arrive, rows: readonly Row[]): Html | null {
  const known = pistes.flatMap((piste) => rows.find((row) => row.id === piste) ?? []);
  if (known.length === 0) return null;
  return html`<div class="rang">${known.map((row) => postButton(`Classer dans ${row.denomination}`, `/courriels/${id}/classement`, { dossier: row.id }))}</div>`;
}

async function mailPage(visit: OfMail): Promise<Shown> {
  const { services, params, query } = visit;
  const found = await services.messagerie.lire(params.id);
  if (!found.ok) return { refusal: ofMail(found.error, gone) };
  const { arrive, mail } = found.value;
  const q = (query['q'] ?? '').trim().slice(0, 200);
  const [rows, answers] = await Promise.all([rowsOf(services, arrive.pistes), q === '' ? [] : search(visit, q)]);
  return {
    title: mail.subject || 'Courriel sans objet',
    ...underJournee({ label: 'Courriels à classer', href: '/courriels' }),
    body: html`<div class="deux"><div class="pile"><section class="panneau">${readMail(mail, ['Reçu', arrive.recuLe])}
${mail.attachments.length > 0 && html`<p class="doux">${plural(mail.attachments.length, 'pièce jointe', 'pièces jointes')} : ${mail.attachments.map(({ name }) => name).join(', ')}</p>`}</section></div>
<div class="pile">${panel(
      'De quel dossier est-il ?',
      html`<p class="doux">${arrive.raison}</p>${candidates(arrive, rows)}
${searchBar({ action: `/courriels/${params.id}`, region: 'Le dossier de ce courriel', id: 'dossier', label: 'Nom, SIRET, FINESS ou personne', placeholder: 'Nom, SIRET, FINESS', q })}
${q !== '' && html`<p role="status">${plural(answers.length, 'dossier', 'dossiers', 'Aucun dossier')}</p>`}
${candidates({ ...arrive, pistes: answers.map(({ id }) => id) }, answers)}`,
    )}
${panel('Il n’est d’aucun dossier', html`<p class="doux">Il sera oublié, et ne se retrouvera pas.</p>${putAsideButton(params.id)}`)}
<p>${linkButton('Revenir aux courriels à classer', '/courriels', 'discret', 'retour')}</p></div></div>`,
  };
}

async function search({ services, identite }: OfMail, q: string): Promise<Row[]> {
  const named = await findCase(services, q);
  if (named?.genre === 'dossier') return [named];
  const asked = { moi: identite.id, onglet: 'tous', filtres: { q }, tri: 'limite', descendant: false } as const;
  return (await services.travail.lire({ ...asked, page: 1, parPage: FOUND })).lignes;
}

const gone = goneMail('Ce courriel n’est plus à classer : quelqu’un l’a classé, ou écarté.');

async function bring({ services, body }: Visit): Promise<Shown> {
  if (body.fichiers.length === 0) return redirect('/courriels', 'Choisissez d’abord un fichier.', 'attention');
  const refused: string[] = [];
  for (const { nom, octets } of body.fichiers) if (!(await services.messagerie.deposer(octets)).ok) refused.push(nom);
  const told = plural(
    body.fichiers.length - refused.length,
    'courriel déposé',
    'courriels déposés',
    'aucun courriel déposé',
  );
  if (refused.length === 0) return redirect('/courriels', `${told}.`);
  return redirect('/courriels', `${told}. Ce n’est pas un courriel (.eml) : ${refused.join(', ')}.`, 'attention');
}

async function file({ services, params, body, identite }: OfMail): Promise<Shown> {
  const dossier = body.get('dossier') ?? '';
  const filed = await services.messagerie.classer(params.id, dossier, { auteur: auteurOf(identite) });
  if (!filed.ok) return { refusal: ofMail(filed.error, gone) };
  return redirect(`/dossiers/${dossier}/echanges`, 'Le courriel est classé dans ce dossier.');
}

async function putAside({ services, params }: OfMail): Promise<Shown> {
  if (!(await services.messagerie.ecarter(params.id))) return { refusal: gone };
  return redirect('/courriels', 'Le courriel est écarté.');
}

type Sorted = Extract<Awaited<ReturnType<Services['depositScan']>>, { ok: true }>['value'];

/** Signed forms that come back scanned, several dossiers in one file if need be: each goes to its own by the codes of its pages. */
export function scanScreens(): Screen[] {
  const [path, right] = ['/numerisations', 'documents.numeriser'] as const;
  return [get(path, right, () => scanPage([])), post(path, right, sortScans, { body: PIECES })];
}

interface Said {
  nom: string;
  /** Why it went nowhere; null where it did not. */
  refus: string | null;
  found: readonly Scanned[];
  inconnus: number;
}

interface Scanned {
  denomination: string;
  dossierId: string;
  garde: Sorted['deposes'][number]['garde'];
}

async function sortScans({ services, identite, body }: Visit): Promise<Shown> {
  if (body.fichiers.length === 0) return redirect('/numerisations', 'Choisissez d’abord un fichier.', 'attention');
  const act = { auteur: auteurOf(identite), version: null };
  const said: Said[] = [];
  for (const { nom, octets } of body.fichiers) {
    const sorted = await services.depositScan({ nom, octets }, act);
    if (sorted.ok)
      said.push({ nom, refus: null, found: await namedIn(services, sorted.value), inconnus: sorted.value.inconnus });
    else said.push({ nom, refus: toProblem(sorted.error).detail, found: [], inconnus: 0 });
  }
  return scanPage(said);
}

function namedIn(services: Services, { deposes }: Sorted): Promise<Scanned[]> {
  return Promise.all(
    deposes.map(async ({ dossierId, garde }) => {
      const found = await services.find({ genre: 'dossier', id: dossierId });
      return { dossierId, garde, denomination: found.ok ? found.value.denomination : dossierId };
    }),
  );
}

function scanPage(said: readonly Said[]): Page {
  return {
    title: 'Numérisations',
    ...underJournee({ label: 'Courriels à classer', href: '/courriels' }),
    hasFaults: said.some(({ refus }) => refus !== null),
    body: html`<div class="pile">${said.map(tellScan)}${panel(
      'Classer des formulaires signés',
      html`<p>Chaque formulaire imprimé d’ici porte un code au pied de ses pages. Déposez ce que le scanner a rendu, même plusieurs établissements dans un seul fichier : chaque dossier reçoit sa pièce.</p>
${actionForm(
  { action: '/numerisations', attributes: { enctype: 'multipart/form-data' } },
  html`${piecesInput('Numérisations')}<div class="boutons">${button('Classer', 'principal')}</div>`,
)}`,
    )}</div>`,
  };
}

function tellScan({ nom, refus, found, inconnus }: Said): Html {
  if (refus !== null) return callout('faute', refus, nom);
  const forms = found.flatMap((line) => line.garde.imprimes.map((imprime) => ({ ...line, imprime })));
  const list = table(`Formulaires de ${nom}`, forms, [
    titleColumn(
      'Établissement',
      ({ denomination, dossierId, garde }) => html`<a href="${pathOfPiece(dossierId, garde.rang)}">${denomination}</a>`,
    ),
    column('Formulaire', ({ imprime }) => formName(imprime.formulaire) ?? imprime.formulaire),
    column('Pages', ({ imprime }) => imprime.pages.join(', ')),
    column('Ensuite', ({ dossierId, imprime }) => linkToForm(dossierId, imprime.formulaire)),
  ]);
  return panel(
    nom,
    html`${found.length > 0 && list}${inconnus > 0 && callout('attention', plural(inconnus, 'dossier nommé par ses codes n’est pas ici.', 'dossiers nommés par ses codes ne sont pas ici.'))}`,
  );
}
