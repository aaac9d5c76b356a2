import type { Acteur } from '../../../machines/step.ts';
import { type Compte, compteOf, type Delais } from '../../delays.ts';
import { byLimit, type CertificatesSummary } from '../../engine/answers/certificates-summary.ts';
import { SUSPENDU } from '../../engine/answers/live-certificates.ts';
import { type Suite, sharedView } from '../../engine/answers/view.ts';
import { readFiche } from '../../engine/fiche.ts';
import { standingLines } from '../../engine/history/corrections.ts';
import { fold } from '../../fold.ts';
import { promiseMemo } from '../../memo.ts';
import type { RecordedLine } from '../../store/store.ts';
import type { Attente as Awaiting, DossierLu, Ligne, LigneStore } from '../../store/work.ts';
import { departementOf, placeOf } from '../../working-days.ts';
import { type Cote, coteOf, factsEnding, placeOfActeur, placeOfEtape } from './codes.ts';
import { personsIn, searched } from './text.ts';

/** What lines are made with. */
export interface LineMaker {
  projection: LigneStore;
  delais: Delais;
  /** What is next for a dossier. */
  view(id: string): Promise<Suite | null>;
}

/** The lines of dossiers, by their numbers; those of `nommes` have just named persons. */
export async function linesOf(
  maker: LineMaker,
  numeros: readonly number[],
  nommes: ReadonlySet<number>,
): Promise<Ligne[]> {
  const lignes: Ligne[] = [];
  for (const dossier of await maker.projection.lire(numeros))
    lignes.push(await lineOf(maker, dossier, nommes.has(dossier.numero)));
  return lignes;
}

/** The line of a dossier; the persons it names are looked for again when `isNaming`, or when nobody has looked yet. */
async function lineOf(maker: LineMaker, dossier: DossierLu, isNaming: boolean): Promise<Ligne> {
  const { fiche: kept, vue, personnes: known, ...identite } = dossier;
  const { codePostal, commune } = readFiche(kept);
  const departement = placeOf({ codePostal, finess: dossier.finess });
  const compte = compteOf(maker.delais, { parcours: dossier.procedure, departement });
  const awaited = await awaitedIn(vue, () => maker.view(dossier.id));
  const isOpen = dossier.statut !== 'abandonne';
  const attentes = isOpen ? withLimits(awaited.attentes, compte) : [];
  const personnes =
    known === null || isNaming ? presentIn(await maker.projection.lignesNommant(dossier.numero)) : known;
  const first = attentes[0];
  const [renewal] = isOpen ? awaited.attentes.flatMap(({ fin }) => fin ?? []).sort() : [];
  return {
    ...identite,
    ...limitsOf(attentes),
    etape: first ? placeOfEtape(first.etape) : null,
    acteur: first ? placeOfActeur(first.acteur) : null,
    depuis: first?.depuis ?? null,
    renouvellement: renewal ?? null,
    retour: isOpen ? awaited.retour : null,
    possibles: awaited.possibles,
    restant: isOpen ? awaited.restant : null,
    departement: departementOf(codePostal),
    commune: commune ?? null,
    tri: fold(dossier.denomination),
    personnes,
    attentes,
    texte: searched([
      ...[dossier.denomination, dossier.siret, dossier.finess],
      ...[codePostal, commune, dossier.groupementNom, personnes],
    ]),
  };
}

/** Whom the lines of a dossier and of its certificates name, once their corrections are read. */
function presentIn(lines: readonly RecordedLine[]): string {
  const cases = [...Map.groupBy(lines, ({ instanceId }) => instanceId).values()];
  const standing = cases.flatMap(standingLines).sort((a, b) => a.rang - b.rang);
  return personsIn(standing.flatMap(({ saisie }) => saisie ?? []));
}

/** What waits for somebody else is in its tabs all the same, after all that does not. */
function limitsOf(attentes: readonly Attente[]) {
  const of = (cote: Cote | null) => {
    const first = attentes.find(({ acteur }) => cote === null || coteOf(acteur) === cote);
    return first ? (first.limite ?? SUSPENDU) : null;
  };
  return {
    limite: of(null),
    limiteEtablissement: of('etablissement'),
    limiteAns: of('ans'),
    limiteEditeur: of('editeur'),
  };
}

/** What is awaited of somebody. */
export interface Attente extends Awaiting {
  acteur: Acteur;
}

/** What is awaited, and the least number of acts left. */
interface Awaited {
  /** `fin` is the last day of the certificate that is to be renewed; null for any other step. */
  attentes: (Omit<Attente, 'limite'> & { fin: string | null; possibleDepuis: string | null })[];
  /** The types of all the facts that it, or its certificates, would take now. */
  possibles: readonly string[];
  restant: number | null;
  /** The day on which the ANS returned a form that is still being corrected. */
  retour: string | null;
}

const NOTHING: Awaited = { attentes: [], possibles: [], restant: null, retour: null };
const kinds = promiseMemo<Awaited | null>();

/** What a dossier awaits; read once for all views of a kind, which differ by their days alone. */
async function awaitedIn(vue: string, read: () => Promise<Suite | null>): Promise<Awaited> {
  const days = sharedView(vue);
  const make = async () => awaitedOf(await read());
  if (!days) return (await make()) ?? NOTHING;
  const found = (await kinds(days.kind, make)) ?? NOTHING;
  const attentes = found.attentes.map((one) => {
    const depuis = days.depuis(one.etape) ?? one.depuis;
    return { ...one, depuis, possibleDepuis: one.possibleDepuis && (days.possibleDepuis(one.etape) ?? depuis) };
  });
  return { ...found, attentes };
}

/** Each with its limit, the most urgent first; none where what waits for somebody else is all there is. */
function withLimits(attentes: Awaited['attentes'], compte: Compte): Attente[] {
  return attentes
    .map(({ fin, possibleDepuis, ...one }) => {
      const limite = fin ?? (possibleDepuis === null ? null : compte.limite(one, possibleDepuis));
      return { ...one, limite };
    })
    .sort(byLimit);
}

/** What may be done now; if nothing can, what is obligatory all the same. Certificates that await the same are one. */
function awaitedOf(suite: Suite | null): Awaited | null {
  if (suite === null) return null;
  const { etapes, autresFaits, certificats, restant } = suite;
  const own = etapes
    .filter(({ certificat, nature }) => certificat === null && (nature === 'obligatoire' || nature === 'attente'))
    .map((etape) => ({ ...etape, fin: null, faits: takenOf(etape.faits) }));
  const theirs = (certificats?.etapes ?? [])
    .filter(({ nature }) => nature !== 'facultative')
    .map((etape) => ({ ...etape, libelle: nameOf(etape, certificats), faits: takenBySome(etape, etapes) }));
  const asked = [...own, ...theirs];
  const open = asked.filter(({ possibleDepuis, fin }) => possibleDepuis !== null || fin !== null);
  const attentes = (open.length > 0 ? open : asked).map(
    ({ id, libelle, acteur, depuis, possibleDepuis, certificat, fin, faits }) => ({
      etape: id,
      libelle,
      acteur,
      depuis,
      possibleDepuis,
      certificat,
      fin,
      faits,
    }),
  );
  const all = [...takenOf([...etapes.flatMap(({ faits }) => faits), ...autresFaits]), ...theirs.flatMap(takenIn)];
  const retour = etapes.find((etape) => etape.retour !== null)?.retour?.le ?? null;
  return { attentes, possibles: [...new Set(all)], restant: restant.minimum, retour };
}

const takenIn = ({ faits }: { faits: readonly string[] }) => faits;

function takenOf(faits: readonly { type: string; accepte: boolean }[]): string[] {
  return faits.filter(({ accepte }) => accepte).map(({ type }) => type);
}

/** What a step of several certificates takes: as one that is set out says, else what such a step ends by. */
function takenBySome({ id, accepte }: AwaitedOfSeveral, etapes: Suite['etapes']): readonly string[] {
  if (!accepte) return [];
  const shown = etapes.filter((etape) => etape.id === id).flatMap(({ faits }) => takenOf(faits));
  return shown.length > 0 ? [...new Set(shown)] : factsEnding(id);
}

type AwaitedOfSeveral = CertificatesSummary['etapes'][number];

/** « Certificat à retirer (AUTH, Alix Durand) », « Certificat à retirer (12 certificats) ». */
function nameOf({ id, libelle, nombre, certificat }: AwaitedOfSeveral, all: CertificatesSummary | null): string {
  const one = all?.urgents.find((urgent) => urgent.id === certificat && urgent.etape === id);
  return nombre === 1 ? (one?.libelle ?? libelle) : `${libelle} (${nombre} certificats)`;
}
