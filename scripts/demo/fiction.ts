import { numerosOf } from '../../src/sandbox/demonstration/numeros.ts';
import type { Client } from './client.ts';
import { findDossier } from './opening.ts';

/** The numbers of one fictional establishment, their keys right. */
export type Numeros = ReturnType<typeof numerosOf>;

const hospital = [
  ['Centre hospitalier du Haut-Val', '01130', 'Nantua', 'Centre hospitalier'],
  ['EHPAD « Les Terrasses »', '01130', 'Nantua', 'EHPAD'],
  ['EHPAD "Le Jardin des Saisons', '01100', 'Oyonnax', 'EHPAD'],
  ['USLD du Haut-Val', '01108', 'Oyonnax Cedex', 'USLD'],
  ['SSIAD du Haut-Val', '01100', 'Oyonnax', 'SSIAD'],
  ['Hôpital de jour de Bellegarde', '01200', 'Valserhône', 'Centre hospitalier'],
  ['Institut de formation du Haut-Val', '01117', 'Oyonnax Cedex', 'IFAS'],
];

/** Fictional numbers that no open dossier of the service has. */
export async function* freeNumeros(client: Client): AsyncGenerator<Numeros, never> {
  for (let rang = 1; ; rang++) {
    const numeros = numerosOf(rang, '01130');
    if (!(await findDossier(client, numeros))) yield numeros;
  }
}

/** Seven sites of one fictional public hospital, as a CSV file. */
export async function hospitalCsv(numeros: AsyncGenerator<Numeros, never>): Promise<Buffer> {
  const lines = ['denomination;siret;finess;finess_ej;code_postal;commune;categorie;statut'];
  for (const [denomination, codePostal, commune, categorie] of hospital) {
    const { siret, finess } = (await numeros.next()).value;
    lines.push([denomination, siret, finess, '019000008', codePostal, commune, categorie, 'Public'].join(';'));
  }
  return Buffer.from(lines.join('\r\n'));
}
