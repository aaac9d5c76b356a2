import { natures } from '../../documents/kinds.ts';
import { libelleOf } from '../../engine/history/uncorrectable.ts';
import { auteurOf } from '../../identity/identity.ts';
import { countPages, thumbnail } from '../../raster/raster.ts';
import { illisibles, isRasterType } from '../../raster/types.ts';
import { droitDe } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { formName } from '../formulaires/catalogue.ts';
import { keptForm } from '../formulaires/filled-form.ts';
import { imprintOf } from '../formulaires/paper.ts';
import { get, onceRead, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, type Refused, redirect, refusedBy, type Shown } from '../shell/shown.ts';
import { callout, panel, pill, properties } from '../ui/blocks.ts';
import { actionForm, button, linkButton } from '../ui/button.ts';
import { lineInput, selectInput } from '../ui/field.ts';
import { column, pager, table, titleColumn, twoLines } from '../ui/table.ts';
import { listed, longDay, moment, plural, shortDay } from '../ui/words.ts';
import { underCase } from './frame.ts';
import { atTheirPlace, type DocumentGarde, PIECES, piecesInput } from './joined.ts';
import { type CaseRead, factIn, type LigneSituee, readCase } from './read/case.ts';

type OfDossier = Visit<Readonly<Record<string, string>>, { id: string }>;
type OfPiece = Visit<Readonly<Record<string, string>>, { id: string; rang: string }>;

const onPiece = onceRead(pieceOf);

/** What is kept of a dossier besides what was told: deposited, looked at, erased. */
export function pieceScreens(): Screen[] {
  const [lire, effacer] = ['documents.lire', 'documents.effacer'] as const;
  const une = '/dossiers/:id/pieces/:rang';
  return [
    post('/dossiers/:id/pieces', 'documents.deposer', deposit, { body: PIECES }),
    get(une, lire, onPiece(piecePage)),
    get(`${une}/contenu`, lire, content),
    get(`${une}/vignette`, lire, preview),
    get(`${une}/effacement`, effacer, onPiece(erasurePage)),
    post(`${une}/effacement`, effacer, erase),
  ];
}

/** The pieces of a dossier, and where others are deposited. */
export function piecesPanel(
  { identite }: Pick<Visit, 'identite'>,
  { cible, procedure, suite }: CaseRead,
  { pieces, lines, names }: { pieces: readonly DocumentGarde[]; lines: readonly LigneSituee[]; names: Names },
): Html {
  const mayKeep = suite !== null && droitDe('documents.deposer', identite) === 'tous';
  const facts = lines.filter(({ type }) => factIn(procedure, type)?.derive === false);
  const named = (rang: number | null) => {
    const line = lines.find((one) => one.rang === rang);
    return procedure && line ? html`${libelleOf(procedure, line.type)}, ${shortDay(line.date)}` : 'Le dossier';
  };
  const list = table('Pièces déposées', atTheirPlace(pieces), [
    titleColumn(
      'Pièce',
      ({ rang, nom, nature }) =>
        html`${hasPages(nature) && html`<img class="vignette" src="${pathOfPiece(cible.id, rang)}/vignette?largeur=96" alt="" loading="lazy">`}<a href="${pathOfPiece(cible.id, rang)}">${nom}</a>`,
    ),
    column('Prouve', ({ prouve, imprimes }) => twoLines(named(prouve), formsRead(imprimes))),
    column('Nature', ({ nature, octets }) => `${natures[nature].libelle}, ${sizeOf(octets)}`),
    column('Déposée', ({ auteur, deposeLe }) => `${names(auteur)}, ${moment(deposeLe)}`),
  ]);
  const options = [
    ['', 'Le dossier'],
    ...facts.toReversed().map(({ rang, type, date }) => {
      const libelle = procedure ? libelleOf(procedure, type) : type;
      return [`${rang}`, `${libelle}, ${longDay(date)}`] as const;
    }),
  ] as const;
  const keep =
    mayKeep &&
    actionForm(
      { action: `/dossiers/${cible.id}/pieces`, attributes: { enctype: 'multipart/form-data' } },
      html`${piecesInput('Fichiers')}
${selectInput({ id: 'prouve', label: 'Ce que cela prouve', options, chosen: `${facts.at(-1)?.rang ?? ''}` })}
<div class="boutons">${button('Déposer', 'principal')}</div>`,
    );
  return panel(
    'Pièces',
    html`${pieces.length > 0 ? list : html`<p class="doux">Aucune pièce : le formulaire signé et numérisé, une réponse de l’ANS, une capture d’écran se gardent ici.</p>`}${keep}`,
    { id: 'pieces' },
  );
}

/** « Formulaire 413, imprimé à la version 12 ». */
function formsRead(imprimes: DocumentGarde['imprimes']): string | null {
  const told = imprimes.map(
    ({ formulaire, version }) => `${formName(formulaire) ?? formulaire}, imprimé à la version ${version}`,
  );
  return told.length > 0 ? told.join(' ; ') : null;
}

type Names = (auteur: string) => string;

async function deposit({ services, identite, params, body }: OfDossier): Promise<Shown> {
  const cible = { genre: 'dossier', id: params.id } as const;
  const back = `/dossiers/${params.id}/documents`;
  if (body.fichiers.length === 0) return redirect(back, 'Choisissez d’abord un fichier.', 'attention');
  const prouve = Number(body.get('prouve') ?? '') || null;
  const act = { auteur: auteurOf(identite), version: null };
  const refused: string[] = [];
  for (const { nom, octets } of body.fichiers) {
    const kept = await services.deposit(cible, { octets, nom, prouve }, act);
    if (!kept.ok) refused.push(`${nom} : ${toProblem(kept.error).detail}`);
  }
  const done = body.fichiers.length - refused.length;
  const told = plural(done, 'pièce déposée', 'pièces déposées', 'aucune pièce déposée');
  if (refused.length > 0) return redirect(back, `${told}. ${refused.join(' ')}`, 'attention');
  return redirect(back, `${told}.`);
}

async function piecePage(visit: OfPiece, { affaire, garde }: Piece): Promise<Page> {
  const { services, params, identite } = visit;
  const { nom, nature, octets, document, deposeLe, auteur, rang } = garde;
  const names = await services.identites.nommer([auteur]);
  const path = pathOfPiece(params.id, rang);
  const mayErase = droitDe('documents.effacer', identite) === 'tous';
  return {
    title: nom,
    ...underCase(affaire, { label: 'Documents', href: `/dossiers/${params.id}/documents` }),
    actions: html`${linkButton('Télécharger la pièce', `${path}/contenu`, 'principal', 'telecharger')}${mayErase && linkButton('Effacer', `${path}/effacement`)}`,
    body: html`<div class="panneau">${properties([
      ['Nature', `${natures[nature].libelle}, ${sizeOf(octets)}`],
      ['Déposée', `${names(auteur)}, le ${moment(deposeLe)}`],
      ['Empreinte (SHA-256)', html`<code>${document}</code>`],
      ...(await formsOf(visit, garde)),
    ])}</div>
${hasPages(nature) && (await viewer(visit, garde))}`,
  };
}

/** A page of it at a time, as an image that the service draws: nothing of what was deposited reaches the browser. */
async function viewer({ services, params, query }: OfPiece, { rang, nom, nature }: DocumentGarde): Promise<Html> {
  const found = await services.readDocument({ genre: 'dossier', id: params.id }, rang);
  const counted = found.ok ? await countPages(found.value.contenu, natures[nature].type) : null;
  if (!counted?.ok) return callout('attention', counted ? illisibles[counted.error] : illisibles['fichier-abime']);
  const { pages: last } = counted.value;
  const page = pageAsked(query, last);
  const path = pathOfPiece(params.id, rang);
  const image = `${path}/vignette?page=${page}&largeur=`;
  return html`<figure class="planche"><a href="${image}${LARGEURS.at(-1)}"><img class="page-vue" src="${image}900" alt="${nom}, page ${page} sur ${last}"></a></figure>
${last > 1 && pager({ page, last }, (to) => `${path}?page=${to ?? 1}`, `Page ${page} sur ${last}`)}`;
}

function pageAsked({ page }: OfPiece['query'], last: number): number {
  const asked = Number(page);
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, last) : 1;
}

/** Where a piece is looked at. */
export function pathOfPiece(id: string, rang: number): string {
  return `/dossiers/${id}/pieces/${rang}`;
}

/** Which printed forms it bears, and whether what was signed is still what the dossier says. */
function formsOf(visit: OfPiece, { imprimes }: DocumentGarde): Promise<(readonly [string, Html])[]> {
  return Promise.all(
    imprimes.map(async ({ formulaire, version, empreinte, pages }) => {
      const travail = await keptForm(visit, visit.params.id, formulaire);
      const isSame = 'imprime' in travail && imprintOf(travail).startsWith(empreinte);
      const state = isSame
        ? pill('bien', 'Identique à ce que dit le dossier', 'coche')
        : pill('attention', 'Le dossier a changé depuis l’impression', 'attention');
      const where = pages.length > 1 ? `pages ${listed(pages.map(String))}` : `page ${pages.join('')}`;
      return [
        formName(formulaire) ?? formulaire,
        html`imprimé à la version ${version} du dossier, ${where} ${state} ${linkToForm(visit.params.id, formulaire)}`,
      ] as const;
    }),
  );
}

/** Where what was signed on paper is told. */
export function linkToForm(dossierId: string, formulaire: string): Html {
  const path = `/dossiers/${dossierId}/formulaires/${formulaire}`;
  return html`<a href="${formulaire === 'formulaire-413' ? `${path}#signature` : path}">Ouvrir le formulaire</a>`;
}

function hasPages(nature: DocumentGarde['nature']): boolean {
  return isRasterType(natures[nature].type);
}

/** How wide a page is shown, in pixels. */
const LARGEURS: readonly number[] = [96, 900, 1800];
/** A file whose pages are more is not one of ours. */
const MOST_PAGES = 10_000;

/** A page as an image, drawn apart from the thread that answers; a document never changes. */
async function preview({ services, params, query }: OfPiece): Promise<Shown> {
  const found = await services.readDocument({ genre: 'dossier', id: params.id }, Number(params.rang));
  if (!found.ok) return { refusal: found.error };
  const { nature, contenu } = found.value;
  const largeur = LARGEURS.find((one) => `${one}` === query['largeur']) ?? 900;
  const seen = await thumbnail(contenu, natures[nature].type, { largeur, page: pageAsked(query, MOST_PAGES) });
  if (!seen.ok)
    return { refusal: { status: 422, code: seen.error, title: 'Sans aperçu', detail: illisibles[seen.error] } };
  const headers = { 'Cache-Control': 'private, max-age=86400, immutable' };
  return { content: Buffer.from(seen.value.image), type: 'image/webp', headers };
}

/** A file to be kept, under a name of ours. */
async function content({ services, params }: OfPiece): Promise<Shown> {
  const found = await services.readDocument({ genre: 'dossier', id: params.id }, Number(params.rang));
  if (!found.ok) return { refusal: found.error };
  const { nature, contenu, rang } = found.value;
  const { type, fin } = natures[nature];
  const headers = {
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  };
  return { content: contenu, type, headers, filename: `document-${rang}.${fin}` };
}

function erasurePage(visit: OfPiece, { affaire, garde }: Piece): Page {
  const back = `/dossiers/${visit.params.id}/pieces/${garde.rang}`;
  return {
    title: `Effacer « ${garde.nom} »`,
    ...underCase(affaire, { label: 'Documents', href: `/dossiers/${visit.params.id}/documents` }),
    body: html`${callout('attention', 'Le nom et le contenu de cette pièce seront effacés, et ne se retrouvent pas. Son empreinte reste au journal, avec qui l’a effacée et pourquoi.')}
${actionForm(
  { action: `${back}/effacement` },
  html`${lineInput({ id: 'motif', label: 'Pourquoi', attributes: { required: true, minlength: 3, maxlength: 500 } })}<div class="boutons">${button('Effacer cette pièce', 'danger')}${linkButton('Annuler', back)}</div>`,
)}`,
  };
}

async function erase({ services, identite, params, body }: OfPiece): Promise<Shown> {
  const act = { auteur: auteurOf(identite), version: null };
  const motif = (body.get('motif') ?? '').trim().slice(0, 500);
  const back = `${pathOfPiece(params.id, Number(params.rang))}/effacement`;
  if (motif.length < 3) return redirect(back, 'Dites pourquoi cette pièce est effacée.', 'attention');
  const asked = { rang: Number(params.rang), motif };
  const erased = await services.eraseDocument({ genre: 'dossier', id: params.id }, asked, act);
  if (!erased.ok) return { refusal: erased.error };
  return redirect(`/dossiers/${params.id}/documents`, 'Pièce effacée : il n’en reste que l’empreinte.');
}

type Piece = Exclude<Awaited<ReturnType<typeof pieceOf>>, Refused>;

async function pieceOf({ services, params }: OfPiece) {
  const cible = { genre: 'dossier', id: params.id } as const;
  const read = await readCase(services, cible);
  if (!read.ok) return refusedBy(read.error);
  const found = await services.documentsOf(cible);
  const garde = found.ok ? found.value.find(({ rang }) => `${rang}` === params.rang) : undefined;
  return garde
    ? { affaire: read.value, garde }
    : refusedBy({ code: 'document-introuvable', rang: Number(params.rang) || 0 });
}

/** « 1,2 Mo », « 340 ko ». */
function sizeOf(octets: number): string {
  const format = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });
  return octets < 1_000_000
    ? `${format.format(Math.ceil(octets / 1_000))} ko`
    : `${format.format(octets / 1_000_000)} Mo`;
}
