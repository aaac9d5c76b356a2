import { numerosOf } from '../../src/sandbox/demonstration/fiction.ts';
import { groupements } from '../../src/sandbox/demonstration/groupements.ts';
import type { Client } from './client.ts';
import { findDossier } from './opening.ts';

/** The numbers of one fictional establishment, their keys right. */
export type Numeros = ReturnType<typeof numerosOf>;

/** The sites of the demonstration's GHT. */
const hospital = groupements
  .filter(({ genre }) => genre === 'ght')
  .flatMap(({ sites }) => sites.map(({ site }) => site));

/** Fictional numbers that no open dossier of the service has. */
export async function* freeNumeros(client: Client): AsyncGenerator<Numeros, never> {
  for (let rang = 1; ; rang++) {
    const numeros = numerosOf(rang, '01130');
    if (!(await findDossier(client, numeros))) yield numeros;
  }
}

/** The sites of one fictional public hospital, as a CSV file. */
export async function hospitalCsv(numeros: AsyncGenerator<Numeros, never>): Promise<Buffer> {
  const lines = ['denomination;siret;finess;finess_ej;code_postal;commune;categorie;statut'];
  for (const { denomination, codePostal, commune } of hospital) {
    const [categorie = ''] = denomination.split(' ');
    const { siret, finess } = (await numeros.next()).value;
    lines.push([denomination, siret, finess, '019000008', codePostal, commune, categorie, 'Public'].join(';'));
  }
  return Buffer.from(lines.join('\r\n'));
}
