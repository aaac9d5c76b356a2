import {
  type Administrateur,
  idOf as administrateurOf,
  isActif,
  lastDay,
} from '../../../machines/etablissement/administrateurs.ts';
import { type CodeRetour, motifsRetour } from '../../../machines/etablissement/formulaire-413-facts.ts';
import { factPath, formPath } from '../dossier/faits/form.ts';
import type { CaseRead } from '../dossier/read/case.ts';
import { labelIn } from '../forms/draw.ts';
import { idOf } from '../forms/draw-field.ts';
import { toFrenchDays } from '../ui/words.ts';
import { type Imprime, isStanding, parties, type Saisie } from './catalogue.ts';

/** The return reasons of the ANS, one by one; completeness and identifiers are told apart. */
export function returns413(examen: Examen): Point[] {
  const seen = { ...examen, ...partsOf(examen) };
  const checked = checks.filter(({ isAsked }) => isAsked?.(seen) ?? true).map((check) => judged(check, seen));
  return [...returned(examen), ...checked];
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

/** What the ANS looks at: what is wrong with it, where that is put right, and the reason for which it would return the form. */
interface Check {
  title: string;
  motif?: CodeRetour;
  isAsked?(seen: Seen): boolean;
  wrong(seen: Seen): readonly [why: string, link: Point['link']] | Point | null;
}
type Seen = Examen & Parts;

function judged({ title, motif, wrong }: Check, seen: Seen): Point {
  const found = wrong(seen);
  if (found === null) return good(title);
  if ('etat' in found) return found;
  const [why, link] = found;
  return bad(title, motif ? `Motif de retour « ${motifsRetour[motif]} » : ${why}` : why, link);
}

const checks: readonly Check[] = [
  {
    title: 'Contrat avec l’ANS',
    motif: 'contrat-absent',
    wrong: (seen) =>
      seen.regions['contrat'] === 'actif' ? null : ['aucun contrat actif n’est connu.', remedy(seen, 'contrat')],
  },
  {
    /** §4.2, §4.3.2 — the paths that have a DSI ask that it was approached before the sending. */
    title: 'DSI du groupement approchée',
    isAsked: ({ regions }) => regions['coordination'] !== undefined,
    wrong: (seen) =>
      seen.regions['coordination'] === 'contactee'
        ? null
        : ['L’envoi attend que la DSI ait accusé réception.', remedy(seen, 'coordination')],
  },
  { title: 'Signataire habilité', motif: 'signataire-non-habilite', wrong: signatory },
  { title: 'Carte du signataire', motif: 'carte-signataire-non-valide', wrong: card },
  { title: 'Cachet et signature', motif: 'cachet-ou-signature-manquant', wrong: stamp },
  {
    title: 'Domaine de messagerie',
    motif: 'domaine-messagerie-manquant',
    wrong: ({ imprime, partie4 }) =>
      partie4.domaineMessagerie === undefined
        ? ['demandez-le à la DSI de l’établissement.', field(imprime, 'partie4.domaineMessagerie')]
        : null,
  },
  {
    title: 'Carte de l’administrateur technique',
    motif: 'administrateur-technique-sans-carte',
    wrong: administrators,
  },
  {
    title: 'Offre PRO cochée',
    motif: 'offre-non-cochee',
    wrong: ({ imprime, partie4 }) =>
      partie4.offreProAuthSignConf ? null : ['cochez-la en partie 4.', field(imprime, 'partie4.offreProAuthSignConf')],
  },
];

function signatory(seen: Seen): ReturnType<Check['wrong']> {
  const { regions, partie3, imprime } = seen;
  const isMandataire = partie3.qualite === 'mandataire';
  if (partie3.qualite === undefined)
    return ['dites qui signe, le représentant légal ou le mandataire.', field(imprime, 'partie3.qualite')];
  if (isMandataire && regions['mandataire'] !== 'actif')
    return ['aucun mandat n’est actif.', remedy(seen, 'mandataire')];
  if (!isMandataire && regions['carteResponsable'] !== 'active')
    return ['le représentant légal n’a pas de carte active.', remedy(seen, 'carteResponsable')];
  return null;
}

function card({ imprime, partie3, jour }: Seen): ReturnType<Check['wrong']> {
  const { type, fin } = partie3.carte ?? {};
  const link = field(imprime, 'partie3.carte.type');
  if (type === undefined) return ['indiquez la carte de qui signe.', link];
  if (type === 'CPF') return ['une CPF n’ouvre rien ici.', link];
  if (!fin || fin >= jour) return null;
  return [`la carte est arrivée à sa date de fin le ${fin}.`, field(imprime, 'partie3.carte.fin')];
}

function stamp({ imprime, contexte, partie3 }: Seen): ReturnType<Check['wrong']> {
  if (!partie3.cachet)
    return ['faites apposer le cachet, puis cochez-le en partie 3.', field(imprime, 'partie3.cachet')];
  const { signature, parties: sent } = contexte;
  if (signature !== null && JSON.stringify(signature) === JSON.stringify(sent)) return null;
  const link = { libelle: 'Aller à la signature', vers: '#signature' };
  return ['enregistrez les parties 1, 3 et 4, puis la signature.', link];
}

/** A18 — the sending asks that part 4 name one of those who are designated, with a card that serves. */
function administrators(seen: Seen): ReturnType<Check['wrong']> {
  const { regions, contexte, partie4, imprime, jour } = seen;
  const region = 'administrateurTechnique';
  if (regions[region] !== 'actif') return ['il n’a pas encore de carte active.', remedy(seen, region)];
  const named = (partie4.administrateursTechniques ?? []).map((contact) => ({
    ...contact,
    designe: designated(contexte.administrateurs, contact),
  }));
  const able = named.flatMap(({ designe }) => (designe && isActif(designe) ? [designe] : []));
  const link = field(imprime, 'partie4.administrateursTechniques');
  if (able.length === 0)
    return ['la partie 4 doit nommer une personne désignée au dossier, porteuse d’une carte active.', link];
  const fin = lastDay(able);
  if (fin !== null && fin < jour) return [`sa carte a pris fin le ${fin}.`, remedy(seen, region)];
  const unable = named.find(({ designe }) => designe && !isActif(designe));
  if (!unable) return null;
  const why = `${unable.prenom} ${unable.nom} n’a pas de carte active au dossier : l’ANS peut le retourner.`;
  return doubt('Carte de l’administrateur technique', why, link);
}

function designated(administrateurs: readonly Administrateur[], { nom, prenom }: { nom?: string; prenom?: string }) {
  if (nom === undefined || prenom === undefined) return undefined;
  return administrateurs.find(({ id }) => id === administrateurOf({ nom, prenom }));
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
  if (etape.formulaire) return { libelle: etape.libelle, vers: formPath(cible, etape.formulaire) };
  const fait = etape.faits.find(({ accepte }) => accepte);
  return fait
    ? { libelle: fait.libelle, vers: factPath(cible, fait.type) }
    : { libelle: etape.libelle, vers: `/dossiers/${cible.id}` };
}
