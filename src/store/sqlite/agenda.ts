import type { Database } from 'better-sqlite3';
import type { AgendaStore, JourAgenda } from '../agenda.ts';
import type { Attente } from '../work.ts';
import { promised } from './identities/sync.ts';

/** The days kept in `db`: ends by their days, whoever has the dossier; delays and reminders by the account. */
export function createAgenda(db: Database): AgendaStore {
  const days = db.prepare<[object], JourAgenda>(`
    WITH mien (numero) AS MATERIALIZED (
      SELECT numero FROM travail WHERE affecte_a = @compteId AND statut <> 'abandonne')
    SELECT jour, sorte, d.id AS dossierId, d.denomination, quoi, acteur, j.cle FROM (
      SELECT e.le AS jour, 'fin' AS sorte, t.numero AS dossier, e.fait AS quoi, NULL AS acteur, i.id || ' ' || e.fait AS cle
        FROM echeance AS e JOIN instance AS i ON i.numero = e.instance
          JOIN travail AS t ON t.numero = iif(i.genre = 'certificat', i.parent, i.numero)
        WHERE e.le BETWEEN @du AND @au AND t.affecte_a = @compteId AND t.statut <> 'abandonne'
      UNION ALL
      SELECT limite, 'delai', dossier, etape, acteur, etape || ' ' || coalesce(certificat, '')
        FROM mien JOIN attente ON dossier = mien.numero
      UNION ALL
      SELECT pour_le, 'relance', instance, quoi, acteur, id FROM relance WHERE compte_id = @compteId AND faite_le IS NULL
    ) AS j JOIN instance AS d ON d.numero = dossier
    WHERE jour BETWEEN @du AND @au ORDER BY jour, d.denomination, j.cle LIMIT @limite`);
  const late = db.prepare<[string, string], Attente>(`
    SELECT etape, libelle, acteur, depuis, limite, certificat FROM attente
    WHERE dossier = (SELECT numero FROM instance WHERE id = ?) AND limite < ? ORDER BY rang`);
  return promised<AgendaStore>({ jours: (query) => days.all(query), retards: (id, jour) => late.all(id, jour) });
}
