import { type CodeRetour, motifsRetour } from '../../../machines/etablissement/formulaire-413-facts.ts';
import { procedures } from '../../../machines/index.ts';
import { acteurs, natures } from '../../../machines/step.ts';
import { chartOf } from '../../diagrams/chart.ts';
import type { Services } from '../../services.ts';
import type { Column } from '../../web/csv.ts';
import type { Html } from '../../web/html.ts';
import { monthName } from '../charts/months.ts';
import { captionedTable } from '../ui/table.ts';
import { frenchNumber } from '../ui/words.ts';

/** A table: the same columns on the page and as a file. */
export interface FigureTable<Ligne> {
  caption: string;
  columns: readonly Column<Ligne>[];
  lines: readonly Ligne[];
}

/** What a table is made of. */
export interface Material {
  pilotage: Pilotage;
  mesures: Mesures;
  jour: string;
  horizon: number;
}

/** A table as it is shown: its first column names the line. */
export function drawTable<Ligne>({ caption, columns, lines }: FigureTable<Ligne>): Html {
  return captionedTable<Ligne>(
    caption,
    lines,
    columns.map(({ titre: title, valeur }, rang) => ({
      title,
      ...(rang === 0 && { kind: 'titre' as const }),
      ...(rang > 0 && lines.some((ligne) => typeof valeur(ligne) === 'number') && { kind: 'nombre' as const }),
      cell: (ligne: Ligne) => shown(valeur(ligne)),
    })),
  );
}

function shown(value: string | number | null): string {
  if (value === null) return 'trop peu de cas';
  return typeof value === 'number' ? frenchNumber(value) : value;
}

/** Every table of the page by its name. */
export const tables = {
  etapes: ({ pilotage }: Material) =>
    tableOf({
      caption: 'Dossiers en cours par étape attendue',
      lines: awaitedSteps(pilotage),
      columns: [
        { titre: 'Étape', valeur: ({ libelle }) => libelle },
        { titre: 'Qui agit', valeur: ({ acteur }) => acteur },
        { titre: 'Nature', valeur: ({ natureDite }) => natureDite },
        { titre: 'Dossiers', valeur: ({ effectif }) => effectif },
      ],
    }),
  durees: ({ mesures }: Material) =>
    tableOf({
      caption: 'Durée des séjours terminés, par étape (jours)',
      lines: measuredSteps(mesures).filter(({ sejours }) => sejours > 0),
      columns: [
        { titre: 'Étape', valeur: ({ libelle }) => libelle },
        { titre: 'Qui agit', valeur: ({ acteur }) => acteur },
        { titre: 'Séjours terminés', valeur: ({ sejours }) => sejours },
        { titre: 'Médiane', valeur: ({ mediane }) => mediane },
        { titre: '90e centile', valeur: ({ centile90 }) => centile90 },
      ],
    }),
  debit: ({ mesures }: Material) =>
    tableOf({
      caption: 'Dossiers qui ont franchi chaque cap pour la première fois, par mois',
      lines: mesures.mois,
      columns: [
        { titre: 'Mois', valeur: ({ mois }) => monthName(mois) },
        { titre: 'Ouverts', valeur: ({ ouvert }) => ouvert },
        { titre: 'Envoyés à l’ANS', valeur: ({ transmis }) => transmis },
        { titre: 'Habilités', valeur: ({ habilite }) => habilite },
        { titre: 'En service', valeur: ({ enService }) => enService },
      ],
    }),
  goulets: ({ mesures }: Material) =>
    tableOf({
      caption: 'Jours passés par tous les dossiers, par étape',
      lines: bottlenecks(mesures),
      columns: [
        { titre: 'Étape', valeur: ({ libelle }) => libelle },
        { titre: 'Qui agit', valeur: ({ acteur }) => acteur },
        { titre: 'Jours-dossiers', valeur: ({ jours }) => jours },
        { titre: 'Y sont', valeur: ({ effectif }) => effectif },
      ],
    }),
  retours: ({ mesures }: Material) =>
    tableOf({
      caption: 'Refus et retours, puis motifs de retour du formulaire 413',
      lines: [
        ...refusals(mesures),
        ...returnReasons(mesures).map(({ libelle, nombre: count }) => ({
          libelle: `Retour : ${libelle}`,
          nombre: count,
        })),
      ],
      columns: [
        { titre: 'Quoi', valeur: ({ libelle }) => libelle },
        { titre: 'Fois', valeur: ({ nombre: count }) => count },
      ],
    }),
  fins: ({ mesures, jour, horizon }: Material) =>
    tableOf({
      caption: 'Certificats en service par mois de fin',
      lines: endsOf(mesures, jour, horizon),
      columns: [
        { titre: 'Mois de fin', valeur: ({ mois }) => monthName(mois) },
        { titre: 'À renouveler', valeur: ({ aRenouveler }) => aRenouveler },
        { titre: 'Pas encore à renouveler', valeur: ({ enService }) => enService },
      ],
    }),
} as const;
export type TableName = keyof typeof tables;

function tableOf<Ligne>(one: FigureTable<Ligne>): FigureTable<Ligne> {
  return one;
}

export type Pilotage = Awaited<ReturnType<Services['pilotage']>>;
export type Mesures = NonNullable<Pilotage['mesures']>;

const steps = new Map(
  procedures
    .filter(({ genre }) => genre !== 'groupement')
    .flatMap((procedure) =>
      chartOf(procedure).etats.flatMap(({ id, libelle, acteur, nature }) =>
        acteur && nature
          ? [[id, { id, libelle, acteur: acteurs[acteur], nature, natureDite: natures[nature] }] as const]
          : [],
      ),
    ),
);
const ranks = new Map([...steps.keys()].map((id, rang) => [id, rang]));

/** The steps that ask something of somebody, in the order of the machines. */
export function measuredSteps({ etapes: measured }: Mesures) {
  return measured
    .flatMap(({ etat, effectif, sejours, jours }) => {
      const told = steps.get(etat);
      return told && told.nature !== 'acquise' ? [{ ...told, effectif, jours, ...sejours }] : [];
    })
    .sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
}

/** The steps that dossiers of the worklist await, in the order of the machines. */
export function awaitedSteps({ attendues }: Pilotage) {
  const dites = attendues.flatMap(({ etape, effectif }) => {
    const told = steps.get(etape);
    return told ? [{ ...told, effectif }] : [];
  });
  return dites.sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
}

/** Those where somebody is waited for: what is advised holds nobody up. */
export function bottlenecks(mesures: Mesures) {
  return measuredSteps(mesures)
    .filter(({ nature, jours }) => jours > 0 && (nature === 'obligatoire' || nature === 'attente'))
    .sort((a, b) => b.jours - a.jours);
}

const refusalLabels = new Map(
  procedures.flatMap(({ facts }) =>
    Object.entries(facts).flatMap(([type, { refus: dit }]) => (dit === null ? [] : [[type, dit] as const])),
  ),
);

/** Why form 413 came back, the most frequent first. */
export function returnReasons({ retours }: Mesures) {
  return retours.flatMap(({ motif, nombre }) => {
    const [, code] = motif.split('/');
    return code === undefined ? [] : [{ libelle: motifsRetour[code as CodeRetour] ?? code, nombre }];
  });
}

/** How often each refusal was said. */
export function refusals({ retours }: Mesures) {
  return [...refusalLabels].map(([type, libelle]) => ({
    libelle,
    nombre: retours.find(({ motif }) => motif === type)?.nombre ?? 0,
  }));
}

/** The ends of the months to come, that of today first, empty ones told; and how many are past without having been told. */
export function endsOf({ fins }: Mesures, jour: string, horizon: number) {
  const [year = 0, month = 1] = jour.split('-').map(Number);
  return Array.from({ length: horizon + 1 }, (_, rank) => {
    const mois = new Date(Date.UTC(year, month - 1 + rank, 1)).toISOString().slice(0, 7);
    return fins.find((one) => one.mois === mois) ?? { mois, aRenouveler: 0, enService: 0 };
  });
}
