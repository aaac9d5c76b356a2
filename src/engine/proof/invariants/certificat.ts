import type { Formule, Invariant } from '../claim.ts';
import { fait, tropTard } from './motif.ts';

const fins = { refuse: 'refusé', renouvele: 'renouvelé', expire: 'expiré', revoque: 'révoqué' };
const clos = Object.keys(fins).map((fin) => `vie.${fin}`);
const enService: Formule = { ou: ['vie.installe', 'vie.aRenouveler', 'vie.revocationADecider'] };

/** §6, §7 — what the life of one certificate promises. */
export const certificatInvariants: Invariant[] = [
  {
    id: 'retrait-apres-mise-a-disposition',
    enonce: 'Un certificat n’est retiré qu’une fois mis à disposition par l’ANS.',
    source: '§6',
    proposition: { forme: 'passe', but: { fait: fait('certificat.retire') }, par: fait('certificat.disponible') },
  },
  {
    id: 'retrait-administrateur',
    enonce: 'Il est retiré, ou renouvelé, par un administrateur technique disponible.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.retire', 'certificat.renouvele'),
      depuis: 'administrateur.disponible',
    },
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
    id: 'installation-valide',
    enonce: 'Un certificat expiré ne s’installe pas.',
    source: '§7',
    proposition: { forme: 'jamais', fait: tropTard('certificat.installe') },
  },
  {
    id: 'renouvellement-en-service',
    enonce: 'Seul un certificat en service se renouvelle.',
    source: '§7',
    proposition: { forme: 'chaque', fait: fait('certificat.renouvele'), depuis: enService },
  },
  ...Object.entries(fins).map(
    ([fin, libelle]): Invariant => ({
      id: `clos-${fin}`,
      enonce: `Un certificat ${libelle} le reste.`,
      source: '§7',
      proposition: { forme: 'chaque', fait: {}, si: `vie.${fin}`, vers: `vie.${fin}` },
    }),
  ),
  {
    id: 'revocation-declaree',
    enonce: 'Aucun certificat n’est révoqué sans que quelqu’un le décide.',
    source: '§4.1',
    proposition: { forme: 'passe', but: { etat: 'vie.revoque' }, par: fait('certificat.revoque') },
  },
  {
    id: 'revocation-possible',
    enonce: 'Un certificat disponible, retiré ou en service peut toujours être révoqué.',
    source: '§4.1',
    proposition: {
      forme: 'conduit',
      si: { ou: ['vie.disponible', 'vie.retire', enService] },
      fait: fait('certificat.revoque'),
      vers: 'vie.revoque',
    },
  },
  {
    id: 'expiration',
    enonce: 'Un certificat retiré ou en service expire à sa date de fin.',
    source: '§7',
    proposition: {
      forme: 'conduit',
      si: { ou: ['vie.retire', enService] },
      fait: fait('certificat.expire'),
      vers: 'vie.expire',
    },
  },
  {
    id: 'carte-opposee',
    enonce: 'L’opposition de la carte du bénéficiaire pose la question de la révocation.',
    source: '§3',
    proposition: {
      forme: 'conduit',
      si: { ou: ['vie.installe', 'vie.aRenouveler'] },
      fait: fait('carteBeneficiaire.opposee'),
      vers: 'vie.revocationADecider',
    },
  },
  {
    id: 'maintien',
    enonce: 'Un certificat installé, ou maintenu malgré l’alerte, est en service.',
    source: '§4.1',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.installe', 'certificat.maintenu'),
      vers: 'vie.installe',
    },
  },
  {
    id: 'renouvellement-possible',
    enonce: 'Un certificat en service, sans alerte, se renouvelle avant comme après son préavis.',
    source: '§7',
    proposition: {
      forme: 'conduit',
      si: { et: ['administrateur.disponible', { ou: ['vie.installe', 'vie.aRenouveler'] }] },
      fait: fait('certificat.renouvele'),
      vers: 'vie.renouvele',
    },
  },
  {
    id: 'sans-impasse',
    enonce: 'Aucune impasse : tant qu’il n’est pas clos, quelqu’un peut agir.',
    source: '§6',
    proposition: { forme: 'vivant', sauf: { ou: clos } },
  },
  {
    id: 'fin-atteignable',
    enonce: 'De tout état, il va à sa fin.',
    source: '§7',
    proposition: { forme: 'mene', vers: { ou: clos } },
  },
  {
    id: 'etapes-obligatoires',
    enonce: 'Les faits de toute vie d’un certificat jusqu’à sa mise en service, et les alternatives exactes.',
    source: '§6',
    proposition: { forme: 'obligatoires', but: { etat: enService }, sans: { derive: true } },
  },
];
