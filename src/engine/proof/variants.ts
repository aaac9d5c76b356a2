import type { Procedure } from '../../../machines/procedure.ts';

/** A day after the end of every card and certificate of the examples. */
export const TROP_TARD = '2040-01-05';
/** The end of a card that lapsed before the walk's own day. */
export const PERIMEE = '2020-12-31';

type Exemple = Record<string, unknown>;

/** What is asked of a holder whose card, or certificate, must still be valid that day. */
const dates = [
  'formulaire413.signe',
  'formulaire413.transmis',
  'certificat.demande',
  'certificat.installe',
  'mandat.demande',
  'mandat.confirme',
  'carteMandataire.demandee',
];
const cartes = ['CPS', 'CPF', 'CPE', 'CPA', 'CDE'];
const booleans = [true, false];

/** The same procedure with, for each fact, every variant of what guards read in it: its examples, too late, or with a lapsed card. */
export function withVariants(procedure: Procedure): Procedure {
  const entries = Object.entries(procedure.facts).map(([type, fact]) => {
    const exemples = [...fact.exemples, ...combinations(type, fact.exemples[0])];
    const late = dates.includes(type) ? [tooLate(fact.exemples[0])] : [];
    return [type, { ...fact, exemples: [...exemples, ...late, ...lapsed(fact.exemples)] }];
  });
  return { ...procedure, facts: Object.fromEntries(entries) };
}

/** What two facts let the éditeur or the administrateur technique choose, in all its combinations. */
function combinations(type: string, exemple: Exemple): Exemple[] {
  switch (type) {
    case 'certificat.demande':
      return product([
        ['pharmacien', 'medecin', 'agentAdmission'],
        [...cartes, null],
        ['AUTH', 'SIGN'],
        ['PRO', 'ORG'],
        booleans,
      ]).map(([qualite, carte, usage, offre, prerequisVerifies]) => ({
        ...exemple,
        beneficiaire: { ...(exemple['beneficiaire'] as Exemple), qualite, carte },
        usage,
        offre,
        prerequisVerifies,
      }));
    case 'administrateurTechnique.designe':
      return product([['employe', 'technicien'], cartes]).map(([origine, carte]) => ({
        ...exemple,
        origine,
        carte: { ...(exemple['carte'] as Exemple), type: carte },
      }));
    default:
      return [];
  }
}

/** With a new card, so that only those of old have ended. */
function tooLate(exemple: Exemple): Exemple {
  const { carte } = exemple;
  return { ...exemple, ...(carte !== undefined && { carte: { ...(carte as Exemple), fin: null } }), date: TROP_TARD };
}

function lapsed(exemples: readonly Exemple[]): Exemple[] {
  return exemples
    .filter(({ carte }) => carte)
    .map((exemple) => ({ ...exemple, carte: { ...(exemple['carte'] as Exemple), fin: PERIMEE } }));
}

function product(lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>((rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])), [[]]);
}
