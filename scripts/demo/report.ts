import type { Told } from './walk.ts';

/** What a case became. */
export interface Outcome {
  nom: string;
  told: Told[];
  ms: number;
  /** It was open before the demo. */
  repris: boolean;
  statut: string;
}

const statuts: Record<string, string> = { enCours: 'en cours', enService: 'en service', abandonne: 'abandonné' };
const HEADERS = ['Dossier', 'État', 'Actes', 'Refus', 'Durée'];
const LEFT = 2;

/** One line per group of acts, by what they are about. */
export function showActs({ told, repris }: Outcome): void {
  if (repris) console.log('  déjà ouvert : poursuivi');
  const groups: { objet: string; suite: string[] }[] = [];
  for (const { fait, refus } of told) {
    const [objet = '', participe = ''] = fait.split('.');
    const last = groups.at(-1);
    if (refus) groups.push({ objet: `✗ ${fait}`, suite: [refus] });
    else if (last?.objet === objet) last.suite.push(participe);
    else groups.push({ objet, suite: [participe] });
  }
  for (const { objet, suite } of groups) console.log(`  ${objet.padEnd(23)} ${suite.join(' → ')}`);
}

/** One line for a whole case. */
export function showOutcome({ nom, told, repris, statut }: Outcome): void {
  const note = repris ? ' (déjà ouvert : poursuivi)' : '';
  console.log(`  ${nom.padEnd(50)} ${told.length} ${told.length > 1 ? 'actes' : 'acte'}, ${statuts[statut]}${note}`);
}

/** Every case with its acts and refusals, then their total. */
export function showTable(outcomes: readonly Outcome[]): void {
  const rows = [HEADERS, ...outcomes.map(toRow), toTotal(outcomes)];
  const widths = HEADERS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => pad(cell, column, widths[column] ?? 0)).join('  '));
  const rule = '─'.repeat(lines[0]?.length ?? 0);
  console.log(['', lines[0], rule, ...lines.slice(1, -1), rule, lines.at(-1)].join('\n'));
}

function toRow(outcome: Outcome): string[] {
  const { nom, statut, ms } = outcome;
  return [nom, statuts[statut] ?? statut, ...counts([outcome]), `${Math.round(ms)} ms`];
}

function toTotal(outcomes: readonly Outcome[]): string[] {
  const enService = outcomes.filter(({ statut }) => statut === 'enService').length;
  const ms = outcomes.reduce((sum, outcome) => sum + outcome.ms, 0);
  return ['Total', `${enService}/${outcomes.length}`, ...counts(outcomes), `${(ms / 1000).toFixed(1)} s`];
}

/** How many acts were accepted, how many refused. */
function counts(outcomes: readonly Outcome[]): [string, string] {
  const told = outcomes.flatMap((outcome) => outcome.told);
  const refused = told.filter(({ refus }) => refus !== null).length;
  return [String(told.length - refused), String(refused)];
}

function pad(cell: string, column: number, width: number): string {
  return column < LEFT ? cell.padEnd(width) : cell.padStart(width);
}
