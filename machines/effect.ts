import type { Qualite } from './decisions.ts';

/**
 * What a machine emits towards its relatives, in the same commit: a fact offered to them (ignored by who does not listen), a
 * certificate to open, or what its own file now says. `site` narrows `dossiers` to one establishment; `predecesseur` is the certificate that
 * one replaces.
 */
export type Effect =
  | { type: 'offre'; vers: 'dossiers'; fait: OfferedFact; site?: SiteRef }
  | { type: 'offre'; vers: 'certificats' | 'predecesseur'; fait: OfferedFact }
  | { type: 'fiche'; champs: Readonly<Record<string, string | null>> }
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
  beneficiaire: { nom: string; prenom: string; qualite: Qualite };
  remplace: string | null;
  /** The last day of the cards of the administrateurs techniques who may act on it; null when it is not known. */
  finCarteAdministrateur: string | null;
}
