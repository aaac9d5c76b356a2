import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { jour } from '../../parts/dates.ts';
import { pastille } from '../../parts/pastille.ts';
import { type Colonne, table } from '../../parts/table.ts';
import { adresse } from '../parts/cadre.ts';
import { double } from '../parts/double.ts';

/** Days during which an éditeur sees a case. */
export type Delegation = Awaited<ReturnType<Services['identites']['delegationsOf']>>[number];

/** A delegation with the names of what it is about. */
export interface Nommee extends Delegation {
  editeur: string;
  denomination: string;
}

/** Delegations under the names of their éditeurs and cases. */
export function nommees(services: Services, all: readonly Delegation[]): Promise<Nommee[]> {
  return Promise.all(
    all.map(async (one) => {
      const [editeur, found] = await Promise.all([
        services.identites.editeur(one.editeurId),
        services.find({ genre: one.genre, id: one.instanceId }),
      ]);
      return {
        ...one,
        editeur: editeur?.nom ?? 'Inconnu',
        denomination: found.ok ? found.value.denomination : one.instanceId,
      };
    }),
  );
}

/** Whether a delegation may still be revoked on that day, and how it stands. */
function etatDe({ revoqueeLe, du, au }: Delegation, today: string): Html {
  if (revoqueeLe !== null) return pastille('neutre', 'Révoquée', 'verrou');
  if (au !== null && au < today) return pastille('neutre', 'Finie');
  return du > today ? pastille('accent', 'À venir') : pastille('bien', 'En cours');
}

/** Delegations, with a way to revoke those that hold or will, for whoever may. */
export function tableDes(
  lignes: readonly Nommee[],
  { legende, today, mayRevoke, de }: { legende: string; today: string; mayRevoke: boolean; de: 'editeur' | 'instance' },
): Html {
  const living = ({ revoqueeLe, au }: Nommee) => revoqueeLe === null && (au === null || au >= today);
  const sur: Colonne<Nommee> = {
    titre: 'Sur',
    role: 'titre',
    cellule: ({ genre, instanceId, denomination }) =>
      double(
        html`<a href="/${genre}s/${instanceId}">${denomination}</a>`,
        genre === 'groupement' && 'Groupement et tous ses sites',
      ),
  };
  const editeur: Colonne<Nommee> = { titre: 'Éditeur', role: 'titre', cellule: (one) => one.editeur };
  const colonnes: Colonne<Nommee>[] = [
    ...(de === 'editeur'
      ? [sur, { ...editeur, role: undefined } as never]
      : [editeur, { ...sur, role: undefined } as never]),
    { titre: 'Du', cellule: ({ du }) => jour(du) },
    { titre: 'Au', cellule: ({ au }) => (au === null ? 'Sans fin' : jour(au)) },
    { titre: 'Motif', cellule: ({ motif }) => motif },
    { titre: 'État', cellule: (one) => etatDe(one, today) },
    {
      titre: 'Révoquer',
      role: 'action',
      cellule: (one) =>
        mayRevoke && living(one)
          ? html`<a href="${adresse('delegations', one.id, 'revocation')}">Révoquer<span class="sr"> : ${one.editeur}, ${one.denomination}</span></a>`
          : null,
    },
  ];
  return table({ legende, colonnes }, lignes);
}
