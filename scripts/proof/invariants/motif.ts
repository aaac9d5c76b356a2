import type { Formule, Motif } from '../claim.ts';
import { TROP_TARD } from '../variants.ts';

/** Any of those facts. */
export const fait = (...faits: string[]): Motif => ({ faits });

/** Any fact but those. */
export const autresQue = (...sauf: string[]): Motif => ({ sauf });

/** Any of those facts, told on a day when every card has ended. */
export const tropTard = (...faits: string[]): Motif => ({ faits, saisie: { date: TROP_TARD } });

/** Anywhere but there. */
export const horsDe = (etat: Formule): Formule => ({ non: etat });
