import { acteurs } from '../../machines/step.ts';
import type { DossierLu, Ligne, Limites, ProjectionStore } from '../store/work.ts';
import { type Attente, awaitedIn, type Delais, withLimits } from './awaited.ts';
import { bitOfActeur, bitOfEtape, type Cote, coteOf } from './codes.ts';
import { departementOf } from './department.ts';
import { personsIn, sortKey } from './text.ts';

/** What lines are made with. */
export interface LineMaker {
  projection: ProjectionStore;
  delais: Delais;
  /** What is next for a dossier, as text. */
  view(id: string): Promise<string | null>;
}

const TO_RENEW = 'vie.aRenouveler';

/** The line of a dossier; the persons it names are looked for again when `isNaming`, or when nobody has looked yet. */
export async function lineOf(maker: LineMaker, dossier: DossierLu, isNaming: boolean): Promise<Ligne> {
  const { fiche: kept, vue, personnes: known, ...identite } = dossier;
  const { codePostal, commune } = JSON.parse(kept) as { codePostal?: string; commune?: string };
  const awaited = await awaitedIn(vue, () => maker.view(dossier.id));
  const fins = await endsOf(maker.projection, dossier.numero, awaited.attentes);
  const isOpen = dossier.statut !== 'abandonne';
  const attentes = isOpen ? withLimits(awaited.attentes, maker.delais, fins) : [];
  const personnes =
    known === null || isNaming ? personsIn(await maker.projection.saisiesNommant(dossier.numero)) : known;
  const first = attentes[0];
  return {
    ...identite,
    ...limitsOf(attentes),
    departement: departementOf(codePostal),
    commune: commune ?? null,
    etapes: mask(attentes.map(({ etape }) => bitOfEtape(etape))),
    acteurs: mask(attentes.map(({ acteur }) => bitOfActeur(acteur))),
    renouvellementLe: isOpen ? ([...fins.values()].sort()[0] ?? null) : null,
    depuis: first?.depuis ?? null,
    etape: first?.libelle ?? null,
    acteur: first ? acteurs[first.acteur] : null,
    restant: isOpen ? awaited.restant : null,
    tri: sortKey(dossier.denomination),
    personnes,
    attentes: JSON.stringify(attentes),
    texte: [dossier.denomination, dossier.siret, dossier.finess, codePostal, commune, dossier.groupementNom, personnes]
      .filter(Boolean)
      .join(' ')
      .replaceAll('œ', 'oe')
      .replaceAll('Œ', 'OE'),
  };
}

function limitsOf(attentes: readonly Attente[]): Limites {
  const of = (cote: Cote) => attentes.find(({ acteur }) => coteOf(acteur) === cote)?.limite ?? null;
  return {
    limiteLe: attentes[0]?.limite ?? null,
    limiteEtablissement: of('etablissement'),
    limiteAns: of('ans'),
    limiteEditeur: of('editeur'),
  };
}

/** The last day of each certificate that is to be renewed, by its id. */
async function endsOf(
  projection: ProjectionStore,
  numero: number,
  attentes: readonly Pick<Attente, 'etape'>[],
): Promise<Map<string, string>> {
  if (!attentes.some(({ etape }) => etape === TO_RENEW)) return new Map();
  const kept = await projection.certificats(numero);
  return new Map(
    kept.flatMap(({ id, etat }) => {
      const { depuis, contexte } = JSON.parse(etat) as { depuis: object; contexte: { fin: string | null } };
      return contexte.fin !== null && TO_RENEW in depuis ? [[id, contexte.fin] as const] : [];
    }),
  );
}

/** One bit per thing, beyond the 32 that | knows. */
function mask(bits: readonly number[]): number {
  return [...new Set(bits)].reduce((sum, bit) => sum + bit, 0);
}
