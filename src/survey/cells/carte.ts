import { IsoDate } from '../../../machines/formulaires/champs.ts';
import { DAY_MS, french } from '../../days.ts';
import { fold } from '../../fold.ts';
import { bare, type Reading, readKnown } from './words.ts';

/** A card as a table tells it; `null` for none, `undefined` when nobody knows. */
type Carte<Type extends string> = { type: Type; fin: string | null } | null | undefined;

/** The cells that tell of one card: whether there is one, of which type, until when; and the heading, which may tell the type. */
export interface CarteCells {
  titre: string;
  presence: string;
  type: string;
  fin: string;
}

/** What is said of whom, in which types; `defaut` is taken when no type is written, null when none may be. */
interface Holder<Type extends string> {
  types: readonly Type[];
  defaut: Type | null;
  /** After « la carte »: « du responsable ». */
  du: string;
}

export const responsable: Holder<'CDE' | 'CPS'> = { types: ['CDE', 'CPS'], defaut: 'CDE', du: 'du responsable' };
export const mandataire: Holder<'CPE' | 'CPS' | 'CPA'> = {
  types: ['CPE', 'CPS', 'CPA'],
  defaut: null,
  du: 'du mandataire',
};

const KNOWN_TYPES = /\b(CDE|CPS|CPE|CPA|CPF)\b/gi;

/** Reads a card; `jour` is today (YYYY-MM-DD), from which an ended card is no card. */
export function readCarte<Type extends string>(
  cells: CarteCells,
  { types, defaut, du }: Holder<Type>,
  jour: string,
): Reading<Carte<Type>> {
  const written = [...`${cells.presence} ${cells.type}`.matchAll(KNOWN_TYPES)].map(([type]) => type.toUpperCase());
  const foreign = written.find((type) => !types.includes(type as Type));
  if (foreign) return { refus: `Une ${foreign} ne convient pas ici : la carte ${du} est une ${types.join(', une ')}.` };
  const known = presenceOf(cells, written.length > 0);
  if ('refus' in known) return known;
  if (!known.valeur) return { valeur: known.valeur === false ? null : undefined };
  const fin = readDay(cells.fin || dateIn(cells.presence) || '');
  if ('refus' in fin) return fin;
  if (fin.valeur !== null && fin.valeur < jour)
    return { valeur: null, correction: `carte finie le ${french(fin.valeur)} : comptée comme absente` };
  const told = written[0] ?? typeNamedBy(cells.titre);
  const type = types.find((one) => one === told) ?? defaut;
  if (type === null)
    return {
      valeur: undefined,
      correction: `type de la carte ${du} non dit (${types.join(', ')}) : laissée à vérifier`,
    };
  const guessed = told === undefined ? `type non dit, compté comme ${type}` : undefined;
  const correction = [fin.correction, guessed].filter(Boolean).join(' ; ');
  return { valeur: { type, fin: fin.valeur }, ...(correction && { correction }) };
}

/** « CDE (O/N) » says which card it asks for, « CDE ou CPS » does not. */
function typeNamedBy(titre: string): string | undefined {
  const [only, other] = [...titre.matchAll(KNOWN_TYPES)].map(([type]) => type.toUpperCase());
  return other === undefined ? only : undefined;
}

/** A type or an end date says that there is a card. */
function presenceOf({ presence, fin }: CarteCells, hasType: boolean): Reading<boolean | null> {
  const rest = presence
    .replace(KNOWN_TYPES, ' ')
    .replace(/responsable|carte/gi, ' ')
    .replace(dateIn(presence) ?? '', ' ');
  const known = readKnown(rest);
  if ('refus' in known) return known;
  const implied = hasType || fin.trim() !== '' || dateIn(presence) !== null;
  if (known.valeur === false && fin.trim() !== '')
    return { refus: 'La carte est dite absente, avec une date de fin : gardez l’un ou l’autre.' };
  return { valeur: known.valeur ?? (implied && !isUnknown(rest) ? true : null) };
}

/** « ne sait pas » written beside a type leaves the card unknown. */
function isUnknown(rest: string): boolean {
  return fold(rest) !== '';
}

/** A date, or a day as Excel counts it, written beside a type. */
function dateIn(text: string): string | null {
  return /\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\b\d{5}\b/.exec(text)?.[0] ?? null;
}

const MOIS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');
/** Excel counts days from there; its first two centuries and ours are between these. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const EXCEL = { from: 36_526, to: 73_050 };
const WRONG = 'écrivez la date imprimée sur la carte : jj/mm/aaaa, par exemple 31/12/2027';

/** A calendar day (YYYY-MM-DD) as French tables write it, or as Excel counts it; null for an empty cell. */
export function readDay(cell: string): Reading<string | null> {
  const text = bare(cell).replace(/[ T]\d{1,2}[:h]\d{2}.*$/, '');
  if (text === '') return { valeur: null };
  if (/^\d{5}(?:[.,]0+)?$/.test(text)) return fromSerial(cell, Number.parseInt(text, 10));
  const parts = iso(text) ?? numeric(text) ?? spelled(text);
  if (!parts) return { refus: `« ${cell.trim()} » n’est pas une date : ${WRONG}.` };
  const day = `${parts.an}-${parts.mois.padStart(2, '0')}-${parts.jour.padStart(2, '0')}`;
  if (!IsoDate.safeParse(day).success)
    return { refus: `« ${cell.trim()} » n’est pas un jour du calendrier : ${WRONG}.` };
  return parts.court ? { valeur: day, correction: `année « ${cell.trim()} » lue ${parts.an}` } : { valeur: day };
}

interface Parts {
  an: string;
  mois: string;
  jour: string;
  /** Whether the year was written with two digits. */
  court: boolean;
}

function iso(text: string): Parts | null {
  const [, an, mois, jour] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  return an && mois && jour ? { an, mois, jour, court: false } : null;
}

function numeric(text: string): Parts | null {
  const [, jour, mois, an] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? [];
  return jour && mois && an ? { ...year(an), mois, jour } : null;
}

function spelled(text: string): Parts | null {
  const [, jour, nom = '', an] = /^(\d{1,2})(?:er)? ([a-z]+) (\d{4}|\d{2})$/.exec(fold(text)) ?? [];
  const rang = MOIS.findIndex((mois) => nom.length >= 3 && mois.startsWith(nom));
  return jour && an && rang !== -1 ? { ...year(an), mois: `${rang + 1}`, jour } : null;
}

function year(an: string): Pick<Parts, 'an' | 'court'> {
  return an.length === 2 ? { an: `20${an}`, court: true } : { an, court: false };
}

function fromSerial(cell: string, serial: number): Reading<string> {
  if (serial < EXCEL.from || serial > EXCEL.to) return { refus: `« ${cell.trim()} » n’est pas une date : ${WRONG}.` };
  const day = new Date(EXCEL_EPOCH + serial * DAY_MS).toISOString().slice(0, 10);
  return {
    valeur: day,
    correction: `numéro de jour d’Excel « ${cell.trim()} » lu ${french(day)}`,
  };
}
