import { err } from '../result.ts';
import type { Identities } from './identities.ts';

/** The same identities, where nobody comes in by a password. */
export function withoutPasswords(identities: Identities): Identities {
  const closed = async () => err({ code: 'comptes-locaux-fermes' } as const);
  return {
    ...identities,
    login: closed,
    invite: closed,
    resetPassword: closed,
    useLink: closed,
    firstLink: async () => null,
  };
}
