import { MOST_OCTETS, natureOf, natures } from '../../documents/kinds.ts';
import { type Depot, readDepot, type TypeDepot } from '../../engine/history/beside.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { Champs, formWithFile } from '../../web/form.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import type { Visit } from '../shell/screen.ts';
import { disclosure } from '../ui/blocks.ts';
import { checkbox, fileInput } from '../ui/field.ts';
import { type Cible, type Given, type Ligne, linesAfter } from './read/case.ts';

/** The field of a form by which pieces are brought. */
const FILE = 'piece';
/** So many are sent at once: their bytes are held until they are kept. */
const SENT_AT_ONCE = 5;
/** A form with pieces. */
export const PIECES = formWithFile(FILE, { octets: MOST_OCTETS, nombre: SENT_AT_ONCE });
const ACCEPTED = Object.values(natures)
  .map(({ fin }) => `.${fin}`)
  .join();

const WAITING = 'deja';

/** What may be joined to what is being told: the pieces that prove nothing yet, those that bear the form `formulaire` ticked. */
export interface Joinable {
  pieces: readonly PieceDite[];
  formulaire: string | null;
}

/** Where pieces are chosen; required unless they merely go with something else. */
export function piecesInput(label: string, { id = FILE as string, isRequired = true } = {}): Html {
  const help = `Choisissez-les, ou glissez-les ici : PDF, images, textes Word ou OpenDocument, courriels, CSV ; ${MOST_OCTETS / 1024 / 1024} Mo chacun, ${SENT_AT_ONCE} à la fois.`;
  return fileInput({ id, name: FILE, label, help, accept: ACCEPTED, isMultiple: true, isRequired });
}

/** What of a dossier may be joined to a fact that the form `formulaire` tells, or to any; nothing to other cases. */
export async function joinableTo(
  services: Services,
  cible: Cible,
  formulaire: string | null,
): Promise<Joinable | null> {
  if (cible.genre !== 'dossier') return null;
  return { pieces: await waitingPieces(services, cible), formulaire };
}

/** Where pieces are joined: brought now, or chosen among those that were; open where one is ticked. */
export function joinFields({ pieces, formulaire }: Joinable, prefix: string, takesFiles = true): Html | null {
  const bears = ({ imprimes }: PieceDite) => imprimes.some((one) => one.formulaire === formulaire);
  const boxes = pieces.map((piece) =>
    checkbox({
      id: `${prefix}-deja-${piece.rang}`,
      name: WAITING,
      value: `${piece.rang}`,
      label: piece.nom,
      checked: bears(piece),
    }),
  );
  if (boxes.length === 0 && !takesFiles) return null;
  const waiting = html`<fieldset class="sans-cadre"><legend>Pièces déjà déposées</legend>${boxes}</fieldset>`;
  const files = takesFiles && piecesInput('Fichiers', { id: `${prefix}-pieces`, isRequired: false });
  const body = html`${boxes.length > 0 && waiting}${files}`;
  return disclosure('Joindre une pièce (facultatif)', body, { isOpen: pieces.some(bears) });
}

/** Why files that are brought would not be kept, before anything is told; null when they would. */
export async function wrongFile({ body }: Pick<Visit, 'body'>): Promise<string | null> {
  for (const { nom, octets } of body.fichiers) {
    if ((await natureOf(octets)) === null)
      return `« ${nom} » n’est pas de ceux qui sont gardés : enregistrez-le en PDF, puis joignez-le à nouveau. Rien n’est encore enregistré.`;
  }
  return null;
}

/** Keeps files as pieces of a dossier, ticked from then on among what is joined: what follows may be asked again without them. */
export async function bringAlong(
  { services, identite, body }: Pick<Visit, 'services' | 'identite' | 'body'>,
  cible: Cible,
): Promise<Champs> {
  const act = { auteur: auteurOf(identite), version: null };
  const fields = body.noms().flatMap((nom) => body.tous(nom).map((value) => [nom, value] as const));
  for (const fichier of body.fichiers) {
    const kept = await services.deposit(cible, { ...fichier, prouve: null }, act);
    if (kept.ok) fields.push([WAITING, `${kept.value.garde.rang}`]);
  }
  return new Champs(fields);
}

/** Keeps what was joined, and the documents of the lines `more`, with the last line of that type that was told; gives what could not be kept, and why. */
export async function joinTo(
  { services, identite, body }: Pick<Visit, 'services' | 'identite' | 'body'>,
  cible: Cible,
  type: string,
  more: readonly number[] = [],
): Promise<{ message: string }[]> {
  const ticked = [...body.tous(WAITING).map(Number), ...more];
  if (body.fichiers.length + ticked.length === 0) return [];
  const prouve = (await linesAfter(services, cible, 0)).findLast((line) => line.type === type)?.rang ?? null;
  if (prouve === null) return [];
  const act = { auteur: auteurOf(identite), version: null };
  const joined = [
    ...body.fichiers.map((fichier) => () => services.deposit(cible, { ...fichier, prouve }, act)),
    ...ticked.map((rang) => () => services.proveBy(cible, { rang, prouve }, act)),
  ];
  const left: { message: string }[] = [];
  for (const join of joined) {
    const kept = await join();
    if (!kept.ok) left.push({ message: `une pièce n’a pas été gardée. ${toProblem(kept.error).detail}` });
  }
  return left;
}

/** A document of a case. */
export type DocumentGarde = Given<ReturnType<Services['documentsOf']>>[number];

/** A piece as its line tells it. */
export interface PieceDite extends Depot {
  rang: number;
}

/** Whether a line deposits a piece: mails have their own tab. */
export function isOfPiece({ type }: Pick<Ligne, 'type'>): boolean {
  return type === ('document.depose' satisfies TypeDepot);
}

/** A piece of the dossier that was said to prove something since is where it proves it. */
export function atTheirPlace<Piece extends Pick<Depot, 'document' | 'prouve'>>(pieces: readonly Piece[]): Piece[] {
  const proving = new Set(pieces.filter(({ prouve }) => prouve !== null).map(({ document }) => document));
  return pieces.filter(({ document, prouve }) => prouve !== null || !proving.has(document));
}

/** The pieces that prove nothing yet, as the lines of a dossier tell them. */
export function waitingIn(lines: readonly Ligne[]): PieceDite[] {
  const pieces = lines.filter(isOfPiece).flatMap((line) => {
    const depot = readDepot(line);
    return depot ? [{ ...depot, rang: line.rang }] : [];
  });
  return atTheirPlace(pieces).filter(({ prouve }) => prouve === null);
}

/** The same of a case that is not read yet; none of what is no dossier. */
export async function waitingPieces(services: Services, cible: Cible): Promise<PieceDite[]> {
  return cible.genre === 'dossier' ? waitingIn(await linesAfter(services, cible, 0)) : [];
}
