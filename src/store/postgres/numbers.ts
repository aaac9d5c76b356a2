import { types } from 'pg';

const { builtins } = types;

/** Numbers come as numbers, whatever their size, and what is true or false as 1 or 0: as the other engine gives them. */
const parsers = new Map<number, (text: string) => number>([
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
  [builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
]);

export const numbersOf: typeof types = {
  ...types,
  getTypeParser: (oid: number, format?: string) => {
    const own = format === 'binary' ? undefined : parsers.get(oid);
    return own ?? types.getTypeParser(oid, format as 'text');
  },
};
