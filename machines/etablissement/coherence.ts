import type { Avertissement } from '../avertissement.ts';
import type { ContactTechnique } from '../formulaires/contact-technique.ts';
import { isSameCommune } from '../identifiants/code-postal.ts';
import { foldName, idOf, lastDay, nommes } from './administrateurs.ts';
import type { CarteActive, DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';

/** What is known of a dossier when a fact is told to it. */
export interface Connu {
  context: DossierContext;
  fiche: Readonly<Record<string, unknown>>;
  /** Whether what lets each signatory sign still holds: a contract apart, an active card, and a mandate. */
  pouvoirs: { representantLegal: boolean; mandataire: boolean };
}

type Nomme = { nom: string; prenom: string };
type Role = keyof DossierContext['connus'];

const roles = { representantLegal: 'représentant légal', mandataire: 'mandataire' } as const;
const identifiants = { siret: 'SIRET', finess: 'FINESS' } as const;

/** A21, A24 — what a fact says otherwise than the dossier: told, never refused, since either of the two may be wrong. */
export function confront(connu: Connu, event: DossierEvent): Avertissement[] {
  const { partie1, partie3, partie4, saisie } = event as Partial<Formulaires>;
  return [
    ...(partie1 ? confrontEtablissement(connu, partie1, '/partie1') : []),
    ...(partie3 ? confrontVisa(connu, partie3) : []),
    ...(partie4 ? confrontContacts(connu, partie4) : []),
    ...(saisie ? confrontSaisie(connu, saisie, event.type) : []),
    ...confrontFait(connu, event),
  ];
}

/** The forms that facts bear, whole or by parts. */
interface Formulaires {
  partie1: object;
  partie3: { signataire: Nomme; qualite: Role; carte: CarteActive };
  partie4: { administrateursTechniques: ContactTechnique[]; logiciels: { editeur: string }[] };
  saisie: {
    etablissement?: object;
    representantLegal?: Nomme;
    signataire?: Nomme;
    qualite?: Role;
    porteur?: Nomme;
  };
}

function confrontEtablissement({ fiche }: Connu, named: object, pointeur: string): Avertissement[] {
  const { siret, finess, denomination, commune } = named as Record<string, string | null>;
  const wrong = numbersApart(fiche, { siret, finess }).map(({ champ, ...one }) => ({
    ...one,
    pointeur: `${pointeur}/${champ}`,
  }));
  const known = fiche as { denomination?: string; commune?: string };
  if (known.denomination !== undefined && foldName(known.denomination) !== foldName(denomination ?? ''))
    wrong.push({
      code: 'denomination-differente',
      pointeur: `${pointeur}/denomination`,
      message: `Le dossier porte un autre nom (${known.denomination}) : corrigez-le, ou déclarez son changement.`,
    });
  if (known.commune !== undefined && !isSameCommune(known.commune, commune ?? ''))
    wrong.push({
      code: 'commune-differente',
      pointeur: `${pointeur}/commune`,
      message: `Le dossier porte une autre commune (${known.commune}) : corrigez-la, ou déclarez son changement.`,
    });
  return wrong;
}

/** The numbers that are not those of the dossier. */
function numbersApart(fiche: Connu['fiche'], named: Partial<Record<keyof typeof identifiants, unknown>>) {
  return Object.entries(named)
    .filter(([champ, value]) => champ in fiche && value !== fiche[champ])
    .map(([champ]) => ({
      code: 'identifiants-incoherents',
      champ,
      message: `Le ${identifiants[champ as 'siret']} n’est pas celui du dossier (${fiche[champ] ?? 'aucun'}) : corrigez-le, ou déclarez son changement.`,
    }));
}

function confrontVisa(connu: Connu, { signataire, qualite, carte }: Formulaires['partie3']): Avertissement[] {
  const held = qualite === 'mandataire' ? connu.context.carteMandataire : connu.context.carteResponsable;
  return [
    ...confrontPersonne(connu, qualite, signataire, '/partie3/signataire'),
    ...confrontCarte(held, carte, '/partie3/carte'),
  ];
}

function confrontPersonne({ context }: Connu, role: Role, named: Nomme, pointeur: string): Avertissement[] {
  const known = context.connus[role];
  if (known === null || known === idOf(named)) return [];
  const message = `Ce n’est pas le ${roles[role]} connu du dossier : corrigez le nom, ou déclarez d’abord son remplacement.`;
  return [{ code: 'signataire-inattendu', pointeur, message }];
}

function confrontCarte(known: CarteActive | null, shown: CarteActive, pointeur: string): Avertissement[] {
  if (known === null) return [];
  const isSame = known.type === shown.type && (known.fin === null || shown.fin === null || known.fin === shown.fin);
  if (isSame) return [];
  const fin = known.fin === null ? '' : ` valable jusqu’au ${known.fin}`;
  const message = `La carte connue du dossier est une ${known.type}${fin} : corrigez celle-ci, ou déclarez la nouvelle.`;
  return [{ code: 'carte-differente', pointeur, message }];
}

/** §4, §5 — part 4 against who is designated; nobody yet: nothing can be told. */
function confrontContacts({ context }: Connu, { administrateursTechniques, logiciels }: Formulaires['partie4']) {
  const { administrateurs } = context;
  if (administrateurs.length === 0) return [];
  const editeurs = logiciels.map(({ editeur }) => foldName(editeur));
  return administrateursTechniques.flatMap((contact, rank): Avertissement[] => {
    const place = `/partie4/administrateursTechniques/${rank}`;
    const one = administrateurs.find(({ id }) => id === idOf(contact));
    if (!one) return [nonDesigne(place)];
    const isTiers = contact.rattachement === 'editeur' || contact.rattachement === 'integrateur';
    return [
      ...(one.carte !== null && one.carte.type !== contact.typeCarte
        ? confrontCarte(one.carte, { type: contact.typeCarte, fin: null }, `${place}/typeCarte`)
        : []),
      ...(isTiers === (one.origine === 'technicien')
        ? []
        : [
            {
              code: 'rattachement-different',
              pointeur: `${place}/rattachement`,
              message: `Le dossier le connaît comme ${one.origine === 'technicien' ? 'technicien d’un tiers' : 'employé de la structure'} : corrigez son rattachement, ou sa désignation.`,
            },
          ]),
      ...(contact.rattachement === 'editeur' && one.societe !== null && !editeurs.includes(one.societe)
        ? [
            {
              code: 'technicien-autre-editeur',
              pointeur: `${place}/rattachement`,
              message: 'Ce technicien est d’un autre éditeur que ceux de la partie 4 : corrigez l’un des deux.',
            },
          ]
        : []),
    ];
  });
}

function confrontSaisie(connu: Connu, saisie: Formulaires['saisie'], type: string): Avertissement[] {
  const { etablissement, representantLegal, signataire, qualite, porteur } = saisie;
  return [
    ...(etablissement ? confrontEtablissement(connu, etablissement, '/saisie/etablissement') : []),
    ...(representantLegal
      ? confrontPersonne(connu, 'representantLegal', representantLegal, '/saisie/representantLegal')
      : []),
    ...(signataire && qualite ? confrontPersonne(connu, qualite, signataire, '/saisie/signataire') : []),
    ...(porteur ? confrontPorteur(connu, porteur, type) : []),
  ];
}

/** Form 301 orders the card of somebody whom the dossier may know. */
function confrontPorteur(connu: Connu, porteur: Nomme, type: string): Avertissement[] {
  if (type === 'carteMandataire.demandee') return confrontPersonne(connu, 'mandataire', porteur, '/saisie/porteur');
  const { administrateurs } = connu.context;
  if (administrateurs.some(({ id }) => id === idOf(porteur))) return [];
  return [nonDesigne('/saisie/porteur')];
}

function nonDesigne(pointeur: string): Avertissement {
  const message = 'Cette personne n’est pas désignée au dossier : désignez-la, ou corrigez son nom.';
  return { code: 'administrateur-technique-non-designe', pointeur, message };
}

function confrontFait(connu: Connu, event: DossierEvent): Avertissement[] {
  const { context } = connu;
  switch (event.type) {
    case 'administrateurTechnique.designe':
      return confrontDesignation(context, event);
    case 'mandat.confirme':
      return confrontCarte(context.carteMandataire, event.carte, '/carte');
    case 'formulaire413.signe':
      return [...confrontDeclares(connu), ...confrontEquipe(context, event.date)];
    case 'formulaire413.transmis':
      return [...confrontDeclares(connu), ...confrontPouvoir(connu)];
    default:
      return [];
  }
}

type Designation = Extract<DossierEvent, { type: 'administrateurTechnique.designe' }>;

function confrontDesignation({ nommes, parties, editeur }: DossierContext, event: Designation): Avertissement[] {
  const { personne, origine, societe } = event;
  const isNamed = parties.partie4 === null || nommes.includes(idOf(personne));
  const isOther =
    origine === 'technicien' && societe !== undefined && editeur !== null && editeur !== foldName(societe);
  return [
    ...(isNamed
      ? []
      : [
          {
            code: 'administrateur-technique-non-nomme',
            pointeur: '/personne',
            message: 'La partie 4 du formulaire 413 ne nomme pas cette personne : complétez-la, ou corrigez le nom.',
          },
        ]),
    ...(isOther
      ? [
          {
            code: 'technicien-autre-editeur',
            pointeur: '/societe',
            message:
              'Ce n’est pas l’éditeur du dossier : vérifiez qu’il s’agit bien de son technicien, ou d’un intégrateur.',
          },
        ]
      : []),
  ];
}

/** A24 — the signature stays good, yet whoever gave it may give none any more. */
function confrontPouvoir({ context, pouvoirs }: Connu): Avertissement[] {
  const { signataire, viseur, connus } = context;
  if (signataire === null) return [];
  const isReplaced = viseur !== null && connus[signataire] !== null && connus[signataire] !== viseur;
  if (pouvoirs[signataire] && !isReplaced) return [];
  const message = `Le ${roles[signataire]} qui a signé n’en a plus le pouvoir : la signature reste valable, mais l’ANS peut la refuser.`;
  return [{ code: 'signataire-sans-pouvoir', pointeur: '', message }];
}

/** A11 — what was recorded of part 1 is signed and sent as it is: the ANS returns it for its numbers. */
function confrontDeclares({ context: { declares }, fiche }: Connu): Avertissement[] {
  if (!declares) return [];
  return numbersApart(fiche, declares).map(({ code, message }) => ({
    code,
    pointeur: '',
    message: `Partie 1 : l${message.slice(1)}`,
  }));
}

/** §5 — what is signed is sent once somebody whom part 4 names has a card that serves. */
function confrontEquipe(context: DossierContext, date: string): Avertissement[] {
  const able = nommes(context);
  const fin = lastDay(able);
  if (able.length > 0 && (fin === null || date <= fin)) return [];
  const message =
    'Aucun administrateur technique nommé en partie 4 n’a de carte active : l’envoi attend la carte de l’un d’eux.';
  return [{ code: 'administrateur-technique-sans-carte', pointeur: '', message }];
}
