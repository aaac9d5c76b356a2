import { findProcedure } from '../../../machines/index.ts';
import { site } from '../../../src/sandbox/vies/journey.ts';
import type { Services } from '../../../src/services.ts';
import { given } from '../../http/people.ts';

const act = { auteur: 'compte:agent', version: null };
const procedure = findProcedure('prive-mono-site');

/** Opens a dossier, and tells it facts, each a day later from 1 November 2026 on. */
export async function openTold(services: Services, types: readonly string[], finess = site.finess): Promise<string> {
  const opening = { procedure: 'prive-mono-site', etablissement: { ...site, finess } };
  const { row } = given(await services.openDossier(opening, act));
  await tellAs(services, row.id, types);
  return row.id;
}

/** Tells facts by their first example, all on the day `jour`, else each a day later from 1 November 2026 on. */
export async function tellAs(services: Services, id: string, types: readonly string[], jour?: string): Promise<void> {
  for (const [rank, type] of types.entries()) {
    const [exemple] = procedure?.facts[type]?.exemples ?? [];
    const date = jour ?? `2026-11-${String(rank + 1).padStart(2, '0')}`;
    given(await services.record({ genre: 'dossier', id }, { ...exemple, type, date }, act));
  }
}

/** The rang of the last line of a type. */
export async function rangOf(services: Services, id: string, type: string): Promise<number> {
  const lines = given(await services.journal({ genre: 'dossier', id }, 0, 200));
  return lines.findLast((line) => line.type === type)?.rang ?? 0;
}

/** Withdraws the last line of a type, with what no longer holds. */
export async function withdrawn(services: Services, id: string, type: string, motif: string): Promise<void> {
  const cible = { genre: 'dossier', id } as const;
  const rang = await rangOf(services, id, type);
  const { version, retires } = given(await services.previewCorrection(cible, { rang, remplacement: null }));
  const asked = { rang, remplacement: null, motif, version, retires: retires.map((one) => one.rang) };
  given(await services.correct(cible, asked, act));
}
