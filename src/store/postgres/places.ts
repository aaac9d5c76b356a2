import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { z } from 'zod';
import { type GenreDeLieu, nomsDeTexte, type Place, type Places, type Textes } from '../places.ts';
import { all, cell, one, run, type Work } from '../sql/work.ts';
import { StoreOutage } from '../store.ts';
import { configOf } from './connection.ts';
import { postgresEngine } from './engine.ts';
import { circuit, outageOf } from './failure.ts';
import { type Listener, openListener } from './listener.ts';
import { openPostgresStore, type PostgresOptions } from './postgres-store.ts';

/** Where places are kept: each is a schema of the base, beside that of the service. */
interface PlacesOptions extends Pick<PostgresOptions, 'url' | 'cle'> {
  /** That of the service. */
  schema: string;
  genre: GenreDeLieu;
}

/** So that names made of the one of the service remain names: PostgreSQL takes 63 signs. */
const LONGEST = 32;
/** Of each place: as many as there are of them in use may be open on each node. */
const CONNEXIONS = 1;
const SIZE_EVERY_MS = 60_000;
const GONE = 'Ce qui était là vient d’être effacé : redemandez la même chose.';

type Lieu = { lieu: string };
type Sienne = { genre: GenreDeLieu; cle: string };

const find = one<[Sienne], Lieu & { rempli: 0 | 1 }>(
  'SELECT lieu, rempli FROM lieu WHERE genre = @genre AND cle = @cle',
);
const insert = run<[Lieu & { genre: GenreDeLieu; cle: string | null }]>(
  'INSERT INTO lieu (lieu, genre, cle) VALUES (@lieu, @genre, @cle) ON CONFLICT (genre, cle) DO NOTHING',
);
const release = one<[Sienne], Lieu>(
  'UPDATE lieu SET cle = NULL, depuis = now() WHERE genre = @genre AND cle = @cle RETURNING lieu',
);
const publish = run<[Lieu & { cle: string }]>('UPDATE lieu SET cle = @cle, rempli = 1 WHERE lieu = @lieu');
const erase = run<[string]>('DELETE FROM lieu WHERE lieu = ?');
const textesOf = all<[string], { nom: string | null; texte: string | null }>(`
  SELECT nom, texte FROM lieu LEFT JOIN texte USING (lieu) WHERE lieu = ? AND cle IS NOT NULL`);
const keep = run<[Lieu & { nom: string; texte: string; lu: string | null }]>(`
  INSERT INTO texte (lieu, nom, texte) VALUES (@lieu, @nom, @texte)
  ON CONFLICT (lieu, nom) DO UPDATE SET texte = excluded.texte WHERE texte.texte = @lu`);
const sizeOf = cell<[string], number>(`
  SELECT coalesce(sum(pg_total_relation_size(oid)), 0)
  FROM pg_class WHERE relnamespace = to_regnamespace(?) AND relkind = 'r'`);
/** Those that nobody has any more, and those that were being filled, long enough ago for nobody to be in them. */
const left = all<[GenreDeLieu], Lieu>(`
  SELECT lieu FROM lieu WHERE genre = ? AND cle IS NULL AND depuis < now() - interval '10 minutes'`);

const Kept = z.partialRecord(z.enum(nomsDeTexte), z.string());

/** A schema for each place, which any node finds; who has which is written in a schema beside them. */
export function postgresPlaces({ url, schema, genre, cle: cleJournal }: PlacesOptions): Places {
  if (schema.length > LONGEST)
    throw new StoreOutage(`Le schéma « ${schema} » est trop long : choisissez un nom de ${LONGEST} signes au plus.`);
  const lieux = `${schema}_lieux`;
  const config = configOf({ url, schema: lieux });
  const pool = new Pool({ ...config, max: 2 });
  pool.on('error', () => {});
  const engine = postgresEngine(pool, circuit(), { alone: lieux, synced: true });
  let made: Promise<void> | null = null;
  let listener: Listener | null = null;

  return {
    async of(cle) {
      await ready();
      const known = await engine.ask(find({ genre, cle }));
      return placeOf(known?.lieu ?? (await engine.write(() => take({ genre, cle }))));
    },
    async isFilled(cle) {
      await ready();
      return (await engine.ask(find({ genre, cle })))?.rempli === 1;
    },
    async fill(cle, how) {
      await ready();
      const place = placeOf(newName());
      await engine.ask(insert({ lieu: place.nom, genre, cle: null }));
      const store = await place.open();
      try {
        await how(store);
      } finally {
        await store.close();
      }
      if (!(await engine.write(() => put(place.nom, { genre, cle })))) await place.remove();
    },
    async forget(cle) {
      await ready();
      const found = await engine.write(() => release({ genre, cle }));
      return found && placeOf(found.lieu);
    },
    async close() {
      await listener?.close();
      if (!pool.ended) await pool.end();
    },
  };

  function newName(): string {
    return `${schema}_${genre.replaceAll('-', '_')}_${randomBytes(8).toString('hex')}`;
  }

  function* take(sienne: Sienne): Work<string> {
    yield* insert({ lieu: newName(), ...sienne });
    const found = yield* find(sienne);
    if (!found) throw new Error('A place that was just made is found');
    return found.lieu;
  }

  function placeOf(lieu: string): Place {
    const textes = async () => readTextes(await engine.ask(textesOf(lieu)));
    let size = { octets: 0, until: Number.NEGATIVE_INFINITY };
    return {
      nom: lieu,
      open() {
        listener ??= openListener(config);
        return openPostgresStore({ url, schema: lieu, cle: cleJournal, connexions: CONNEXIONS, ecoute: listener });
      },
      textes,
      keepText: async (nom, texte, lu) => (await engine.ask(keep({ lieu, nom, texte, lu }))) > 0,
      async explain(error) {
        const kept = await textes().catch(() => undefined);
        return kept === null ? new StoreOutage(GONE, { cause: error }) : error;
      },
      async octets() {
        if (performance.now() > size.until) {
          const octets = (await engine.ask(sizeOf(lieu))) ?? 0;
          size = { octets, until: performance.now() + SIZE_EVERY_MS };
        }
        return size.octets;
      },
      remove: () => drop(lieu),
    };
  }

  async function drop(lieu: string): Promise<void> {
    await pool.query(`DROP SCHEMA IF EXISTS ${lieu} CASCADE`).catch(refuse);
    await engine.ask(erase(lieu));
  }

  /** The list of places is there, and rid of what nobody has. */
  function ready(): Promise<void> {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw outageOf(error);
    });
    return made;
  }

  async function make(): Promise<void> {
    await pool.query(`
      BEGIN;
      SELECT pg_advisory_xact_lock(hashtextextended('${lieux}', 1));
      CREATE SCHEMA IF NOT EXISTS ${lieux};
      CREATE TABLE IF NOT EXISTS ${lieux}.lieu (
        lieu TEXT COLLATE "C" PRIMARY KEY, -- its schema
        genre TEXT COLLATE "C" NOT NULL,
        cle TEXT COLLATE "C", -- whose it is; nobody’s when it is forgotten, or not filled yet
        rempli BIGINT NOT NULL DEFAULT 0,
        depuis TIMESTAMPTZ NOT NULL DEFAULT now(),
        UNIQUE (genre, cle)
      );
      CREATE TABLE IF NOT EXISTS ${lieux}.texte (
        lieu TEXT COLLATE "C" NOT NULL REFERENCES ${lieux}.lieu ON DELETE CASCADE,
        nom TEXT COLLATE "C" NOT NULL,
        texte TEXT COLLATE "C" NOT NULL,
        PRIMARY KEY (lieu, nom)
      );
      COMMIT`);
    for (const { lieu } of await engine.ask(left(genre))) await drop(lieu);
  }
}

/** Gives a place that is filled to a key, instead of an empty one; false where it has another. */
function* put(lieu: string, sienne: Sienne): Work<boolean> {
  if ((yield* find(sienne))?.rempli === 1) return false;
  yield* release(sienne);
  return (yield* publish({ lieu, cle: sienne.cle })) > 0;
}

/** No row where nobody has it, one of nulls where nothing is kept. */
function readTextes(rows: readonly { nom: string | null; texte: string | null }[]): Textes | null {
  if (rows.length === 0) return null;
  return Kept.parse(Object.fromEntries(rows.flatMap(({ nom, texte }) => (nom === null ? [] : [[nom, texte]]))));
}

function refuse(error: unknown): never {
  throw outageOf(error);
}
