import type { Services } from '../../services.ts';

/** A case that was named. */
interface FoundCase {
  genre: 'dossier' | 'groupement';
  id: string;
  denomination: string;
}

/** The case that somebody names by its id, the address of its page, its SIRET or its FINESS; null for none, or several. */
export async function findCase(services: Services, saisie: string): Promise<FoundCase | null> {
  const text = saisie.trim();
  const id = /(?:dossiers|groupements)\/([\w-]+)/.exec(text)?.[1] ?? text;
  for (const genre of ['dossier', 'groupement'] as const) {
    const found = await services.find({ genre, id });
    if (found.ok) return { genre, id, denomination: found.value.denomination };
  }
  const number = text.replaceAll(/\s/g, '').toUpperCase();
  const by = /^\d{14}$/.test(number) ? { siret: number } : { finess: number };
  const { lignes } = await services.list({ genre: 'dossier', ...by, limite: 2 });
  const [one] = lignes;
  return one && lignes.length === 1 ? { genre: 'dossier', id: one.id, denomination: one.denomination } : null;
}
