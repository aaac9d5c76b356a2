import { findProcedure } from '../../../../machines/index.ts';
import type { MatrixSite } from '../lu.ts';

/** An act that may be told to several sites at once: it needs its day alone. */
export interface ActeCommun {
  type: string;
  libelle: string;
  /** How many of the sites take it now. */
  sites: number;
}

/** The acts that some of the sites take now, those that serve most first. */
export function commonActs(sites: readonly MatrixSite[]): ActeCommun[] {
  const counts = new Map<string, number>();
  for (const { faits } of sites) for (const type of faits) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .flatMap(([type, count]) => {
      const libelle = libelleOf(type);
      return libelle === null ? [] : [{ type, libelle, sites: count }];
    })
    .toSorted((a, b) => b.sites - a.sites || a.libelle.localeCompare(b.libelle, 'fr'));
}

/** What an act is called, if its day is all that it needs; null for the others. */
export function libelleOf(type: string): string | null {
  const facts = findProcedure('public-ght')?.facts ?? {};
  const fact = Object.hasOwn(facts, type) ? facts[type] : undefined;
  if (!fact || fact.derive || fact.parSite) return null;
  return fact.schema.safeParse({ type, date: '2026-01-01' }).success ? fact.libelle : null;
}
