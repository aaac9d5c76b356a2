import type { Services } from '../../../services.ts';

/** How an author of the journal is told to persons. */
export type Nommer = (auteur: string) => string;

const others: Readonly<Record<string, string>> = { calendrier: 'Le calendrier' };

/** The names of some authors of the journal, each read once. */
export async function namesOf(services: Services, auteurs: readonly string[]): Promise<Nommer> {
  const distinct = [...new Set(auteurs)];
  const keys = distinct.some((auteur) => auteur.startsWith('cle:')) ? await services.identites.keys() : [];
  const named = await Promise.all(
    distinct.map(async (auteur): Promise<[string, string]> => {
      const [genre = '', id = ''] = auteur.split(':');
      if (genre === 'compte') return [auteur, (await services.identites.compte(id))?.nom ?? 'Un compte supprimé'];
      if (genre !== 'cle') return [auteur, others[auteur] ?? 'Le service'];
      const key = keys.find((one) => one.id === id);
      return [auteur, key ? `Le programme « ${key.nom} »` : 'Un programme'];
    }),
  );
  const names = new Map(named);
  return (auteur) => names.get(auteur) ?? 'Le service';
}
