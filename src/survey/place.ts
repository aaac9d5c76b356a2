import { Etablissement } from '../../machines/formulaires/etablissement.ts';
import { err, ok, type Result } from '../result.ts';
import type { Remarque, Said } from './line.ts';

/** A site of the groupement, as it is known here. */
export interface KnownSite {
  id: string;
  denomination: string;
  siret: string | null;
  finess: string | null;
  /** An abandoned one learns nothing more. */
  abandonne: boolean;
}

/** Whom a line is about: a site of the groupement, or an establishment whose dossier would be opened. */
export type Place = { site: KnownSite; ouverture: null } | { site: null; ouverture: Etablissement };

const ABANDONNE = 'Le dossier de ce site est abandonné : rouvrez-le d’abord, ou retirez la ligne.';

/** By its FINESS first, by its SIRET where it tells one site; a « non » says what to correct on the line. */
export function findPlace(dit: Said, sites: readonly KnownSite[]): Result<Place, Remarque[]> {
  const found = findSite(dit, sites);
  if (!found.ok) return err([{ colonne: null, message: found.error }]);
  const site = found.value;
  if (site?.abandonne) return err([{ colonne: null, message: ABANDONNE }]);
  if (site) return ok({ site, ouverture: null });
  const opening = openingOf(dit);
  return opening.ok ? ok({ site: null, ouverture: opening.value }) : opening;
}

function findSite({ siret, finess }: Said, sites: readonly KnownSite[]): Result<KnownSite | null, string> {
  if (!finess && siret === null) return err('Ni FINESS ni SIRET sur cette ligne : ajoutez l’un des deux.');
  const named = finess ? sites.find((site) => site.finess === finess) : undefined;
  if (named && siret !== null && named.siret !== siret) return err(otherSiret(named, siret));
  if (named || finess) return ok(named ?? null);
  const same = sites.filter((site) => site.siret === siret && (finess === undefined || site.finess === null));
  if (same.length > 1) return err(`${same.length} sites ont ce SIRET : ajoutez le FINESS de celui dont il s’agit.`);
  return ok(same[0] ?? null);
}

function otherSiret({ denomination, siret: known }: KnownSite, siret: string): string {
  return `Ce FINESS est celui de « ${denomination} », dont le SIRET est ${known} et non ${siret} : corrigez l’un des deux.`;
}

/** The dossier that would be opened for a site that has none, or what is missing to open it. */
function openingOf({ siret, finess, denomination, codePostal, commune }: Said): Result<Etablissement, Remarque[]> {
  const missing = [
    [denomination !== '', 'sa raison sociale'],
    [siret !== null, 'son SIRET'],
    [finess !== undefined, 'son FINESS (ou « aucun »)'],
    [codePostal !== '', 'son code postal'],
    [commune !== '', 'sa commune'],
  ].flatMap(([isThere, what]) => (isThere ? [] : [what]));
  if (missing.length > 0) return err([{ colonne: null, message: toComplete(missing.join(', ')) }]);
  const parsed = Etablissement.safeParse({
    denomination,
    siret,
    codePostal,
    commune,
    finess,
    sansFiness: finess === null,
  });
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.map(({ message }) => ({ colonne: null, message })));
}

function toComplete(missing: string): string {
  return `Ce site n’est pas encore dans le groupement. Pour l’ouvrir, ajoutez ${missing} ; sinon corrigez son numéro.`;
}
