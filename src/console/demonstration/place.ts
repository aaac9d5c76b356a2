import type { Demonstrations } from '../../demonstration/demonstrations.ts';
import type { Services } from '../../services.ts';
import type { Lieu } from '../shell/routes.ts';

/** Where somebody acts: in their demonstration while they are in it, with the names of the real accounts, else on what is real. */
export function lieuOf(services: Services, demonstrations: Demonstrations): Lieu {
  const known = new WeakMap<Services, Services>();
  return (identite, _request, act) => {
    if (!demonstrations.has(identite.id)) return act(services, false);
    return demonstrations.use(identite.id, (inside) => act(withNames(inside), true));
  };

  function withNames(inside: Services): Services {
    const made = known.get(inside) ?? { ...inside, identites: services.identites, annuaire: services.annuaire };
    known.set(inside, made);
    return made;
  }
}
