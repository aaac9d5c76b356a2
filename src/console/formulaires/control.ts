import type { Avertissement } from '../../../machines/avertissement.ts';
import type { CodeRetour } from '../../../machines/etablissement/formulaire-413-facts.ts';
import { formulaires } from '../../../machines/formulaires/index.ts';
import type { FactType } from '../../../machines/index.ts';
import { type Erreur, toErreurs } from '../../result.ts';
import { factPath } from '../dossier/faits/form.ts';
import { factsIn } from '../dossier/read/case.ts';
import { plural } from '../ui/words.ts';
import { faitOf, faitPartie, parties, type Saisie } from './catalogue.ts';
import { bad, doubt, type Examen, field, good, type Point, returns413 } from './returns.ts';

/** What of it the ANS returns a form for. */
const IDENTIFIANTS = 'identifiants-incoherents' satisfies CodeRetour;
/** What is told of numbers that have changed. */
const CHANGEMENT = 'etablissement.identifiantModifie' satisfies FactType;

/** What of a form must be corrected, and what deserves a second look, by pointers of the form. */
export function examine({ imprime: { id }, saisie }: Pick<Examen, 'imprime' | 'saisie'>) {
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
          field(examen.imprime, nomOf(erreurs[0]?.pointeur ?? '/')),
        );
  return [filled, ...confronted(examen), ...own, ...avertissements.map((one) => doubtOf(examen, one))];
}

function doubtOf({ imprime }: Examen, { pointeur, message }: Avertissement): Point {
  return doubt('À vérifier', message, field(imprime, nomOf(pointeur)));
}

/** Whether the machine takes the sending now. */
function accepted(examen: Examen): Point {
  const { affaire, saisie, imprime } = examen;
  const titre = 'La procédure en est là';
  const type = faitOf(imprime, saisie, false)?.type;
  const faits = factsIn(affaire).filter((fait) => fait.type === type);
  if (faits.some(({ accepte }) => accepte)) return good(titre);
  const missing = faits.flatMap(({ manque }) => manque.map(({ libelle }) => libelle));
  const texte =
    missing.length > 0 ? [...new Set(missing)].join(' ') : 'Le dossier n’attend pas ce formulaire en ce moment.';
  return bad(titre, texte, { libelle: 'Voir le dossier', vers: `/dossiers/${affaire.cible.id}` });
}

/** The form against its dossier, as the facts that it tells are: red for the numbers that the ANS returns it for. */
function confronted(examen: Examen): Point[] {
  const titre = 'Identifiants du dossier';
  const told = apart(examen);
  const wrong = told.find(({ code }) => code === IDENTIFIANTS);
  const lien = { libelle: 'Déclarer un changement', vers: factPath(examen.affaire.cible, CHANGEMENT) };
  return [
    wrong ? bad(titre, wrong.message, lien) : good(titre),
    ...told.filter(({ code }) => code !== IDENTIFIANTS).map((one) => doubtOf(examen, one)),
  ];
}

/** What the form says otherwise than its dossier, part by part as each is whole. */
function apart({ imprime, affaire: { etat, procedure, fiche }, saisie, jour }: Examen): Avertissement[] {
  if (!etat || !procedure) return [];
  const { value, context } = etat.snapshot;
  const faits =
    imprime.id === 'formulaire-413'
      ? parties.map((partie) => faitPartie(partie, { saisie: { partie2: {}, ...saisie }, imprime }))
      : [faitOf(imprime, saisie, false)];
  return faits.flatMap((fait) => {
    if (!fait) return [];
    const said = procedure.facts[fait.type]?.schema.safeParse({ ...fait.input, date: jour });
    if (!said?.success) return [];
    const told = procedure.confronter({ value, context, fiche }, said.data);
    return told.map((one) => ({ ...one, pointeur: fait.toForm(one.pointeur) }));
  });
}

const nomOf = (pointeur: string) => pointeur.slice(1).replaceAll('/', '.');
