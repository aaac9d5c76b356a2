import type { Procedure } from '../../machines/procedure.ts';
import { broughtByTime, ECHU, JOUR } from '../walk/offer.ts';

/** A day after the end of every card and certificate of the examples. */
export const TROP_TARD = ECHU;
/** The end of a card that lapsed before the walk's own day. */
export const PERIMEE = '2020-12-31';
/** A day after every other. */
const LOIN = '2099-12-31';
/** Days before the end of a certificate that is withdrawn on the walk's own day, 2029-01-05: out of its notice, and within. */
export const AVANT_PREAVIS = '2028-10-15';
export const EN_PREAVIS = '2028-11-20';

/** The first day of a certificate that is not valid yet on the walk's own day, and the last of one that ends before its notice. */
const A_VENIR = '2026-06-01';
const COURT = '2027-06-30';
/** The end of a card that lapses before the certificate. */
const BREVE = '2027-01-05';

/** The days, after the walk's own, on which what guards say of a state is told as well: those of a certificate. */
export function lateDays({ genre }: Procedure): string[] {
  return genre === 'certificat' ? [AVANT_PREAVIS, EN_PREAVIS, TROP_TARD] : [];
}

/** A guard as it holds on a day to come. */
export const onDay = (garde: string, date: string) => `${garde} le ${date}`;

type Exemple = Readonly<Record<string, unknown>>;

const cartes = ['CPS', 'CPF', 'CPE', 'CPA', 'CDE'];
const booleans = [true, false];

/**
 * The same procedure with, for each fact, every variant of what guards read in it, after its examples: what it lets choose, each card it
 * shows of every type and lapsed, its day when all those cards have ended, with them or with new ones, and each day it names yet to come;
 * and before its day what the calendar brings. What its schema refuses is left out.
 */
export function withVariants(procedure: Procedure): Procedure {
  const days = lateDays(procedure);
  const later = days.length > 0 ? days : [TROP_TARD];
  const due = broughtByTime(procedure.machine);
  const entries = Object.entries(procedure.facts).map(([type, fact]) => {
    const declared: readonly Exemple[] = fact.exemples;
    const told = due.has(type) ? [JOUR, ...later] : later;
    const made = [
      ...choices(type, declared[0] ?? {}),
      ...declared.flatMap((exemple) => [...withCards(exemple), ...withDays(exemple, told)]),
    ];
    const admitted = made.filter((exemple) => fact.schema.safeParse({ date: JOUR, ...exemple, type }).success);
    const distinct = new Map([...declared, ...admitted].map((exemple) => [JSON.stringify(exemple), exemple]));
    return [type, { ...fact, exemples: [...distinct.values()] }];
  });
  return { ...procedure, facts: Object.fromEntries(entries) };
}

/** What some facts let choose, in all its combinations. */
function choices(type: string, exemple: Exemple): Exemple[] {
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
    case 'certificat.renouvele':
      return [...cartes, null].map((carte) => ({ ...exemple, carte }));
    case 'certificat.retire':
      return [{ debut: A_VENIR }, { debut: JOUR, fin: COURT }].map((dates) => ({ ...exemple, ...dates }));
    case 'administrateurTechnique.disponible':
      return [BREVE, LOIN, null].map((fin) => ({ ...exemple, fin }));
    case 'administrateurTechnique.designe':
      return product([['employe', 'technicien'], cartes]).map(([origine, carte]) => ({
        ...exemple,
        origine,
        carte: { ...(exemple['carte'] as Exemple), type: carte },
      }));
    case 'etatDesLieux.recu':
      return known.map((found) => ({
        ...exemple,
        sites: [{ siret: '26011021800047', finess: '010000057', ...found }],
      }));
    default:
      return [];
  }
}

/** What a survey may know of a site. */
const known: Exemple[] = [
  { contrat: 'actif' },
  { contrat: 'absent' },
  { carteResponsable: { type: 'CDE', fin: '2035-12-31' } },
  { carteResponsable: null },
  { mandataire: { type: 'CPE', fin: '2035-12-31' } },
  { mandataire: null },
];

/** With each of its cards of every type, and lapsed. */
function withCards(exemple: Exemple): Exemple[] {
  return pathsWhere(exemple, isCard).flatMap((path) => [
    ...cartes.map((type) => replace(exemple, path, (carte) => ({ ...carte, type }))),
    replace(exemple, path, (carte) => ({ ...carte, fin: PERIMEE })),
  ]);
}

/** On each of those days, with its own cards and with cards that end later; and on the walk's own day, with each day it names yet to come. */
function withDays(exemple: Exemple, days: readonly string[]): Exemple[] {
  const fresh = pathsWhere(exemple, isCard).reduce<Exemple>(
    (changed, path) => replace(changed, path, (carte) => ({ ...carte, fin: LOIN })),
    exemple,
  );
  const later = pathsWhere(exemple, (part) => 'date' in part).filter((path) => path.length > 0);
  return [
    ...days.flatMap((date) => [
      { ...fresh, date },
      { ...exemple, date },
    ]),
    ...later.map((path) => replace(exemple, path, (part) => ({ ...part, date: TROP_TARD }))),
  ];
}

function isCard(part: object): boolean {
  return 'type' in part && 'fin' in part;
}

/** Where in a payload such an object stands, however deep. */
function pathsWhere(part: unknown, isSuch: (part: object) => boolean): string[][] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.entries(part).flatMap(([key, child]) => pathsWhere(child, isSuch).map((path) => [key, ...path]));
  return isSuch(part) ? [[], ...inner] : inner;
}

function replace(exemple: Exemple, [key, ...rest]: readonly string[], change: (part: Exemple) => Exemple): Exemple {
  if (key === undefined) return change(exemple);
  const changed = replace(exemple[key] as Exemple, rest, change);
  return Array.isArray(exemple) ? (exemple.with(Number(key), changed) as never) : { ...exemple, [key]: changed };
}

function product(lists: readonly (readonly unknown[])[]): unknown[][] {
  return lists.reduce<unknown[][]>((rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])), [[]]);
}
