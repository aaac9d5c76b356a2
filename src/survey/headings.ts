import { fold } from '../fold.ts';

/** What a column may hold, with the heading that we write ourselves. */
export const colonnes = {
  denomination: 'Raison sociale',
  siret: 'N° SIRET',
  finess: 'N° FINESS géographique',
  codePostal: 'Code postal',
  commune: 'Commune',
  contrat: 'Contrat ANS',
  carteResponsable: 'CDE ou CPS responsable',
  finCarteResponsable: 'Fin de validité de la carte du responsable',
  mandataire: 'Mandataire',
  carteMandataire: 'Carte du mandataire',
  finCarteMandataire: 'Fin de validité de la carte du mandataire',
} as const;
export type Colonne = keyof typeof colonnes;

const FIN = '(?:date)?(?:de)?(?:fin|expiration|echeance|validite)(?:de)?(?:validite)?(?:de?la?|du|l)*';
const RESPONSABLE =
  '(?:cde(?:ou)?(?:cps)?(?:responsable)?|(?:carte)?(?:cps)?(?:du|dela)?(?:responsable|representantlegal|directeur))';
const NUMERO = '(?:n|no|num|numero|code)?(?:de|du)?';

/** The headings met in French tables, folded and without spaces. */
const SPELLINGS: readonly (readonly [colonne: Colonne, spelling: RegExp])[] = [
  ['finess', new RegExp(`^${NUMERO}finess(?:et|geo|geographique|dusite|site|etablissement|deletablissement)?$`)],
  ['siret', new RegExp(`^${NUMERO}siret(?:dusite|site|etablissement|deletablissement|delastructure)?$`)],
  ['codePostal', /^(?:codepostal|cp|postal)$/],
  ['commune', /^(?:nomdela|libelle)?(?:commune|ville|localite)$/],
  [
    'denomination',
    /^(?:raisonsociale|denomination(?:sociale)?|etablissement|site|structure|libelle|nom(?:dusite|site|deletablissement|etablissement|delastructure)?)$/,
  ],
  ['finCarteMandataire', new RegExp(`^${FIN}(?:carte)?(?:du)?mandataire$`)],
  ['finCarteResponsable', new RegExp(`^${FIN}${RESPONSABLE}$`)],
  ['carteMandataire', /^(?:type(?:de)?(?:la)?)?carte(?:du)?mandataire$/],
  ['mandataire', /^(?:mandat|mandataire)(?:s|designe|declare|habilite|actif|enplace|connu)?$/],
  [
    'carteResponsable',
    new RegExp(`^(?:type(?:de)?(?:la)?|possede|detient)?(?:carte)?${RESPONSABLE}(?:s|active|actif)?$`),
  ],
  [
    'contrat',
    /^(?:(?:etat|statut)(?:du|de))?contrat(?:s|actif|signe|structure|destructure|(?:avecl?|del|aupresdel)?(?:ans|asip)(?:sante)?(?:actif|signe)?|igcsante)?$/,
  ],
];

/** Where each known column is, and the headings that say nothing to us. */
export interface Headings {
  rangs: ReadonlyMap<Colonne, number>;
  /** As the file writes it. */
  titres: ReadonlyMap<Colonne, string>;
  ignorees: string[];
  /** How many cells the line of headings has. */
  largeur: number;
}

/** Which column a heading names; null for none of ours. */
function columnNamed(heading: string): Colonne | null {
  const spelled = fold(heading).replaceAll(' ', '');
  return SPELLINGS.find(([, spelling]) => spelling.test(spelled))?.[0] ?? null;
}

/** How many of our columns a line names. */
export function countKnown(cells: readonly string[]): number {
  return new Set(cells.map(columnNamed).filter((colonne) => colonne !== null)).size;
}

/** Reads a line as headings; of two columns with the same name, the first counts. */
export function readHeadings(cells: readonly string[]): Headings {
  const rangs = new Map<Colonne, number>();
  const titres = new Map<Colonne, string>();
  const ignorees: string[] = [];
  for (const [rang, cell] of cells.entries()) {
    const colonne = columnNamed(cell);
    if (colonne === null || rangs.has(colonne)) {
      if (cell.trim() !== '') ignorees.push(cell.trim());
      continue;
    }
    rangs.set(colonne, rang);
    titres.set(colonne, cell.trim());
  }
  return { rangs, titres, ignorees, largeur: cells.length };
}
