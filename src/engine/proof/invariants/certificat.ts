import { JOUR } from '../../graph/offer.ts';
import type { Formule, Invariant } from '../claim.ts';
import { AVANT_PREAVIS, EN_PREAVIS, TROP_TARD } from '../variants.ts';
import { fait, tropTard } from './motif.ts';

const fins = { refuse: 'refusé', annule: 'annulé', renouvele: 'remplacé', expire: 'expiré', revoque: 'révoqué' };
const enService = 'vie.installe';
const habilite: Formule = { et: ['administrateur.disponible', 'alerte.aucune'] };

/** §6, §7, A19, A20 — what the life of one certificate promises. */
export const certificatInvariants: Invariant[] = [
  {
    id: 'retrait-apres-mise-a-disposition',
    enonce: 'Un certificat n’est retiré qu’une fois mis à disposition par l’ANS.',
    source: 'A13',
    proposition: { forme: 'passe', but: { fait: fait('certificat.retire') }, par: fait('certificat.disponible') },
  },
  {
    id: 'actes-d-un-habilite',
    enonce:
      'Il est retiré, installé et renouvelé par un administrateur technique habilité, porteur d’une carte active, hors de toute alerte.',
    source: 'A19',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.retire', 'certificat.installe', 'certificat.renouvele'),
      depuis: habilite,
    },
  },
  {
    id: 'actes-en-cours',
    enonce: 'Rien de cela ne se fait avec une carte arrivée à sa date de fin, ni après celle du certificat.',
    source: '§4',
    proposition: {
      forme: 'jamais',
      fait: tropTard('certificat.retire', 'certificat.installe', 'certificat.renouvele'),
    },
  },
  {
    id: 'renouvellement-sous-contrat',
    enonce: 'Un renouvellement est une commande : contrat actif, dossier ouvert.',
    source: 'A19',
    proposition: { forme: 'chaque', fait: fait('certificat.renouvele'), depuis: 'commande.ouverte' },
  },
  {
    id: 'renouvellement-carte',
    enonce: 'Le bénéficiaire d’un certificat renouvelé porte la carte de sa qualité.',
    source: '§3',
    proposition: { forme: 'chaque', fait: fait('certificat.renouvele'), saisies: [{ carte: 'CPS' }] },
  },
  {
    id: 'installation-apres-retrait',
    enonce: 'Rien n’est installé avant d’être retiré.',
    source: '§6',
    proposition: { forme: 'passe', but: { etat: enService }, par: fait('certificat.retire') },
  },
  {
    id: 'service-apres-installation',
    enonce: 'Rien n’est en service avant d’être installé.',
    source: '§6',
    proposition: { forme: 'passe', but: { etat: enService }, par: fait('certificat.installe') },
  },
  {
    id: 'renouvellement-en-service',
    enonce: 'Seul un certificat en service se renouvelle, et il le reste.',
    source: 'A20',
    proposition: { forme: 'chaque', fait: fait('certificat.renouvele'), depuis: enService, vers: enService },
  },
  ...Object.entries(fins).map(
    ([fin, libelle]): Invariant => ({
      id: `clos-${fin}`,
      enonce: `Un certificat ${libelle} le reste.`,
      source: 'A13',
      proposition: { forme: 'chaque', fait: {}, si: `vie.clos.${fin}`, vers: `vie.clos.${fin}` },
    }),
  ),
  {
    id: 'remplace-par-son-successeur',
    enonce: 'Un certificat n’est remplacé que par son successeur installé.',
    source: 'A20',
    proposition: { forme: 'passe', but: { etat: 'vie.clos.renouvele' }, par: fait('successeur.installe') },
  },
  {
    id: 'successeur-perdu',
    enonce: 'Son successeur perdu, il est comme il était : à renouveler s’il l’était, sinon à venir.',
    source: 'A20',
    proposition: {
      forme: 'conduit',
      si: 'renouvellement.commande',
      fait: fait('successeur.clos'),
      vers: 'renouvellement.du',
    },
  },
  {
    id: 'successeur-perdu-anticipe',
    enonce: 'Commandé avant le préavis et perdu, le successeur laisse le renouvellement à venir.',
    source: 'A20',
    proposition: {
      forme: 'conduit',
      si: 'renouvellement.anticipe',
      fait: fait('successeur.clos'),
      vers: 'renouvellement.aVenir',
    },
  },
  {
    id: 'revocation-declaree',
    enonce: 'Aucun certificat n’est révoqué sans que quelqu’un le décide.',
    source: '§4.1',
    proposition: { forme: 'passe', but: { etat: 'vie.clos.revoque' }, par: fait('certificat.revoque') },
  },
  {
    id: 'revocation-possible',
    enonce: 'Un certificat disponible, retiré ou en service peut toujours être révoqué.',
    source: '§4.1',
    proposition: {
      forme: 'conduit',
      si: { ou: ['vie.disponible', 'vie.retire', enService] },
      fait: fait('certificat.revoque'),
      vers: 'vie.clos.revoque',
    },
  },
  {
    id: 'annulation-possible',
    enonce: 'Une commande s’annule tant que le certificat n’est pas retiré.',
    source: 'A27',
    proposition: {
      forme: 'conduit',
      si: { ou: ['vie.demande', 'vie.disponible'] },
      fait: fait('certificat.annule'),
      vers: 'vie.clos.annule',
    },
  },
  {
    id: 'expiration',
    enonce: 'Un certificat retiré ou en service expire à sa date de fin, et pas avant.',
    source: 'A22',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.expire'),
      depuis: { ou: ['vie.retire', enService] },
      vers: 'vie.clos.expire',
      saisies: [{ date: TROP_TARD }],
    },
  },
  {
    id: 'preavis',
    enonce: 'Le préavis de renouvellement vient soixante jours avant la fin, et pas avant.',
    source: 'A22',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.renouvellementDu'),
      saisies: [{ date: EN_PREAVIS }, { date: TROP_TARD }],
    },
  },
  {
    id: 'preavis-trop-tot',
    enonce: 'Aucun préavis ne vient plus tôt.',
    source: 'A22',
    proposition: { forme: 'jamais', fait: { faits: ['certificat.renouvellementDu'], saisie: { date: AVANT_PREAVIS } } },
  },
  {
    id: 'carte-opposee',
    enonce: 'De la commande à la fin, l’opposition de la carte du bénéficiaire pose la question de la révocation.',
    source: 'A27',
    proposition: {
      forme: 'conduit',
      si: { et: ['alerte.aucune', { non: 'vie.clos' }] },
      fait: fait('carteBeneficiaire.opposee'),
      vers: 'alerte.aDecider',
    },
  },
  ...(['etablissement.identifiantModifie', 'etablissement.ferme'] as const).map(
    (type): Invariant => ({
      id: `alerte-${type.replace('etablissement.', '')}`,
      enonce: 'De nouveaux identifiants, ou la fermeture de l’établissement, posent la même question.',
      source: type === 'etablissement.ferme' ? 'A27' : 'A23',
      proposition: {
        forme: 'conduit',
        si: { et: ['alerte.aucune', { non: 'vie.clos' }] },
        fait: fait(type),
        vers: 'alerte.aDecider',
      },
    }),
  ),
  {
    id: 'maintien',
    enonce: 'Un certificat maintenu malgré l’alerte va comme avant elle.',
    source: 'A27',
    proposition: { forme: 'chaque', fait: fait('certificat.maintenu'), vers: 'alerte.aucune' },
  },
  {
    id: 'sans-impasse',
    enonce: 'Aucune impasse : tant qu’il n’est pas clos, quelqu’un peut agir.',
    source: 'A13',
    proposition: { forme: 'vivant', sauf: 'vie.clos' },
  },
  {
    id: 'fin-atteignable',
    enonce: 'De tout état, il va à sa fin.',
    source: 'A13',
    proposition: { forme: 'mene', vers: 'vie.clos' },
  },
  {
    id: 'etapes-obligatoires',
    enonce: 'Les faits de toute vie d’un certificat jusqu’à sa mise en service, et les alternatives exactes.',
    source: '§6',
    proposition: { forme: 'obligatoires', but: { etat: enService }, sans: { derive: true } },
  },
  {
    id: 'retient-validite',
    enonce: 'Un certificat retiré vaut trois ans.',
    source: '§7',
    proposition: {
      forme: 'retient',
      fait: { faits: ['certificat.retire'], saisie: { date: JOUR } },
      contexte: { fin: '2029-01-05', debut: null },
    },
  },
  {
    id: 'retient-carte-administrateur',
    enonce: 'Il sait jusqu’à quel jour une carte permet d’agir sur lui.',
    source: 'A19',
    proposition: {
      forme: 'retient',
      fait: fait('administrateurTechnique.disponible'),
      contexte: { finCarteAdministrateur: { saisie: 'fin' } },
    },
  },
  {
    id: 'administrateur-annonce',
    enonce: 'Il apprend quand un administrateur technique habilité est disponible, et quand aucun ne l’est plus.',
    source: 'A19',
    proposition: {
      forme: 'conduit',
      si: 'administrateur.disponible',
      fait: fait('administrateurTechnique.indisponible'),
      vers: 'administrateur.indisponible',
    },
  },
  {
    id: 'administrateur-revenu',
    enonce: 'Il apprend quand un administrateur technique habilité est à nouveau disponible.',
    source: 'A19',
    proposition: {
      forme: 'conduit',
      si: { ou: ['administrateur.disponible', 'administrateur.indisponible'] },
      fait: fait('administrateurTechnique.disponible'),
      vers: 'administrateur.disponible',
    },
  },
  ...(
    [
      ['commande.fermee', 'commande.ouverte'],
      ['commande.ouverte', 'commande.fermee'],
    ] as const
  ).map(
    ([type, si]): Invariant => ({
      id: `annonce-${type}`,
      enonce: 'Il apprend quand on ne peut plus commander dans son dossier, et quand on le peut à nouveau.',
      source: 'A19',
      proposition: { forme: 'conduit', si, fait: fait(type), vers: type },
    }),
  ),
  {
    id: 'dit-renouvellement',
    enonce: 'Un renouvellement ouvre un certificat du même usage, pour le même bénéficiaire.',
    source: 'A20',
    proposition: {
      forme: 'dit',
      fait: fait('certificat.renouvele'),
      dits: [
        {
          type: 'certificat',
          'certificat.usage': { contexte: 'demande.usage' },
          'certificat.beneficiaire': { contexte: 'demande.beneficiaire' },
          'certificat.remplace': null,
          'certificat.finCarteAdministrateur': { contexte: 'finCarteAdministrateur' },
        },
      ],
    },
  },
  {
    id: 'dit-installation',
    enonce: 'Un certificat installé le dit à celui qu’il remplace.',
    source: 'A20',
    proposition: {
      forme: 'dit',
      fait: fait('certificat.installe'),
      dits: [{ type: 'offre', vers: 'predecesseur', 'fait.type': 'successeur.installe' }],
    },
  },
  {
    id: 'dit-perte',
    enonce: 'Un certificat refusé, annulé, révoqué ou expiré le dit à celui qu’il devait remplacer.',
    source: 'A20',
    proposition: {
      forme: 'dit',
      fait: fait('certificat.refuse', 'certificat.annule', 'certificat.revoque', 'certificat.expire'),
      dits: [{ type: 'offre', vers: 'predecesseur', 'fait.type': 'successeur.clos' }],
    },
  },
  ...(
    [
      ['clos', 'vie.clos', 'clos'],
      ['en-service', 'vie.installe', 'enService'],
      ['en-cours', { ou: ['vie.demande', 'vie.disponible', 'vie.retire'] }, 'enCours'],
    ] as const
  ).map(
    ([id, si, statut]): Invariant => ({
      id: `statut-${id}`,
      enonce: 'Un certificat est en service une fois installé, clos à sa fin, en cours avant.',
      source: 'A13',
      proposition: { forme: 'toujours', si, alors: `statut.${statut}` },
    }),
  ),
];
