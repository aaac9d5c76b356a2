/** The columns of a table, named after the fields of what it keeps: `creeLe` is `cree_le`. */
export function columns<Kept>(...fields: readonly (keyof Kept & string)[]) {
  const named = fields.map((field) => ({ field, column: columnOf(field) }));
  const names = named.map(({ column }) => column).join(', ');
  const values = fields.map((field) => `@${field}`).join(', ');
  const shownOf = (table: string) =>
    named.map(({ field, column }) => `${table}${column}${field === column ? '' : ` AS ${field}`}`).join(', ');
  return {
    names,
    values,
    /** What a SELECT shows; of one table among several. */
    shown: shownOf(''),
    shownOf: (table: string) => shownOf(`${table}.`),
    /** What an INSERT writes, after the name of the table. */
    written: `(${names}) VALUES (${values})`,
    /** What an UPDATE sets; of a row that was there, what the INSERT would have written. */
    set: named.map(({ field, column }) => `${column} = @${field}`).join(', '),
    renewed: named.map(({ column }) => `${column} = excluded.${column}`).join(', '),
  };
}

/** The column of a field. */
export function columnOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);
}
