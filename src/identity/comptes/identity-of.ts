import type { Compte } from '../../store/identities.ts';
import type { Identity } from '../identity.ts';

/** The holder of an account, who is limited by the role alone. */
export function identityOf({ id, nom, role }: Compte): Identity {
  const unlimited = { editeurId: null, portees: [], procedures: null, dossiers: null, bacASable: false };
  return { id, genre: 'compte', nom, role, ...unlimited };
}
