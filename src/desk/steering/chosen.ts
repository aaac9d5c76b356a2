import type { Ledger } from './ledger.ts';

/** Which cases, and since when; null for all, and for ever. */
export interface FiltresPilotage {
  /** The id of a path. */
  procedure: string | null;
  /** The id of a groupement. */
  groupement: string | null;
  /** YYYY-MM-DD. */
  depuis: string | null;
}

/** What a case is, once some are chosen: left out, a dossier that is chosen, a certificate of one. */
export const LEFT_OUT = 0;
export const DOSSIER = 1;
export const CERTIFICAT = 2;

/** What each case is, by its rank. */
export function chosen(ledger: Ledger, filtres: FiltresPilotage): Uint8Array {
  const kept = new Uint8Array(ledger.procedure.length);
  const isChosen = dossierFilter(ledger, filtres);
  for (let rank = 0; rank < kept.length; rank++) kept[rank] = isChosen(rank) ? DOSSIER : LEFT_OUT;
  const certificat = ledger.procedures.list.findIndex((name) => name.startsWith('certificat@'));
  for (let rank = 0; rank < kept.length; rank++) {
    const isBelow = ledger.procedure.at(rank) === certificat && kept[ledger.parent.at(rank) - 1] === DOSSIER;
    if (isBelow) kept[rank] = CERTIFICAT;
  }
  return kept;
}

function dossierFilter(ledger: Ledger, { procedure, groupement }: FiltresPilotage): (rank: number) => boolean {
  const wanted = ledger.procedures.list.map((name) => {
    const [id = ''] = name.split('@');
    return id !== 'certificat' && id !== 'groupement' && (procedure === null || id === procedure);
  });
  const above = groupement === null ? null : (ledger.cases.find(groupement) ?? -1) + 1;
  if (above === 0) return () => false;
  return (rank) => wanted[ledger.procedure.at(rank)] === true && (above === null || ledger.parent.at(rank) === above);
}
