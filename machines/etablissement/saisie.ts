import type { z } from 'zod';
import type { Faute } from '../event.ts';
import { choix } from '../formulaires/champs.ts';
import { type FormulaireId, formulaires } from '../formulaires/index.ts';

/** §4.1 — how a card of the staff is ordered. */
export const moyenCarte = choix('Moyen', { 'formulaire-301': 'Formulaire 301', tom: 'Téléservice TOM' });

/** The content of a form that goes with a fact. */
export const saisieOf = <Id extends FormulaireId>(id: Id) =>
  formulaires[id].schema.optional().meta({ question: 'Joindre le contenu du formulaire ?' }) as z.ZodOptional<
    (typeof formulaires)[Id]['schema']
  >;

/** A21 — form 301 orders the card of one role alone: that of the fact which bears it. */
export function verifyRole(
  saisie: { role: string } | undefined,
  role: 'mandataire' | 'administrateurTechnique',
): Faute[] {
  if (saisie === undefined || saisie.role === role) return [];
  const qui = role === 'mandataire' ? 'd’un mandataire' : 'd’un administrateur technique';
  return [
    {
      path: ['saisie', 'role'],
      message: `Ce fait demande la carte ${qui} : corrigez le rôle, ou déclarez l’autre fait.`,
    },
  ];
}
