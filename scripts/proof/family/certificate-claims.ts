import type { Formule, Invariant } from '../claim.ts';
import { fait, horsDe } from '../invariants/motif.ts';

const enCours = (role: string): Formule => ({
  ou: ['demande', 'disponible', 'retire'].map((etat) => `${role}.vie.${etat}`),
});

const acts = (...roles: string[]) =>
  roles.flatMap((role) => [`${role}:certificat.retire`, `${role}:certificat.installe`]);

/** A19, A20 — what a certificate and its successor promise. */
export const succession: Invariant[] = [
  {
    id: 'renouvellement-commande',
    enonce:
      'Un renouvellement se commande sous contrat actif, par un administrateur technique habilité porteur d’une carte active, dans un dossier ouvert, sur un certificat en service sans alerte.',
    source: 'A19',
    proposition: {
      forme: 'chaque',
      fait: fait('ancien:certificat.renouvele'),
      depuis: { et: ['operationnel', 'contrat.actif', 'suivi.ouvert', 'ancien.vie.installe', 'ancien.alerte.aucune'] },
    },
  },
  {
    id: 'ancien-en-service',
    enonce:
      'L’ancien certificat reste en service tant qu’il n’est ni révoqué, ni expiré, ni remplacé par un successeur installé.',
    source: 'A20',
    proposition: {
      forme: 'chaque',
      fait: { sauf: ['ancien:certificat.revoque', 'ancien:certificat.expire', 'successeur:certificat.installe'] },
      si: 'ancien.vie.installe',
      vers: 'ancien.vie.installe',
    },
  },
  {
    id: 'ancien-remplace',
    enonce: 'L’installation du successeur clôt l’ancien.',
    source: 'A20',
    proposition: {
      forme: 'chaque',
      fait: fait('successeur:certificat.installe'),
      si: 'ancien.vie.installe',
      vers: { et: ['ancien.vie.clos.renouvele', 'successeur.vie.installe'] },
    },
  },
  ...(
    [
      ['commande', 'du'],
      ['anticipe', 'aVenir'],
    ] as const
  ).map(
    ([before, after]): Invariant => ({
      id: `ancien-revient-${after}`,
      enonce: 'Refusé, annulé ou révoqué avant son installation, le successeur laisse l’ancien comme il était.',
      source: 'A20',
      proposition: {
        forme: 'chaque',
        fait: fait('successeur:certificat.refuse', 'successeur:certificat.annule', 'successeur:certificat.revoque'),
        si: { et: ['ancien.vie.installe', `ancien.renouvellement.${before}`] },
        vers: { et: ['ancien.vie.installe', `ancien.renouvellement.${after}`] },
      },
    }),
  ),
  {
    id: 'ancien-revocable',
    enonce: 'Volé pendant que son successeur se délivre, l’ancien se révoque.',
    source: 'A20',
    proposition: {
      forme: 'conduit',
      si: { et: ['ancien.vie.installe', enCours('successeur'), { non: 'suivi.abandonne' }] },
      fait: fait('ancien:certificat.revoque'),
      vers: 'ancien.vie.clos.revoque',
    },
  },
  {
    id: 'actes-d-un-habilite',
    enonce: 'Retirer et installer sont des actes d’un administrateur technique habilité, porteur d’une carte active.',
    source: 'A19',
    proposition: { forme: 'chaque', fait: fait(...acts('successeur')), depuis: 'operationnel' },
  },
  {
    id: 'dossier-en-service',
    enonce: 'Le dossier est en service tant que l’un de ses certificats l’est.',
    source: 'A20',
    proposition: {
      forme: 'toujours',
      si: { ou: ['ancien.vie.installe', 'successeur.vie.installe'] },
      alors: 'certificats.enService',
    },
  },
  {
    id: 'fermeture',
    enonce: 'Un établissement qui ferme demande de ses certificats ce qu’il faut en faire.',
    source: 'A27',
    proposition: {
      forme: 'chaque',
      fait: fait('etablissement.ferme'),
      si: 'ancien.vie.installe',
      vers: { et: ['ancien.alerte.aDecider', 'ancien.commande.fermee'] },
    },
  },
  {
    id: 'tout-entendu',
    enonce: 'Tout ce qu’un certificat peut entendre de son dossier est rencontré.',
    source: 'A19',
    proposition: {
      forme: 'couvre',
      etats: [
        'relais.administrateurTechnique.disponible',
        'relais.administrateurTechnique.indisponible',
        'relais.commande.ouverte',
        'relais.commande.fermee',
        'ancien.administrateur.indisponible',
        'ancien.commande.fermee',
      ],
      faits: ['ancien:certificat.renouvele', 'ancien:certificat.expire', 'successeur:certificat.installe'],
    },
  },
];

/** §3, §6 — what the certificates of two beneficiaries promise. */
export const beneficiaires: Invariant[] = [
  {
    id: 'service-installe',
    enonce: 'Un dossier n’est en service que par un certificat installé : commandé ne suffit pas.',
    source: '§6',
    proposition: {
      forme: 'toujours',
      si: 'certificats.enService',
      alors: { ou: ['premier.vie.installe', 'second.vie.installe'] },
    },
  },
  {
    id: 'commande-habilitee',
    enonce:
      'Un certificat se commande sous contrat actif, par un administrateur technique habilité porteur d’une carte active.',
    source: '§6',
    proposition: {
      forme: 'chaque',
      fait: fait('certificat.demande'),
      depuis: { et: ['operationnel', 'contrat.actif'] },
    },
  },
  {
    id: 'actes-d-un-habilite',
    enonce: 'Retirer et installer sont des actes d’un administrateur technique habilité, porteur d’une carte active.',
    source: 'A19',
    proposition: { forme: 'chaque', fait: fait(...acts('premier', 'second')), depuis: 'operationnel' },
  },
  ...(
    [
      ['premier', 'second'],
      ['second', 'premier'],
    ] as const
  ).map(
    ([one, other]): Invariant => ({
      id: `alerte-${one}`,
      enonce: 'L’opposition de la carte d’un bénéficiaire ne touche que son certificat.',
      source: 'A27',
      proposition: {
        forme: 'chaque',
        fait: fait(`${one}:carteBeneficiaire.opposee`),
        si: `${other}.alerte.aucune`,
        vers: { et: [`${one}.alerte.aDecider`, `${other}.alerte.aucune`] },
      },
    }),
  ),
  ...(['premier', 'second'] as const).map(
    (one): Invariant => ({
      id: `sous-alerte-${one}`,
      enonce: 'Rien ne se retire ni ne s’installe sous une alerte.',
      source: 'A27',
      proposition: { forme: 'chaque', fait: fait(...acts(one)), depuis: `${one}.alerte.aucune` },
    }),
  ),
  ...(['premier', 'second'] as const).map(
    (one): Invariant => ({
      id: `entend-${one}`,
      enonce: 'Un certificat en vie sait si un administrateur technique habilité est disponible.',
      source: 'A19',
      proposition: {
        forme: 'toujours',
        si: { et: [`${one}.administrateur.disponible`, horsDe(`${one}.vie.clos`)] },
        alors: 'operationnel',
      },
    }),
  ),
];
