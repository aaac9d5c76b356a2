import type { Database } from 'better-sqlite3';
import type {
  CompteDeSorte,
  NotificationDuJournal,
  NotificationLue,
  NotificationQuery,
  NotificationStore,
} from '../../notifications.ts';
import { followingTable } from '../following.ts';
import { promised, type Sync } from '../table.ts';

/** The dossier that a line of the journal is about. */
const DOSSIER = "CASE i.genre WHEN 'dossier' THEN i.numero WHEN 'certificat' THEN i.parent END";

const SHOWN = `
  SELECT n.numero, n.sorte, d.id AS dossierId, d.denomination, j.type, coalesce(j.instance <> n.dossier, 0) AS estCertificat,
    n.par, n.le, (SELECT compte_id FROM affectation_acte WHERE n.sorte = 'prise' AND rang = n.rang) AS vers, n.jour,
    (SELECT libelle FROM attente WHERE dossier = n.dossier AND limite = n.jour) AS attendu, n.nombre, n.lue_le AS lueLe
  FROM notification AS n JOIN instance AS d ON d.numero = n.dossier
    LEFT JOIN journal AS j ON n.sorte IN ('retour', 'reponse', 'mouvement') AND j.rang = n.rang`;

const ASKED = `
  n.compte_id = @compteId AND (NOT @aLire OR n.lue_le IS NULL) AND (@depuis IS NULL OR n.le >= @depuis)`;

type Shown = Omit<NotificationLue, 'estCertificat'> & { estCertificat: 0 | 1 };

/** Notifications are read and marked on `db`; those that follow from the journal are written on `unsynced`. */
export function createNotifications(db: Database, unsynced: Database): NotificationStore {
  const projection = promised<NotificationStore['projection']>(fromJournal(unsynced));
  return { ...promised<Omit<NotificationStore, 'projection'>>(notifications(db)), projection };
}

function fromJournal(db: Database): Sync<NotificationStore['projection']> {
  const read = db.prepare<[string], ReturnType<Sync<NotificationStore['projection']>['lire']>[number]>(`
    SELECT j.rang, a.instance AS dossier, a.compte_id AS compteId, j.type, j.auteur, j.enregistre_le AS enregistreLe
    FROM json_each(?) JOIN journal AS j ON j.rang = value JOIN instance AS i ON i.numero = j.instance
      JOIN affectation AS a ON a.instance = ${DOSSIER} AND a.depuis <= j.enregistre_le ORDER BY j.rang`);
  const add = db.prepare<[NotificationDuJournal]>(`
    INSERT INTO notification (compte_id, dossier, sorte, rang, par, le, nombre)
    VALUES (@compteId, @dossier, @sorte, @rang, @par, @le, 1)
    ON CONFLICT (compte_id, dossier) WHERE sorte = 'mouvement' AND lue_le IS NULL
    DO UPDATE SET rang = excluded.rang, par = excluded.par, le = excluded.le, nombre = nombre + 1`);
  const write = (made: readonly NotificationDuJournal[]) => {
    for (const one of made) add.run(one);
  };
  return {
    ...followingTable(db, { projection: 'notifications', rows: 'FALSE', touched: 'journal.rang', write }),
    lire: (rangs) => read.all(JSON.stringify(rangs)),
  };
}

function notifications(db: Database): Sync<Omit<NotificationStore, 'projection'>> {
  const unread = db
    .prepare<[string], number>('SELECT count(*) FROM notification WHERE compte_id = ? AND lue_le IS NULL')
    .pluck();
  const list = db.prepare<[object], Shown>(`
    ${SHOWN} WHERE ${ASKED} AND (@sorte IS NULL OR n.sorte = @sorte)
    ORDER BY n.le DESC, n.numero DESC LIMIT @limite OFFSET @decalage`);
  const counts = db.prepare<[object], CompteDeSorte>(`
    SELECT n.sorte, count(*) AS nombre, count(DISTINCT n.dossier) AS dossiers FROM notification AS n
    WHERE ${ASKED} GROUP BY n.sorte`);
  const one = db.prepare<[string, number], Shown>(`${SHOWN} WHERE n.compte_id = ? AND n.numero = ?`);
  const mark = db.prepare<[object]>(`
    UPDATE notification SET lue_le = @le WHERE compte_id = @compteId AND lue_le IS NULL
      AND (@numero IS NULL OR numero = @numero) AND numero <= @jusqua`);
  const late = db.prepare<[object]>(`
    INSERT OR IGNORE INTO notification (compte_id, dossier, sorte, jour, par, le, nombre)
    SELECT a.compte_id, t.numero, 'delai', t.limite, 'calendrier', @le, 1
    FROM travail AS t JOIN affectation AS a ON a.instance = t.numero
    WHERE t.limite >= @depuis AND t.limite < @jour AND substr(a.depuis, 1, 10) <= t.limite`);
  const forget = db.prepare<[string]>('DELETE FROM notification WHERE le < ?');

  return {
    aLire: (compteId) => unread.get(compteId) ?? 0,
    lister: (query: NotificationQuery) => list.all({ ...query, aLire: query.aLire ? 1 : 0 }).map(toRead),
    compter: ({ compteId, aLire, depuis }) => counts.all({ compteId, aLire: aLire ? 1 : 0, depuis }),
    une: (compteId, numero) => {
      const found = one.get(compteId, numero);
      return found ? toRead(found) : null;
    },
    marquer: (compteId, numero, le, jusqua = Number.MAX_SAFE_INTEGER) =>
      mark.run({ compteId, numero, le, jusqua }).changes,
    delais: (moment) => late.run(moment).changes,
    oublier: (avant) => forget.run(avant).changes,
  };
}

function toRead({ estCertificat, ...shown }: Shown): NotificationLue {
  return { ...shown, estCertificat: estCertificat === 1 };
}
