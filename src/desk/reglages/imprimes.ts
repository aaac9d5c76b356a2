import { Carte } from '../../acroform/types.ts';
import { dayOf } from '../../days.ts';
import { auteurOf, type Identity } from '../../identity/identity.ts';
import { toActe } from '../../identity/registre.ts';
import type { ReglageDesk } from './reglages.ts';
import { valeurAu } from './valeurs.ts';

/** What is known of somebody else’s own sheet for a form is a setting: it has a history, and nothing is overwritten. */
const CLE = 'imprime.';

/** Which field of the fillable PDF of a form is which of ours. */
export function createImprimes({ store, clock }: ReglageDesk) {
  return {
    /** In force today; null where none was learnt. */
    carte(formulaire: string): Carte | null {
      const histoire = store.reglages.valeurs().filter(({ cle }) => cle === `${CLE}${formulaire}`);
      const ruling = valeurAu(histoire, dayOf(clock()));
      return ruling ? (Carte.safeParse(JSON.parse(ruling.valeur)).data ?? null) : null;
    },
    /** From today on. */
    async retenir(par: Identity, formulaire: string, carte: Carte): Promise<void> {
      const now = clock();
      const [cle, valeur] = [`${CLE}${formulaire}`, JSON.stringify(carte)];
      const acte = toActe(par, now, {
        acte: 'reglage.pose',
        cible: cle,
        detail: { champs: Object.keys(carte).length },
      });
      const du = dayOf(now);
      await store.reglages.addValeur(
        { cle, valeur, du, au: null, motif: '', poseLe: acte.le, posePar: auteurOf(par) },
        acte,
      );
    },
  };
}
