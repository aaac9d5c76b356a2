import { exempleEtablissement } from '../../machines/formulaires/etablissement.ts';
import type { FactType } from '../../machines/index.ts';
import type { Source } from '../../machines/source.ts';
import type { NextSteps } from '../../src/engine/answers/next-steps.ts';

/** The day on which every journey is told; its facts are earlier. */
export const today = '2026-06-30';

/** Whom every journey is about. */
export const site = exempleEtablissement;

/** Who is told a fact; the certificate is the last one ordered, unless it is the first. */
type Recipient = 'dossier' | 'groupement' | 'certificat' | 'premierCertificat';

/** One fact, and what it changes in what a user reads. */
export interface Step {
  fact: { type: FactType; date: string; [champ: string]: unknown };
  /** The dossier, unless said. */
  on?: Recipient;
  /** The steps that were not shown before. */
  shows?: string[];
  /** What is missing, when the fact is refused; or why it is, when nothing is. */
  refused?: string[];
}

/** The story of one dossier as data. */
export interface Journey {
  title: string;
  source: Source;
  procedure: 'public-ght' | 'prive-mono-site' | 'prive-groupe';
  groupement?: 'ght' | 'groupe-prive';
  steps: Step[];
  ends: { statut: string; restant: number | null; shows: string[] };
}

/** How most journeys end: nothing is owed, and what is only advised is left. */
export const finished: Journey['ends'] = {
  statut: 'enService',
  restant: 0,
  shows: ['Éditeur de logiciel à contacter', 'Mandataire, si le représentant légal délègue'],
};

/** The view of a dossier, as `GET prochaines-etapes` tells it. */
export interface View extends Pick<NextSteps, 'etapes' | 'restant'> {
  dossier: { statut: string };
}

/** Where a journey is played. */
export interface Stage {
  open(journey: Journey): View | Promise<View>;
  /** The view after the fact, or the codes of what it lacks. */
  tell(fact: Step['fact'], on: Recipient): View | string[] | Promise<View | string[]>;
}

/** The journey as a stage tells it back: equal to what was told when all holds. */
export async function play(journey: Journey, stage: Stage): Promise<Journey> {
  let view = await stage.open(journey);
  const steps: Step[] = [];
  for (const { fact, on } of journey.steps) {
    const step = { fact, ...(on && { on }) };
    const answer = await stage.tell(fact, on ?? 'dossier');
    if (Array.isArray(answer)) {
      steps.push({ ...step, refused: answer });
      continue;
    }
    const shows = labels(answer).filter((label) => !labels(view).includes(label));
    steps.push({ ...step, ...(shows.length > 0 && { shows }) });
    view = answer;
  }
  const { dossier, restant } = view;
  return { ...journey, steps, ends: { statut: dossier.statut, restant: restant.minimum, shows: labels(view) } };
}

function labels({ etapes }: View): string[] {
  return etapes.map(({ libelle }) => libelle);
}
