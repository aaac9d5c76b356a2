import type { Acteur } from '../../machines/step.ts';

/** What stands for each actor beside its colour, on paper and to who sees no colour. */
export const sigles: Record<Acteur, string> = {
  representantLegal: 'RL',
  mandataire: 'MA',
  administrateurTechnique: 'AT',
  etablissement: 'ET',
  dsi: 'DSI',
  editeur: 'ÉD',
  beneficiaire: 'BÉ',
  ans: 'ANS',
};

/** The name that a drawing defines an actor’s mark under: ASCII, as addresses ask. */
export function nameOfMark(acteur: Acteur): string {
  return `pi-${sigles[acteur].normalize('NFD').replaceAll(/[^A-Z]/g, '')}`;
}
