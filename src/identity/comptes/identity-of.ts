import type { Compte } from '../../store/identities.ts';
import { anonyme, type Identity } from '../identity.ts';

/** The holder of an account, who is limited by the role alone. */
export function identityOf({ id, nom, role }: Compte): Identity {
  return { ...anonyme, id, nom, role };
}
