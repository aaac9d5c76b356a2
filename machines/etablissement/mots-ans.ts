import type { CodeRetour } from './formulaire-413-facts.ts';

/**
 * A way of saying something: a sentence says it when it holds a word of each group. Words are folded (no case, accent nor punctuation) and
 * stand for all that begin by them, « manqu » for « manque » and « manquants »; one that ends on a space is a whole word.
 */
export type Dire = readonly (readonly string[])[];

const manque = mots(
  'manqu, absen, sans., oubli, omis, aucun, vide, non renseign, non rempli, a completer, completer, renseigner',
  'ajouter, apposer, fournir, preciser, indiquer, incomplet, defaut de.',
);
const absence = [...manque, ...mots('pas.')];
const ecart = mots(
  'incoheren, ne correspond, ne concord, discordan, differ, erron, inexact, incorrect, faux., fausse, erreur, invalide',
  'non valide, pas valide, inconnu, non conforme, a corriger, corriger, rectifier, verifier, ne figure, pas reconnu, pas connu',
);
const nonValide = mots(
  'expir, perim, opposee, opposition, revoqu, bloqu, non valide, pas valide, plus valide, invalide, inacti, pas active',
  'plus active, non active, desactiv, echue, pas a jour, fin de validite',
);

/** How the ANS says each reason of returning form 413 (A11): what it proposes is never decided here. */
export const motsRetour = {
  'signataire-non-habilite': [
    [
      mots('signataire, signe par, signee par, visa, personne qui signe, personne ayant signe'),
      mots('habilit, pouvoir, delegation, qualite, autoris, mandat, n est pas le representant, n est ni.'),
      mots('non., pas., ni., sans., aucun, justif, manqu, absen, defaut'),
    ],
    [
      mots('representant legal, mandataire'),
      mots('doit signer, doit etre signe, seul, signe par, signature'),
      mots('non., pas., ni., doit., seul'),
    ],
  ],
  'carte-signataire-non-valide': [
    [
      mots(
        'carte du signataire, carte du representant, carte du mandataire, carte de la signataire, cde.',
        'cps responsable',
      ),
      [...nonValide, ...absence],
    ],
    [mots('signataire, representant legal, mandataire, directeur, directrice'), mots('carte'), nonValide],
  ],
  'contrat-absent': [
    [
      mots('contrat'),
      mots(
        'absen, aucun, sans., pas de., pas ete signe, pas signe, manqu, n existe pas, n avons pas',
        'non signe, inexist',
      ),
    ],
    [mots('contrat'), mots('prealable, au prealable, caduc, resili, plus valide, expir, n est pas actif, inacti')],
    [
      mots('contrat, contractualis'),
      mots('ne dispose pas, ne dispose d aucun, pas trouve, ne retrouv, introuvable, pas contractualis'),
    ],
  ],
  'cachet-ou-signature-manquant': [
    [
      mots('cachet, tampon, signature'),
      [...manque, ...mots('pas de., n est pas., n a pas., n apparait pas, ne comporte pas, ne figure')],
    ],
    [
      mots('formulaire, document, demande, partie 3, visa'),
      mots('pas signe, non signe, n est pas signe, pas ete signe, pas date et signe'),
    ],
    [
      mots('signer, faire signer, cacheter, tamponner'),
      mots('merci de, veuillez, il faut, doit, a signer, invitons, faire'),
    ],
  ],
  'identifiants-incoherents': [
    [mots('siret, siren, finess, raison sociale, denomination, code postal, identifiant, numero de structure'), ecart],
    [
      mots('siret, finess, raison sociale, denomination'),
      mots('manqu, absen, non renseign, pas renseign, n existe pas'),
    ],
    [mots('partie 1, identification de la structure, identification de l etablissement'), [...ecart, ...absence]],
  ],
  'domaine-messagerie-manquant': [
    [
      mots(
        'domaine de messagerie, nom de domaine, sous domaine, domaine de courriel, domaine mail',
        'domaine e mail, domaine messagerie',
      ),
      [...absence, ...ecart, ...mots('generique, gmail, orange fr, wanadoo, non professionnel')],
    ],
  ],
  'administrateur-technique-sans-carte': [
    [
      mots(
        'administrateur technique, administratrice technique, administrateurs techniques, l at.',
        'contact technique',
      ),
      mots('carte, cps., cpe., cpa.'),
      [...absence, ...nonValide, ...mots('ne dispose, ne possede, ne detien, non titulaire, pas titulaire, n a pas.')],
    ],
  ],
  'offre-non-cochee': [
    [
      mots('case, offre, pro auth, auth sign conf'),
      mots('coch, selectionn'),
      mots('pas., non., aucun, manqu, absen, oubli, veuillez, merci, doit, il faut, sans., decoch'),
    ],
    [mots('offre'), mots('manqu, absen, non renseign, pas renseign, pas indiqu, a preciser, preciser, choisir')],
  ],
  illisible: [
    [mots('illisib, pas lisible, non lisible, peu lisible, difficilement lisible, flou, inexploitable, tronqu')],
    [
      mots('scan, numeris, copie, piece jointe, fichier, document'),
      mots('mauvaise qualite, trop clair, trop sombre, coupe, ne s ouvre pas, corrompu, resolution'),
    ],
  ],
  autre: [],
} as const satisfies Record<CodeRetour, readonly Dire[]>;

/** What the ANS may tell by a mail, as the facts that its words stand for. */
export const motsFaits = {
  'formulaire413.retourne': [
    [
      mots(
        'retourn, renvoy, renvoi, a corriger, merci de corriger, veuillez corriger, a completer',
        'merci de completer, veuillez completer, incomplet, non conforme, pas conforme, a rectifier',
        'rectifier, regulariser, anomalie',
      ),
    ],
    [
      mots('demande, formulaire, dossier, 413'),
      mots(
        'ne peut, ne peuvent, ne pouvons, impossible, n est pas recevable, irrecevable, n a pas pu, n a pu',
        'n avons pas pu, pas ete accept, pas ete valid, n est pas valid, en attente de, mise en attente',
      ),
    ],
  ],
  'formulaire413.rejete': [
    [
      mots('demande, formulaire, dossier, 413'),
      mots(
        'rejet, refus, ne pouvons donner suite, ne pouvons pas donner suite, classee sans suite',
        'classe sans suite, avis defavorable',
      ),
    ],
    [mots('structure, etablissement'), mots('non eligible, pas eligible, ineligible')],
  ],
  'habilitation.accordee': [
    [
      mots('habilit'),
      mots(
        'accord, valid, activ, effecti, ete habilit, est habilit, sont habilit, ete ouvert, ete cree',
        'pris en compte, prise en compte',
      ),
    ],
    [
      mots('demande, formulaire, dossier, 413'),
      mots('ete accept, est accept, ete valid, est valid, ete trait, avis favorable, ete approuv, est conforme'),
    ],
    [
      mots('pouvez, peut, peuvent, etes autoris'),
      mots('desormais, maintenant, a present, des a present'),
      mots('commander, demander, certificat'),
    ],
  ],
  'formulaire413.recu': [
    [
      mots(
        'avons bien recu, accusons reception, accuse de reception, bonne reception, bien ete recu',
        'bien recu, bien enregistr, ete enregistr, en cours de traitement, en cours d instruction',
        'en cours d etude, sera traite, nous est bien parvenu, nous est parvenu',
      ),
    ],
  ],
} as const satisfies Record<string, readonly Dire[]>;
export type FaitAns = keyof typeof motsFaits;

const negations = mots(
  'ne., n., pas., impossible, refus, rejet, apres., des que., lorsque., une fois., afin., avant.',
  'sous reserve',
);

/** What, in the same sentence, shows that a fact is not told: what denies a yes, and how a structure sends back what it has corrected. */
export const dementis = {
  'formulaire413.retourne': mots(
    'dument, et signe., signe et., et signee., complete et., corrige et., par nos soins, version corrigee',
    'formulaire corrige., formulaire signe., formulaire complete., comme demande., tel que demande.',
  ),
  'formulaire413.rejete': [],
  'habilitation.accordee': negations,
  'formulaire413.recu': negations,
} satisfies Record<FaitAns, readonly string[]>;

/** Words one after the other; a point stands for the space that ends a whole word. */
function mots(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(', ')).map((mot) => mot.replace('.', ' '));
}
