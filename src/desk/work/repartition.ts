import { readFiche } from '../../engine/fiche.ts';
import type { IdentityStore } from '../../store/identities.ts';
import type { StoredRow } from '../../store/store.ts';
import { departementOf } from '../../working-days.ts';
import type { Affectations } from '../reglages/affectations.ts';
import type { Travail } from './travail.ts';

/** What dossiers are shared out with. */
interface Sharing {
  affectations: Affectations;
  travail: Pick<Travail, 'affecter'>;
  identites: Pick<IdentityStore, 'compte' | 'delegationsOf'>;
  today(): string;
}

/** A dossier as it was just opened. */
type Opened = Pick<StoredRow, 'id' | 'parentId' | 'fiche'>;

/** Who gives dossiers by a rule, as an author. */
const PAR_REGLE = 'regle';

/** Gives dossiers that were just opened to whom the rules say: of the groupement first, of the éditeur, of the département; nobody who is away or gone. */
export async function shareOut(sharing: Sharing, rows: readonly Opened[]): Promise<void> {
  const jour = sharing.today();
  if (sharing.affectations.regles(jour).length === 0) return;
  for (const row of rows) {
    const compteId = await holderOf(sharing, row, jour);
    if (compteId !== null) await sharing.travail.affecter([row.id], compteId, PAR_REGLE);
  }
}

async function holderOf(
  { affectations, identites }: Sharing,
  { id, parentId, fiche }: Opened,
  jour: string,
): Promise<string | null> {
  const delegations = (await identites.delegationsOf(id)).filter(
    ({ du, au, revoqueeLe }) => revoqueeLe === null && du <= jour && (au === null || au >= jour),
  );
  const candidates = [
    parentId && affectations.regle('groupement', parentId, jour),
    ...delegations.map(({ editeurId }) => affectations.regle('editeur', editeurId, jour)),
    affectations.regle('departement', departementOf(readFiche(fiche).codePostal) ?? '', jour),
  ];
  const absents = affectations.absents(jour);
  for (const compteId of candidates)
    if (compteId && !absents.has(compteId) && (await identites.compte(compteId))?.actif) return compteId;
  return null;
}
