import type { Procedure } from '../../../machines/procedure.ts';
import type { Source } from '../../../machines/source.ts';
import type { Clause, Invariant } from '../claim.ts';

/** What is asked of some facts, all alike. */
interface Demande {
  id: string;
  quoi: string;
  source: Source;
  faits: readonly string[];
  champs: readonly string[];
}

const personne = (path: string) => [path, `${path}.nom`, `${path}.prenom`];
const carte = (path: string) => [path, `${path}.type`, `${path}.fin`];
const etablissement = (path: string) => [path, ...champsEtablissement.map((champ) => `${path}.${champ}`)];
const signature = (path: string) => [path, `${path}.lieu`, `${path}.date`];
const champsEtablissement = ['denomination', 'siret', 'finess', 'codePostal', 'commune'];
const representant = [
  ...personne('saisie.representantLegal'),
  'saisie.representantLegal.fonction',
  'saisie.representantLegal.courriel',
];

const demandes: Demande[] = [
  {
    id: 'motif',
    quoi: 'Un refus, un rejet, une révocation, une annulation, un maintien ou un abandon dit son motif',
    source: 'A11',
    faits: [
      ...['dossier.abandonne', 'contrat.refuse', 'formulaire101.refuse', 'mandat.refuse', 'carteMandataire.refusee'],
      ...['carteAdministrateur.refusee', 'formulaire413.rejete', 'certificat.refuse', 'certificat.annule'],
      ...['certificat.revoque', 'certificat.maintenu'],
    ],
    champs: ['motif'],
  },
  {
    id: 'carte',
    quoi: 'Une carte se dit avec son type et sa fin de validité',
    source: 'A21',
    faits: [
      ...['carteResponsable.trouvee', 'carteResponsable.activee', 'carteResponsable.renouvelee'],
      ...[
        'mandat.trouve',
        'mandat.enregistre',
        'mandat.confirme',
        'carteMandataire.activee',
        'carteMandataire.renouvelee',
      ],
      ...['administrateurTechnique.designe', 'carteAdministrateur.activee', 'carteAdministrateur.renouvelee'],
    ],
    champs: carte('carte'),
  },
  {
    id: 'numero-contrat',
    quoi: 'Un contrat accepté porte un numéro',
    source: 'A11',
    faits: ['contrat.signe'],
    champs: ['numero'],
  },
  {
    id: 'contrat-structure',
    quoi: 'Un contrat de structure nomme l’établissement et son représentant légal, et il est signé',
    source: '§4.1',
    faits: ['contrat.transmis'],
    champs: [...etablissement('saisie.etablissement'), ...representant, ...signature('saisie.signature')],
  },
  {
    id: 'formulaire-101',
    quoi: 'Un formulaire 101 nomme l’établissement et son représentant légal, joint la pièce demandée, et il est signé',
    source: '§4.1',
    faits: ['formulaire101.transmis'],
    champs: [
      ...etablissement('saisie.etablissement'),
      ...representant,
      'saisie.pieceJointe',
      ...signature('saisie.signature'),
    ],
  },
  {
    id: 'formulaire-502',
    quoi: 'Un formulaire 502 nomme l’établissement, le représentant légal, le mandataire et sa carte, et il est signé',
    source: '§4.1',
    faits: ['mandat.demande'],
    champs: [
      'moyen',
      ...etablissement('saisie.etablissement'),
      ...personne('saisie.representantLegal'),
      ...personne('saisie.mandataire'),
      ...carte('saisie.carte'),
      ...signature('saisie.signature'),
    ],
  },
  {
    id: 'formulaire-301',
    quoi: 'Un formulaire 301 « mandat » nomme l’établissement, le porteur et le signataire, coche le mandat, et il est signé',
    source: '§4.1',
    faits: ['carteMandataire.demandee'],
    champs: [
      'moyen',
      ...etablissement('saisie.etablissement'),
      ...personne('saisie.porteur'),
      'saisie.role',
      'saisie.mandat',
      'saisie.mandat=false',
      ...personne('saisie.signataire'),
      'saisie.qualite',
      ...signature('saisie.signature'),
    ],
  },
  {
    id: 'carte-administrateur-demandee',
    quoi: 'Une carte d’administrateur technique se demande par le formulaire 301 ou TOM',
    source: '§4.1',
    faits: ['carteAdministrateur.demandee'],
    champs: ['moyen'],
  },
  {
    id: 'administrateur-designe-saisie',
    quoi: 'Une désignation nomme l’administrateur technique et dit de qui il dépend',
    source: '§4',
    faits: ['administrateurTechnique.designe'],
    champs: [...personne('personne'), 'origine'],
  },
  {
    id: 'representant-nomme',
    quoi: 'Un nouveau représentant légal nommé l’est en entier',
    source: 'A24',
    faits: ['representantLegal.remplace'],
    champs: ['personne.nom', 'personne.prenom'],
  },
  {
    id: 'identifiants',
    quoi: 'De nouveaux identifiants disent le SIRET et le FINESS, ou son absence',
    source: 'A23',
    faits: ['etablissement.identifiantModifie'],
    champs: ['siret', 'finess'],
  },
  {
    id: 'coordonnees',
    quoi: 'De nouvelles coordonnées disent la dénomination, le code postal et la commune',
    source: 'A23',
    faits: ['etablissement.coordonneesModifiees'],
    champs: ['denomination', 'codePostal', 'commune'],
  },
  {
    id: 'partie-1',
    quoi: 'La partie 1 identifie la structure',
    source: '§5 étape 1',
    faits: ['formulaire413.partie1Remplie'],
    champs: etablissement('partie1'),
  },
  {
    id: 'partie-2',
    quoi: 'La partie 2, si elle est dite, l’est',
    source: 'A4',
    faits: ['formulaire413.partie2Remplie'],
    champs: ['partie2'],
  },
  {
    id: 'partie-3',
    quoi: 'La partie 3 porte l’identité du signataire, sa qualité, sa carte, la date et le cachet',
    source: '§5 étape 2',
    faits: ['formulaire413.partie3Remplie'],
    champs: [
      'partie3',
      ...personne('partie3.signataire'),
      'partie3.qualite',
      ...carte('partie3.carte'),
      'partie3.date',
      'partie3.cachet',
      'partie3.cachet=false',
    ],
  },
  {
    id: 'partie-4',
    quoi: 'La partie 4 dit les logiciels, l’offre PRO, le domaine de messagerie et les administrateurs techniques',
    source: '§5 étape 3',
    faits: ['formulaire413.partie4Remplie'],
    champs: [
      ...[
        '',
        '.logiciels',
        '.logiciels.0',
        '.offreProAuthSignConf',
        '.offreProAuthSignConf=false',
        '.domaineMessagerie',
      ],
      ...['.administrateursTechniques', '.administrateursTechniques.0'],
      ...['type', 'editeur', 'solution', 'version'].map((champ) => `.logiciels.0.${champ}`),
      ...['nom', 'prenom', 'courriel', 'telephone', 'typeCarte', 'rattachement'].map(
        (champ) => `.administrateursTechniques.0.${champ}`,
      ),
    ].map((path) => `partie4${path}`),
  },
  {
    id: 'canal',
    quoi: 'Un envoi dit son canal',
    source: '§5 étape 4',
    faits: ['formulaire413.transmis'],
    champs: ['canal'],
  },
  {
    id: 'motifs-retour',
    quoi: 'Un retour dit au moins un motif, par son code',
    source: 'A11',
    faits: ['formulaire413.retourne'],
    champs: ['motifs', 'motifs.0', 'motifs.0.code'],
  },
  {
    id: 'commande-saisie',
    quoi: 'Une commande nomme le bénéficiaire, sa qualité et sa carte, dit l’usage et ce qui a été vérifié',
    source: '§6',
    faits: ['certificat.demande'],
    champs: [...personne('beneficiaire'), 'beneficiaire.qualite', 'beneficiaire.carte', 'usage', 'prerequisVerifies'],
  },
  {
    id: 'renouvellement-saisie',
    quoi: 'Un renouvellement dit la carte du bénéficiaire',
    source: 'A19',
    faits: ['certificat.renouvele'],
    champs: ['carte'],
  },
  {
    id: 'qualite-saisie',
    quoi: 'Un bénéficiaire qui change de qualité dit laquelle',
    source: 'A27',
    faits: ['beneficiaire.qualiteModifiee'],
    champs: ['qualite'],
  },
  {
    id: 'etat-des-lieux-saisie',
    quoi: 'Un état des lieux dit les sites',
    source: '§4.2, §4.3.2',
    faits: ['etatDesLieux.recu'],
    champs: ['sites'],
  },
];

/** What the payloads of a procedure are refused without; every fact that someone tells has a date. */
export function saisiesOf({ machine, facts, genre }: Procedure): Invariant<Clause>[] {
  const told = Object.keys(facts).filter((type) => !facts[type]?.derive && machine.events.includes(type));
  const all: Demande[] = [
    { id: 'date', quoi: 'Tout fait a une date', source: 'A17', faits: told, champs: ['date'] },
    ...demandes,
  ];
  return all.flatMap(({ id, quoi, source, faits, champs }) => {
    const own = faits.filter(
      (type) => told.includes(type) && !(type === 'etatDesLieux.recu' && genre === 'dossier' && champs[0] === 'sites'),
    );
    if (own.length === 0) return [];
    return [
      {
        id: `saisie-${id}`,
        enonce: `${quoi} : sinon la saisie est refusée.`,
        source,
        proposition: { forme: 'exige', faits: own, champs },
      },
    ];
  });
}
