import {
  type Administrateur,
  idOf as administrateurOf,
  isActif,
  lastDay,
} from '../../../machines/etablissement/administrateurs.ts';
import { motifsRetour } from '../../../machines/etablissement/formulaire-413-facts.ts';
import { factPath } from '../dossier/faits/form.ts';
import type { CaseRead } from '../dossier/read/case.ts';
import { labelIn } from '../forms/draw.ts';
import { idOf } from '../forms/draw-field.ts';
import { toFrenchDays } from '../ui/words.ts';
import { type Imprime, isStanding, parties, type Saisie } from './catalogue.ts';

/** The return reasons of the ANS, one by one; completeness and identifiers are told apart. */
export function returns413(examen: Examen): Point[] {
  return [
    ...returned(examen),
    contract(examen),
    ...approached(examen),
    signatory(examen),
    card(examen),
    stamp(examen),
    domain(examen),
    administrators(examen),
    offer(examen),
  ];
}

/** What the ANS returned it for is settled part by part, as each is recorded anew. */
function returned({ affaire, imprime }: Examen): Point[] {
  const { procedure, etat } = affaire;
  const retour = etat && procedure?.retour(etat.snapshot.context);
  return (retour?.motifs ?? []).map(({ libelle, precision, partie, champ }) => {
    const titre = `Retour : ${libelle}`;
    if (isStanding(affaire, `partie${partie}`)) return good(titre);
    const [, ...path] = (champ ?? `/partie${partie}`).split('/');
    return bad(
      titre,
      `${precision ? `${precision}. ` : ''}Corrigez, puis enregistrez la partie ${partie}.`,
      field(imprime, path.join('.')),
    );
  });
}

/** What is read of the machine and of the parts. */
interface Parts {
  regions: Readonly<Record<string, string>>;
  contexte: {
    administrateurs: Administrateur[];
    signature: object | null;
    parties: object;
  };
  partie3: { qualite?: string; cachet?: boolean; carte?: { type?: string; fin?: string } };
  partie4: {
    domaineMessagerie?: string;
    offreProAuthSignConf?: boolean;
    administrateursTechniques?: { nom?: string; prenom?: string; typeCarte?: string }[];
  };
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

/** §4.2, §4.3.2 — the paths that have a DSI ask that it was approached before the sending. */
function approached(examen: Examen): Point[] {
  const { coordination } = partsOf(examen).regions;
  const titre = 'DSI du groupement approchée';
  if (coordination === undefined) return [];
  if (coordination === 'contactee') return [good(titre)];
  return [bad(titre, 'L’envoi attend que la DSI ait accusé réception.', remedy(examen, 'coordination'))];
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
  const { partie3 } = partsOf(examen);
  const motif = `Motif de retour « ${motifsRetour['carte-signataire-non-valide']} »`;
  const { type, fin } = partie3.carte ?? {};
  const lien = field(examen.imprime, 'partie3.carte.type');
  if (type === undefined) return bad(titre, `${motif} : indiquez la carte de qui signe.`, lien);
  if (type === 'CPF') return bad(titre, `${motif} : une CPF n’ouvre rien ici.`, lien);
  if (fin && fin < examen.jour)
    return bad(
      titre,
      `${motif} : la carte est arrivée à sa date de fin le ${fin}.`,
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

/** A18 — the sending asks that part 4 name one of those who are designated, with a card that serves. */
function administrators(examen: Examen): Point {
  const titre = 'Carte de l’administrateur technique';
  const { regions, contexte, partie4 } = partsOf(examen);
  const motif = `Motif de retour « ${motifsRetour['administrateur-technique-sans-carte']} »`;
  if (regions['administrateurTechnique'] !== 'actif')
    return bad(titre, `${motif} : il n’a pas encore de carte active.`, remedy(examen, 'administrateurTechnique'));
  const named = (partie4.administrateursTechniques ?? []).map((contact) => ({
    ...contact,
    designe: designated(contexte.administrateurs, contact),
  }));
  const able = named.flatMap(({ designe }) => (designe && isActif(designe) ? [designe] : []));
  const lien = field(examen.imprime, 'partie4.administrateursTechniques');
  if (able.length === 0)
    return bad(
      titre,
      `${motif} : la partie 4 doit nommer une personne désignée au dossier, porteuse d’une carte active.`,
      lien,
    );
  const fin = lastDay(able);
  if (fin !== null && fin < examen.jour)
    return bad(titre, `${motif} : sa carte a pris fin le ${fin}.`, remedy(examen, 'administrateurTechnique'));
  const unable = named.find(({ designe }) => designe && !isActif(designe));
  if (unable)
    return doubt(
      titre,
      `${unable.prenom} ${unable.nom} n’a pas de carte active au dossier : l’ANS peut le retourner.`,
      lien,
    );
  return good(titre);
}

function designated(
  administrateurs: readonly Administrateur[],
  { nom, prenom }: { nom?: string; prenom?: string },
): Administrateur | undefined {
  if (nom === undefined || prenom === undefined) return undefined;
  return administrateurs.find(({ id }) => id === administrateurOf({ nom, prenom }));
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

/** One thing that the ANS looks at, or that the procedure asks for, as it stands now. */
export interface Point {
  title: string;
  etat: 'bon' | 'attention' | 'faute';
  /** What is wrong and what to do; null when all is well. */
  text: string | null;
  link: { libelle: string; vers: string } | null;
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

/** All is well. */
export function good(titre: string): Point {
  return { title: titre, etat: 'bon', text: null, link: null };
}

/** What the form would be returned for, and what to do. */
export function bad(titre: string, texte: string, lien: Point['link'] = null): Point {
  return { title: titre, etat: 'faute', text: toFrenchDays(texte), link: lien };
}

/** What deserves a second look. */
export function doubt(titre: string, texte: string, lien: Point['link'] = null): Point {
  return { title: titre, etat: 'attention', text: toFrenchDays(texte), link: lien };
}

/** A link to a field of the form. */
export function field({ form }: Imprime, nom: string): Point['link'] {
  return { libelle: `Aller au champ : ${labelIn(form, nom)}`, vers: `#${idOf(form, nom)}` };
}

/** Where what a region of the machine lacks is told. */
function remedy({ affaire }: Examen, region: string): Point['link'] {
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
