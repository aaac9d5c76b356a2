import type { Database } from 'better-sqlite3';
import type { CasStore, Choix, Duree, FigureStore, Presence } from '../../figures.ts';
import { promised, type Sync } from '../table.ts';
import { dayNumber, dayText, monthOf, stayTable } from './stay-table.ts';

/** A day before all others. */
const EVER = 0;

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
        `${isOfGroup(choix) ? `WITH ${CHOISI}` : ''}
        SELECT nom, jours, sum(nombre) AS nombre FROM mesure JOIN (${lasted(choix)}) AS ended ON ended.mesure = mesure.numero
        WHERE ${measured(choix)} GROUP BY nom, jours HAVING sum(nombre) > 0 ORDER BY nom, jours`,
        { ...choix, quoi: 'sejour', premier, mois },
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

/** How long stays were: by whole months as it is kept, and from the stays themselves in a part of a month or of a groupement. */
function lasted(choix: Choix): string {
  const some = `mesure IN (SELECT numero FROM mesure WHERE ${measured(choix)})`;
  const each = 'SELECT mesure, fin - debut AS jours, count(*) AS nombre FROM';
  if (isOfGroup(choix)) return `${each} ${OWN} WHERE fin >= @premier AND fin >= debut GROUP BY mesure, fin - debut`;
  return `
    SELECT mesure, jours, sum(nombre) AS nombre FROM sejour_duree WHERE ${some} AND mois >= @mois GROUP BY mesure, jours
    UNION ALL
    ${each} sejour WHERE ${some} AND fin >= @premier AND fin < @mois AND fin >= debut GROUP BY mesure, fin - debut`;
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
const CHOISI = `
  site (numero) AS (SELECT numero FROM instance WHERE parent = (SELECT numero FROM instance WHERE id = @groupement)),
  choisi (numero) AS (
    SELECT numero FROM site UNION ALL SELECT numero FROM instance WHERE parent IN (SELECT numero FROM site))`;
const OWN = 'choisi JOIN sejour ON sejour.instance = choisi.numero';

/** How many stays began and ended on each day, as it is kept or of a groupement. */
function withFlux(choix: Choix): string {
  if (!isOfGroup(choix)) return 'WITH flux AS (SELECT mesure, jour, entrees, sorties FROM sejour_flux)';
  return `WITH ${CHOISI}, flux (mesure, jour, entrees, sorties) AS MATERIALIZED (
    SELECT mesure, debut, 1, 0 FROM ${OWN}
    UNION ALL
    SELECT mesure, CASE WHEN fin < debut THEN debut ELSE fin END, 0, 1 FROM ${OWN} WHERE fin IS NOT NULL)`;
}
