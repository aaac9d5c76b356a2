import { addDays } from '../../days.ts';
import type { Onglet, Tri, WorkAsked, WorkFilters, WorkOrder, WorkQuery } from '../../store/work.ts';
import { wordsOf } from './text.ts';

/** What narrows the list, as a person says it. */
export interface Filtres
  extends Pick<WorkFilters, 'procedure' | 'statut' | 'etape' | 'acteur' | 'departement' | 'sansGroupement'> {
  /** An id, or a part of a name. */
  groupement?: string | undefined;
  /** The id of an éditeur, by what is delegated to it today. */
  editeur?: string | undefined;
  /** The id of an account, or « personne ». */
  affecte?: string | undefined;
  /** Late for so many days at least. */
  retard?: number | undefined;
  /** Words of a name, a number, a person. */
  q?: string | undefined;
}

/** Who asks (the id of an account) for which part of which tab, in which order; `page` from 1. */
export interface Demande {
  moi: string;
  onglet: Onglet;
  filtres: Filtres;
  tri: Tri;
  descendant: boolean;
  page: number;
  parPage: number;
}

const IS_ID = /^[\da-f]{8}-[\da-f-]{27}$/;

/** What a demand asks of the store on the day `jour`. */
export function toAsked({ moi, filtres }: Pick<Demande, 'moi' | 'filtres'>, jour: string): WorkAsked {
  const { groupement, editeur, affecte, retard, q, ...same } = filtres;
  const wanted: WorkFilters = {
    ...same,
    [groupement !== undefined && IS_ID.test(groupement) ? 'groupement' : 'groupementNomme']: groupement,
    delegueA: editeur === undefined ? undefined : { editeurId: editeur, jour },
    affecte: affecte === 'personne' ? '' : affecte,
    limiteAvant: retard === undefined ? undefined : addDays(jour, -Math.max(1, retard)),
    mots: (q === undefined ? null : wordsOf(q)) ?? undefined,
  };
  return { moi, jour, filtres: wanted };
}

/** A list whole. */
export type DemandeEntiere = Omit<Demande, 'page' | 'parPage'>;

/** The same with the order that is wanted. */
export function toOrder(demande: DemandeEntiere, jour: string): WorkOrder {
  const { onglet, tri, descendant } = demande;
  return { ...toAsked(demande, jour), onglet, tri, descendant };
}

/** The same with the part that is wanted. */
export function toQuery(demande: Demande, jour: string): WorkQuery {
  const { page, parPage } = demande;
  return { ...toOrder(demande, jour), limite: parPage, decalage: (page - 1) * parPage };
}
