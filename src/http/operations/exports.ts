import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { findProcedure } from '../../../machines/index.ts';
import { tellStatut } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import type { Summary } from '../../acts/reading/view.ts';
import { dayOf } from '../../days.ts';
import { err, ok } from '../../engine/refusal.ts';
import type { Services } from '../../services.ts';
import type { ListQuery, StoredRow } from '../../store/store.ts';
import { type Column, CSV_TYPE, csvHead, csvLines } from '../../web/csv.ts';
import type { Problem } from '../../web/problem.ts';
import { aFaireOf, listInMaking } from '../awaited.ts';
import { get, type Operation } from '../operation.ts';
import { ExportParams, listQuery, whyUnknown } from '../query.ts';
import { Fichier } from '../vocabulary.ts';

const MAX_LINES = 50_000;
const PAGE = 200;

/** Every dossier that one may see and that answers the same filters as the list, as a table for an office tool. */
export function exportOperation(): Operation {
  return get('dossiers.exporter', '/dossiers/export.csv', {
    query: ExportParams,
    compresse: true,
    summary: 'Exporter des dossiers en CSV',
    reply: { type: 'text/csv', schema: Fichier, headers: ['Content-Disposition'] },
    async answer({ services, query: asked, identite }) {
      const jour = services.today();
      const query = listQuery({ identite, genre: 'dossier', jour }, { ...asked, limite: PAGE });
      if (!query.ok) return query;
      const unknown = await whyUnknown(services, 'dossier', asked);
      if (unknown) return err(unknown);
      const { pret } = await services.travail.rattraper();
      if (!pret) return err(listInMaking);
      if ((await services.count(query.value, MAX_LINES + 1)) > MAX_LINES) return err(exportTooLong);
      const headers = { 'Content-Disposition': `attachment; filename="dossiers-${jour}.csv"` };
      const body = Readable.from(tableOf(services, query.value, columnsAt(services.urlPublique ?? '')));
      return ok({ type: CSV_TYPE, headers, body });
    },
  });
}

/** A page at a time: others are answered in between. */
async function* tableOf(services: Services, query: ListQuery, columns: readonly Column<Line>[]) {
  yield csvHead(columns);
  for (let apres: string | null | undefined; apres !== null; ) {
    const { lignes, suite } = await services.list({ ...query, apres });
    const lines: Line[] = [];
    const known = await services.travail.attentes(lignes.map(({ id }) => id));
    for (const row of lignes) lines.push({ row, ...(await services.summarize(row)), ...aFaireOf(known.get(row.id)) });
    yield csvLines(columns, lines);
    await setImmediate();
    apres = suite;
  }
}

type Line = Summary & ReturnType<typeof aFaireOf> & { row: StoredRow };
type Awaited = NonNullable<Line['aFaire']>[number];

/** What is told of each thing awaited, one after the other, in the same order in each column. */
function each(tell: (one: Awaited) => string): (line: Line) => string {
  return ({ aFaire }) => (aFaire ?? []).map(tell).join(' | ');
}

function columnsAt(origin: string): Column<Line>[] {
  return [
    { titre: 'Dénomination', valeur: ({ row }) => row.denomination },
    { titre: 'SIRET', valeur: ({ row }) => row.siret },
    { titre: 'FINESS', valeur: ({ row }) => row.finess },
    { titre: 'Procédure', valeur: ({ row }) => findProcedure(row.procedure)?.titre ?? row.procedure },
    { titre: 'Statut', valeur: ({ row }) => tellStatut(row.statut) },
    { titre: 'Prochaine étape', valeur: ({ etape }) => etape },
    { titre: 'Acteur', valeur: ({ acteur }) => acteur },
    { titre: 'Actes restants', valeur: ({ restant }) => restant },
    { titre: 'À faire', valeur: each(({ libelle }) => libelle) },
    { titre: 'Étapes', valeur: each(({ etape }) => etape) },
    { titre: 'Attendu de', valeur: each(({ acteur }) => acteurs[acteur]) },
    { titre: 'Faits possibles', valeur: each(({ faits }) => faits.join(', ')) },
    { titre: 'Depuis', valeur: each(({ depuis }) => depuis) },
    { titre: 'Échéance', valeur: each(({ echeance }) => echeance ?? '') },
    { titre: 'Formulaire retourné le', valeur: ({ retourneLe }) => retourneLe },
    { titre: 'Ouvert le', valeur: ({ row }) => dayOf(new Date(row.ouvertLe)) },
    { titre: 'Modifié le', valeur: ({ row }) => dayOf(new Date(row.modifieLe)) },
    { titre: 'Identifiant', valeur: ({ row }) => row.id },
    { titre: 'Lien', valeur: ({ row }) => `${origin}/dossiers/${row.id}` },
  ];
}

/** What is told of an export that is too long. */
export const exportTooLong: Problem = {
  status: 422,
  code: 'export-trop-grand',
  title: 'Export trop grand',
  detail: 'Plus de 50 000 dossiers répondent : précisez les filtres, par procédure ou par statut.',
};
