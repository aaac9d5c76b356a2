import { z } from 'zod';
import type { Avertissement } from '../../machines/avertissement.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { lastDayOf } from '../days.ts';
import { type Erreur, toErreurs } from '../result.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './platform.ts';
import { err, ok, type Result } from './refusal.ts';
import type { MachineEvent } from './transition.ts';

const SANS_TYPE = 'Indiquez le type du fait, par exemple « contrat.trouve ».';

/** A fact as it is told: its own schema depends on its type. */
export const FaitDit = z.looseObject({ type: z.string(SANS_TYPE), date: z.unknown().meta({ type: 'string' }) });
export interface FaitDit {
  readonly type: string;
  readonly [champ: string]: unknown;
}

/** The first day on which a fact may have happened. */
const ORIGINE = '2000-01-01';

/** A fact that a procedure knows, checked; `saisie` holds its own fields. */
export interface ParsedFact {
  event: MachineEvent;
  saisie: string;
  avertissements: Avertissement[];
}

/** Checks what was sent against the facts of `procedure`; none may pass today, wherever in France it is told. */
export function parseFact(
  procedure: Procedure,
  input: unknown,
  { jour, instant }: { jour: string; instant: string },
): Result<ParsedFact> {
  const type = typeOf(input);
  const fact = type === null ? undefined : knownFact(procedure, type);
  if (type === null || !fact) return invalid([{ pointeur: '/type', message: explainType(procedure, type) }]);
  const parsed = fact.schema.safeParse(input);
  if (!parsed.success) return invalid(toErreurs(parsed.error));
  const { date } = parsed.data;
  const [last = jour] = [jour, lastDayOf(new Date(instant))].sort().reverse();
  if (date > last) return invalid([{ pointeur: '/date', message: `Un fait est passé : le ${last} au plus tard.` }]);
  if (date < ORIGINE) return invalid([{ pointeur: '/date', message: `Vérifiez l’année : le ${ORIGINE} au plus tôt.` }]);
  return ok({ ...seal(parsed.data), avertissements: fact.avertir(parsed.data as never) });
}

/** A fact that follows from another, with the imprint that its machine expects. */
export function seal(fact: { type: string; date: string }): { event: MachineEvent; saisie: string } {
  const { type, date, ...champs } = fact;
  const saisie = canonicalJson(champs);
  return { event: { ...champs, type, date, empreinte: sha256(saisie) }, saisie };
}

function typeOf(input: unknown): string | null {
  const type = typeof input === 'object' && input !== null && 'type' in input ? input.type : null;
  return typeof type === 'string' ? type : null;
}

function knownFact({ facts }: Procedure, type: string) {
  const fact = Object.hasOwn(facts, type) ? facts[type] : undefined;
  return fact?.derive ? undefined : fact;
}

function explainType({ facts }: Procedure, type: string | null): string {
  if (type === null) return SANS_TYPE;
  if (Object.hasOwn(facts, type)) return `« ${type} » découle d’un autre fait : il ne se déclare pas.`;
  return `« ${type} » n’est pas un fait de cette procédure : consultez la liste de ses faits.`;
}

function invalid(erreurs: Erreur[]): Result<never> {
  return err({ code: 'saisie-invalide', erreurs });
}
