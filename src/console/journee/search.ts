import type { Services } from '../../services.ts';
import { ailleurs, type Shown, type Visit } from '../shell/screen.ts';

/** Straight to the dossier whose number it is; otherwise the list, narrowed by those words. */
export async function search({ services, query }: Visit): Promise<Shown> {
  const q = (query['q'] ?? '').trim().slice(0, 200);
  if (q === '') return ailleurs('/');
  const id = await numberOf(services, q.replace(/[\s.-]/g, '').toUpperCase());
  return ailleurs(id === null ? `/?${new URLSearchParams({ onglet: 'tous', q })}` : `/dossiers/${id}`);
}

/** The one dossier that has that SIRET or FINESS; null for none or several. */
async function numberOf(services: Services, number: string): Promise<string | null> {
  const filter = numberFilter(number);
  if (!filter) return null;
  const { lignes } = await services.list({ genre: 'dossier', ...filter, limite: 3 });
  const live = lignes.filter(({ statut }) => statut !== 'abandonne');
  const [only, ...others] = live.length > 0 ? live : lignes;
  return only && others.length === 0 ? only.id : null;
}

function numberFilter(number: string) {
  if (/^\d{14}$/.test(number)) return { siret: number };
  return /^(?:\d{2}|2[AB])\d{7}$/.test(number) ? { finess: number } : null;
}
