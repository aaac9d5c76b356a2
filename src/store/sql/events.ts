import type { EventFilter, EventLine, EventStore, VisibleDossiers } from '../events.ts';
import { hinted } from './dialect.ts';
import { all, asked, cell, type Dialect, type Engine, one, type Work, type Works } from './work.ts';

/** How many lines one page looks at, at most: a reader who sees few dossiers does not hold the event loop. */
const LOOKED_AT = 2_000;

/** How many events that are no line were told before the line of rang `rang`. */
const toldBefore = (rang: string) =>
  `coalesce((SELECT numero FROM evenement_a_part WHERE apres < ${rang} ORDER BY apres DESC, numero DESC LIMIT 1), 0)`;

const SELECT_EVENT = `
  SELECT j.rang + ${toldBefore('j.rang')} AS rang, i.id AS instanceId, i.genre, p.id AS parentId, i.procedure,
    i.procedure_version AS procedureVersion, j.type, j.date, j.enregistre_le AS enregistreLe
  FROM journal AS j JOIN instance AS i ON i.numero = j.instance LEFT JOIN instance AS p ON p.numero = i.parent`;

const SELECT_APART = `
  SELECT j.apres + j.numero AS rang, coalesce(i.id, c.id) AS instanceId, coalesce(i.genre, 'cle') AS genre, p.id AS parentId,
    coalesce(i.procedure, '') AS procedure, coalesce(i.procedure_version, 0) AS procedureVersion, j.type, j.date, j.le AS enregistreLe,
    coalesce(d.editeur_id, c.editeur_id) AS editeurId
  FROM evenement_a_part AS j LEFT JOIN delegation AS d ON d.id = j.delegation LEFT JOIN cle_api AS c ON c.id = j.cle
    LEFT JOIN instance AS i ON i.numero = d.instance LEFT JOIN instance AS p ON p.numero = i.parent`;

/** A delegation or a key is told to whose it is, whether it still holds or not. */
const OWN = '(@editeurId IS NULL OR coalesce(d.editeur_id, c.editeur_id) = @editeurId)';

/**
 * A delegated groupement lends its sites too, a dossier its certificates. The + keeps SQLite from walking all that the éditeur was
 * lent, line by line.
 */
const seenIn = (dialect: Dialect) => `(@editeurId IS NULL OR EXISTS (
  SELECT 1 FROM delegation WHERE ${hinted(dialect, '+')}editeur_id = @editeurId AND revoquee_le IS NULL AND du <= @jour AND (au IS NULL OR au >= @jour)
    AND instance IN (i.numero, i.parent, p.parent)))`;

const WANTED = `(@types IS NULL OR j.type IN (SELECT value FROM json_each(@types) AS t))
  AND (@parmiDossiers IS NULL OR EXISTS (SELECT 1 FROM json_each(@parmiDossiers) AS t WHERE value IN (i.id, p.id)))
  AND (@parmiProcedures IS NULL OR EXISTS (SELECT 1 FROM json_each(@parmiProcedures) AS t WHERE value IN (i.procedure, p.procedure)))`;

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

type Page = Wanted & { apres: number; borne: number; limite: number };

const pageApart = all<[Page], EventLine>(`
  ${SELECT_APART} WHERE j.numero > @apres AND j.numero <= @borne AND ${WANTED} AND ${OWN} ORDER BY j.numero LIMIT @limite`);
const oneApart = one<[Reader & { rang: number }], EventLine>(
  `${SELECT_APART} WHERE j.apres + j.numero = @rang AND ${OWN}`,
);
const toldUpTo = cell<[number], number>(`
  SELECT numero FROM evenement_a_part WHERE apres + numero <= ? ORDER BY apres + numero DESC LIMIT 1`);
const isApart = cell<[number], 1>('SELECT 1 FROM evenement_a_part WHERE apres + numero = ?');
const toldSooner = cell<[string], number>('SELECT coalesce(max(numero), 0) FROM evenement_a_part WHERE le < ?');
const lastLine = cell<[], number>('SELECT coalesce(max(rang), 0) FROM journal');
const lastTold = cell<[], number>('SELECT coalesce(max(numero), 0) FROM evenement_a_part');
const recordedAt = cell<[number], string>('SELECT enregistre_le FROM journal WHERE rang = ?');

/** The journal as events. */
export function createEvents(engine: Engine): EventStore {
  const seen = seenIn(engine.dialect);
  const page = all<[Page], EventLine>(`
    ${SELECT_EVENT} WHERE j.rang > @apres AND j.rang <= @borne AND ${WANTED} AND ${seen} ORDER BY j.rang LIMIT @limite`);
  const line = one<[Reader & { rang: number }], EventLine>(`${SELECT_EVENT} WHERE j.rang = @rang AND ${seen}`);

  return asked(engine, {
    *after(apres, limite, filter) {
      const borne = Math.min(apres + LOOKED_AT, yield* last());
      const [from, to] = [yield* partsOf(apres), yield* partsOf(borne)];
      const wanted = { ...wantedBy(filter), limite };
      const told = from.told === to.told ? [] : yield* pageApart({ ...wanted, apres: from.told, borne: to.told });
      const lines = yield* page({ ...wanted, apres: from.rang, borne: to.rang });
      const lignes = [...lines, ...told].sort((a, b) => a.rang - b.rang).slice(0, limite);
      const full = lignes.length === limite ? lignes.at(-1) : undefined;
      return { lignes, jusqua: full?.rang ?? Math.max(apres, borne) };
    },
    *one(place, dossiers) {
      const reader = readerOf(dossiers);
      if (yield* isApart(place)) return yield* oneApart({ ...reader, rang: place });
      return yield* line({ ...reader, rang: (yield* partsOf(place)).rang });
    },
    last,
    *lastBefore(instant) {
      return (yield* before(instant)) + ((yield* toldSooner(instant)) ?? 0);
    },
  } satisfies Works<EventStore>);
}

function* last(): Work<number> {
  return ((yield* lastLine()) ?? 0) + ((yield* lastTold()) ?? 0);
}

/** How many events that are no line were told up to a place, and the rang of the last line of the journal there. */
function* partsOf(place: number): Work<{ told: number; rang: number }> {
  const told = (yield* toldUpTo(place)) ?? 0;
  return { told, rang: place - told };
}

/** By halves: instants follow the order of the journal. */
function* before(instant: string): Work<number> {
  let [low, high] = [0, (yield* lastLine()) ?? 0];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (((yield* recordedAt(middle)) ?? '') < instant) low = middle;
    else high = middle - 1;
  }
  return low;
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
