import type { Desk } from '../../acts/act.ts';
import { courrielOf } from '../../acts/mails.ts';
import type { DossierFinders } from '../../mail/matching.ts';
import type { StoredRow } from '../../store/store.ts';

const ENDED = ['clos', 'abandonne'];

/** How the dossiers of a desk are found by a mail; `estDeTous` says whether an address is of somebody who writes about any. */
export function findersOf(
  { store }: Desk,
  adresse: string | null,
  estDeTous: (adresse: string) => Promise<boolean>,
): DossierFinders {
  const { courriels } = store;
  const open = (rows: readonly StoredRow[], by: string) => {
    const live = rows.filter(({ statut }) => !ENDED.includes(statut));
    return (live.length > 0 ? live : rows).map(({ id }) => ({ id, by }));
  };
  const numbered = (field: 'siret' | 'finess') => async (numbers: readonly string[]) => {
    const each = await Promise.all(
      numbers.map(async (by) => open((await store.list({ genre: 'dossier', [field]: by, limite: 20 })).lignes, by)),
    );
    return each.flat();
  };
  return {
    byToken: (tokens) => courriels.parJeton(tokens.map((one) => one.toLowerCase())),
    async byMessageId(ids) {
      const own = adresse === null ? [] : ids.flatMap((one) => courrielOf(one, adresse) ?? []);
      return [...(await courriels.parCourriel(own)), ...(await courriels.parMessage(ids))];
    },
    async byReference(references) {
      const rows = await Promise.all(references.map((one) => store.row(one)));
      return rows.flatMap((row) => (row?.genre === 'dossier' ? { id: row.id, by: row.id } : []));
    },
    bySiret: numbered('siret'),
    byFiness: numbered('finess'),
    async bySender(address, most) {
      return (await estDeTous(address)) ? [] : await courriels.parAdresse(address, most + 1);
    },
  };
}
