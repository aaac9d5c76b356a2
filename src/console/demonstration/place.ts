import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';

/** Whoever only reads what is real may try everything in a demonstration. */
export function playerOf(identite: Identity): Identity {
  return identite.role === 'lecteur' ? { ...identite, role: 'agent' } : identite;
}

/** The services of a demonstration, with the names of the real accounts. */
export function within(real: Services): (inside: Services) => Services {
  const known = new WeakMap<Services, Services>();
  return (inside) => {
    const { identites, annuaire, reglages } = real;
    const made = known.get(inside) ?? { ...inside, identites, annuaire, reglages };
    known.set(inside, made);
    return made;
  };
}
