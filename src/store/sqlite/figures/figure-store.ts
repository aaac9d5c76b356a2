import type { Database } from 'better-sqlite3';
import type { CasStore, Choix, Duree, FigureStore, Presence } from '../../figures.ts';
import { promised, type Sync } from '../identities/sync.ts';
import { dayNumber, dayText, monthOf } from './days.ts';
import { stayTable } from './stay-table.ts';

/** Days before and after all others. */
const EVER = 0;
const NEVER = 1e7;

/** Figures are read on `db` and written on `unsynced`, where losing the end only makes it again. */
export function createFigures(db: Database, unsynced: Database): FigureStore {
  const projection = promised<CasStore>(stayTable(unsynced));
  return { ...promised<Omit<FigureStore, 'projection'>>(figures(db)), projection };
}

function figures(db: Database): Sync<Omit<FigureStore, 'projection'>> {
  return {
    presences: (choix, quoi, depuis, jour) => {
      const dernier = dayNumber(jour);
      const within = 'CASE WHEN jour < @premier THEN @premier WHEN jour > @dernier THEN @dernier ELSE jour END';
      return asked<Presence>(
        `${withFlux(choix)} SELECT nom, sum(entrees - sorties) AS effectif,
          sum(${within} * (sorties - entrees)) + sum(entrees - sorties) * @dernier AS jours
        FROM mesure JOIN flux ON flux.mesure = mesure.numero WHERE ${measured(choix)} GROUP BY nom`,
        { ...choix, quoi, premier: Math.min(firstOf(depuis), dernier), dernier },
      );
    },

    durees: (choix, depuis) => {
      const premier = firstOf(depuis);
      const mois = monthOf(premier) === premier ? premier : monthOf(premier, 1);
      return asked<Duree>(
        `WITH ${CHOISI} SELECT nom, jours, sum(nombre) AS nombre FROM (
          SELECT nom, jours, nombre FROM mesure JOIN sejour_duree ON sejour_duree.mesure = mesure.numero
          WHERE ${measured(choix)} AND mois >= @mois
          UNION ALL
          SELECT nom, fin - debut, 1 FROM ${isOfGroup(choix) ? OWN : 'sejour'} JOIN mesure ON mesure.numero = sejour.mesure
          WHERE ${measured(choix)} AND fin >= @premier AND fin < @mois AND fin >= debut)
        GROUP BY nom, jours HAVING sum(nombre) > 0 ORDER BY nom, jours`,
        { groupement: null, ...choix, quoi: 'sejour', premier, mois: isOfGroup(choix) ? NEVER : mois },
      );
    },

    nombres: (choix, quoi, depuis) =>
      asked<{ nom: string; nombre: number }>(
        `${withFlux(choix)} SELECT nom, sum(entrees) AS nombre FROM mesure JOIN flux ON flux.mesure = mesure.numero
        WHERE ${measured(choix)} AND jour >= @premier GROUP BY nom HAVING sum(entrees) > 0`,
        { ...choix, quoi, premier: firstOf(depuis) },
      ),

    parJour: (choix, quoi, depuis) =>
      asked<{ nom: string; jour: number; nombre: number }>(
        `${withFlux(choix)} SELECT nom, jour, sum(entrees) AS nombre
        FROM mesure JOIN flux ON flux.mesure = mesure.numero
        WHERE ${measured(choix)} AND jour >= @premier GROUP BY nom, jour HAVING sum(entrees) > 0`,
        { ...choix, quoi, premier: firstOf(depuis) },
      ).map(({ jour, ...one }) => ({ ...one, jour: dayText(jour) })),
  };

  function asked<Row>(sql: string, values: object): Row[] {
    return db.prepare<[object], Row>(sql).all(values);
  }
}

function firstOf(depuis: string | null): number {
  return depuis === null ? EVER : dayNumber(depuis);
}

/** Conditions on what is counted. */
function measured(choix: Choix): string {
  if ('procedure' in choix) return 'quoi = @quoi AND mesure.procedure = @procedure';
  return `quoi = @quoi AND parcours ${choix.parcours === null ? "<> ''" : '= @parcours'}`;
}

function isOfGroup(choix: Choix): boolean {
  return 'groupement' in choix && choix.groupement !== null;
}

/** The dossiers of a groupement and their certificates: few enough for their stays to be summed when they are asked for. */
const CHOISI = `choisi (numero) AS (
  SELECT numero FROM instance
  WHERE genre = 'dossier' AND parent = (SELECT numero FROM instance WHERE id = @groupement)
  UNION ALL
  SELECT c.numero FROM instance AS c JOIN instance AS d ON c.parent = d.numero
  WHERE c.genre = 'certificat' AND d.parent = (SELECT numero FROM instance WHERE id = @groupement))`;
const OWN = 'choisi JOIN sejour ON sejour.instance = choisi.numero';

/** How many stays began and ended on each day, as it is kept or of a groupement. */
function withFlux(choix: Choix): string {
  if (!isOfGroup(choix)) return 'WITH flux AS (SELECT mesure, jour, entrees, sorties FROM sejour_flux)';
  return `WITH ${CHOISI}, flux (mesure, jour, entrees, sorties) AS (
    SELECT mesure, debut, 1, 0 FROM ${OWN}
    UNION ALL
    SELECT mesure, CASE WHEN fin < debut THEN debut ELSE fin END, 0, 1 FROM ${OWN} WHERE fin IS NOT NULL)`;
}
