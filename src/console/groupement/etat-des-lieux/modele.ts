import { grouped } from '../../../survey/cells/identifiers.ts';
import { type Colonne, colonnes } from '../../../survey/headings.ts';
import { type Column, csvHead, csvLines } from '../../../web/csv.ts';
import type { Matrix, MatrixSite } from '../lu.ts';

const known: Readonly<Partial<Record<Colonne, (site: MatrixSite) => string>>> = {
  denomination: ({ denomination }) => denomination,
  siret: ({ siret }) => grouped(siret ?? ''),
  finess: ({ finess }) => (finess === null ? 'aucun' : grouped(finess)),
  codePostal: ({ codePostal }) => codePostal,
  commune: ({ commune }) => commune,
  contrat: ({ cellules }) => (cellules['contrat']?.etat === 'fait' ? 'oui' : ''),
};

/** The table to send to a DSI, with what is already known of its sites; numbers in groups, which no spreadsheet rounds. */
export function modelCsv({ sites }: Matrix): string {
  const columns = (Object.entries(colonnes) as [Colonne, string][]).map(
    ([colonne, titre]): Column<MatrixSite> => ({ titre, valeur: (site) => known[colonne]?.(site) ?? '' }),
  );
  return (
    csvHead(columns) +
    csvLines(
      columns,
      sites.filter(({ statut }) => statut !== 'abandonne'),
    )
  );
}
