import type { SiteConnu } from '../../machines/groupement/events.ts';
import { type CarteCells, mandataire, readCarte, responsable } from './cells/carte.ts';
import { readCodePostal, readFiness, readSiret } from './cells/identifiers.ts';
import type { Reading } from './cells/reading.ts';
import { type Connu, readKnown } from './cells/words.ts';
import { type Colonne, colonnes, type Headings } from './headings.ts';
import type { Record } from './table.ts';

/** Something told of a cell: the heading of its column as the file writes it, null for the line as a whole. */
export interface Remarque {
  colonne: string | null;
  message: string;
}

/** What a line says of a site, whichever it is. */
export interface Said extends Pick<SiteConnu, 'contrat' | 'carteResponsable' | 'mandataire'> {
  siret: string | null;
  /** `null` when the line says that there is none, `undefined` when it says nothing. */
  finess: string | null | undefined;
  denomination: string;
  codePostal: string;
  commune: string;
}

export interface ReadLine {
  ligne: number;
  dit: Said;
  corrections: Remarque[];
  refus: Remarque[];
}

/** Reads the cells of one line under their headings; `jour` is today (YYYY-MM-DD). */
export function readLine(record: Record, headings: Headings, jour: string): ReadLine {
  const reader = new LineReader(record.cellules, headings);
  const siret = reader.read('siret', readSiret) ?? null;
  const finess = reader.read('finess', readFiness);
  const contrat = reader.read<Connu>('contrat', readContrat);
  const duResponsable = reader.take(
    ['carteResponsable', 'finCarteResponsable'],
    readCarte(
      { presence: reader.cell('carteResponsable'), type: '', fin: reader.cell('finCarteResponsable') },
      responsable,
      jour,
    ),
  );
  const duMandataire = reader.take(
    ['mandataire', 'carteMandataire'],
    readCarte(mandataireCells(reader), mandataire, jour),
  );
  const codePostal = reader.read('codePostal', readCodePostal) ?? '';
  reader.refuseOverflow(headings);
  return {
    ligne: record.ligne,
    dit: {
      siret,
      finess,
      codePostal,
      denomination: reader.cell('denomination').replace(/\s+/g, ' ').trim(),
      commune: reader.cell('commune').replace(/\s+/g, ' ').trim(),
      ...(typeof contrat === 'boolean' && { contrat: contrat ? 'actif' : 'absent' }),
      ...(duResponsable !== undefined && { carteResponsable: duResponsable }),
      ...(duMandataire !== undefined && { mandataire: duMandataire }),
    },
    corrections: reader.corrections,
    refus: reader.refus,
  };
}

/** A contract told by its number is a contract. */
function readContrat(cell: string): Reading<Connu> {
  const known = readKnown(cell);
  if ('valeur' in known || !/^[A-Z]{0,5}[\s-]?\d[\d\s./-]{3,30}$/i.test(cell.trim())) return known;
  return { valeur: true, correction: `« ${cell.trim()} » compris comme un contrat actif ; ce numéro n’est pas gardé` };
}

function mandataireCells(reader: LineReader): CarteCells {
  const [presence, type, fin] = [
    reader.cell('mandataire'),
    reader.cell('carteMandataire'),
    reader.cell('finCarteMandataire'),
  ];
  return presence === '' ? { presence: type, type: '', fin } : { presence, type, fin };
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

  read<T>(colonne: Colonne, how: (cell: string) => Reading<T>): T | undefined {
    return this.take([colonne], how(this.cell(colonne)));
  }

  /** Keeps what a reading says, under the first of these columns that the file has. */
  take<T>(candidates: readonly Colonne[], reading: Reading<T>): T | undefined {
    const named = candidates.find((colonne) => this.#headings.titres.has(colonne)) ?? candidates[0];
    const colonne = named ? (this.#headings.titres.get(named) ?? colonnes[named]) : null;
    if ('refus' in reading) {
      this.refus.push({ colonne, message: reading.refus });
      return undefined;
    }
    if (reading.correction) this.corrections.push({ colonne, message: reading.correction });
    return reading.valeur;
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
