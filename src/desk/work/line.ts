import { fold } from '../../fold.ts';
import type { DossierLu, Ligne, ProjectionStore } from '../../store/work.ts';
import { type Attente, awaitedIn, type Delais, withLimits } from './awaited.ts';
import {
  bitOfActeur,
  bitOfEtape,
  type Cote,
  coteOf,
  dayNumber,
  placeOfActeur,
  placeOfEtape,
  rankOfProcedure,
  rankOfStatut,
} from './codes.ts';
import { departementOf } from './department.ts';
import { personsIn, searched } from './text.ts';

/** What lines are made with. */
export interface LineMaker {
  projection: ProjectionStore;
  delais: Delais;
  /** What is next for a dossier, as text. */
  view(id: string): Promise<string | null>;
}

/** The line of a dossier; the persons it names are looked for again when `isNaming`, or when nobody has looked yet. */
export async function lineOf(maker: LineMaker, dossier: DossierLu, isNaming: boolean): Promise<Ligne> {
  const { fiche: kept, vue, personnes: known, ...identite } = dossier;
  const { codePostal, commune } = JSON.parse(kept) as { codePostal?: string; commune?: string };
  const awaited = await awaitedIn(vue, () => maker.view(dossier.id));
  const isOpen = dossier.statut !== 'abandonne';
  const attentes = isOpen ? withLimits(awaited.attentes, maker.delais) : [];
  const personnes =
    known === null || isNaming ? personsIn(await maker.projection.saisiesNommant(dossier.numero)) : known;
  const first = attentes[0];
  const [renewal] = isOpen ? awaited.attentes.flatMap(({ fin }) => fin ?? []).sort() : [];
  return {
    ...identite,
    ...limitsOf(attentes),
    procedure: rankOfProcedure(dossier.procedure),
    statut: rankOfStatut(dossier.statut),
    etape: first ? placeOfEtape(first.etape) : null,
    acteur: first ? placeOfActeur(first.acteur) : null,
    depuis: first ? dayNumber(first.depuis) : null,
    renouvellement: renewal === undefined ? null : dayNumber(renewal),
    restant: isOpen ? awaited.restant : null,
    etapes: mask(attentes.map(({ etape }) => bitOfEtape(etape))),
    acteurs: mask(attentes.map(({ acteur }) => bitOfActeur(acteur))),
    departement: departementOf(codePostal),
    commune: commune ?? null,
    tri: fold(dossier.denomination),
    personnes,
    attentes: JSON.stringify(attentes),
    texte: searched([
      ...[dossier.denomination, dossier.siret, dossier.finess],
      ...[codePostal, commune, dossier.groupementNom, personnes],
    ]),
  };
}

function limitsOf(attentes: readonly Attente[]) {
  const of = (cote: Cote | null) => {
    const first = attentes.find(({ acteur }) => cote === null || coteOf(acteur) === cote);
    return first ? dayNumber(first.limite) : null;
  };
  return {
    limite: of(null),
    limiteEtablissement: of('etablissement'),
    limiteAns: of('ans'),
    limiteEditeur: of('editeur'),
  };
}

/** One bit per thing, beyond the 32 that | knows. */
function mask(bits: readonly number[]): number {
  return [...new Set(bits)].reduce((sum, bit) => sum + bit, 0);
}
