import { createHash } from 'node:crypto';
import { canonicalJson } from '../../engine/canonical-json.ts';
import type { Decision, Family, Surroundings } from '../../engine/decide.ts';
import type { Instance } from '../../engine/instance.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import { readSurvey, type Survey, type SurveyLine } from '../../survey/survey.ts';
import { type Act, aroundOf, type Desk, numbered, type Recorded, settle } from '../act.ts';
import { findWhole } from '../family.ts';
import { doubtsOf } from '../opening/open.ts';
import { sitesOf } from '../rows.ts';
import { decideSurvey, type Effects, effectsOf, none } from './survey-decision.ts';

/** A table that a DSI sent, and what to make of it. */
export interface SurveyInput {
  octets: Uint8Array;
  /** Whether the sites that have no dossier yet are opened with what their lines say. */
  ouvrir: boolean;
  /** The day of the état des lieux (YYYY-MM-DD); today when null. */
  date: string | null;
  /** What was seen before confirming: another outcome is a stale one. Null for whoever did not look. */
  empreinte: string | null;
  /** Told of the outcome before it is written: an answer that is kept with it may hold it. */
  seen?(outcome: SurveyOutcome): void;
}

/** One line with what it does: to the dossier `dossierId`, null for none. */
interface OutcomeLine extends Omit<SurveyLine, 'connu' | 'site'>, Effects {
  dossierId: string | null;
}

/** How a table was read and what each of its lines does. */
export interface SurveyOutcome extends Omit<Survey, 'lignes'> {
  lignes: OutcomeLine[];
  /** Changes with what the lines do. */
  empreinte: string;
}

/** What an état des lieux would do; nothing is written. */
export async function foreseeSurvey(desk: Desk, id: string, input: SurveyInput): Promise<Result<SurveyOutcome>> {
  const considered = await consider(desk, id, input, aroundOf(desk.clock(), numbered('apercu')));
  if (!considered.ok) return considered;
  const { outcome } = considered.value;
  const lignes = outcome.lignes.map((ligne) => (ligne.ouverture ? { ...ligne, dossierId: null } : ligne));
  return ok({ ...outcome, lignes });
}

/** Opens the sites and tells all of them what the table says, in one commit. */
export async function recordSurvey(
  desk: Desk,
  id: string,
  input: SurveyInput,
  act: Act,
): Promise<Result<{ recorded: Recorded; outcome: SurveyOutcome }>> {
  let outcome: SurveyOutcome | null = null;
  const recorded = await settle(desk, act, async (around) => {
    const considered = await consider(desk, id, input, around);
    if (!considered.ok) return considered;
    const { decision, version } = considered.value;
    if (act.version !== null && act.version !== version) return err({ code: 'version-perimee', version });
    outcome = considered.value.outcome;
    input.seen?.(outcome);
    if (input.empreinte !== null && input.empreinte !== outcome.empreinte)
      return err({ code: 'version-perimee', version });
    return decision ? ok({ cible: id, decision }) : invalid(NOTHING);
  });
  if (!recorded.ok) return recorded;
  return ok({ recorded: recorded.value, outcome: outcome as unknown as SurveyOutcome });
}

const NOTHING = 'Aucune ligne ne peut être enregistrée : corrigez celles qui sont refusées.';

interface Considered {
  outcome: SurveyOutcome;
  /** Null when no line says anything. */
  decision: Decision | null;
  version: number;
}

async function consider(
  desk: Desk,
  id: string,
  { octets, ouvrir, date }: SurveyInput,
  around: Surroundings,
): Promise<Result<Considered>> {
  const found = await findWhole(desk, { genre: 'groupement', id });
  if (!found.ok) return found;
  const { family, cible } = found.value;
  const path = sitesOf(cible.fiche).procedure.id;
  const read = readSurvey(octets, {
    sites: family.dossiers.map(toKnownSite),
    jour: around.jour,
    le: date ?? around.jour,
    doubtsOf: (ouverture) => doubtsOf(path, ouverture, '').map(({ message }) => message),
  });
  if (!read.ok) return invalid(read.error);
  const { lignes: lines, ...survey } = await withoutOthers(desk, family, read.value);
  const told = lines.filter(({ connu, ouverture }) => connu !== null && (ouvrir || ouverture === null));
  const decided =
    told.length === 0 ? ok(null) : decideSurvey(family, cible, { lines: told, date: date ?? around.jour }, around);
  if (!decided.ok) return decided;
  const lignes = lines.map((line) => outcomeOf(line, family, decided.value));
  const empreinte = imprint(lignes);
  return ok({
    outcome: { ...survey, lignes, empreinte },
    decision: decided.value?.decision ?? null,
    version: cible.version,
  });
}

type Decided = { decision: Decision; opened: ReadonlyMap<number, string> } | null;

function outcomeOf({ connu, site, ...line }: SurveyLine, before: Family, decided: Decided): OutcomeLine {
  const dossierId = site?.id ?? decided?.opened.get(line.ligne) ?? null;
  if (!decided || !connu || dossierId === null) return { ...line, dossierId, ...none };
  const known = before.dossiers.find(({ id }) => id === dossierId);
  return { ...line, dossierId, ...effectsOf(connu, known ?? null, decided.decision, dossierId) };
}

/** A site that has its dossier outside this groupement is refused: it cannot be opened twice. */
async function withoutOthers({ store }: Desk, family: Family, survey: Survey): Promise<Survey> {
  const lignes: SurveyLine[] = [];
  for (const line of survey.lignes) {
    const { siret, finess } = line.ouverture ?? { siret: null, finess: null };
    if (siret === null) {
      lignes.push(line);
      continue;
    }
    const { lignes: rows } = await store.list({
      genre: 'dossier',
      ...(finess === null ? { siret } : { finess }),
      limite: 20,
    });
    const open = rows.find(
      (row) => row.cle !== null && row.finess === finess && row.parentId !== family.groupement?.id,
    );
    lignes.push(open ? refuseLine(line, elsewhere(open.denomination)) : line);
  }
  return { ...survey, lignes };
}

function elsewhere(denomination: string): string {
  return `Ce site a déjà un dossier hors de ce groupement, « ${denomination} » : poursuivez-le, ou retirez la ligne.`;
}

function refuseLine(line: SurveyLine, message: string): SurveyLine {
  return { ...line, statut: 'refusee', ouverture: null, connu: null, refus: [{ colonne: null, message }] };
}

function toKnownSite({ id, fiche, procedure, snapshot }: Instance) {
  const { denomination = '', siret = null, finess = null } = fiche;
  const abandonne = procedure.statut(snapshot.value) === 'abandonne';
  return { id, denomination: denomination ?? '', siret, finess, abandonne };
}

function imprint(lignes: readonly OutcomeLine[]): string {
  const seen = lignes.map(({ dossierId, ouverture, ...line }) => [line, ouverture ?? dossierId]);
  return createHash('sha256').update(canonicalJson(seen)).digest('hex').slice(0, 32);
}

function invalid(message: string): Result<never> {
  return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '', message }] });
}
