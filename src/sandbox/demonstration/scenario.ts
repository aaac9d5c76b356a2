import { RECENSEMENT } from '../../../machines/groupement/events.ts';
import type { Act } from '../../acts/act.ts';
import type { Cible } from '../../acts/family.ts';
import { DossierOuvert } from '../../engine/opening.ts';
import type { Services } from '../../services.ts';
import { numerosOf } from './fiction.ts';
import type { Fait, Histoire, HistoireDeGroupement, Le } from './histoire.ts';

/** One act of a past day; those of one `famille` happen one after the other. */
export interface Acte {
  ilYA: number;
  famille: object;
  tell(): Promise<void>;
}

/** What acts need. */
export interface Regie {
  services: Services;
  act: Act;
  le: Le;
}

/** A dossier of the story, once it is opened. */
interface Dossier {
  id: string;
  etablissement: { denomination: string; siret: string; finess: string; codePostal: string; commune: string };
  certificats: string[];
}

interface Parent {
  id: string;
  procedure: string;
}

const pathOf = { ght: 'public-ght', 'groupe-prive': 'prive-groupe' } as const;

/** The acts of establishments on one site; `rang` numbers the first of them. */
export function actsOfSites(regie: Regie, histoires: readonly Histoire[], rang: number): Acte[] {
  return histoires.flatMap((histoire, place) => {
    const dossier = dossierOf(histoire, rang + place);
    return actsOfSite(regie, { histoire, dossier, parent: null });
  });
}

/** The acts of a groupement and of its sites, numbered from `rang`. */
export function actsOfGroupement(regie: Regie, histoire: HistoireDeGroupement, rang: number): Acte[] {
  const { nom, genre, dsi, ouvert, faits, etatDesLieux, sites } = histoire;
  const parent: Parent = { id: '', procedure: pathOf[genre] };
  const dossiers = sites.map((site, place) => ({ histoire: site, dossier: dossierOf(site, rang + place), parent }));
  const connus = dossiers.map(({ dossier: { etablissement } }, place) => ({
    siret: etablissement.siret,
    finess: etablissement.finess,
    ...champsOf(etatDesLieux?.connu[place], regie.le),
  }));
  const own = [
    ...faits,
    ...(etatDesLieux ? [{ ilYA: etatDesLieux.ilYA, type: RECENSEMENT, champs: { sites: connus } }] : []),
  ];
  return [
    {
      ilYA: ouvert,
      famille: parent,
      tell: async () => {
        parent.id = idOf(await regie.services.openGroupement({ nom, genre, dsi }, regie.act), nom);
      },
    },
    ...own.map((fait) => ({
      ilYA: fait.ilYA,
      famille: parent,
      tell: () => record(regie, { genre: 'groupement', id: parent.id }, fait),
    })),
    ...dossiers.flatMap((site) => actsOfSite(regie, site)),
  ];
}

function actsOfSite(
  regie: Regie,
  { histoire, dossier, parent }: { histoire: Histoire; dossier: Dossier; parent: Parent | null },
): Acte[] {
  const famille = parent ?? dossier;
  const { services, act } = regie;
  const open = async () => {
    const opening = DossierOuvert.parse({
      procedure: parent?.procedure ?? 'prive-mono-site',
      etablissement: dossier.etablissement,
      groupementId: parent?.id ?? null,
    });
    dossier.id = idOf(await services.openDossier(opening, act), dossier.etablissement.denomination);
  };
  return [
    { ilYA: histoire.ouvert, famille, tell: open },
    ...histoire.faits.map((fait) => ({ ilYA: fait.ilYA, famille, tell: () => tellTo(regie, dossier, fait) })),
  ];
}

/** Part 1 of form 413 is the establishment itself; a certificate that is ordered is kept by its rank. */
async function tellTo(regie: Regie, dossier: Dossier, fait: Fait): Promise<void> {
  const { id, etablissement, certificats } = dossier;
  if (fait.certificat !== undefined)
    return record(regie, { genre: 'certificat', id: certificats[fait.certificat] ?? '' }, fait);
  const isPartie1 = fait.type === 'formulaire413.partie1Remplie';
  await record(regie, { genre: 'dossier', id }, isPartie1 ? { ...fait, champs: { partie1: etablissement } } : fait);
  if (fait.type !== 'certificat.demande') return;
  const { lignes } = await regie.services.list({ genre: 'certificat', parentId: id, limite: 50 });
  certificats.push(...lignes.map((row) => row.id).filter((one) => !certificats.includes(one)));
}

async function record({ services, act, le }: Regie, cible: Cible, { ilYA, type, champs }: Fait): Promise<void> {
  const told = await services.record(cible, { type, date: le(-ilYA), ...champsOf(champs, le) }, act);
  if (!told.ok) throw new Error(`${type}, ${ilYA} days ago: ${JSON.stringify(told.error)}`);
}

function dossierOf({ site }: Histoire, rang: number): Dossier {
  return { id: '', etablissement: { ...site, ...numerosOf(rang, site.codePostal) }, certificats: [] };
}

function champsOf(champs: Fait['champs'], le: Le): object {
  return typeof champs === 'function' ? champs(le) : (champs ?? {});
}

function idOf(opened: Awaited<ReturnType<Services['openDossier']>>, nom: string): string {
  if (!opened.ok) throw new Error(`${nom}: ${JSON.stringify(opened.error)}`);
  return opened.value.row.id;
}
