import type { IdentityStore } from '../store/identities.ts';

/** How an author of the journal is told to persons. */
export type Nommer = (auteur: string) => string;

const others: Readonly<Record<string, string>> = { calendrier: 'Le calendrier', regle: 'Une règle d’affectation' };

/** The names of some authors of the journal, each read once. */
export async function nommer(store: IdentityStore, auteurs: readonly string[]): Promise<Nommer> {
  const distinct = [...new Set(auteurs)];
  const keys = distinct.some((auteur) => auteur.startsWith('cle:')) ? await store.cles() : [];
  const named = await Promise.all(
    distinct.map(async (auteur): Promise<[string, string]> => {
      const [genre = '', id = ''] = auteur.split(':');
      if (genre === 'compte') return [auteur, (await store.compte(id))?.nom ?? 'Un compte supprimé'];
      if (genre !== 'cle') return [auteur, others[auteur] ?? 'Le service'];
      const key = keys.find((one) => one.id === id);
      return [auteur, key ? `Le programme « ${key.nom} »` : 'Un programme'];
    }),
  );
  const names = new Map(named);
  return (auteur) => names.get(auteur) ?? 'Le service';
}
