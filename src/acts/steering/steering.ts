import { CERTIFICAT, chosen, DOSSIER, type FiltresPilotage, LEFT_OUT } from './chosen.ts';
import { dayNumber, dayText, monthsBetween, NEVER } from './days.ts';
import { type Jalon, jalons, type Ledger } from './ledger.ts';
import { FREE } from './rows.ts';
import { type EtapeMesuree, stepsOf } from './steps-of.ts';

/** What happened in a month: how many dossiers reached each mark for the first time. */
export interface MoisMesure extends Record<Jalon, number> {
  /** YYYY-MM. */
  mois: string;
}

/** Certificates that end in a month. */
export interface FinsDuMois {
  /** YYYY-MM. */
  mois: string;
  /** In service. */
  enService: number;
  /** Of which the notice is reached, or whose revocation is to be decided. */
  aRenouveler: number;
}

/** What is said of all cases at once. */
export interface Mesures {
  dossiers: { enCours: number; enService: number; abandonne: number };
  etapes: EtapeMesuree[];
  mois: MoisMesure[];
  /** How often each came back or was refused since the day, by the fact, then by its reason. */
  retours: { motif: string; nombre: number }[];
  /** From the earliest to the last; of those in service or withdrawn. */
  fins: FinsDuMois[];
}

const TO_RENEW = ['certificat@1/vie.aRenouveler', 'certificat@1/vie.revocationADecider'];
const GENRES = ['enCours', 'enService', 'abandonne'] as const;

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
  const counts = { enCours: 0, enService: 0, abandonne: 0 };
  for (let rank = 0; rank < kept.length; rank++) {
    const genre = kept[rank] === DOSSIER && GENRES.find((one) => ledger.isStatut(rank, one));
    if (genre) counts[genre] += 1;
  }
  return counts;
}

function monthsOf(ledger: Ledger, kept: Uint8Array, { first, jour }: { first: number; jour: string }): MoisMesure[] {
  const names = Object.keys(jalons) as Jalon[];
  const counts = new Map<string, MoisMesure>();
  const monthOf = new Map<number, string>();
  for (let rank = 0; rank < kept.length; rank++) {
    if (kept[rank] !== DOSSIER) continue;
    for (const jalon of names) {
      const day = ledger.jalons[jalon].at(rank);
      if (day === NEVER || day < first) continue;
      const mois = monthOf.get(day) ?? dayText(day).slice(0, 7);
      monthOf.set(day, mois);
      const told = counts.get(mois) ?? emptyMonth(mois);
      counts.set(mois, told);
      told[jalon] += 1;
    }
  }
  const earliest = first > 0 ? dayText(first) : `${[...counts.keys()].sort()[0] ?? jour.slice(0, 7)}-01`;
  return monthsBetween(earliest, jour).map((mois) => counts.get(mois) ?? emptyMonth(mois));
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
  const states = TO_RENEW.map((name) => ledger.etats.find(name));
  for (let row = 0; row < sejours.length; row++) {
    if (sejours.to.at(row) === NEVER && states.includes(sejours.names.at(row))) toRenew.add(sejours.cases.at(row));
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
