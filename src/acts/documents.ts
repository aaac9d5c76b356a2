import { cleanName, type NatureDocument, natureOf, natures } from '../documents/kinds.ts';
import { type FormulaireLu, printedForms } from '../documents/printed.ts';
import { type Depot, readDepot } from '../engine/history/beside.ts';
import { err, ok, type Refusal, type Result } from '../engine/refusal.ts';
import { readCodes } from '../raster/raster.ts';
import type { RecordedLine } from '../store/store.ts';
import { type Act, type Desk, type Recorded, settle } from './act.ts';
import { isThere, lineOf, tellBeside } from './beside.ts';
import type { Cible } from './family.ts';
import { lettingGo } from './letting-go.ts';
import { journalOf } from './opening/opening-day.ts';

/** A document of a case, by the line of its deposit. */
export interface DocumentGarde extends Omit<Depot, 'nature'> {
  /** The rank of its line. */
  rang: number;
  nature: NatureDocument;
  date: string;
  /** ISO instant. */
  deposeLe: string;
  auteur: string;
}

/** Why a document is not taken, or not given. */
export type DocumentRefusal =
  | Refusal
  | { code: 'document-refuse'; admis: readonly string[] }
  | { code: 'document-introuvable'; rang: number }
  | { code: 'numerisation-sans-code' }
  | { code: 'document-infecte'; virus: string }
  | { code: 'antivirus-muet' };

/** A document that is kept, and the receipt of the line that says so; null where it was kept already. */
export interface Deposited {
  garde: DocumentGarde;
  recu: string | null;
}

/** What was found in some bytes that may be kept: what they are, and the printed forms that their codes name. */
export interface Vu {
  nature: NatureDocument;
  lus: readonly FormulaireLu[];
}

/** What is brought: its bytes, the name that it had, the line of the journal that it proves, and what was found in it where it was looked into already. */
export interface Piece {
  octets: Buffer;
  nom: string;
  prouve: number | null;
  vu?: Vu;
}

/**
 * Keeps a document, then tells the journal of its case, of which its SHA-256 is sealed with the line; then keeps it again where the erasure of the
 * same one, elsewhere, took it away in between.
 */
export async function deposit(
  desk: Desk,
  cible: Cible,
  { octets, nom, prouve, vu }: Piece,
  act: Act,
): Promise<Result<Deposited, DocumentRefusal>> {
  const known = await isThere(desk, cible);
  if (!known.ok) return known;
  const kind = vu ? ok(vu.nature) : await admitted(desk, octets);
  if (!kind.ok) return kind;
  const nature = kind.value;
  if (prouve !== null && !(await lineOf(desk, cible, prouve)))
    return err({ code: 'introuvable', objet: 'fait', id: `${prouve}` });
  const document = await desk.store.documents.put(octets);
  const before = await latest(desk, cible, { document, prouve });
  if (before) return ok({ garde: before, recu: null });
  const imprimes = (vu?.lus ?? (await formsOn(octets, nature))).filter(({ dossier }) => dossier === cible.id);
  const depot: Depot = {
    document,
    nom: cleanName(nom),
    nature,
    octets: octets.length,
    prouve,
    imprimes: imprimes.map(({ dossier: _own, ...imprime }) => imprime),
  };
  const told = await tellDeposit(desk, cible, depot, act);
  if (told.ok) await desk.store.documents.put(octets);
  return told;
}

/** Says that a document of a case, that of the line `rang`, proves another line; nothing where that is said already. */
export async function proveBy(
  desk: Desk,
  cible: Cible,
  { rang, prouve }: { rang: number; prouve: number },
  act: Act,
): Promise<Result<Deposited, DocumentRefusal>> {
  const known = await isThere(desk, cible);
  if (!known.ok) return known;
  const [line, proved] = [await lineOf(desk, cible, rang), await lineOf(desk, cible, prouve)];
  const depot = line && readDepot(line);
  if (!depot) return err({ code: 'document-introuvable', rang });
  if (!proved) return err({ code: 'introuvable', objet: 'fait', id: `${prouve}` });
  const before = await latest(desk, cible, { ...depot, prouve });
  return before ? ok({ garde: before, recu: null }) : tellDeposit(desk, cible, { ...depot, prouve }, act);
}

async function tellDeposit(desk: Desk, cible: Cible, depot: Depot, act: Act): Promise<Result<Deposited>> {
  const told = await settle(desk, act, (around) =>
    tellBeside(desk, cible, { type: 'document.depose', champs: depot, act, around }),
  );
  if (!told.ok) return told;
  const garde = await latest(desk, cible, depot);
  return garde ? ok({ garde, recu: told.value.recu }) : err({ code: 'introuvable', objet: cible.genre, id: cible.id });
}

/** Nothing is kept that nobody could look into, where somebody is to look. */
export async function examined({ antivirus }: Desk, octets: Buffer): Promise<Result<null, DocumentRefusal>> {
  const examen = await antivirus?.(octets);
  if (examen?.etat === 'infecte') return err({ code: 'document-infecte', virus: examen.virus });
  return examen?.etat === 'muet' ? err({ code: 'antivirus-muet' }) : ok(null);
}

/** Whether nobody looks into anything, and not only into what was brought. */
export async function isAntivirusSilent(desk: Desk): Promise<boolean> {
  return !(await examined(desk, Buffer.from('Bonjour'))).ok;
}

/** What some bytes are, where they may be kept and nobody finds fault with them. */
export async function admitted(desk: Desk, octets: Buffer): Promise<Result<NatureDocument, DocumentRefusal>> {
  const nature = await natureOf(octets);
  const admis = Object.values(natures).map(({ libelle }) => libelle);
  if (nature === null) return err({ code: 'document-refuse', admis });
  const clean = await examined(desk, octets);
  return clean.ok ? ok(nature) : clean;
}

/** The forms that the codes of a scan name; none where they cannot be read in time. */
export async function formsOn(octets: Buffer, nature: NatureDocument): Promise<FormulaireLu[]> {
  const read = await readCodes(octets, natures[nature].type);
  return read.ok ? printedForms(read.value.codes) : [];
}

/** The same bytes for the same line are one document. */
async function latest(
  { store }: Desk,
  { id }: Cible,
  { document, prouve }: Pick<Depot, 'document' | 'prouve'>,
): Promise<DocumentGarde | null> {
  const kept = (await journalOf(store, id)).flatMap((line) => gardeOf(line) ?? []);
  return kept.findLast((one) => one.document === document && one.prouve === prouve) ?? null;
}

/** The documents of a case, oldest first; those that were erased are not. */
export async function documentsOf(desk: Desk, cible: Cible): Promise<Result<DocumentGarde[]>> {
  const known = await isThere(desk, cible);
  if (!known.ok) return known;
  return ok((await journalOf(desk.store, cible.id)).flatMap((line) => gardeOf(line) ?? []));
}

/** A document of a case with its bytes. */
export async function readDocument(
  desk: Desk,
  cible: Cible,
  rang: number,
): Promise<Result<DocumentGarde & { contenu: Buffer }, DocumentRefusal>> {
  const known = await isThere(desk, cible);
  if (!known.ok) return known;
  const line = await lineOf(desk, cible, rang);
  const garde = line && gardeOf(line);
  const contenu = garde && (await desk.store.documents.get(garde.document));
  return contenu ? ok({ ...garde, contenu }) : err({ code: 'document-introuvable', rang });
}

/** Erases a document: its name and its bytes go, unless another line has the same; its SHA-256 stays in the journal. */
export async function eraseDocument(
  desk: Desk,
  cible: Cible,
  { rang, motif }: { rang: number; motif: string },
  act: Act,
): Promise<Result<Recorded, DocumentRefusal>> {
  const known = await isThere(desk, cible);
  if (!known.ok) return known;
  const line = await lineOf(desk, cible, rang);
  const garde = line && gardeOf(line);
  if (!garde) return err({ code: 'document-introuvable', rang });
  const champs = { ligne: rang, document: garde.document, motif };
  return lettingGo(desk, { rangs: [rang], documents: [garde.document] }, () =>
    settle(desk, act, async (around) => {
      const considered = await tellBeside(desk, cible, { type: 'document.efface', champs, act, around });
      return considered.ok ? ok({ ...considered.value, effaces: [rang] }) : considered;
    }),
  );
}

function gardeOf(line: RecordedLine): DocumentGarde | null {
  const depot = readDepot(line);
  if (!depot) return null;
  const { rang, date, enregistreLe: deposeLe, auteur } = line;
  return { ...depot, nature: depot.nature as NatureDocument, rang, date, deposeLe, auteur };
}
