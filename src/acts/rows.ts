import type { CertificatContext } from '../../machines/certificat/setup.ts';
import { idOf } from '../../machines/etablissement/administrateurs.ts';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { dayOf } from '../days.ts';
import { attuned, RIEN_OUI, recordAnnonces, restoreAnnonces, versionKept } from '../engine/announcements.ts';
import { ownRank } from '../engine/answers/live-certificates.ts';
import { isOfToday, isSameView, keepView } from '../engine/answers/view.ts';
import { isLive } from '../engine/cohort.ts';
import { deadlines } from '../engine/deadlines.ts';
import { type Decision, type Family, members } from '../engine/decide.ts';
import { type Fiche, readFiche } from '../engine/fiche.ts';
import { type Instance, recordEtat, restoreEtat } from '../engine/instance.ts';
import { pathOfGenre } from '../engine/opening.ts';
import { err, ok, type Result } from '../engine/refusal.ts';
import type {
  Change,
  Consequences,
  Deadline,
  JournalLine,
  Row,
  Family as StoredFamily,
  StoredRow,
} from '../store/store.ts';

/** Who writes, and when: `jour` in France, `instant` in ISO. */
export interface Writing {
  auteur: string;
  jour: string;
  instant: string;
}

/** What a decision writes; whatever an instance has heard, and not said with an act of its own, comes last. */
export function toChanges(decision: Decision, writing: Writing): Change[] {
  const { before, family, changed, taken } = decision;
  const earlier = new Map(members(before).map((instance) => [instance.id, instance]));
  const told = Map.groupBy(taken, ({ id }) => id);
  return members(family)
    .filter(({ id }) => changed.has(id))
    .map((instance) => ({
      row: toRow(family, instance, writing),
      versionAvant: versionKept(earlier.get(instance.id)),
      journal: [...(told.get(instance.id) ?? []), ...instance.ouies.faits].map((fact) => toLine(fact, writing)),
      echeances: deadlinesChanged(earlier.get(instance.id), instance),
    }));
}

/** The family that a decision has made, once it is written: what was heard is said. */
export function writtenFamily({ family, changed }: Decision): Family {
  const said = (one: Instance) => (changed.has(one.id) && one.ouies.nombre > 0 ? { ...one, ouies: RIEN_OUI } : one);
  return { ...family, certificats: family.certificats.map(said) };
}

/** Null for a row that is not what was written: it is shown, never advanced. */
export function toInstance(row: StoredRow): Instance | null {
  const procedure = findProcedure(row.procedure, row.procedureVersion);
  const etat = row.intacte && procedure ? restoreEtat(procedure, row.etat) : null;
  const announced = etat && procedure && restoreAnnonces(procedure, row);
  if (!etat || !announced || !procedure) return null;
  const { id, parentId, version, ouvertLe } = row;
  const fiche = readFiche(row.fiche);
  return { id, parentId, procedure, version, ...etat, ...announced, fiche, ouvertLe };
}

/** The genre of a groupement, and the path that its sites follow; one whose fiche says none is a bug, and throws. */
export function sitesOf({ genre, nom }: Fiche): { genre: keyof typeof pathOfGenre; procedure: Procedure } {
  const procedure = genre && findProcedure(pathOfGenre[genre]);
  if (!procedure) throw new Error(`No path is published for the sites of ${nom}`);
  return { genre, procedure };
}

/** A family that can be advanced, or the first of its rows that cannot; its certificates have heard all that is announced to them. */
export function toFamily(stored: Omit<StoredFamily, 'cible'>): Result<Family> {
  const family = toFamilyKept(stored);
  return family.ok
    ? ok({ ...family.value, certificats: attunedTo(family.value.dossiers, family.value.certificats) })
    : family;
}

/** Certificates that have heard all that their dossiers announced, where these are known. */
export function attunedTo(dossiers: readonly Instance[], certificats: readonly Instance[]): Instance[] {
  const byId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  return certificats.map((certificat) => {
    const dossier = byId.get(certificat.parentId ?? '');
    return dossier ? attuned(certificat, dossier) : certificat;
  });
}

/** A family as its rows say it. */
function toFamilyKept(stored: Omit<StoredFamily, 'cible'>): Result<Family> {
  const rows = rowsOf(stored);
  const instances = new Map(rows.map((row) => [row.id, toInstance(row)]));
  const bad = rows.find(({ id }) => instances.get(id) === null);
  if (bad) return err({ code: 'dossier-en-quarantaine', id: bad.id });
  const pick = (some: readonly StoredRow[]) => some.flatMap(({ id }) => instances.get(id) ?? []);
  const [groupement = null] = pick(stored.groupement ? [stored.groupement] : []);
  return ok({ groupement, dossiers: pick(stored.dossiers), certificats: pick(stored.certificats), lu: stored.lu });
}

function rowsOf({ groupement, dossiers, certificats }: Omit<StoredFamily, 'cible'>): StoredRow[] {
  return [...(groupement ? [groupement] : []), ...dossiers, ...certificats];
}

/** A member of a family as it is written. */
export function toRow(family: Family, instance: Instance, writing: Writing): Row {
  const { id, parentId, procedure, version, snapshot, fiche } = instance;
  const { denomination, nom = '', siret = null, finess = null } = fiche;
  const statut = procedure.statut(snapshot.value);
  const isCertificat = procedure.genre === 'certificat';
  const rank = isCertificat && isLive(instance) ? ownRank(instance) : null;
  return {
    id,
    genre: procedure.genre,
    parentId,
    version,
    statut,
    siret,
    finess,
    procedure: procedure.id,
    procedureVersion: procedure.version,
    cle: isCertificat ? serialOf(instance) : keyOf(instance, siret, finess),
    denomination: denomination ?? nom ?? '',
    etat: recordEtat(instance),
    fiche: JSON.stringify(fiche),
    vue: keepView(seenFrom(family, instance), instance, writing.jour),
    cohorte: rank?.cohorte ?? null,
    urgence: rank?.urgence ?? null,
    ...recordAnnonces(instance),
    beneficiaire: fiche.beneficiaire ? idOf(fiche.beneficiaire) : null,
    ouvertLe: instance.ouvertLe,
    modifieLe: writing.instant,
  };
}

/** Null while they stay what they were. */
function deadlinesChanged(earlier: Instance | undefined, instance: Instance): Change['echeances'] {
  const echeances = deadlines(instance);
  const isKept = earlier !== undefined && earlier.version > 0;
  return isKept && JSON.stringify(deadlines(earlier)) === JSON.stringify(echeances) ? null : echeances;
}

/** What makes two open dossiers the same: the FINESS, or the SIRET where there is none. */
function keyOf({ procedure, snapshot }: Instance, siret: string | null, finess: string | null): string | null {
  if (procedure.genre !== 'dossier' || procedure.statut(snapshot.value) === 'abandonne') return null;
  return finess === null ? `siret:${siret}` : `finess:${finess}`;
}

/** A dossier that has just left its groupement no longer has it above. */
function seenFrom(family: Family, { procedure, parentId }: Instance): Family {
  return procedure.genre === 'dossier' && parentId === null ? { ...family, groupement: null } : family;
}

/** What no other certificate of the structure bears. */
function serialOf({ parentId, snapshot }: Instance): string | null {
  const { numeroSerie } = snapshot.context as CertificatContext;
  return numeroSerie === null ? null : `serie:${parentId}:${numeroSerie}`;
}

function toLine(
  { event, saisie, dit }: Omit<Decision['taken'][number], 'id'>,
  { auteur, instant: enregistreLe }: Writing,
): JournalLine {
  const { type, date, empreinte } = event;
  return { type, date, enregistreLe, auteur, ...dit, saisie, empreinte };
}

/**
 * What a row keeps beside what is sealed, made again: the first of a family that says otherwise. A family out of its seal is told elsewhere.
 * A dossier was written with what its certificates had just heard, each of them with what it had heard before.
 */
export const strayIn: Consequences = (stored, deadlinesOf) => {
  const [family, kept] = [toFamily(stored), toFamilyKept(stored)];
  if (!family.ok || !kept.ok) return null;
  const { cible, certificats } = stored;
  for (const row of [cible, ...(cible.genre === 'dossier' ? certificats : [])]) {
    const instance = members(kept.value).find(({ id }) => id === row.id);
    const seen = row.genre === 'certificat' ? kept.value : family.value;
    const raison = instance && strayFrom(seen, instance, row, deadlinesOf(row.id));
    if (raison) return { id: row.id, raison };
  }
  return null;
};

/** What a row keeps otherwise than its state says; null when it does not. */
function strayFrom(family: Family, instance: Instance, row: StoredRow, echeances: readonly Deadline[]): string | null {
  const { modifieLe: instant } = row;
  const now = toRow(family, instance, { auteur: '', jour: dayOf(new Date(instant)), instant });
  // What an earlier program kept beside the seal is never told, but made anew.
  const isKept = isOfToday(row.vue);
  if (isKept && !isSameView(row.vue, now.vue)) return 'sa vue n’est pas celle de son état';
  if (textOf(echeances) !== textOf(deadlines(instance))) return 'ses échéances ne sont pas celles de son état';
  const { cohorte, urgence } = isKept ? now : row;
  const isCounted = besideOf(row) === besideOf({ ...now, cohorte, urgence });
  return isCounted ? null : 'ce sous quoi elle est comptée ne suit pas de son état';
}

const besideOf = ({ cohorte, urgence, beneficiaire }: Row) => [cohorte, urgence, beneficiaire].join();

const textOf = (all: readonly Deadline[]) =>
  all
    .map(({ fait, le }) => `${le} ${fait}`)
    .sort()
    .join();
