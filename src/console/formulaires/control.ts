import type { Avertissement } from '../../../machines/avertissement.ts';
import { motifsRetour } from '../../../machines/etablissement/formulaire-413-facts.ts';
import { formulaires } from '../../../machines/formulaires/index.ts';
import { Finess } from '../../../machines/identifiants/finess.ts';
import { Siret } from '../../../machines/identifiants/siret.ts';
import { type Erreur, toErreurs } from '../../result.ts';
import { factPath } from '../dossier/faits/paths.ts';
import type { CaseRead } from '../dossier/read/case.ts';
import { toFrenchDays } from '../forms/dates.ts';
import { idOf } from '../forms/pen.ts';
import { combien } from '../parts/mots.ts';
import { faitOf, type Imprime, parties, type Saisie } from './catalogue.ts';

/** One thing that the ANS looks at, or that the procedure asks for, as it stands now. */
export interface Point {
  titre: string;
  etat: 'bon' | 'attention' | 'faute';
  /** What is wrong and what to do; null when all is well. */
  texte: string | null;
  lien: { libelle: string; vers: string } | null;
}

/** What a form is checked against. */
export interface Examen {
  imprime: Imprime;
  affaire: CaseRead;
  /** What the form holds, as its schema is given it. */
  saisie: Saisie;
  /** Today, YYYY-MM-DD. */
  jour: string;
}

/** What of a form must be corrected, and what deserves a second look, by pointers of the form. */
export function examine({ imprime: { id }, saisie }: Pick<Examen, 'imprime' | 'saisie'>): {
  erreurs: Erreur[];
  avertissements: Avertissement[];
} {
  const { envoi: _envoi, ...own } = saisie;
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
      : bad('Tout est rempli', `${combien(erreurs.length, 'champ')} à compléter ou à corriger.`, {
          libelle: 'Aller au premier',
          vers: `#${idOf(examen.imprime.form, erreurs[0]?.pointeur.slice(1).replaceAll('/', '.') ?? '')}`,
        });
  return [filled, identifiers(examen), ...own, ...avertissements.map((one) => doubtOf(examen, one))];
}

function good(titre: string): Point {
  return { titre, etat: 'bon', texte: null, lien: null };
}

function bad(titre: string, texte: string, lien: Point['lien'] = null): Point {
  return { titre, etat: 'faute', texte: toFrenchDays(texte), lien };
}

function doubt(titre: string, texte: string, lien: Point['lien'] = null): Point {
  return { titre, etat: 'attention', texte: toFrenchDays(texte), lien };
}

function doubtOf({ imprime }: Examen, { pointeur, message }: Avertissement): Point {
  return doubt('À vérifier', message, field(imprime, pointeur.slice(1).replaceAll('/', '.')));
}

function field({ form }: Imprime, nom: string): Point['lien'] {
  return { libelle: 'Voir le champ', vers: `#${idOf(form, nom)}` };
}

/** Where what a region of the machine lacks is told. */
function remedy({ affaire }: Examen, region: string): Point['lien'] {
  const { cible, suite } = affaire;
  const etape = suite?.etapes.find(({ id }) => id.startsWith(`${region}.`));
  if (!etape) return { libelle: 'Voir le dossier', vers: `/dossiers/${cible.id}` };
  if (etape.formulaire)
    return { libelle: etape.libelle, vers: `/dossiers/${cible.id}/formulaires/${etape.formulaire}` };
  const fait = etape.faits.find(({ accepte }) => accepte);
  return fait
    ? { libelle: fait.libelle, vers: factPath(cible, fait.type) }
    : { libelle: etape.libelle, vers: `/dossiers/${cible.id}` };
}

/** Whether the machine takes the sending now. */
function accepted(examen: Examen): Point {
  const { affaire, saisie, imprime } = examen;
  const titre = 'La procédure en est là';
  const type = faitOf(imprime.id, saisie)?.type;
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
  const lien = { libelle: 'Déclarer un changement', vers: factPath(cible, 'etablissement.identifiantModifie') };
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

/** The return reasons of the ANS, one by one; completeness and identifiers are told apart. */
function returns413(examen: Examen): Point[] {
  return [
    contract(examen),
    signatory(examen),
    card(examen),
    stamp(examen),
    domain(examen),
    administrators(examen),
    offer(examen),
  ];
}

/** What is read of the machine and of the parts. */
interface Parts {
  regions: Readonly<Record<string, string>>;
  contexte: {
    carteResponsable: Carte | null;
    carteMandataire: Carte | null;
    carteAdministrateur: Carte | null;
    signature: object | null;
    parties: object;
  };
  partie3: { qualite?: string; cachet?: boolean; carte?: { type?: string; fin?: string } };
  partie4: {
    domaineMessagerie?: string;
    offreProAuthSignConf?: boolean;
    administrateursTechniques?: { typeCarte?: string }[];
  };
}
interface Carte {
  type: string;
  fin: string | null;
}

function partsOf({ affaire: { etat }, saisie }: Examen): Parts {
  const [, , partie3 = {}, partie4 = {}] = parties.map((partie) => saisie[partie]);
  const { value, context } = etat?.snapshot ?? { value: {}, context: {} };
  return { regions: value as Parts['regions'], contexte: context, partie3, partie4 } as Parts;
}

function contract(examen: Examen): Point {
  const titre = 'Contrat avec l’ANS';
  if (partsOf(examen).regions['contrat'] === 'actif') return good(titre);
  return bad(
    titre,
    `Motif de retour « ${motifsRetour['contrat-absent']} » : aucun contrat actif n’est connu.`,
    remedy(examen, 'contrat'),
  );
}

function signatory(examen: Examen): Point {
  const titre = 'Signataire habilité';
  const { regions, partie3 } = partsOf(examen);
  const motif = `Motif de retour « ${motifsRetour['signataire-non-habilite']} »`;
  const isMandataire = partie3.qualite === 'mandataire';
  if (partie3.qualite === undefined)
    return bad(
      titre,
      `${motif} : dites qui signe, le représentant légal ou le mandataire.`,
      field(examen.imprime, 'partie3.qualite'),
    );
  if (isMandataire && regions['mandataire'] !== 'actif')
    return bad(titre, `${motif} : aucun mandat n’est actif.`, remedy(examen, 'mandataire'));
  if (!isMandataire && regions['carteResponsable'] !== 'active')
    return bad(titre, `${motif} : le représentant légal n’a pas de carte active.`, remedy(examen, 'carteResponsable'));
  return good(titre);
}

function card(examen: Examen): Point {
  const titre = 'Carte du signataire';
  const { contexte, partie3 } = partsOf(examen);
  const motif = `Motif de retour « ${motifsRetour['carte-signataire-non-valide']} »`;
  const { type, fin } = partie3.carte ?? {};
  const known = partie3.qualite === 'mandataire' ? contexte.carteMandataire : contexte.carteResponsable;
  const lien = field(examen.imprime, 'partie3.carte.type');
  if (type === undefined) return bad(titre, `${motif} : indiquez la carte de qui signe.`, lien);
  if (type === 'CPF') return bad(titre, `${motif} : une CPF n’ouvre rien ici.`, lien);
  if (fin && fin < examen.jour)
    return bad(
      titre,
      `${motif} : la carte est arrivée à sa date de fin le ${fin}.`,
      field(examen.imprime, 'partie3.carte.fin'),
    );
  if (known && known.type !== type)
    return doubt(
      titre,
      `Le dossier connaît une ${known.type}, le formulaire une ${type} : vérifiez laquelle signe.`,
      lien,
    );
  if (known?.fin && fin && known.fin !== fin)
    return doubt(
      titre,
      `Le dossier connaît une carte valable jusqu’au ${known.fin} : vérifiez la date.`,
      field(examen.imprime, 'partie3.carte.fin'),
    );
  return good(titre);
}

function stamp(examen: Examen): Point {
  const titre = 'Cachet et signature';
  const { contexte, partie3 } = partsOf(examen);
  const motif = `Motif de retour « ${motifsRetour['cachet-ou-signature-manquant']} »`;
  if (!partie3.cachet)
    return bad(
      titre,
      `${motif} : faites apposer le cachet, puis cochez-le en partie 3.`,
      field(examen.imprime, 'partie3.cachet'),
    );
  const isSigned =
    contexte.signature !== null && JSON.stringify(contexte.signature) === JSON.stringify(contexte.parties);
  if (isSigned) return good(titre);
  return bad(titre, `${motif} : enregistrez les parties 1, 3 et 4, puis la signature.`, {
    libelle: 'Aller à la signature',
    vers: '#signature',
  });
}

function domain(examen: Examen): Point {
  const titre = 'Domaine de messagerie';
  const { domaineMessagerie } = partsOf(examen).partie4;
  if (domaineMessagerie !== undefined) return good(titre);
  return bad(
    titre,
    `Motif de retour « ${motifsRetour['domaine-messagerie-manquant']} » : demandez-le à la DSI de l’établissement.`,
    field(examen.imprime, 'partie4.domaineMessagerie'),
  );
}

function administrators(examen: Examen): Point {
  const titre = 'Carte de l’administrateur technique';
  const { regions, contexte, partie4 } = partsOf(examen);
  const motif = `Motif de retour « ${motifsRetour['administrateur-technique-sans-carte']} »`;
  if (regions['administrateurTechnique'] !== 'actif')
    return bad(titre, `${motif} : il n’a pas encore de carte active.`, remedy(examen, 'administrateurTechnique'));
  const { type, fin } = contexte.carteAdministrateur ?? { type: '', fin: null };
  if (fin !== null && fin < examen.jour)
    return bad(titre, `${motif} : sa carte a pris fin le ${fin}.`, remedy(examen, 'administrateurTechnique'));
  const named = partie4.administrateursTechniques ?? [];
  if (named.length > 0 && !named.some(({ typeCarte }) => typeCarte === type))
    return doubt(
      titre,
      `Le dossier connaît une ${type}, qu’aucun contact de la partie 4 ne porte : vérifiez-les.`,
      field(examen.imprime, 'partie4.administrateursTechniques'),
    );
  return good(titre);
}

function offer(examen: Examen): Point {
  const titre = 'Offre PRO cochée';
  if (partsOf(examen).partie4.offreProAuthSignConf) return good(titre);
  return bad(
    titre,
    `Motif de retour « ${motifsRetour['offre-non-cochee']} » : cochez-la en partie 4.`,
    field(examen.imprime, 'partie4.offreProAuthSignConf'),
  );
}
