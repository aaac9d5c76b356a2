import type { Procedure } from '../../../machines/procedure.ts';
import { tellSource } from '../../../machines/source.ts';
import { dayOf, french } from '../../days.ts';
import { compteOf, type Delais, delaisUsuels } from '../../delays.ts';
import { chartOf } from '../../diagrams/chart.ts';
import { regionNames } from '../../diagrams/drawings.ts';
import { drawSites, type Site } from '../../diagrams/live/counts.ts';
import { type Beside, doneSteps, drawLive, tellLive } from '../../diagrams/live/live.ts';
import type { Lecteur } from '../../diagrams/recit/lanes.ts';
import { linkOf } from '../../diagrams/recit/links.ts';
import type { Enfants } from '../../diagrams/recit/standing.ts';
import { compteIn } from '../../engine/answers/duree.ts';
import { liveCertificates } from '../../engine/answers/live-certificates.ts';
import { possibleSince } from '../../engine/chronology.ts';
import { readFiche } from '../../engine/fiche.ts';
import { err, ok, type Refusal, type Result } from '../../engine/refusal.ts';
import type { StoredRow } from '../../store/store.ts';
import { placeOf } from '../../working-days.ts';
import type { Desk } from '../act.ts';
import { type Cible, sitesUnder } from '../family.ts';
import { sitesOf, toInstance } from '../rows.ts';
import { type CaseHistory, history } from './history.ts';

/** The part of a machine that is drawn, and the colours. */
export interface View {
  niveau: 'recit' | 'complet';
  region?: string | undefined;
  theme?: 'clair' | 'sombre' | undefined;
  /** Whose part of the story is looked at. */
  pour?: Lecteur | undefined;
  /** In a page: where a state of a machine leads. */
  lien?: ((procedure: string, etat: string) => string) | undefined;
}

export type DrawingRefusal = { code: 'region-inconnue'; procedure: string; region: string; regions: string[] };
type Drawn = Result<string, Refusal | DrawingRefusal>;

/** A case on the picture of its machine, now or as it stood on the day `le` (YYYY-MM-DD): SVG. */
export async function drawCase(desk: Desk, cible: Cible, le: string | null, view: View): Promise<Drawn> {
  const found = await history(desk, cible, le);
  if (!found.ok) return found;
  const { instance, family, histoire } = found.value;
  const { procedure } = instance;
  const sousTitre = [nameOf(found.value), ...stateOf(found.value, le)].join(' · ');
  const jour = le ?? dayOf(desk.clock());
  const { limite } = compteIn(desk.delais?.(jour) ?? delaisUsuels, family, instance);
  const enfants = le === null ? enfantsOf(found.value) : NONE;
  const told = { nom: nameOf(found.value), jour, enfants, limite };
  const beside = { sousTitre, ...asDrawn(view, procedure), told, pour: view.pour };
  const drawn = await drawLive(procedure, histoire, partOf(view), beside);
  return drawn ? ok(drawn) : err(unknownRegion(procedure, view));
}

const NONE: Enfants = { enCours: 0, enService: 0 };

/** What a case has opened, as it is now: no past day is told of its certificates. */
function enfantsOf({ instance, family }: CaseHistory): Enfants {
  const { cohortes, premiers } = liveCertificates(family, instance);
  const etats = new Map<string, number>();
  for (const [rank, { nombre }] of cohortes.entries()) {
    for (const etat of Object.keys(premiers[rank]?.depuis ?? {})) etats.set(etat, nombre + (etats.get(etat) ?? 0));
  }
  return { ...instance.comptes, etats };
}

/** The same in plain text. */
export async function tellCase(desk: Desk, cible: Cible, le: string | null): Promise<Result<string>> {
  const found = await history(desk, cible, le);
  if (!found.ok) return found;
  const { procedure } = found.value.instance;
  const machine = `${procedure.titre}, ${tellSource(procedure.source)}`;
  return ok(tellLive(procedure, found.value.histoire, [nameOf(found.value), machine, ...stateOf(found.value, le)]));
}

/** What is behind for a case, step by step, with the day on which it was left, or acquired. */
export async function tickedOf(
  desk: Desk,
  cible: Cible,
): Promise<Result<{ nom: string; jour: string; procedure: Procedure; faits: Map<string, string> }>> {
  const found = await history(desk, cible, null);
  if (!found.ok) return found;
  const { procedure } = found.value.instance;
  const nom = nameOf(found.value);
  return ok({ nom, jour: dayOf(desk.clock()), procedure, faits: doneSteps(procedure, found.value.histoire) });
}

/** A case on a sheet, told or whole, and in words: what the sheet is made of. */
export async function printCase(
  desk: Desk,
  cible: Cible,
  le: string | null,
  { niveau, pour }: Pick<View, 'niveau' | 'pour'>,
): Promise<Result<{ svg: string; texte: string }, Refusal | DrawingRefusal>> {
  const drawn = await drawCase(desk, cible, le, { niveau, theme: 'clair', pour });
  const told = await tellCase(desk, cible, le);
  if (!drawn.ok) return drawn;
  return told.ok ? ok({ svg: drawn.value, texte: told.value }) : told;
}

/** How many sites of a groupement stand where, on the picture of their path: SVG. */
export async function drawGroupement(desk: Desk, id: string, view: View): Promise<Drawn> {
  const found = await siteStates(desk, id);
  if (!found.ok) return found;
  const { nom, procedure, autreVersion, sites } = found.value;
  const count = sites.length > 1 ? `${sites.length} sites` : `${sites.length} site`;
  const others = autreVersion > 0 ? [`${autreVersion} autres suivent une version précédente`] : [];
  const sousTitre = [nom, count, ...others].join(' · ');
  const drawn = await drawSites(procedure, sites, partOf(view), { sousTitre, ...asDrawn(view, procedure) });
  return drawn ? ok(drawn) : err(unknownRegion(procedure, view));
}

/** Which regions may be asked for, when another was. */
export function unknownRegion(
  procedure: Parameters<typeof regionNames>[0],
  { region = '' }: Pick<View, 'region'>,
): DrawingRefusal {
  return { code: 'region-inconnue', procedure: procedure.id, region, regions: regionNames(procedure) };
}

function partOf({ niveau, region }: View) {
  return region === undefined ? { niveau } : { region };
}

function asDrawn({ theme, lien }: View, procedure: Procedure): Pick<Beside, 'theme' | 'lien'> {
  return { theme, lien: lien && linkOf(procedure, lien) };
}

function nameOf({ instance: { id, fiche } }: CaseHistory): string {
  const { denomination, usage, beneficiaire } = fiche as Record<string, unknown>;
  const { prenom, nom } = (beneficiaire ?? {}) as Record<string, string>;
  if (denomination) return `${denomination}`;
  return beneficiaire ? `Certificat ${usage}, ${prenom} ${nom}` : id;
}

/** When it is seen, and what its journal cannot tell any more. */
function stateOf(
  { instance, histoire: { effaces, ecartes }, dernier, diverge }: CaseHistory,
  le: string | null,
): string[] {
  const when =
    le === null
      ? `version ${instance.version}, dernier fait le ${french(dernier)}`
      : `tel qu’il était le ${french(le)}`;
  const erased = `${effaces} saisies effacées : l’historique est rejoué d’après des exemples`;
  const led = 'l’historique ne mène plus à l’état enregistré, qui est montré';
  const left = `${ecartes} faits antérieurs, enregistrés après d’autres, ne peuvent être rejoués seuls`;
  return [when, ...(effaces > 0 ? [erased] : []), ...(diverge ? [led] : []), ...(ecartes > 0 ? [left] : [])];
}

/** The sites of a groupement on the path that they follow. */
interface SiteStates {
  nom: string;
  procedure: Procedure;
  /** Each with its current steps; of one that is abandoned, that alone. */
  sites: Site[];
  /** How many follow an older version, which is another picture. */
  autreVersion: number;
}

/** Where the sites of a groupement stand. */
async function siteStates(desk: Desk, id: string): Promise<Result<SiteStates>> {
  const row = await desk.store.row(id);
  if (row?.genre !== 'groupement') return err({ code: 'introuvable', objet: 'groupement', id });
  const { procedure } = sitesOf(readFiche(row.fiche));
  const rows = await sitesUnder(desk, id);
  const here = rows.filter(({ procedureVersion }) => procedureVersion === procedure.version);
  const jour = dayOf(desk.clock());
  const delais = desk.delais?.(jour) ?? delaisUsuels;
  const sites = here.map((site) => siteOf(site, procedure, { jour, delais }));
  return ok({ nom: row.denomination, procedure, sites, autreVersion: rows.length - here.length });
}

function siteOf(row: StoredRow, procedure: Procedure, { jour, delais }: { jour: string; delais: Delais }): Site {
  const { denomination, etat, statut, fiche } = row;
  const { depuis, enfants } = JSON.parse(etat) as { depuis: Record<string, string>; enfants: Enfants };
  const instance = toInstance(row);
  const possible = instance ? possibleSince(instance) : {};
  const { pause } = procedure;
  const steps = Object.keys(depuis);
  const etapes = statut === 'abandonne' && pause ? steps.filter((step) => step.startsWith(`${pause.region}.`)) : steps;
  const { limite } = compteOf(delais, { parcours: procedure.id, departement: placeOf(readFiche(fiche)) });
  const acteurOf = new Map(chartOf(procedure).etats.map(({ id, acteur }) => [id, acteur]));
  const retards = etapes.filter((etape) => {
    const [acteur, from] = [acteurOf.get(etape), possible[etape]];
    return acteur && from && jour > limite({ acteur, etape }, from);
  });
  return { nom: denomination, etapes, retards, enfants };
}
