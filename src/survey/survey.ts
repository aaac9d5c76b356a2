import { isDeepStrictEqual } from 'node:util';
import { Etablissement } from '../../machines/formulaires/etablissement.ts';
import type { SiteConnu } from '../../machines/groupement/events.ts';
import { err, ok, type Result } from '../result.ts';
import { decodeTable, type Encodage } from './encoding.ts';
import { countKnown, cutTable, findHeadings, type Separateur } from './headings.ts';
import { type Days, type ReadLine, type Remarque, readLine, type Said } from './line.ts';

const MAX_OCTETS = 1024 * 1024;
const MAX_LIGNES = 2_000;
/** As many sites as one état des lieux holds. */
const MAX_SITES = 300;

/** What is made of one line; `connu` is what it brings, null when it is refused. */
export interface SurveyLine {
  /** Where it begins in the file, from 1. */
  ligne: number;
  statut: 'acceptee' | 'corrigee' | 'refusee';
  /** As the line, or else the site, names it. */
  denomination: string;
  /** What was written beside, in words; empty for nothing. */
  observations: string;
  corrections: Remarque[];
  refus: Remarque[];
  /** The site that it is about; null for one that is not opened yet. */
  site: { id: string; denomination: string } | null;
  /** With what a dossier would be opened, when the site has none. */
  ouverture: Etablissement | null;
  connu: SiteConnu | null;
}

/** A whole table, and how it was read. */
export interface Survey {
  encodage: Encodage;
  separateur: Separateur;
  /** The line of headings, from 1; 0 for an extraction of FINESS, which has none. */
  entete: number;
  colonnes: string[];
  ignorees: string[];
  /** What whoever brings it must know of how it was read. */
  remarques: string[];
  lignes: SurveyLine[];
}

/** Whatever a table is read against: the sites of its groupement, today and the day that it tells of (YYYY-MM-DD). */
interface Known extends Days {
  sites: readonly KnownSite[];
  /** What deserves a second look in what would be opened, in French. */
  doubtsOf(ouverture: Etablissement): string[];
}

/** Reads the état des lieux of a DSI, whatever its tool wrote; a « non » about the file as a whole says what to do. */
export function readSurvey(bytes: Uint8Array, known: Known): Result<Survey, string> {
  if (bytes.length === 0) return err('Ce fichier est vide : déposez le tableau de la DSI.');
  if (bytes.length > MAX_OCTETS)
    return err('Ce fichier dépasse 1 Mio : gardez une ligne par site, sans autre feuille.');
  const decoded = decodeTable(bytes);
  if (!decoded.ok) return decoded;
  const table = cutTable(decoded.value.texte, countKnown);
  if (!table.ok) return table;
  const { separateur, lignes: records } = table.value;
  const found = findHeadings(records);
  if (!found.ok) return found;
  const { headings, at, below } = found.value;
  if (below.length > MAX_LIGNES)
    return err(`Ce tableau a ${below.length} lignes, et ${MAX_LIGNES} au plus se lisent : découpez-le.`);
  const lignes = settleDuplicates(below.map((record) => toSurveyLine(readLine(record, headings, known), known)));
  const told = lignes.filter(({ connu }) => connu !== null).length;
  if (told > MAX_SITES)
    return err(`Un état des lieux tient en ${MAX_SITES} sites, et ce tableau en a ${told} : découpez-le.`);
  const { encodage, remarques } = decoded.value;
  return ok({
    encodage,
    separateur,
    entete: at,
    colonnes: [...headings.titres.values()],
    ignorees: headings.ignorees.map(({ titre }) => titre),
    remarques,
    lignes,
  });
}

/** Gives what was read its place among the sites. */
function toSurveyLine({ ligne, dit, corrections, refus }: ReadLine, { sites, doubtsOf }: Known): SurveyLine {
  const { denomination, observations } = dit;
  const refused = {
    ligne,
    statut: 'refusee',
    denomination:
      denomination || (sites.find(({ finess }) => finess !== null && finess === dit.finess)?.denomination ?? ''),
    observations,
    corrections,
    site: null,
    ouverture: null,
    connu: null,
  } as const;
  if (refus.length > 0) return { ...refused, refus };
  const place = findPlace(dit, sites);
  if (!place.ok) return { ...refused, refus: place.error };
  const { site, ouverture } = place.value;
  const who = site ?? ouverture;
  const doubts = ouverture ? doubtsOf(ouverture) : [];
  const told = [...corrections, ...doubts.map((message) => ({ colonne: null, message }))];
  return {
    ligne,
    observations,
    corrections: told,
    refus: [],
    ouverture,
    statut: told.length > 0 ? 'corrigee' : 'acceptee',
    denomination: denomination || who.denomination,
    site: site && { id: site.id, denomination: who.denomination },
    connu: { siret: who.siret ?? '', finess: who.finess, ...dit.connu },
  };
}

/** Of lines about the same site, the first counts when they agree, none when they do not. */
function settleDuplicates(lines: SurveyLine[]): SurveyLine[] {
  const siteOf = ({ connu }: SurveyLine) => connu && (connu.finess ?? connu.siret);
  const bySite = Map.groupBy(lines, siteOf);
  return lines.map((line) => {
    const same = line.connu ? (bySite.get(siteOf(line)) ?? []) : [];
    const others = same.filter((other) => other !== line);
    const [first] = same;
    if (!first || others.length === 0) return line;
    const agree = others.every(
      ({ connu, observations }) => isDeepStrictEqual(connu, line.connu) && observations === line.observations,
    );
    if (agree && line === first) return line;
    const message = agree
      ? `Ligne en double : la ligne ${first.ligne} dit la même chose du même site. Rien à faire.`
      : `Le même site est dit autrement à la ligne ${others.map(({ ligne }) => ligne).join(', ')} : gardez une seule de ces lignes.`;
    return { ...line, statut: 'refusee', ouverture: null, connu: null, refus: [{ colonne: null, message }] };
  });
}

/** A site of the groupement, as it is known here. */
interface KnownSite {
  id: string;
  denomination: string;
  siret: string | null;
  finess: string | null;
  /** An abandoned one learns nothing more. */
  abandonne: boolean;
}

/** Whom a line is about: a site of the groupement, or an establishment whose dossier would be opened. */
type Place = { site: KnownSite; ouverture: null } | { site: null; ouverture: Etablissement };

const ABANDONNE = 'Le dossier de ce site est abandonné : rouvrez-le d’abord, ou retirez la ligne.';

/** By its FINESS first, by its SIRET where it tells one site; a « non » says what to correct on the line. */
function findPlace(dit: Said, sites: readonly KnownSite[]): Result<Place, Remarque[]> {
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
