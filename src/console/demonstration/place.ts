import type { Identity } from '../../identity/identity.ts';
import type { Demonstrations } from '../../sandbox/demonstration/demonstrations.ts';
import type { Services } from '../../services.ts';
import type { Lieu } from '../shell/screen.ts';

/** Whoever only reads what is real may try everything in a demonstration. */
export function playerOf(identite: Identity): Identity {
  return identite.role === 'lecteur' ? { ...identite, role: 'agent' } : identite;
}

/** Where somebody acts: in their demonstration while they are in it, with the names of the real accounts, else on what is real. */
export function lieuOf(services: Services, demonstrations: Demonstrations): Lieu {
  const known = new WeakMap<Services, Services>();
  return (identite, _request, act) => {
    if (!demonstrations.has(identite.id)) return act(services, false);
    return demonstrations.use(identite.id, (inside) => act(withNames(inside), true));
  };

  function withNames(inside: Services): Services {
    const made = known.get(inside) ?? {
      ...inside,
      identites: services.identites,
      annuaire: services.annuaire,
      reglages: services.reglages,
    };
    known.set(inside, made);
    return made;
  }
}
