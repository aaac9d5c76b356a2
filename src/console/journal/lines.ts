import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { type Acteur, acteurs } from '../../../machines/step.ts';
import { descendants } from '../../engine/graph/independence.ts';
import { FAIT_CORRIGE, readCorrection } from '../../engine/history/corrections.ts';
import { libelleOf } from '../../engine/history/uncorrectable.ts';
import { plain } from '../../fold.ts';
import type { Nommer } from '../../identity/identities.ts';
import { memoOf } from '../../memo.ts';
import type { Services } from '../../services.ts';
import { type CaseRead, type Cible, factIn } from '../dossier/read/case.ts';
import { certificateName, type LigneSituee, linesAfter } from '../dossier/read/lines.ts';

/** A line of the journal as it is told to persons. */
export interface LigneLue {
  ligne: LigneSituee;
  cible: Cible;
  procedure: Procedure | null;
  libelle: string;
  /** Who brought the fact; null for an opening or a correction. */
  acteur: Acteur | null;
  /** The regions of the machine that hear of it, by their French names. */
  regions: readonly string[];
  auteur: string;
  /** « pour le certificat AUTH de Camille Martin »; null for the case itself. */
  sujet: string | null;
  /** Whether it follows from another fact, and nobody told it here. */
  derive: boolean;
}

/** The whole journal of a case and of its certificates, newest first. */
export async function readJournal(services: Services, { cible, procedure }: CaseRead): Promise<LigneLue[]> {
  const lines = await linesAfter(services, cible, 0);
  const names = await services.identites.nommer(lines.map(({ auteur }) => auteur));
  const certificat = findProcedure('certificat');
  return lines.map((line) => toRead(line, cible, line.certificat ? certificat : procedure, names)).toReversed();
}

function toRead(ligne: LigneSituee, cible: Cible, procedure: Procedure | null, names: Nommer): LigneLue {
  const { type, certificat, auteur } = ligne;
  const fact = factIn(procedure, type);
  return {
    ligne,
    procedure,
    acteur: fact?.acteur ?? null,
    derive: fact?.derive ?? false,
    cible: certificat ? { genre: 'certificat', id: certificat.id } : cible,
    libelle: procedure ? libelleOf(procedure, type) : type,
    regions: certificat ? ['Certificats'] : regionsOf(procedure, type),
    auteur: names(auteur),
    sujet: certificat ? certificateName(certificat.fiche) : null,
  };
}

/** The regions that hear of a fact, by their French names. */
function regionsOf(procedure: Procedure | null, type: string): readonly string[] {
  if (!procedure) return [];
  return hearersOf(procedure).get(type) ?? [];
}

const hearersOf = memoOf(({ machine }: Procedure): ReadonlyMap<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const region of Object.values(machine.root.states)) {
    const { libelle } = region.meta as { libelle: string };
    const types = new Set([region, ...descendants(region)].flatMap((node) => [...node.transitions.keys()]));
    for (const type of types) found.set(type, [...(found.get(type) ?? []), libelle]);
  }
  return found;
});

/** What a journal is asked to show. */
export interface Filtre {
  q: string;
  acteur: string;
  region: string;
  auteur: string;
  /** Days (YYYY-MM-DD) on which facts happened; '' for no bound. */
  du: string;
  au: string;
  /** Whether what follows from other facts is shown too. */
  suites: boolean;
}

/** The lines that a filter keeps. */
export function filtered(lines: readonly LigneLue[], filtre: Filtre): LigneLue[] {
  const words = plain(filtre.q).split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) =>
      (filtre.suites || !line.derive) &&
      isWithin(line, filtre) &&
      isOf(line, filtre) &&
      words.every((word) => plain(textOf(line)).includes(word)),
  );
}

function isWithin({ ligne: { date } }: LigneLue, { du, au }: Filtre): boolean {
  return (du === '' || date >= du) && (au === '' || date <= au);
}

function isOf({ acteur, regions, ligne }: LigneLue, filtre: Filtre): boolean {
  if (filtre.acteur !== '' && acteur !== filtre.acteur) return false;
  if (filtre.auteur !== '' && ligne.auteur !== filtre.auteur) return false;
  return filtre.region === '' || regions.includes(filtre.region);
}

function textOf({ ligne, libelle, auteur, acteur, sujet }: LigneLue): string {
  return [libelle, auteur, acteur && acteurs[acteur], sujet, ligne.saisie].filter(Boolean).join(' ');
}

/** What a line of correction did, and to which lines. */
export function correctionIn({ ligne }: LigneLue) {
  return ligne.type === FAIT_CORRIGE ? readCorrection(ligne) : null;
}
