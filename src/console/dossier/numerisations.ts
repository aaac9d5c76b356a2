import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { formName } from '../formulaires/catalogue.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, redirect, type Shown, underJournee } from '../shell/shown.ts';
import { callout, panel } from '../ui/blocks.ts';
import { actionForm, button } from '../ui/button.ts';
import { column, table, titleColumn } from '../ui/table.ts';
import { plural } from '../ui/words.ts';
import { fileInput, PIECES } from './joined.ts';
import { linkToForm, pathOfPiece } from './pieces.ts';

type Sorted = Extract<Awaited<ReturnType<Services['depositScan']>>, { ok: true }>['value'];

/** Signed forms that come back scanned, several dossiers in one file if need be: each goes to its own by the codes of its pages. */
export function scanScreens(): Screen[] {
  const [path, right] = ['/numerisations', 'documents.numeriser'] as const;
  return [get(path, right, () => scanPage([])), post(path, right, sort, { body: PIECES })];
}

interface Said {
  nom: string;
  /** Why it went nowhere; null where it did not. */
  refus: string | null;
  found: readonly Line[];
  inconnus: number;
}

interface Line {
  denomination: string;
  dossierId: string;
  garde: Sorted['deposes'][number]['garde'];
}

async function sort({ services, identite, body }: Visit): Promise<Shown> {
  if (body.fichiers.length === 0) return redirect('/numerisations', 'Choisissez d’abord un fichier.', 'attention');
  const act = { auteur: auteurOf(identite), version: null };
  const said: Said[] = [];
  for (const { nom, octets } of body.fichiers) {
    const sorted = await services.depositScan({ nom, octets }, act);
    if (sorted.ok)
      said.push({ nom, refus: null, found: await named(services, sorted.value), inconnus: sorted.value.inconnus });
    else said.push({ nom, refus: toProblem(sorted.error).detail, found: [], inconnus: 0 });
  }
  return scanPage(said);
}

function named(services: Services, { deposes }: Sorted): Promise<Line[]> {
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
    body: html`<div class="pile">${said.map(tell)}${panel(
      'Classer des formulaires signés',
      html`<p>Chaque formulaire imprimé d’ici porte un code au pied de ses pages. Déposez ce que le scanner a rendu, même plusieurs établissements dans un seul fichier : chaque dossier reçoit sa pièce.</p>
${actionForm(
  { action: '/numerisations', attributes: { enctype: 'multipart/form-data' } },
  html`${fileInput('Numérisations')}<div class="boutons">${button('Classer', 'principal')}</div>`,
)}`,
    )}</div>`,
  };
}

function tell({ nom, refus, found, inconnus }: Said): Html {
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
