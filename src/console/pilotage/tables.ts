import type { Column } from '../../web/csv.ts';
import type { Html } from '../../web/html.ts';
import { nomDuMois } from '../charts/months.ts';
import { table } from '../ui/table.ts';
import { nombre } from '../ui/words.ts';
import {
  etapesAttendues,
  etapesMesurees,
  finsDe,
  goulets,
  type Mesures,
  motifsDeRetour,
  type Pilotage,
  refus,
} from './figures.ts';

/** A table: the same columns on the page and as a file. */
export interface Tableau<Ligne> {
  legende: string;
  colonnes: readonly Column<Ligne>[];
  lignes: readonly Ligne[];
}

/** What a table is made of. */
export interface Matiere {
  pilotage: Pilotage;
  mesures: Mesures;
  jour: string;
  horizon: number;
}

/** A table as it is shown: its first column names the line. */
export function montre<Ligne>({ legende, colonnes, lignes }: Tableau<Ligne>): Html {
  return table<Ligne>(
    {
      legende,
      colonnes: colonnes.map(({ titre, valeur }, rang) => ({
        titre,
        ...(rang === 0 && { role: 'titre' as const }),
        ...(rang > 0 && lignes.some((ligne) => typeof valeur(ligne) === 'number') && { role: 'nombre' as const }),
        cellule: (ligne: Ligne) => shown(valeur(ligne)),
      })),
    },
    lignes,
  );
}

function shown(value: string | number | null): string {
  if (value === null) return 'trop peu de cas';
  return typeof value === 'number' ? nombre(value) : value;
}

/** Every table of the page by its name. */
export const tableaux = {
  etapes: ({ pilotage }: Matiere) =>
    tableau({
      legende: 'Dossiers en cours par étape attendue',
      lignes: etapesAttendues(pilotage),
      colonnes: [
        { titre: 'Étape', valeur: ({ libelle }) => libelle },
        { titre: 'Qui agit', valeur: ({ acteur }) => acteur },
        { titre: 'Nature', valeur: ({ natureDite }) => natureDite },
        { titre: 'Dossiers', valeur: ({ effectif }) => effectif },
      ],
    }),
  durees: ({ mesures }: Matiere) =>
    tableau({
      legende: 'Durée des séjours terminés, par étape (jours)',
      lignes: etapesMesurees(mesures).filter(({ sejours }) => sejours > 0),
      colonnes: [
        { titre: 'Étape', valeur: ({ libelle }) => libelle },
        { titre: 'Qui agit', valeur: ({ acteur }) => acteur },
        { titre: 'Séjours terminés', valeur: ({ sejours }) => sejours },
        { titre: 'Médiane', valeur: ({ mediane }) => mediane },
        { titre: '90e centile', valeur: ({ centile90 }) => centile90 },
      ],
    }),
  debit: ({ mesures }: Matiere) =>
    tableau({
      legende: 'Dossiers qui ont franchi chaque cap pour la première fois, par mois',
      lignes: mesures.mois,
      colonnes: [
        { titre: 'Mois', valeur: ({ mois }) => nomDuMois(mois) },
        { titre: 'Ouverts', valeur: ({ ouvert }) => ouvert },
        { titre: 'Envoyés à l’ANS', valeur: ({ transmis }) => transmis },
        { titre: 'Habilités', valeur: ({ habilite }) => habilite },
        { titre: 'En service', valeur: ({ enService }) => enService },
      ],
    }),
  goulets: ({ mesures }: Matiere) =>
    tableau({
      legende: 'Jours passés par tous les dossiers, par étape',
      lignes: goulets(mesures),
      colonnes: [
        { titre: 'Étape', valeur: ({ libelle }) => libelle },
        { titre: 'Qui agit', valeur: ({ acteur }) => acteur },
        { titre: 'Jours-dossiers', valeur: ({ jours }) => jours },
        { titre: 'Y sont', valeur: ({ effectif }) => effectif },
      ],
    }),
  retours: ({ mesures }: Matiere) =>
    tableau({
      legende: 'Refus et retours, puis motifs de retour du formulaire 413',
      lignes: [
        ...refus(mesures),
        ...motifsDeRetour(mesures).map(({ libelle, nombre: count }) => ({
          libelle: `Retour : ${libelle}`,
          nombre: count,
        })),
      ],
      colonnes: [
        { titre: 'Quoi', valeur: ({ libelle }) => libelle },
        { titre: 'Fois', valeur: ({ nombre: count }) => count },
      ],
    }),
  fins: ({ mesures, jour, horizon }: Matiere) =>
    tableau({
      legende: 'Certificats en service par mois de fin',
      lignes: finsDe(mesures, jour, horizon),
      colonnes: [
        { titre: 'Mois de fin', valeur: ({ mois }) => nomDuMois(mois) },
        { titre: 'À renouveler', valeur: ({ aRenouveler }) => aRenouveler },
        { titre: 'Pas encore à renouveler', valeur: ({ enService }) => enService },
      ],
    }),
} as const;
export type NomTableau = keyof typeof tableaux;

function tableau<Ligne>(one: Tableau<Ligne>): Tableau<Ligne> {
  return one;
}
