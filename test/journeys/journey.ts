import type { NextSteps } from '../../src/engine/answers/next-steps.ts';
import type { Journey, Recipient, Step } from '../../src/sandbox/vies/journey.ts';

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
