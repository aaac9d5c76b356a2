import type { Personne } from '../../formulaires/champs.ts';
import { idOf } from '../administrateurs.ts';
import { etablissement } from '../setup.ts';

/** Keeps who is known under each role, as the fact that names him says. */
export const keepConnus = etablissement.assign(({ context: { connus }, event }) => {
  switch (event.type) {
    case 'contrat.transmis':
    case 'formulaire101.transmis':
      return {
        connus: { ...connus, representantLegal: nameOf(event.saisie?.representantLegal, connus.representantLegal) },
      };
    case 'representantLegal.remplace':
      return { connus: { ...connus, representantLegal: nameOf(event.personne, null) } };
    case 'mandat.demande':
      return { connus: { ...connus, mandataire: nameOf(event.saisie?.mandataire, null) } };
    case 'carteMandataire.demandee':
      return { connus: { ...connus, mandataire: nameOf(event.saisie?.porteur, connus.mandataire) } };
    default:
      return {};
  }
});

/** A mandate that ends leaves nobody known as mandataire. */
export const forgetMandataire = etablissement.assign(({ context: { connus } }) => ({
  connus: { ...connus, mandataire: null },
}));

function nameOf(personne: Personne | undefined, known: string | null): string | null {
  return personne ? idOf(personne) : known;
}
