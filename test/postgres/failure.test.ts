import { DatabaseError } from 'pg';
import { describe, expect, test } from 'vitest';
import { circuit, outageOf } from '../../src/store/postgres/failure.ts';
import { translate } from '../../src/store/postgres/translate.ts';

function refused(code: string): DatabaseError {
  return Object.assign(new DatabaseError('refusé', 1, 'error'), { code });
}

describe('what a base of PostgreSQL refuses', () => {
  test.each([
    ['25006', 'elle est en lecture seule'],
    ['53100', 'son disque est plein'],
    ['53300', 'elle n’accepte plus de connexions'],
    ['53200', 'elle manque de moyens'],
    ['57P01', 'elle s’arrête ou redémarre'],
    ['08006', 'la connexion est rompue'],
  ])('%s is an outage that says what to do', (code, said) => {
    expect(outageOf(refused(code))).toMatchObject({ name: 'StoreOutage', message: expect.stringContaining(said) });
  });

  test('and is a bug is left as it is', () => {
    const bug = refused('42601');
    expect([outageOf(bug), outageOf(new TypeError('x'))]).toEqual([bug, new TypeError('x')]);
  });
});

test('once the base was not reached, those who come next are told so at once, for a while', async () => {
  let now = 0;
  let tried = 0;
  const orOutage = circuit(() => now);
  const fail = () => {
    tried += 1;
    return Promise.reject(new Error('Connection terminated unexpectedly'));
  };
  for (const at of [0, 1, 499]) {
    now = at;
    await expect(orOutage(fail)).rejects.toThrow('elle est injoignable');
  }
  expect(tried).toBe(1);
  now = 500;
  expect(await orOutage(() => Promise.resolve('là'))).toBe('là');
});

describe('the SQL of a work', () => {
  const text = (sql: string, ...values: unknown[]) => translate({ sql, values });

  test('has its values by number, each with its kind, a null in its text', () => {
    const sql = "SELECT a FROM t WHERE b = @b AND c = @c AND d IS NOT DISTINCT FROM @d AND e = @b AND f <> '@b ?'";
    expect(text(sql, { b: 'x', c: 3, d: null, more: 1 })).toEqual({
      text: "SELECT a FROM t WHERE b = $1::text AND c = $2::bigint AND d IS NOT DISTINCT FROM NULL AND e = $1::text AND f <> '@b ?'",
      values: ['x', 3],
    });
    expect(text('SELECT ? + ?', 1.5, Buffer.from('x')).text).toBe('SELECT $1::double precision + $2::bytea');
  });

  test('keeps our names as they are written, and compares texts whatever their case', () => {
    expect(text('SELECT cree_le AS creeLe FROM t WHERE nom LIKE ?', 'a%').text).toBe(
      'SELECT cree_le AS "creeLe" FROM t WHERE nom ILIKE $1::text',
    );
  });

  test('calls our function, not the word that PostgreSQL has since', () => {
    expect(text('SELECT json_array(a, b)').text).toBe('SELECT "json_array"(a, b)');
  });

  test('lacks no value, and holds none that no column does', () => {
    expect(() => text('SELECT @a', {})).toThrow('A value is missing');
    expect(() => text('SELECT ?', true)).toThrow('No column holds boolean');
  });
});
