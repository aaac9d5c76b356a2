import { qualites } from '../../../../machines/certificat/demande.ts';
import { certificat } from '../../../../machines/certificat/procedure.ts';
import type { CertificatOuvert } from '../../../../machines/effect.ts';
import type { Fact } from '../../../../machines/event.ts';
import { findProcedure } from '../../../../machines/index.ts';
import type { Procedure } from '../../../../machines/procedure.ts';
import { dayOf } from '../../../days.ts';
import { actOf } from '../../../engine/answers/shortest-path.ts';
import { type Fiche, readFiche } from '../../../engine/fiche.ts';
import { restoreEtat } from '../../../engine/instance.ts';
import { ok, type Result } from '../../../engine/refusal.ts';
import type { RemainingAct } from '../../../engine/remaining-act.ts';
import type { Services } from '../../../services.ts';
import type { Visit } from '../../shell/screen.ts';
import { fullName } from '../../ui/words.ts';

/** What a screen of this area is about: a kind of case, and its id. */
export type Cible = Parameters<Services['find']>[0];
/** The value of a « oui ». */
export type Given<T> = Extract<Awaited<T>, { ok: true }> extends { value: infer V } ? V : never;
/** A case as it is kept. */
export type StoredRow = Given<ReturnType<Services['find']>>;
/** A line of the journal. */
export type Ligne = Given<ReturnType<Services['journal']>>[number];

type Lu = Given<ReturnType<Services['view']>>['vue']['suite'];
/** A step of it. */
export type Etape = Lu['etapes'][number];
/** A fact that a step waits for. */
export type Fait = Etape['faits'][number];
/** An act of the shortest way, and how often it is to be done. */
type Restant = RemainingAct & { nombre: number };
/** What is next for a case, the acts of the shortest way named. */
export interface Suite extends Omit<Lu, 'restant'> {
  restant: Omit<Lu['restant'], 'etapes'> & { etapes: Restant[] };
}

/** The running machine of a case that is whole. */
export type Etat = NonNullable<ReturnType<typeof restoreEtat>>;

/** A case as the console shows it. */
export interface CaseRead {
  cible: Cible;
  row: StoredRow;
  fiche: Fiche;
  procedure: Procedure | null;
  /** Null when the row is no longer what was written: it is shown, never advanced. */
  etat: Etat | null;
  /** Null in quarantine. */
  suite: Suite | null;
}

/** Reads a case with what is next for it; a bad row, its own or a relative’s, leaves it without. */
export async function readCase(services: Services, cible: Cible): Promise<Result<CaseRead>> {
  const found = await services.find(cible);
  if (!found.ok) return found;
  const row = found.value;
  const procedure = findProcedure(row.procedure, row.procedureVersion);
  const etat = row.intacte && procedure ? restoreEtat(procedure, row.etat) : null;
  const seen = etat ? await services.view(cible) : null;
  const suite = seen?.ok && procedure ? named(procedure, seen.value.vue.suite) : null;
  return ok({ cible, row, fiche: readFiche(row.fiche), procedure, etat, suite });
}

function named(procedure: Procedure, lu: Lu): Suite {
  const acts = lu.restant.etapes.map(({ type, nombre }) => ({ ...factOf(procedure, type), nombre }));
  return { ...lu, restant: { ...lu.restant, etapes: acts } };
}

/** A fact that a procedure knows; undefined for any other line of a journal. */
export function factIn(procedure: Procedure | null, type: string): Fact | undefined {
  return procedure && Object.hasOwn(procedure.facts, type) ? procedure.facts[type] : undefined;
}

/** A fact of a case, or of its certificates, as an act to do. */
export function factOf(procedure: Procedure, type: string): RemainingAct {
  return actOf(factIn(procedure, type) ? procedure : certificat, type);
}

/** All that a case may be told now, or is refused with what is missing, once per step that waits for it; nothing in quarantine. */
export function factsIn({ suite }: Pick<CaseRead, 'suite'>): Fait[] {
  return suite ? [...suite.etapes.flatMap(({ faits }) => faits), ...suite.autresFaits] : [];
}

/** Whether a case takes a fact now. */
export function takes(affaire: Pick<CaseRead, 'suite'>, type: string): boolean {
  return factsIn(affaire).some((fait) => fait.type === type && fait.accepte);
}

/** Where a case is in the console. */
export function pathOf({ genre, id }: Cible): string {
  return `/${genre}s/${id}`;
}

/** The case that a path of the API posts to: `/api/v1/dossiers/<id>/faits`. */
export function cibleOf(vers: string): Cible | null {
  const [, genre, id = ''] = /^\/api\/v1\/(dossier|groupement|certificat)s\/([^/]+)\/faits$/.exec(vers) ?? [];
  return genre === undefined ? null : { genre: genre as Cible['genre'], id };
}

/** Whoever is at a screen of a case. */
export type Visitor = Pick<Visit<unknown>, 'services' | 'identite' | 'params' | 'request' | 'apart'>;

const BATCH = 500;

/** What happened to a case and to its certificates after a rank of the journal, in the order in which it was told. */
export async function linesAfter(services: Services, cible: Cible, rang: number) {
  const moved = await services.moved(cible.id, rang);
  const told = await Promise.all(moved.map(({ id }) => linesOf(services, cible, id, rang)));
  return told.flat().sort((a, b) => a.rang - b.rang);
}

/** A line of the journal with the certificate that it is of; null for the case itself. */
export type LigneSituee = Awaited<ReturnType<typeof linesOf>>[number];

async function linesOf(services: Services, cible: Cible, id: string, rang: number) {
  const own = id === cible.id ? cible : { genre: 'certificat' as const, id };
  const found = own === cible ? null : await services.find(own);
  const certificat = found?.ok ? found.value : null;
  const lines = await ownLines(services, own, rang);
  return lines.map((line) => ({ ...line, certificat }));
}

/** « Certificat AUTH, Alix Durand », from what is kept of it. */
export function certificateName(fiche: string): string {
  const { usage, beneficiaire } = readFiche(fiche);
  return beneficiaire ? `Certificat ${usage}, ${fullName(beneficiaire)}` : 'Certificat';
}

async function ownLines(services: Services, cible: Cible, rang: number): Promise<Ligne[]> {
  const lines: Ligne[] = [];
  for (let apres = rang; ; apres = lines.at(-1)?.rang ?? apres) {
    const page = await services.journal(cible, apres, BATCH);
    if (!page.ok) return lines;
    lines.push(...page.value);
    if (page.value.length < BATCH) return lines;
  }
}

/** How many are read for a page. */
const PER_PAGE = 50;

/** How many certificates a dossier has, ended or not; none of any other case. */
export function countCertificates(services: Services, { genre, id }: Cible): Promise<number> {
  if (genre !== 'dossier') return Promise.resolve(0);
  return services.count({ genre: 'certificat', parentId: id, limite: 1 }, Number.MAX_SAFE_INTEGER);
}

/** A page of the certificates of a dossier, oldest first; the last one where there are not so many. */
export async function readCertificates(services: Services, { cible }: CaseRead, asked: number) {
  const total = await countCertificates(services, cible);
  const last = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), last);
  const rows = await services.list({ genre: 'certificat', parentId: cible.id, limite: page * PER_PAGE });
  const shown = rows.lignes.slice((page - 1) * PER_PAGE);
  const read = await Promise.all(shown.map(({ id }) => readCase(services, { genre: 'certificat', id })));
  return { certificats: read.flatMap((one) => (one.ok ? [toCertificate(one.value)] : [])), page, last, total };
}

/** A certificate as a list shows it; its last day is null before it is withdrawn. */
export type CertificatLu = ReturnType<typeof toCertificate>;

/** What is known of a certificate. */
export function toCertificate({ row, fiche, etat, suite, procedure }: CaseRead) {
  const { usage, beneficiaire, remplace } = fiche as unknown as CertificatOuvert;
  const [vie = ''] = Object.keys(etat?.depuis ?? {}).filter((path) => path.startsWith('vie.'));
  const node = procedure?.machine.root.states['vie']?.states[vie.slice('vie.'.length)];
  const { libelle = 'En quarantaine' } = (node?.meta ?? {}) as { libelle?: string };
  const { fin = null } = (etat?.snapshot.context ?? {}) as { fin?: string | null };
  return {
    id: row.id,
    usage,
    statut: row.statut,
    etat: libelle,
    fin,
    remplace,
    ouvertLe: row.ouvertLe,
    beneficiaire: fullName(beneficiaire),
    qualite: qualites[beneficiaire.qualite],
    depuis: etat?.depuis[vie] ?? dayOf(new Date(row.ouvertLe)),
    prochaine: suite?.etapes[0] ?? null,
  };
}
