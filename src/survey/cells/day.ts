import { IsoDate } from '../../../machines/formulaires/champs.ts';
import { DAY_MS, french } from '../../days.ts';
import { fold } from '../../fold.ts';
import { bare, type Reading } from './reading.ts';

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
