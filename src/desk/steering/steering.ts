import { CERTIFICAT, chosen, DOSSIER, type FiltresPilotage, LEFT_OUT } from './chosen.ts';
import { dayNumber, dayText, monthsBetween, NEVER } from './days.ts';
import { type Jalon, jalons, type Ledger, STATUTS } from './ledger.ts';
import { FREE } from './rows.ts';
import { type EtapeMesuree, stepsOf } from './steps-of.ts';

/** What happened in a month: how many dossiers reached each mark for the first time. */
interface MoisMesure extends Record<Jalon, number> {
  /** YYYY-MM. */
  mois: string;
}

/** Certificates that end in a month. */
interface FinsDuMois {
  /** YYYY-MM. */
  mois: string;
  /** In service. */
  enService: number;
  /** Of which the notice is reached, or whose revocation is to be decided. */
  aRenouveler: number;
}

/** What is said of all cases at once. */
export interface Mesures {
  dossiers: Record<'enCours' | 'enService' | 'abandonne' | 'clos', number>;
  etapes: EtapeMesuree[];
  mois: MoisMesure[];
  /** How often each came back or was refused since the day, by the fact, then by its reason. */
  retours: { motif: string; nombre: number }[];
  /** From the earliest to the last; of those in service or withdrawn. */
  fins: FinsDuMois[];
}

const TO_RENEW = ['certificat@1/renouvellement.du', 'certificat@1/alerte.aDecider'];

/** Looks through a ledger, on the day `jour`. */
export async function steer(ledger: Ledger, filtres: FiltresPilotage, jour: string): Promise<Mesures> {
  const kept = chosen(ledger, filtres);
  const [first, today] = [filtres.depuis === null ? 0 : dayNumber(filtres.depuis), dayNumber(jour)];
  const etapes = await stepsOf(ledger, kept, { first, today });
  return {
    dossiers: countsOf(ledger, kept),
    etapes,
    mois: monthsOf(ledger, kept, { first, jour }),
    retours: returnsOf(ledger, kept, first),
    fins: endsOf(ledger, kept),
  };
}

function countsOf(ledger: Ledger, kept: Uint8Array): Mesures['dossiers'] {
  const counts = new Uint32Array(STATUTS.length);
  const statuts = ledger.statut.values;
  for (let rank = 0; rank < kept.length; rank++) {
    const statut = statuts[rank] ?? 0;
    if (kept[rank] === DOSSIER) counts[statut] = (counts[statut] ?? 0) + 1;
  }
  const of = (statut: (typeof STATUTS)[number]) => counts[STATUTS.indexOf(statut)] ?? 0;
  return { enCours: of('enCours'), enService: of('enService'), abandonne: of('abandonne'), clos: of('clos') };
}

function monthsOf(ledger: Ledger, kept: Uint8Array, { first, jour }: { first: number; jour: string }): MoisMesure[] {
  const counts = new Map<string, MoisMesure>();
  for (const jalon of jalons) {
    for (const [day, count] of daysReached(ledger.jalons[jalon].values, kept).entries()) {
      if (count === 0 || day < first) continue;
      const mois = dayText(day).slice(0, 7);
      const told = counts.get(mois) ?? emptyMonth(mois);
      counts.set(mois, told);
      told[jalon] += count;
    }
  }
  const earliest = first > 0 ? dayText(first) : `${[...counts.keys()].sort()[0] ?? jour.slice(0, 7)}-01`;
  return monthsBetween(earliest, jour).map((mois) => counts.get(mois) ?? emptyMonth(mois));
}

/** How many dossiers reached it, by day. */
function daysReached(days: Uint16Array, kept: Uint8Array): Uint32Array {
  const counts = new Uint32Array(NEVER);
  for (let rank = 0; rank < kept.length; rank++) {
    const day = days[rank] ?? NEVER;
    if (kept[rank] === DOSSIER && day !== NEVER) counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

function emptyMonth(mois: string): MoisMesure {
  return { mois, ouvert: 0, transmis: 0, habilite: 0, enService: 0 };
}

function returnsOf(ledger: Ledger, kept: Uint8Array, first: number): Mesures['retours'] {
  const { retours, motifs } = ledger;
  const counts = new Uint32Array(motifs.list.length);
  for (let row = 0; row < retours.length; row++) {
    const name = retours.names.at(row);
    if (name === FREE || kept[retours.cases.at(row)] === LEFT_OUT || retours.from.at(row) < first) continue;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return motifs.list
    .map((motif, rank) => ({ motif, nombre: counts[rank] ?? 0 }))
    .filter(({ nombre }) => nombre > 0)
    .sort((a, b) => b.nombre - a.nombre || a.motif.localeCompare(b.motif));
}

function endsOf(ledger: Ledger, kept: Uint8Array): FinsDuMois[] {
  const toRenew = new Set<number>();
  const { sejours } = ledger;
  const [first = FREE, second = FREE] = TO_RENEW.map((name) => ledger.etats.find(name) ?? FREE - 1);
  const [names, exits] = [sejours.names.values, sejours.to.values];
  for (let row = 0; row < names.length; row++) {
    const isThere = names[row] === first || names[row] === second;
    if (isThere && exits[row] === NEVER) toRenew.add(sejours.cases.at(row));
  }
  const months = new Map<string, FinsDuMois>();
  for (let rank = 0; rank < kept.length; rank++) {
    const fin = ledger.fin.at(rank);
    if (kept[rank] !== CERTIFICAT || fin === NEVER || ledger.isStatut(rank, 'clos')) continue;
    const mois = dayText(fin).slice(0, 7);
    const told = months.get(mois) ?? { mois, enService: 0, aRenouveler: 0 };
    months.set(mois, told);
    told[toRenew.has(rank) ? 'aRenouveler' : 'enService'] += 1;
  }
  return [...months.values()].sort((a, b) => a.mois.localeCompare(b.mois));
}
