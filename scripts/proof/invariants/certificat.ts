import type { Formule, Invariant } from '../claim.ts';
import { fait } from './motif.ts';

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
  ...(
    [
      ['certificat.renouvellementDu', 'aVenir', 'du'],
      ['certificat.renouvellementDu', 'anticipe', 'commande'],
      ['certificat.renouvele', 'aVenir', 'anticipe'],
      ['certificat.renouvele', 'du', 'commande'],
    ] as const
  ).map(
    ([type, si, vers]): Invariant => ({
      id: `${type}-${si}`,
      enonce: 'Le renouvellement est dû au préavis, commandé une fois qu’il l’est, anticipé s’il l’est avant.',
      source: 'A20',
      proposition: { forme: 'chaque', fait: fait(type), si: `renouvellement.${si}`, vers: `renouvellement.${vers}` },
    }),
  ),
  {
    id: 'clos-sans-alerte',
    enonce: 'Rien ne se demande plus d’un certificat clos.',
    source: 'A27',
    proposition: {
      forme: 'chaque',
      fait: fait(
        'carteBeneficiaire.opposee',
        'beneficiaire.qualiteModifiee',
        'etablissement.identifiantModifie',
        'etablissement.ferme',
        'certificat.maintenu',
      ),
      depuis: { non: 'vie.clos' },
    },
  },
  {
    id: 'qualite-nouvelle',
    enonce: 'La qualité que le bénéficiaire a déjà n’en est pas une nouvelle : il n’y revient qu’après une autre.',
    source: 'A27',
    proposition: {
      forme: 'passe',
      but: { fait: { faits: ['beneficiaire.qualiteModifiee'], saisie: { qualite: 'pharmacien' } } },
      par: { faits: ['beneficiaire.qualiteModifiee'], saisie: { qualite: 'medecin' } },
      apres: { faits: ['beneficiaire.qualiteModifiee'], saisie: { qualite: 'pharmacien' } },
    },
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
    id: 'profession-changee',
    enonce: 'Un bénéficiaire qui change de profession met son certificat à décider.',
    source: 'A27',
    proposition: {
      forme: 'chaque',
      fait: fait('beneficiaire.qualiteModifiee'),
      depuis: { et: ['alerte.aucune', { non: 'vie.clos' }] },
      vers: 'alerte.aDecider',
    },
  },
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
];
