import { DatabaseError } from 'pg';
import { StoreOutage } from '../store.ts';

/** What a base that cannot answer is told as, by the beginning of its code (PostgreSQL, appendix A); the longest that fits. */
const advices: readonly (readonly [code: string, advice: string])[] = [
  ['25006', 'elle est en lecture seule : adressez le service à la base principale'],
  ['28', 'elle refuse ce compte : vérifiez le nom et le mot de passe de DATABASE_URL'],
  ['3D', 'la base nommée par DATABASE_URL n’existe pas : créez-la (createdb)'],
  ['42501', 'ce compte n’a pas les droits : donnez-lui CREATE sur la base'],
  ['53100', 'son disque est plein, libérez de la place'],
  ['53300', 'elle n’accepte plus de connexions : augmentez max_connections, ou réduisez le nombre de services'],
  ['53', 'elle manque de moyens, voyez son journal'],
  ['55P03', 'un autre service y écrit trop longtemps, voyez pg_locks'],
  ['57', 'elle s’arrête ou redémarre, le service reprendra de lui-même'],
  ['58', 'son disque a refusé de lire ou d’écrire, voyez son journal'],
  ['08', 'la connexion est rompue, le service reprendra de lui-même'],
  ['XX', 'elle est abîmée, voyez son journal puis restaurez une sauvegarde'],
];

/** The error of a base as it is told: what it cannot do now is a StoreOutage, a bug is left as it is. */
export function outageOf(error: unknown): unknown {
  if (error instanceof StoreOutage) return error;
  const advice =
    error instanceof DatabaseError
      ? advices.find(([code]) => error.code?.startsWith(code))?.[1]
      : isConnection(error) && 'elle est injoignable, vérifiez DATABASE_URL, le réseau et que PostgreSQL fonctionne';
  return advice ? new StoreOutage(`La base ne répond pas : ${advice}.`, { cause: error }) : error;
}

/** Once the base was not reached, nobody waits for it again for so long: what would wait is told at once. */
const REST_MS = 500;

/** What a step answers; that the base cannot answer is thrown as a StoreOutage, and for a while to those who come next too. */
export function circuit(clock: () => number = () => performance.now()) {
  let open: { outage: unknown; until: number } | null = null;
  return async <T>(step: () => Promise<T>): Promise<T> => {
    if (open && clock() < open.until) throw open.outage;
    try {
      return await step();
    } catch (error) {
      const outage = outageOf(error);
      if (isConnection(error)) open = { outage, until: clock() + REST_MS };
      throw outage;
    }
  };
}

/** Whether a transaction was given up so that others go on, and may be begun again. */
export function isGivenUp(error: unknown): boolean {
  return error instanceof DatabaseError && (error.code === '40P01' || error.code === '40001');
}

/** What fails before an answer: the driver's own words for a connection that is not there any more, and those of the system. */
function isConnection(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DatabaseError) return false;
  return 'syscall' in error || /connection|timeout|not queryable/i.test(error.message);
}
