import { setImmediate } from 'node:timers/promises';
import type { Procedure } from '../../../machines/procedure.ts';
import { LEAST_STAYS, type Stay, type Tally } from '../../engine/history/tally.ts';
import type { Duree, FigureStore } from '../../store/figures.ts';
import type { EtapeAttendue } from '../../store/work.ts';
import type { Travail } from '../work/travail.ts';
import { type Avancement, type Counting, type Jalon, nameOf } from './counting.ts';

/** Which cases, and since when; null for all, and for ever. */
export interface FiltresPilotage {
  /** The id of a path. */
  procedure: string | null;
  /** The id of a groupement. */
  groupement: string | null;
  /** YYYY-MM-DD. */
  depuis: string | null;
}

/** A step as cases went through it. */
interface EtapeMesuree {
  /** Its path, the same in whichever procedures it stands. */
  etat: string;
  /** How many stand there now; those that are abandoned are left out. */
  effectif: number;
  /** How long the stays that ended since the day lasted. */
  sejours: Stay;
  /** The days that all cases together spent there since the day, until today. */
  jours: number;
}

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
interface Mesures {
  dossiers: Record<'enCours' | 'enService' | 'abandonne' | 'clos', number>;
  etapes: EtapeMesuree[];
  mois: MoisMesure[];
  /** How often each came back or was refused since the day, by the fact, then by its reason. */
  retours: { motif: string; nombre: number }[];
  /** From the earliest to the last; of those in service or withdrawn. */
  fins: FinsDuMois[];
}

/** All that is told of the cases at once; nothing before every one was counted. */
interface Pilotage {
  avancement: Avancement;
  mesures: Mesures | null;
  attendues: EtapeAttendue[];
}

/** What pilots see on the day `jour`. */
export async function pilotage(
  { figures, counting, travail }: { figures: FigureStore; counting: Counting; travail: Travail },
  filtres: FiltresPilotage,
  jour: string,
): Promise<Pilotage> {
  const avancement = await counting.advance();
  const mesures = avancement.pret ? await steer(figures, filtres, jour) : null;
  return { avancement, mesures, attendues: await travail.attendues(filtres) };
}

/** What figures say on the day `jour`; others are answered between one question and the next. */
async function steer(figures: FigureStore, filtres: FiltresPilotage, jour: string): Promise<Mesures> {
  const { depuis, procedure: parcours, groupement } = filtres;
  const choix = { parcours, groupement };
  const presences = await figures.presences(choix, 'sejour', depuis, jour);
  await setImmediate();
  const stays = staysOf(await figures.durees(choix, depuis));
  await setImmediate();
  const statuts = await figures.nombres(choix, 'statut', null);
  const reached = await figures.parJour(choix, 'jalon', depuis);
  const retours = await figures.nombres(choix, 'retour', depuis);
  const ends = await figures.parJour(choix, 'fin', null);
  const of = (statut: string) => statuts.find(({ nom }) => nom === statut)?.nombre ?? 0;
  return {
    dossiers: { enCours: of('enCours'), enService: of('enService'), abandonne: of('abandonne'), clos: of('clos') },
    etapes: presences.flatMap(({ nom: etat, effectif, jours }) => {
      const sejours = stays.get(etat) ?? NONE;
      return effectif + jours + sejours.sejours > 0 ? [{ etat, effectif, sejours, jours }] : [];
    }),
    mois: monthsOf(reached, depuis, jour),
    retours: retours
      .map(({ nom: motif, nombre }) => ({ motif, nombre }))
      .sort((a, b) => b.nombre - a.nombre || a.motif.localeCompare(b.motif)),
    fins: [...Map.groupBy(ends, ({ jour: end }) => end.slice(0, 7))]
      .map(([mois, some]) => ({ mois, enService: sumOf(some, 'enService'), aRenouveler: sumOf(some, 'aRenouveler') }))
      .sort((a, b) => a.mois.localeCompare(b.mois)),
  };
}

const NONE: Stay = { sejours: 0, mediane: null, centile90: null };

type DayByDay = Awaited<ReturnType<FigureStore['parJour']>>;

function sumOf(some: DayByDay, name: string): number {
  return some.reduce((sum, { nom, nombre }) => sum + (nom === name ? nombre : 0), 0);
}

/** From the first month to that of the day `jour`, those of nothing too. */
function monthsOf(reached: DayByDay, depuis: string | null, jour: string): MoisMesure[] {
  const months = Map.groupBy(reached, ({ jour: day }) => day.slice(0, 7));
  const first = depuis?.slice(0, 7) ?? [...months.keys(), jour.slice(0, 7)].sort()[0] ?? '';
  return monthsBetween(first, jour.slice(0, 7)).map((mois) => {
    const of = (jalon: Jalon) => sumOf(months.get(mois) ?? [], jalon);
    return {
      mois,
      ouvert: of('ouvert'),
      transmis: of('transmis'),
      habilite: of('habilite'),
      enService: of('enService'),
    };
  });
}

/** The months (YYYY-MM) from one to another, both told. */
function monthsBetween(first: string, last: string): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const monthAt = (rank: number) => new Date(Date.UTC(year, month - 1 + rank, 1)).toISOString().slice(0, 7);
  const months: string[] = [];
  while (monthAt(months.length) <= last) months.push(monthAt(months.length));
  return months;
}

/** What is measured of a procedure: where its cases stand now, and what they did since a day. */
interface Measures extends Tally {
  /** How many cases stand in each state; of those that are abandoned, that alone is told. */
  effectifs: ReadonlyMap<string, number>;
}

/** What the cases of a procedure did since a day (YYYY-MM-DD), or ever. */
export async function measuresOf(
  figures: FigureStore,
  procedure: Procedure,
  depuis: string | null,
  jour: string,
): Promise<Measures> {
  const choix = { procedure: nameOf(procedure) };
  const standing = await figures.presences(choix, 'sejour', depuis, jour);
  const given = await figures.presences(choix, 'suspendu', depuis, jour);
  const paused = given.filter(({ nom }) => procedure.pause && nom.startsWith(`${procedure.pause.region}.`));
  const effectifs = new Map<string, number>();
  for (const { nom, effectif } of [...standing, ...paused])
    if (effectif > 0) effectifs.set(nom, (effectifs.get(nom) ?? 0) + effectif);
  const crossed = await figures.nombres(choix, 'transition', depuis);
  return {
    effectifs,
    etats: staysOf(await figures.durees(choix, depuis)),
    transitions: new Map(crossed.map(({ nom, nombre }) => [nom, nombre])),
  };
}

/** How long stays are, by state; `durees` are in order. */
function staysOf(durees: readonly Duree[]): Map<string, Stay> {
  const lengths = Map.groupBy(durees, ({ nom }) => nom);
  return new Map([...lengths].map(([nom, some]) => [nom, stayOf(some)]));
}

/** Null where they are too few to say. */
function stayOf(lengths: readonly Duree[]): Stay {
  const sejours = lengths.reduce((sum, { nombre }) => sum + nombre, 0);
  const isEnough = sejours >= LEAST_STAYS;
  return {
    sejours,
    mediane: isEnough ? reached(lengths, Math.ceil(0.5 * sejours)) : null,
    centile90: isEnough ? reached(lengths, Math.ceil(0.9 * sejours)) : null,
  };
}

/** How long the stay of that rank is, from the shortest, which is the first. */
function reached(lengths: readonly Duree[], rank: number): number | null {
  let before = 0;
  const found = lengths.find(({ nombre }) => {
    before += nombre;
    return before >= rank;
  });
  return found?.jours ?? null;
}
