import type {
  CompteDeSorte,
  LigneSuivie,
  NotificationDuJournal,
  NotificationLue,
  NotificationStore,
} from '../notifications.ts';
import { followingTable } from './following.ts';
import { all, asked, cell, type Engine, one, run, type Works } from './work.ts';

/** The dossier that a line of the journal is about. */
const DOSSIER = "CASE i.genre WHEN 'dossier' THEN i.numero WHEN 'certificat' THEN i.parent END";

const SHOWN = `
  SELECT n.numero, n.sorte, d.id AS dossierId, d.denomination, j.type,
    CASE WHEN j.instance <> n.dossier THEN 1 ELSE 0 END AS estCertificat, n.par, n.le,
    (SELECT compte_id FROM affectation_acte WHERE n.sorte = 'prise' AND rang = n.rang) AS vers, n.jour,
    (SELECT libelle FROM attente AS t WHERE t.dossier = n.dossier AND t.limite = n.jour ORDER BY t.rang LIMIT 1) AS attendu,
    n.nombre, n.lue_le AS lueLe
  FROM notification AS n JOIN instance AS d ON d.numero = n.dossier
    LEFT JOIN journal AS j ON n.sorte IN ('retour', 'reponse', 'mouvement') AND j.rang = n.rang`;

const ASKED = `
  n.compte_id = @compteId AND (@aLire = 0 OR n.lue_le IS NULL) AND (@depuis IS NULL OR n.le >= @depuis)`;

type Shown = Omit<NotificationLue, 'estCertificat'> & { estCertificat: 0 | 1 };

const suivies = all<[string], LigneSuivie>(`
  SELECT j.rang, a.instance AS dossier, a.compte_id AS compteId, j.type, j.auteur, j.enregistre_le AS enregistreLe
  FROM json_each(?) AS r JOIN journal AS j ON j.rang = CAST(r.value AS BIGINT) JOIN instance AS i ON i.numero = j.instance
    JOIN affectation AS a ON a.instance = ${DOSSIER} AND a.depuis <= j.enregistre_le ORDER BY j.rang`);
const add = run<[NotificationDuJournal]>(`
  INSERT INTO notification (compte_id, dossier, sorte, rang, par, le, nombre)
  VALUES (@compteId, @dossier, @sorte, @rang, @par, @le, 1)
  ON CONFLICT (compte_id, dossier) WHERE sorte = 'mouvement' AND lue_le IS NULL
  DO UPDATE SET rang = excluded.rang, par = excluded.par, le = excluded.le, nombre = notification.nombre + 1`);
const unread = cell<[string], number>('SELECT count(*) FROM notification WHERE compte_id = ? AND lue_le IS NULL');
const list = all<[object], Shown>(`
  ${SHOWN} WHERE ${ASKED} AND (@sorte IS NULL OR n.sorte = @sorte)
  ORDER BY n.le DESC, n.numero DESC LIMIT @limite OFFSET @decalage`);
const counts = all<[object], CompteDeSorte>(`
  SELECT n.sorte, count(*) AS nombre, count(DISTINCT n.dossier) AS dossiers FROM notification AS n
  WHERE ${ASKED} GROUP BY n.sorte ORDER BY n.sorte`);
const own = one<[string, number], Shown>(`${SHOWN} WHERE n.compte_id = ? AND n.numero = ?`);
const mark = run<[object]>(`
  UPDATE notification SET lue_le = @le WHERE compte_id = @compteId AND lue_le IS NULL
    AND (@numero IS NULL OR numero = @numero) AND numero <= @jusqua`);
const late = run<[object]>(`
  INSERT INTO notification (compte_id, dossier, sorte, jour, par, le, nombre)
  SELECT a.compte_id, t.numero, 'delai', t.limite, 'calendrier', @le, 1
  FROM travail AS t JOIN affectation AS a ON a.instance = t.numero
  WHERE t.limite >= @depuis AND t.limite < @jour AND substr(a.depuis, 1, 10) <= t.limite
  ON CONFLICT DO NOTHING`);
const revoked = run<[object]>(`
  INSERT INTO notification (compte_id, dossier, sorte, jour, par, le, nombre)
  SELECT a.compte_id, a.instance, 'revocation', json_extract(r.value, '$.jour'), 'calendrier', @le, 1
  FROM json_each(@revoques) AS r JOIN instance AS i ON i.id = json_extract(r.value, '$.dossierId')
    JOIN affectation AS a ON a.instance = i.numero WHERE TRUE
  ON CONFLICT DO NOTHING`);
const forget = run<[string]>('DELETE FROM notification WHERE le < ?');

/** Notifications are read and marked by `engine`; those that follow from the journal are written by `unsynced`. */
export function createNotifications(engine: Engine, unsynced: Engine): NotificationStore {
  return { ...asked(engine, works), projection: fromJournal(unsynced) };
}

function fromJournal(engine: Engine): NotificationStore['projection'] {
  return {
    ...followingTable<NotificationDuJournal>(engine, {
      projection: 'notifications',
      rows: 'FALSE',
      touched: 'journal.rang',
      *write(made) {
        for (const each of made) yield* add(each);
      },
    }),
    ...asked(engine, { lire: (rangs: readonly number[]) => suivies(JSON.stringify(rangs)) }),
  };
}

const works = {
  *aLire(compteId) {
    return (yield* unread(compteId)) ?? 0;
  },
  *lister(query) {
    return (yield* list({ ...query, aLire: query.aLire ? 1 : 0 })).map(toRead);
  },
  compter: ({ compteId, aLire, depuis }) => counts({ compteId, aLire: aLire ? 1 : 0, depuis }),
  *une(compteId, numero) {
    const found = yield* own(compteId, numero);
    return found ? toRead(found) : null;
  },
  marquer: (compteId, numero, le, jusqua = Number.MAX_SAFE_INTEGER) => mark({ compteId, numero, le, jusqua }),
  delais: late,
  revocations: (revoques, le) => revoked({ revoques: JSON.stringify(revoques), le }),
  oublier: forget,
} satisfies Works<Omit<NotificationStore, 'projection'>>;

function toRead({ estCertificat, ...shown }: Shown): NotificationLue {
  return { ...shown, estCertificat: estCertificat === 1 };
}
