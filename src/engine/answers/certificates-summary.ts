import { politique } from '../../../machines/decisions.ts';
import { type Acteur, acteurs, type Nature, type StepMeta } from '../../../machines/step.ts';
import { addDays } from '../../days.ts';
import type { Compte } from '../../delays.ts';
import { possibleSince } from '../chronology.ts';
import type { Family } from '../decide.ts';
import type { Instance } from '../instance.ts';
import { leaves, type StepInfo } from '../state-info.ts';
import { awaitedSteps, endOf, limitOf, liveCertificates, sinceOf } from './live-certificates.ts';

/** The live certificates of a dossier summed up: each is told whole beside, and listed in pages. */
export interface CertificatesSummary {
  nombre: number;
  /** How many stand in each state of their life. */
  etats: Told[];
  /** How many await each step, that which is to be seen to first before the others. */
  etapes: AwaitedOfSeveral[];
  /** The most urgent first, ten at most. */
  urgents: UrgentCertificate[];
  /** Where all of them are listed, in pages. */
  liste: string;
}

/** Something that several certificates have in common. */
interface Told {
  id: string;
  libelle: string;
  nombre: number;
}

interface AwaitedOfSeveral extends Told {
  acteur: Acteur;
  acteurLibelle: string;
  nature: Nature;
  /** Whether a fact that ends it is taken now of one of them at least. */
  accepte: boolean;
  /** Of the most urgent of them, as what follows. */
  certificat: string;
  depuis: string;
  /** Since when it can be done: its delay runs from there; null while it waits for somebody else. */
  possibleDepuis: string | null;
  /** Its last day, where it is to be renewed. */
  fin: string | null;
}

interface UrgentCertificate {
  id: string;
  /** The path of its step. */
  etape: string;
  /** « Certificat à retirer (AUTH, Alix Durand) ». */
  libelle: string;
  depuis: string;
  /** The day after which it is late, or that of its end where it is to be renewed; null while it waits for somebody else. */
  limite: string | null;
}

/** Sums up the live certificates of a dossier; null where there are none. */
export function certificatesSummary(family: Family, dossier: Instance): CertificatesSummary | null {
  const { nombre, cohortes, premiers, urgents } = liveCertificates(family, dossier);
  if (nombre === 0) return null;
  const counted = premiers.map((premier, i) => ({ premier, nombre: cohortes[i]?.nombre ?? 0 }));
  return {
    nombre,
    etats: merged(counted.map((one) => ({ ...lifeOf(one.premier), nombre: one.nombre }))),
    etapes: merged(counted.flatMap(awaitedBy).sort(byPossible), (same) => ({
      accepte: same.some(({ accepte }) => accepte),
    })),
    urgents: urgents.flatMap(urgentOf),
    liste: `/api/v1/dossiers/${dossier.id}/certificats`,
  };
}

/** The same by the delays in force instead of the usual ones, for the most urgent; what is to be renewed has its end. */
export function limitedBy(summary: CertificatesSummary | null, compte: Compte): CertificatesSummary | null {
  if (summary === null) return null;
  const awaited = new Map(summary.etapes.map((one) => [one.id, one]));
  const urgents = summary.urgents.map((one) => {
    const { acteur, fin = null } = awaited.get(one.etape) ?? {};
    if (acteur === undefined || fin !== null || one.limite === null) return one;
    const possible = addDays(one.limite, -politique.delaisJours[acteur]);
    return { ...one, limite: compte.limite({ acteur, etape: one.etape }, possible) };
  });
  return { ...summary, urgents: urgents.toSorted(byLimit) };
}

/** Where a certificate is in its life, whoever can act on it. */
function lifeOf({ snapshot }: Instance): { id: string; libelle: string } {
  const leaf = leaves(snapshot).find(({ path }) => path.startsWith('vie.'));
  if (!leaf) throw new Error('A certificate has a life');
  return { id: leaf.path, libelle: (leaf.node.meta as StepMeta).libelle };
}

function awaitedBy({ premier, nombre }: { premier: Instance; nombre: number }): AwaitedOfSeveral[] {
  return awaitedSteps(premier).map((step) => {
    const { libelle, acteur, nature } = step.meta;
    return {
      id: step.id,
      libelle,
      acteur,
      acteurLibelle: acteurs[acteur],
      nature,
      nombre,
      accepte: step.faits.some(({ next }) => next !== null),
      certificat: premier.id,
      depuis: sinceOf(premier, step.id),
      possibleDepuis: possibleSince(premier)[step.id] ?? null,
      fin: endOf(premier, step),
    };
  });
}

/** The same thing of several cohorts told once, as the first of them tells it. */
function merged<T extends Told>(some: readonly T[], merge: (same: readonly T[]) => Partial<T> = () => ({})): T[] {
  return [...Map.groupBy(some, ({ id }) => id).values()].flatMap((same) => {
    const nombre = same.reduce((sum, one) => sum + one.nombre, 0);
    return same.slice(0, 1).map((first) => ({ ...first, nombre, ...merge(same) }));
  });
}

function urgentOf(certificat: Instance): UrgentCertificate[] {
  const [first] = awaitedSteps(certificat)
    .map((step) => ({ step, limite: limitOf(certificat, step) }))
    .sort(byLimit);
  if (!first) return [];
  const { step, limite } = first;
  const depuis = sinceOf(certificat, step.id);
  return [{ id: certificat.id, etape: step.id, libelle: stepLabel(certificat, step), depuis, limite }];
}

const byPossible = (a: AwaitedOfSeveral, b: AwaitedOfSeveral) =>
  Number(a.possibleDepuis === null) - Number(b.possibleDepuis === null);

/** What waits for somebody else comes last. */
export function byLimit(a: { limite: string | null }, b: { limite: string | null }): number {
  if (a.limite === null || b.limite === null) return Number(a.limite === null) - Number(b.limite === null);
  return a.limite.localeCompare(b.limite);
}

/** What a step is called, with whose it is where it is of a certificate. */
export function stepLabel({ procedure, fiche }: Instance, { meta }: StepInfo): string {
  const { usage, beneficiaire } = fiche;
  if (procedure.genre !== 'certificat' || !beneficiaire) return meta.libelle;
  return `${meta.libelle} (${usage}, ${beneficiaire.prenom} ${beneficiaire.nom})`;
}
