import type { Suite } from '../../engine/answers/view.ts';
import { readFiche } from '../../engine/fiche.ts';
import { standingLines } from '../../engine/history/corrections.ts';
import { fold } from '../../fold.ts';
import type { RecordedLine } from '../../store/store.ts';
import type { DossierLu, Ligne, LigneStore } from '../../store/work.ts';
import { type Attente, awaitedIn, type Delais, withLimits } from './awaited.ts';
import { type Cote, coteOf, placeOfActeur, placeOfEtape } from './codes.ts';
import { departementOf } from './department.ts';
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
  const awaited = await awaitedIn(vue, () => maker.view(dossier.id));
  const isOpen = dossier.statut !== 'abandonne';
  const attentes = isOpen ? withLimits(awaited.attentes, maker.delais) : [];
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

function limitsOf(attentes: readonly Attente[]) {
  const of = (cote: Cote | null) =>
    attentes.find(({ acteur }) => cote === null || coteOf(acteur) === cote)?.limite ?? null;
  return {
    limite: of(null),
    limiteEtablissement: of('etablissement'),
    limiteAns: of('ans'),
    limiteEditeur: of('editeur'),
  };
}
