/**
 * What a machine emits towards its relatives, in the same commit: a fact offered to them (ignored by who does not listen), a
 * certificate to open, or new identifiers. `site` narrows `dossiers` to one establishment.
 */
export type Effect =
  | { type: 'offre'; vers: 'dossiers'; fait: OfferedFact; site?: SiteRef }
  | { type: 'offre'; vers: 'certificats'; fait: OfferedFact }
  | { type: 'identifiants'; siret: string; finess: string | null }
  | { type: 'certificat'; certificat: CertificatOuvert };

/** A fact without its date, which is that of the fact it follows from. */
export interface OfferedFact {
  type: string;
  [champ: string]: unknown;
}

/** By id, or by identifiers: the FINESS first, the SIRET where there is none. */
export type SiteRef = { id: string } | { finess: string | null; siret: string | null };

/** What a certificate knows of itself when it is opened. */
export interface CertificatOuvert {
  usage: 'AUTH' | 'SIGN';
  beneficiaire: { nom: string; prenom: string; qualite: string };
  remplace: string | null;
}
