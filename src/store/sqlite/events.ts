import type { Database } from 'better-sqlite3';
import type { EventFilter, EventLine, EventPage, EventStore, VisibleDossiers } from '../events.ts';
import { orOutage } from './file/failure.ts';

/** How many lines one page looks at, at most: a reader who sees few dossiers does not hold the event loop. */
const LOOKED_AT = 2_000;

const SELECT_EVENT = `
  SELECT j.rang, i.id AS instanceId, i.genre, p.id AS parentId, i.procedure, i.procedure_version AS procedureVersion, j.type,
    j.date, j.enregistre_le AS enregistreLe
  FROM journal AS j JOIN instance AS i ON i.numero = j.instance LEFT JOIN instance AS p ON p.numero = i.parent`;

/**
 * A delegated groupement lends its sites too, a dossier its certificates. The + keeps SQLite from walking all that the éditeur was
 * lent, line by line.
 */
const SEEN = `(@editeurId IS NULL OR EXISTS (
  SELECT 1 FROM delegation WHERE +editeur_id = @editeurId AND revoquee_le IS NULL AND du <= @jour AND (au IS NULL OR au >= @jour)
    AND instance IN (i.numero, i.parent, p.parent)))`;

const WANTED = `(@types IS NULL OR j.type IN (SELECT value FROM json_each(@types)))
  AND (@parmiDossiers IS NULL OR EXISTS (SELECT 1 FROM json_each(@parmiDossiers) WHERE value IN (i.id, p.id)))
  AND (@parmiProcedures IS NULL OR EXISTS (SELECT 1 FROM json_each(@parmiProcedures) WHERE value IN (i.procedure, p.procedure)))`;

interface Reader {
  editeurId: string | null;
  jour: string | null;
}

interface Wanted extends Reader {
  /** These three are JSON arrays, null for no limit. */
  types: string | null;
  parmiDossiers: string | null;
  parmiProcedures: string | null;
}

/** The journal as events, of `db`. */
export function createEvents(db: Database): EventStore {
  const page = db.prepare<[Wanted & { apres: number; borne: number; limite: number }], EventLine>(`
    ${SELECT_EVENT} WHERE j.rang > @apres AND j.rang <= @borne AND ${WANTED} AND ${SEEN} ORDER BY j.rang LIMIT @limite`);
  const one = db.prepare<[Reader & { rang: number }], EventLine>(`${SELECT_EVENT} WHERE j.rang = @rang AND ${SEEN}`);
  const last = db.prepare<[], number>('SELECT coalesce(max(rang), 0) FROM journal').pluck();
  const recordedAt = db.prepare<[number], string>('SELECT enregistre_le FROM journal WHERE rang = ?').pluck();

  const answer = async <T>(read: () => T) => orOutage(read);

  return {
    after: (...asked) => answer(() => after(...asked)),
    one: (rang, dossiers) => answer(() => one.get({ rang, ...readerOf(dossiers) }) ?? null),
    last: () => answer(end),
    lastBefore: (instant) => answer(() => before(instant)),
  };

  function after(apres: number, limite: number, filter: EventFilter): EventPage {
    const borne = Math.min(apres + LOOKED_AT, end());
    const lignes = page.all({ apres, borne, limite, ...wantedBy(filter) });
    const full = lignes.length === limite ? lignes.at(-1) : undefined;
    return { lignes, jusqua: full?.rang ?? Math.max(apres, borne) };
  }

  function end(): number {
    return last.get() ?? 0;
  }

  /** By halves: instants follow the order of the journal. */
  function before(instant: string): number {
    let [low, high] = [0, end()];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((recordedAt.get(middle) ?? '') < instant) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function wantedBy({ types, dossiers, parmiDossiers, parmiProcedures }: EventFilter): Wanted {
  const json = (list: readonly string[] | null | undefined) => (list ? JSON.stringify(list) : null);
  return {
    ...readerOf(dossiers),
    types: json(types),
    parmiDossiers: json(parmiDossiers),
    parmiProcedures: json(parmiProcedures),
  };
}

function readerOf(dossiers: VisibleDossiers): Reader {
  return dossiers === 'tous' ? { editeurId: null, jour: null } : dossiers.delegueA;
}
