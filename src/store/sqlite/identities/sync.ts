import { orOutage } from '../file/failure.ts';

/** The questions of a port, answered at once. */
export type Sync<Port> = {
  [Name in keyof Port]: Port[Name] extends (...args: infer Args) => Promise<infer Answer>
    ? (...args: Args) => Answer
    : never;
};

/** The port that `tables` answers; what the file refuses is a StoreOutage. */
export function promised<Port extends object>(tables: Sync<Port>): Port {
  const methods = Object.entries(tables as Record<string, (...args: unknown[]) => unknown>);
  return Object.fromEntries(
    methods.map(([name, method]) => [name, async (...args: unknown[]) => orOutage(() => method(...args))]),
  ) as Port;
}
