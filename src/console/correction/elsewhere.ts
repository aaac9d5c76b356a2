import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import { findFact } from '../../../machines/index.ts';
import { standingLines } from '../../engine/history/corrections.ts';
import type { CorrectedLine } from './line.ts';

/** Who or what was named otherwise than it is now: a person by his names, a card by what is printed on it. */
interface Renamed {
  isSure: boolean;
  from: Record<string, unknown>;
  to: Record<string, unknown>;
}

/** Another line that says the same mistake, what it would say instead, and whether it surely does. */
export type SameMistake = ReturnType<typeof elsewhere>[number];

/**
 * A person and a card are one thing wherever they are told: what must be said of them in the other lines of the case. Whom the line named
 * already is nobody’s new name: he took the place of one who was removed from a list.
 */
export function elsewhere(sought: CorrectedLine, remplacement: object | null) {
  const before = saidBy(sought.line.ligne.saisie);
  const renamed = renamedIn(before, remplacement).filter(({ to }) => !mentions(before, to));
  if (renamed.length === 0) return [];
  const own = [...sought.lines.values()].filter(({ cible }) => cible.id === sought.cible.id);
  const lines = own.map(({ ligne }) => ligne).sort((a, b) => a.rang - b.rang);
  return standingLines(lines).flatMap(({ rang, type, date, saisie, auteur, enregistreLe }) => {
    const fact = findFact(type);
    if (rang === sought.rang || saisie === null || !fact || fact.derive) return [];
    const said = saidBy(saisie);
    const instead = renamed.reduce(saidOtherwise, said);
    if (isAlike(instead, said)) return [];
    const isSure = isAlike(instead, renamed.filter((one) => one.isSure).reduce(saidOtherwise, said));
    return [
      {
        rang,
        libelle: fact.libelle,
        date,
        remplacement: { ...(instead as object), date },
        isSure,
        source: { auteur, enregistreLe },
      },
    ];
  });
}

function saidBy(saisie: string | null): unknown {
  return JSON.parse(saisie ?? '{}');
}

/** What tells a person, or a card, from another. */
const identities = [
  { asks: ['nom', 'prenom'], by: ['nom', 'prenom'] },
  { asks: ['type', 'fin'], by: ['type', 'fin', 'numero'] },
];

function renamedIn(before: unknown, after: unknown): Renamed[] {
  if (!isObject(before) || !isObject(after)) return [];
  const inner = Object.keys(before).flatMap((cle) => renamedIn(before[cle], after[cle]));
  const identity = identities.find(({ asks }) => asks.every((cle) => cle in before && cle in after));
  if (!identity) return inner;
  const [from, to] = [before, after].map((one) => identityOf(one, identity.by));
  const isSure = identity.asks.includes('nom') || 'numero' in (from ?? {});
  return from && to && !isAlike(from, to) ? [...inner, { from, to, isSure }] : inner;
}

function saidOtherwise(said: unknown, renamed: Renamed): unknown {
  if (Array.isArray(said)) return said.map((one) => saidOtherwise(one, renamed));
  if (!isObject(said)) return said;
  const { from, to } = renamed;
  const names = isNames(from) && isNames(to) ? ([idOf(from), idOf(to)] as const) : null;
  return Object.fromEntries(
    Object.entries({ ...said, ...(isThe(said, from) && to) }).map(([cle, value]) => {
      if (names && cle === 'administrateur' && value === names[0]) return [cle, names[1]];
      return [cle, saidOtherwise(value, renamed)];
    }),
  );
}

function isThe(said: Record<string, unknown>, who: Renamed['from']): boolean {
  return Object.entries(who).every(([cle, value]) => said[cle] === value);
}

function mentions(said: unknown, who: Renamed['from']): boolean {
  return isObject(said) && (isThe(said, who) || Object.values(said).some((inner) => mentions(inner, who)));
}

function isAlike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function identityOf(one: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((cle) => one[cle] !== undefined).map((cle) => [cle, one[cle]]));
}

function isNames(one: Record<string, unknown>): one is { nom: string; prenom: string } {
  return typeof one['nom'] === 'string' && typeof one['prenom'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
