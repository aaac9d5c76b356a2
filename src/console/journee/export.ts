import { Readable } from 'node:stream';
import { findProcedure } from '../../../machines/index.ts';
import { tellStatut } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { daysBetween } from '../../days.ts';
import type { LigneTravail } from '../../desk/work/travail.ts';
import { originOf } from '../../web/access/credentials.ts';
import { type Column, CSV_TYPE, csvHead, csvLines } from '../../web/csv.ts';
import type { Shown } from '../shell/screen.ts';
import { RENEWAL, relevant } from './lines.ts';
import { type ListTab, type ListVisit, toDemand } from './query.ts';

/** Exactly what is seen, all its pages: the same filters, in the same order. */
export function exportList(visit: ListVisit, onglet: ListTab, comptes: ReadonlyMap<string, string>): Shown {
  const { services, query, identite } = visit;
  const { page: _page, parPage: _parPage, ...demande } = toDemand({ ...query, onglet }, identite);
  const columns = columnsFor(visit, onglet, comptes);
  const lines = services.travail.parcourir(demande);
  return {
    content: Readable.from(tableOf(lines, columns)),
    type: CSV_TYPE,
    filename: `ma-journee-${onglet}-${services.today()}.csv`,
  };
}

async function* tableOf(lines: AsyncIterable<LigneTravail[]>, columns: readonly Column<LigneTravail>[]) {
  yield csvHead(columns);
  for await (const some of lines) if (some.length > 0) yield csvLines(columns, some);
}

function columnsFor(
  { services, query, request }: ListVisit,
  onglet: ListTab,
  comptes: ReadonlyMap<string, string>,
): Column<LigneTravail>[] {
  const aujourdhui = services.today();
  const of = (ligne: LigneTravail) => relevant(ligne, { query, tab: onglet });
  const lateness = (ligne: LigneTravail) => {
    const attente = of(ligne);
    return attente && Math.max(0, daysBetween(attente.limite, aujourdhui));
  };
  const origin = originOf(services, request);
  return [
    { titre: 'Dénomination', valeur: ({ denomination }) => denomination },
    { titre: 'SIRET', valeur: ({ siret }) => siret },
    { titre: 'FINESS', valeur: ({ finess }) => finess },
    { titre: 'Commune', valeur: ({ commune }) => commune },
    { titre: 'Département', valeur: ({ departement }) => departement },
    { titre: 'Groupement', valeur: ({ groupementNom }) => groupementNom },
    { titre: 'Parcours', valeur: ({ procedure }) => findProcedure(procedure)?.titre ?? procedure },
    { titre: 'Statut', valeur: ({ statut }) => tellStatut(statut) },
    { titre: 'Prochaine étape', valeur: (ligne) => of(ligne)?.libelle ?? null },
    { titre: 'Qui doit agir', valeur: (ligne) => labelOf(of(ligne)?.acteur) },
    { titre: 'Depuis le', valeur: (ligne) => of(ligne)?.depuis ?? null },
    { titre: 'Échéance', valeur: (ligne) => of(ligne)?.limite ?? null },
    { titre: 'Jours de retard', valeur: lateness },
    { titre: 'Reste à faire', valeur: ({ restant }) => restant },
    {
      titre: 'À renouveler avant le',
      valeur: ({ attentes }) => attentes.find(({ etape }) => etape === RENEWAL)?.limite ?? null,
    },
    { titre: 'Affecté à', valeur: ({ affecteA }) => affecteA && (comptes.get(affecteA) ?? affecteA) },
    { titre: 'Lien', valeur: ({ id }) => `${origin}/dossiers/${id}` },
  ];
}

function labelOf(acteur: keyof typeof acteurs | undefined): string | null {
  return acteur === undefined ? null : acteurs[acteur];
}
