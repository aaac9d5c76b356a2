import { addDays } from '../../days.ts';
import type { EndingAsked, EndingCount, EndingOfEmetteur, EndingRow, InventoryStore } from '../inventory.ts';
import { SELECT_DELEGATED } from './identities/delegations.ts';
import { all, asked, cell, type Engine, type Works } from './work.ts';

/** A deadline of the calendar is the day after the last one of its certificate. */
const ENDING = `
  echeance AS e JOIN instance AS c ON c.numero = e.instance JOIN instance AS d ON d.numero = c.parent
    LEFT JOIN instance AS g ON g.numero = d.parent
  WHERE e.fait = 'certificat.expire' AND e.le > @jour AND e.le <= @lendemain`;

/** What a certificate is known by is « serie: », its dossier, its number. */
const NUMBER = 'substr(c.cle, length(d.id) + 8)';

/** What is kept of its machine says who issued it. */
const EMETTEUR = "CASE WHEN json_valid(c.etat) THEN json_extract(c.etat, '$.contexte.emetteur') END";

const filters: Record<'editeurId' | 'groupement' | 'structure' | 'emetteur' | 'numeros', string> = {
  editeurId: `d.numero IN (${SELECT_DELEGATED})`,
  groupement: 'g.id = @groupement',
  structure: '(instr(lower(d.denomination), lower(@structure)) > 0 OR d.siret = @structure OR d.finess = @structure)',
  emetteur: `${EMETTEUR} = @emetteur`,
  numeros: `${NUMBER} IN (SELECT j.value FROM json_each(@numeros) AS j)`,
};

function endingOf(asked: EndingAsked): string {
  const narrowing = (Object.keys(filters) as (keyof typeof filters)[]).filter((name) => asked[name] !== undefined);
  return [ENDING, ...narrowing.map((name) => filters[name])].join(' AND ');
}

/** As the worklist sorts it, where it has it. */
const NAME = 'coalesce((SELECT tri FROM travail_fiche AS f WHERE f.numero = d.numero), lower(d.denomination))';
const LENT = 'l.revoquee_le IS NULL AND l.du <= @jour AND (l.au IS NULL OR l.au >= @jour)';

/** What ends when, by the deadlines that are kept. */
export function createInventory(engine: Engine): InventoryStore {
  return asked(engine, {
    *ending(query, { tri, limite, decalage }) {
      const order = tri === 'fin' ? 'le, numero' : 'tri, le, numero';
      const rows = yield* all<[object], Omit<EndingRow, 'fin'> & { le: string }>(`
        SELECT c.id, t.le, c.fiche, c.etat, d.id AS dossierId, d.denomination, d.siret, d.finess,
          g.denomination AS groupementNom,
          (SELECT string_agg(nom, ', ') FROM (
            SELECT DISTINCT ed.nom FROM delegation AS l JOIN editeur AS ed ON ed.id = l.editeur_id
            WHERE l.instance IN (d.numero, d.parent) AND ${LENT} ORDER BY ed.nom) AS suivi) AS editeurs
        FROM (
          SELECT le, numero, tri FROM (SELECT e.le, c.numero, ${NAME} AS tri FROM ${endingOf(query)}) AS tous
          ORDER BY ${order} LIMIT @limite OFFSET @decalage
        ) AS t JOIN instance AS c ON c.numero = t.numero JOIN instance AS d ON d.numero = c.parent
          LEFT JOIN instance AS g ON g.numero = d.parent
        ORDER BY ${order.replaceAll(/\w+/g, (name) => `t.${name}`)}`)({ ...valuesOf(query), limite, decalage });
      return rows.map(({ le, ...row }) => ({ ...row, fin: addDays(le, -1) }));
    },
    *countEnding(query) {
      return (yield* cell<[object], number>(`SELECT count(*) FROM ${endingOf(query)}`)(valuesOf(query))) ?? 0;
    },
    *endingByEditeur(query) {
      const rows = yield* all<[object], EndingCount>(`
        WITH fin AS (SELECT e.le, d.numero, d.parent FROM ${endingOf(query)}),
        suivi AS (
          SELECT DISTINCT f.numero, l.editeur_id AS editeur FROM (SELECT DISTINCT numero, parent FROM fin) AS f
            JOIN delegation AS l ON l.instance IN (f.numero, f.parent) WHERE ${LENT})
        SELECT ed.id, ed.nom, count(*) AS certificats, count(DISTINCT fin.numero) AS structures, min(fin.le) AS premier
        FROM fin LEFT JOIN suivi ON suivi.numero = fin.numero LEFT JOIN editeur AS ed ON ed.id = suivi.editeur
        GROUP BY ed.id, ed.nom ORDER BY ed.nom NULLS LAST`)(valuesOf(query));
      return rows.map(({ premier, ...row }) => ({ ...row, premier: addDays(premier, -1) }));
    },
    *endingByEmetteur(query) {
      const rows = yield* all<[object], EndingOfEmetteur>(`
        SELECT emetteur, count(*) AS certificats, min(le) AS premier
        FROM (SELECT e.le, ${EMETTEUR} AS emetteur FROM ${endingOf(query)}) AS tous
        GROUP BY emetteur ORDER BY emetteur NULLS LAST`)(valuesOf(query));
      return rows.map(({ premier, ...row }) => ({ ...row, premier: addDays(premier, -1) }));
    },
  } satisfies Works<InventoryStore>);
}

function valuesOf({ avant, ...query }: EndingAsked): object {
  return { ...query, lendemain: addDays(avant, 1), genre: 'dossier' };
}
