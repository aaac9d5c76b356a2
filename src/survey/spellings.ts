import { fold } from '../fold.ts';

/** What a column may hold, with the heading that we write ourselves. */
export const colonnes = {
  denomination: 'Raison sociale',
  siret: 'N° SIRET',
  finess: 'N° FINESS géographique',
  codePostal: 'Code postal',
  commune: 'Commune',
  contrat: 'Contrat ANS',
  numeroContrat: 'N° du contrat',
  dateContrat: 'Date du contrat',
  carteResponsable: 'CDE ou CPS responsable',
  finCarteResponsable: 'Fin de validité de la carte du responsable',
  mandataire: 'Mandataire',
  carteMandataire: 'Carte du mandataire',
  finCarteMandataire: 'Fin de validité de la carte du mandataire',
  observations: 'Observations',
} as const;
/** One of these, or the postal code and the commune in one cell, as FINESS writes them. */
export type Colonne = keyof typeof colonnes | 'acheminement';

const FIN = '(?:date)?(?:de|d)?(?:fin|expiration|echeance|validite)(?:de)?(?:validite)?(?:jusquau)?(?:de?la?|du|l)*';
const RESPONSABLE =
  '(?:(?:carte)?cde(?:ou)?(?:cps)?(?:(?:du|de)?(?:responsable|directeur))?|(?:carte)?(?:cps)?(?:du|dela)?(?:responsable|representantlegal|directeur))';
const NUMERO = '(?:n|no|num|numero|code|identifiant)?(?:de|du)?';
const SITE = '(?:et|geo|geographique|(?:du|de)?(?:site|l?etablissement)|delastructure)?';
const ANS = '(?:(?:signe|actif)?(?:avecl?|del|aupresdel)?(?:ans|asip)(?:sante)?|destructure|structure|igcsante)*';

/** The headings met in French tables, of registers (FINESS, SIRENE, RPPS, SAE, DGOS) and of DSI, spelled by `spell`. */
const SPELLINGS: readonly (readonly [colonne: Colonne, spelling: RegExp])[] = [
  ['finess', new RegExp(`^(?:${NUMERO}finess${SITE}|fi|fiet)$`)],
  ['siret', new RegExp(`^${NUMERO}siret${SITE}$`)],
  ['acheminement', /^(?:ligne(?:d)?acheminement|cpville|cpcommune|codepostal(?:et)?(?:ville|commune))$/],
  ['codePostal', /^(?:codepostal|cp|postal)(?:etablissement|dusite|site|structure)?$/],
  ['commune', /^(?:(?:nom|libelle|lib)(?:dela)?)?(?:commune|ville|localite)(?:etablissement|dusite|site|structure)?$/],
  [
    'denomination',
    /^(?:rs|raisonsociale|denomination(?:sociale)?|etablissement|hopital|site|structure|libelle|(?:nom|libelle|lib)(?:du|de|de?la?)*(?:site|etablissement|structure)|nom|raisonsociale(?:du|de)?(?:site|letablissement)|denominationunitelegale|denominationusuelle(?:etablissement)?|enseigne(?:1etablissement|commerciale(?:site)?)?)$/,
  ],
  ['numeroContrat', new RegExp(`^(?:n|no|num|numero|ref|reference)(?:du|de)?contrat${ANS}$`)],
  [
    'dateContrat',
    new RegExp(
      `^(?:date(?:de|du|d)?(?:la)?(?:signature|effet|debut)?(?:de|du)?contrat${ANS}|contrat${ANS}(?:date|signele|depuis(?:le)?))$`,
    ),
  ],
  ['finCarteMandataire', new RegExp(`^(?:${FIN}(?:carte)?(?:du)?mandataire|(?:carte)?(?:du)?mandataire${FIN})$`)],
  ['finCarteResponsable', new RegExp(`^(?:${FIN}${RESPONSABLE}|${RESPONSABLE}${FIN})$`)],
  ['carteMandataire', /^(?:type(?:de)?(?:la)?)?carte(?:du)?mandataire$/],
  ['mandataire', /^(?:mandat|mandataire)(?:s|designe|declare|habilite|actif|enplace|connu)?$/],
  [
    'carteResponsable',
    new RegExp(`^(?:type(?:de)?(?:la)?|possede|detient)?(?:carte)?${RESPONSABLE}(?:s|active|actif|valide)?$`),
  ],
  ['contrat', new RegExp(`^(?:(?:etat|statut)(?:du|de))?contrat(?:s|actif|signe|encours)?${ANS}(?:actif|signe)?$`)],
  [
    'observations',
    /^(?:observation|commentaire|remarque|note|precision|information)s?(?:deladsi|dsi|complementaires?)?$/,
  ],
];

/** What registers tell beside, which no état des lieux needs. */
const USELESS =
  /^(?:structureet|section|compl|(?:num|numero|type?|lib|libelle|nom)?(?:dela)?voie|rue|adresse|lieudit|bp|distribution|tel|fax|e?mail|courriel|site(?:web|internet)|(?:lib|libelle|code|num|numero|n|nom)?(?:du|dela)?(?:departement|dept?|region|pays|cedex)|code(?:dela)?commune|insee|(?:lib)?(?:court)?categ|type(?:et|d?etablissement)$|natureet|statut|secteur|codemft|lib(?:court)?mft|codesph|lib(?:court)?sph|codeape|ape|naf|activiteprincipale|siren|nic|date(?:ouv|autor|maj|modif|creation|limite|fermeture)|numuai|coord|latitude|longitude|lits|an$|annee|fiej|ght|rslongue|rscourt|etatadministratif|identifianttechnique|(?:n|no|num|numero|code)?(?:de|du)?(?:finess|siren)(?:ej|(?:entite|etablissement)?(?:juridique|principal|ppal)|(?:de)?lentitejuridique|site$))/;
const OURS = /contrat|carte|cde|cps|cpe|cpa|mandat|responsable|representant/;
/** What a heading adds to say how to fill it: « (O/N) », « oui/non », « (coord. structure) ». */
const HOW =
  /\((?:[^)]*(?:\b[on]\b|oui|jj|coord|ex\b|obligatoire|facultati)[^)]*)\)|\b(?:o\s*\/\s*n|oui\s*(?:\/|ou)\s*non)\b.*$/giu;

/** Which column a heading names; null for none of ours. */
export function columnNamed(heading: string): Colonne | null {
  const spelled = spell(heading);
  return SPELLINGS.find(([, spelling]) => spelling.test(spelled))?.[0] ?? null;
}

/** Whether a column that is not read is one that nobody here misses. */
export function isUseless(heading: string): boolean {
  const spelled = spell(heading);
  return USELESS.test(spelled) && !OURS.test(spelled);
}

/** Whether a heading says that it holds a name: « libcommune » beside « commune », which is a code. */
export function isLabel(heading: string): boolean {
  return spell(heading).startsWith('lib');
}

/** Folded, without spaces. */
function spell(heading: string): string {
  return fold(heading.replace(HOW, ' ')).replaceAll(' ', '');
}
