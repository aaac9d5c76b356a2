import type { Avertissement } from '../../../machines/avertissement.ts';
import { formulaires } from '../../../machines/formulaires/index.ts';
import { Finess } from '../../../machines/identifiants/finess.ts';
import { Siret } from '../../../machines/identifiants/siret.ts';
import type { FactType } from '../../../machines/index.ts';
import { type Erreur, toErreurs } from '../../result.ts';
import { factPath } from '../dossier/faits/form.ts';
import { plural } from '../ui/words.ts';
import { faitOf, type Saisie } from './catalogue.ts';
import { bad, doubt, type Examen, field, good, type Point } from './point.ts';
import { returns413 } from './returns.ts';

/** What is told of numbers that have changed. */
const CHANGEMENT = 'etablissement.identifiantModifie' satisfies FactType;

/** What of a form must be corrected, and what deserves a second look, by pointers of the form. */
export function examine({ imprime: { id }, saisie }: Pick<Examen, 'imprime' | 'saisie'>): {
  erreurs: Erreur[];
  avertissements: Avertissement[];
} {
  const { envoi: _envoi, remplissage: _remplissage, ...own } = saisie;
  const isInParts = id === 'formulaire-413';
  const { schema, avertir } = formulaires[id];
  const parsed = schema.safeParse(isInParts ? inParts(own) : own);
  if (!parsed.success) return { erreurs: toErreurs(parsed.error).map(toForm), avertissements: [] };
  return { erreurs: [], avertissements: avertir(parsed.data as never) };
}

function inParts({ partie2, ...others }: Saisie): Saisie {
  const { texte } = (partie2 ?? {}) as { texte?: string };
  return texte === undefined ? others : { ...others, partie2: texte };
}

function toForm({ pointeur, message }: Erreur): Erreur {
  return { pointeur: pointeur === '/partie2' ? '/partie2/texte' : pointeur, message };
}

/** « Prêt à envoyer ? »: all that a form would be returned for, each with what to do. */
export function control(examen: Examen): Point[] {
  const { erreurs, avertissements } = examine(examen);
  const own = examen.imprime.id === 'formulaire-413' ? returns413(examen) : [accepted(examen)];
  const filled: Point =
    erreurs.length === 0
      ? good('Tout est rempli')
      : bad(
          'Tout est rempli',
          `${plural(erreurs.length, 'champ')} à compléter ou à corriger.`,
          field(examen.imprime, erreurs[0]?.pointeur.slice(1).replaceAll('/', '.') ?? ''),
        );
  return [filled, identifiers(examen), ...own, ...avertissements.map((one) => doubtOf(examen, one))];
}

function doubtOf({ imprime }: Examen, { pointeur, message }: Avertissement): Point {
  return doubt('À vérifier', message, field(imprime, pointeur.slice(1).replaceAll('/', '.')));
}

/** Whether the machine takes the sending now. */
function accepted(examen: Examen): Point {
  const { affaire, saisie, imprime } = examen;
  const titre = 'La procédure en est là';
  const type = faitOf(imprime, saisie, false)?.type;
  const known = [...(affaire.suite?.etapes.flatMap(({ faits }) => faits) ?? []), ...(affaire.suite?.autresFaits ?? [])];
  const faits = known.filter((fait) => fait.type === type);
  if (faits.some(({ accepte }) => accepte)) return good(titre);
  const missing = faits.flatMap(({ manque }) => manque.map(({ libelle }) => libelle));
  const texte =
    missing.length > 0 ? [...new Set(missing)].join(' ') : 'Le dossier n’attend pas ce formulaire en ce moment.';
  return bad(titre, texte, { libelle: 'Voir le dossier', vers: `/dossiers/${affaire.cible.id}` });
}

function identifiers({ imprime, affaire: { fiche, cible }, saisie }: Examen): Point {
  const titre = 'Identifiants du dossier';
  const place = imprime.id === 'formulaire-413' ? 'partie1' : 'etablissement';
  const { siret, finess } = (saisie[place] ?? {}) as { siret?: string; finess?: string };
  const lien = { libelle: 'Déclarer un changement', vers: factPath(cible, CHANGEMENT) };
  const typedSiret = Siret.safeParse(siret);
  const typedFiness = Finess.safeParse(finess);
  if (typedSiret.success && typedSiret.data !== fiche['siret'])
    return bad(
      titre,
      `Le SIRET n’est pas celui du dossier (${fiche['siret']}) : corrigez-le, ou déclarez son changement.`,
      lien,
    );
  if (typedFiness.success && typedFiness.data !== fiche['finess'])
    return bad(
      titre,
      `Le FINESS n’est pas celui du dossier (${fiche['finess'] ?? 'aucun'}) : corrigez-le, ou déclarez son changement.`,
      lien,
    );
  return good(titre);
}
