import { explainSecret, NumeroContrat } from '../../machines/formulaires/champs.ts';
import type { SiteConnu } from '../../machines/groupement/events.ts';
import { french } from '../days.ts';
import { type CarteCells, mandataire, readCarte, readDay, responsable } from './cells/carte.ts';
import { readCodePostal, readFiness, readSiret } from './cells/identifiers.ts';
import { bare, type Connu, type Reading, readKnown, saysNone, saysUnknown } from './cells/words.ts';
import type { Headings, Record } from './headings.ts';
import { type Colonne, colonnes } from './spellings.ts';

/** How much of a cell that is not read is told. */
const TOLD = 60;

/** Something told of a cell: the heading of its column as the file writes it, null for the line as a whole. */
export interface Remarque {
  colonne: string | null;
  message: string;
}

/** What a line says of a site, whichever it is. */
export interface Said {
  siret: string | null;
  /** `null` when the line says that there is none, `undefined` when it says nothing. */
  finess: string | null | undefined;
  denomination: string;
  codePostal: string;
  commune: string;
  /** In the words of who wrote them; empty for nothing. */
  observations: string;
  connu: Omit<SiteConnu, 'siret' | 'finess'>;
}

export interface ReadLine {
  ligne: number;
  dit: Said;
  corrections: Remarque[];
  refus: Remarque[];
}

/** Today, and the day that a table tells of (YYYY-MM-DD). */
export interface Days {
  jour: string;
  le: string;
}

/** Reads the cells of one line under their headings. */
export function readLine(record: Record, headings: Headings, days: Days): ReadLine {
  const reader = new LineReader(record.cellules, headings);
  const siret = reader.read('siret', readSiret) ?? null;
  const finess = reader.read('finess', readFiness);
  const connu = readKnownOf(reader, days);
  const [, code = '', name = ''] = /^(\d{5})\s+(.*)$/s.exec(reader.text('acheminement')) ?? [];
  const codePostal = code || (reader.read('codePostal', readCodePostal) ?? '');
  reader.refuseOverflow(headings);
  reader.tellUnread(headings);
  return {
    ligne: record.ligne,
    dit: {
      siret,
      finess,
      codePostal,
      denomination: reader.text('denomination'),
      commune: name || reader.text('commune'),
      observations: reader.read('observations', readObservations) ?? '',
      connu,
    },
    corrections: reader.corrections,
    refus: reader.refus,
  };
}

/** What is known of the contract and of the cards. */
function readKnownOf(reader: LineReader, { jour, le }: Days): Said['connu'] {
  const contrat = readContrat(reader, le);
  const fin = reader.cell('finCarteResponsable');
  const duResponsable = reader.take(
    ['carteResponsable', 'finCarteResponsable'],
    readCarte(
      { titre: reader.heading('carteResponsable'), presence: reader.cell('carteResponsable'), type: '', fin },
      responsable,
      jour,
    ),
  );
  const duMandataire = reader.take(
    ['mandataire', 'carteMandataire'],
    readCarte(mandataireCells(reader), mandataire, jour),
  );
  return {
    ...contrat,
    ...(duResponsable !== undefined && { carteResponsable: duResponsable }),
    ...(duMandataire !== undefined && { mandataire: duMandataire }),
  };
}

/** A contract told by its number is a contract. */
const NUMERO = /^[A-Z]{0,5}[\s-]?\d[\d\s./-]{3,30}$/i;
const NO_CONTRACT = 'Le contrat est dit absent, avec un numéro ou une date : gardez l’un ou l’autre.';

function readContrat(reader: LineReader, le: string): Pick<SiteConnu, 'contrat' | 'numeroContrat' | 'contratDepuis'> {
  const cell = reader.text('contrat');
  const isNumber = NUMERO.test(cell);
  const said = reader.read<Connu>('contrat', (text) => (isNumber ? { valeur: true } : readKnown(text)));
  const numero = reader.read('numeroContrat', readNumero) ?? (isNumber ? cell : null);
  const since = reader.read('dateContrat', (text) => readSince(text, le)) ?? null;
  const isTold = numero !== null || since !== null;
  if (said === false && isTold) reader.take(['contrat'], { refus: NO_CONTRACT });
  if (said === false) return { contrat: 'absent' };
  if (said !== true && !isTold) return {};
  return {
    contrat: 'actif',
    ...(numero !== null && { numeroContrat: numero }),
    ...(since !== null && { contratDepuis: since }),
  };
}

function readNumero(cell: string): Reading<string | null> {
  const text = bare(cell).replace(/\s+/g, ' ');
  if (text === '' || saysNone(text) || saysUnknown(text)) return { valeur: null };
  const parsed = NumeroContrat.safeParse(text);
  return parsed.success
    ? { valeur: parsed.data }
    : { refus: parsed.error.issues.map(({ message }) => message).join(' ') };
}

/** Kept as a note of the dossier, where no secret and no patient may slip in. */
function readObservations(cell: string): Reading<string> {
  const valeur = bare(cell).normalize('NFC').replace(/\s+/g, ' ');
  const secret = explainSecret(valeur);
  return secret === null ? { valeur } : { refus: secret };
}

function readSince(cell: string, le: string): Reading<string | null> {
  const day = saysUnknown(cell) || saysNone(cell) ? { valeur: null } : readDay(cell);
  if ('refus' in day || day.valeur === null || day.valeur <= le) return day;
  return {
    refus: `Le contrat est daté du ${french(day.valeur)}, après l’état des lieux : corrigez l’une des deux dates.`,
  };
}

function mandataireCells(reader: LineReader): CarteCells {
  const [presence, type, fin] = [
    reader.cell('mandataire'),
    reader.cell('carteMandataire'),
    reader.cell('finCarteMandataire'),
  ];
  const titre = reader.heading(presence === '' ? 'carteMandataire' : 'mandataire');
  return presence === '' ? { titre, presence: type, type: '', fin } : { titre, presence, type, fin };
}

class LineReader {
  readonly corrections: Remarque[] = [];
  readonly refus: Remarque[] = [];
  readonly #cells: readonly string[];
  readonly #headings: Headings;

  constructor(cells: readonly string[], headings: Headings) {
    this.#cells = cells;
    this.#headings = headings;
  }

  cell(colonne: Colonne): string {
    const rang = this.#headings.rangs.get(colonne);
    return rang === undefined ? '' : (this.#cells[rang] ?? '').trim();
  }

  /** As the file writes it; empty when it has no such column. */
  heading(colonne: Colonne): string {
    return this.#headings.titres.get(colonne) ?? '';
  }

  /** On one line, without the spaces around. */
  text(colonne: Colonne): string {
    return this.cell(colonne).replace(/\s+/g, ' ').trim();
  }

  read<T>(colonne: Colonne, how: (cell: string) => Reading<T>): T | undefined {
    return this.take([colonne], how(this.cell(colonne)));
  }

  /** Keeps what a reading says, under the first of these columns that the file has. */
  take<T>(candidates: readonly Colonne[], reading: Reading<T>): T | undefined {
    const named = candidates.find((colonne) => this.#headings.titres.has(colonne)) ?? candidates[0];
    const colonne = named && named !== 'acheminement' ? (this.#headings.titres.get(named) ?? colonnes[named]) : null;
    if ('refus' in reading) {
      this.refus.push({ colonne, message: reading.refus });
      return undefined;
    }
    if (reading.correction) this.corrections.push({ colonne, message: reading.correction });
    return reading.valeur;
  }

  /** What stands in a column that nobody reads is said on its line, so that it is not believed to be kept. */
  tellUnread({ ignorees }: Headings): void {
    const said = ignorees.flatMap(({ titre, rang, importe }) => {
      const cell = (this.#cells[rang] ?? '').replace(/\s+/g, ' ').trim();
      return importe && cell !== '' ? [`« ${titre} » (${cell.length > TOLD ? `${cell.slice(0, TOLD)}…` : cell})`] : [];
    });
    if (said.length > 0)
      this.corrections.push({ colonne: null, message: `Non lu, rien n’en est gardé : ${said.join(', ')}` });
  }

  /** Cells beyond the headings come from a separator inside a cell: what stands where is then unsure. */
  refuseOverflow({ largeur }: Headings): void {
    const beyond = this.#cells.slice(largeur).filter((cell) => cell.trim() !== '').length;
    if (beyond === 0) return;
    const message =
      'Cette ligne a plus de cellules que la ligne d’en-tête : mettez entre guillemets la cellule qui contient le séparateur.';
    this.refus.push({ colonne: null, message });
  }
}
