import type { Identity } from '../../identity/identity.ts';
import type { Sandboxes } from '../../sandbox/sandboxes.ts';
import type { Services } from '../../services.ts';
import type { Operation } from '../operation.ts';

/** Acts where an identity may: a sandbox key in its sandbox, by the operations made for that one, anybody else on what is real. */
export type Place = <T>(
  identite: Identity,
  operation: Operation,
  act: (services: Services, operation: Operation) => Promise<T>,
) => Promise<T>;

/** Two places that never meet: `services`, and the sandbox of each key. */
export function placeOf(
  services: Services,
  sandboxes: Sandboxes,
  operationsOf: (services: Services) => readonly Operation[],
): Place {
  const made = new WeakMap<Services, ReadonlyMap<string, Operation>>();

  return (identite, operation, act) =>
    identite.bacASable
      ? sandboxes.use(identite.id, (inside) => act(inside, within(inside, operation)))
      : act(services, operation);

  function within(inside: Services, { id }: Operation): Operation {
    const known = made.get(inside) ?? new Map(operationsOf(inside).map((one) => [one.id, one]));
    made.set(inside, known);
    const found = known.get(id);
    if (!found) throw new Error(`${id} has no place in a sandbox`);
    return found;
  }
}
