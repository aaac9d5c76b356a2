import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import communes from '../../machines/identifiants/communes.json' with { type: 'json' };
import { bilanVide, fichesOf } from '../../src/repertoire/importation.ts';
import { buildRepertoire } from '../../src/store/sqlite/repertoire/build.ts';
import { openRepertoire } from '../../src/store/sqlite/repertoire/repertoire.ts';
import { median } from './figures.ts';

const LINES = 100_000;
const TIMES = 200;
const KINDS = ['CH', 'EHPAD', 'CLINIQUE', 'HOPITAL PRIVE', 'CENTRE DE SANTE', 'SSIAD', 'PHARMACIE', 'IME'];
const NAMES = [
  'SAINT JOSEPH',
  'LES TILLEULS',
  'DU LAC',
  'SAINTE ANNE',
  'BEAU SEJOUR',
  'LES ORMES',
  'D’ARMOR',
  'PASTEUR',
];
const SEARCHES = [
  'ehpad',
  'centre hospitalier',
  'ST-JOSEPH nantua',
  'tilleuls',
  'clinique du lac lyon',
  '69003',
  'a',
  'nantua',
];

const folder = mkdtempSync(join(tmpdir(), 'finess-'));
const extract = join(folder, 'extrait.csv');
const file = join(folder, 'base.etablissements');
writeFileSync(extract, `finess;etalab;111;2026-05-12\n${lines().join('\n')}\n`);

const before = performance.now();
const nombre = await buildRepertoire(file, fichesOf(readFileSync(extract), bilanVide()), new Date().toISOString());
console.log(`Importation de ${nombre} lignes : ${((performance.now() - before) / 1000).toFixed(1)} s`);

const repertoire = openRepertoire(file);
const [one] = repertoire.chercher('nantua', 1);
for (const texte of [...SEARCHES, one?.siret ?? '', one?.finess ?? '', one?.siret?.slice(0, 9) ?? '']) report(texte);
repertoire.close();
rmSync(folder, { recursive: true });

function report(texte: string): void {
  const spent: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const from = performance.now();
    repertoire.chercher(texte, 8);
    spent.push(performance.now() - from);
  }
  const p95 = [...spent].sort((a, b) => a - b)[Math.floor(TIMES * 0.95)] ?? Number.NaN;
  console.log(`« ${texte} » : ${median(spent).toFixed(2)} ms, 95 % sous ${p95.toFixed(2)} ms`);
}

/** As the public extract writes them; communes are the real ones, names and numbers are made up. */
function lines(): string[] {
  const places = Object.entries(communes).flatMap(([code, noms]) => noms.map((nom) => ({ code, nom })));
  return Array.from({ length: LINES }, (_, rank) => {
    const { code, nom } = places[(rank * 7) % places.length] ?? { code: '01130', nom: 'Nantua' };
    const kind = KINDS[rank % KINDS.length] ?? '';
    const name = NAMES[(rank >> 3) % NAMES.length] ?? '';
    const finess = keyed(`${code.slice(0, 2).replace('20', '2A')}${`${rank}`.padStart(6, '0')}`);
    const siret = keyed(`${keyed(`8${`${rank}`.padStart(7, '0')}`)}0001`);
    const cells = new Array<string>(32).fill('');
    cells[0] = 'structureet';
    cells[1] = finess;
    cells[2] = keyed(`${code.slice(0, 2).replace('20', '2A')}9${`${rank >> 1}`.padStart(5, '0')}`);
    cells[3] = `${kind} ${name}`;
    cells[4] = rank % 3 === 0 ? `${kind} ${name} DE ${nom.toUpperCase()}` : '';
    cells[15] = `${code} ${nom.toUpperCase()}`;
    cells[19] = kind === 'CH' ? 'Centre Hospitalier (C.H.)' : kind;
    cells[22] = siret;
    return cells.join(';');
  });
}

/** A number with the Luhn key that ends it; A and B of Corsica count 1 and 2. */
function keyed(body: string): string {
  const digits = body.replace('A', '1').replace('B', '2');
  const sum = [...digits].reverse().reduce((total, digit, rank) => {
    const weight = Number(digit) * (2 - (rank % 2));
    return total + (weight > 9 ? weight - 9 : weight);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
