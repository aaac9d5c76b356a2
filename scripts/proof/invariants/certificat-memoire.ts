import type { Invariant } from '../claim.ts';
import { AVANT_PREAVIS } from '../variants.ts';
import { fait } from './motif.ts';

/** §7, A19, A20 — what a certificate keeps, hears and tells. */
export const certificatMemoire: Invariant[] = [
  {
    id: 'retient-validite',
    enonce: 'Un certificat retiré vaut trois ans.',
    source: '§7',
    proposition: {
      forme: 'retient',
      fait: { faits: ['certificat.retire'], saisie: { date: AVANT_PREAVIS } },
      contexte: { fin: '2031-10-15', debut: null },
    },
  },
  {
    id: 'retient-debut',
    enonce: 'S’il dit son premier jour, c’est de ce jour-là.',
    source: '§7',
    proposition: {
      forme: 'retient',
      fait: { faits: ['certificat.retire'], saisie: { debut: '2026-06-01' } },
      contexte: { debut: { saisie: 'debut' }, fin: '2029-06-01' },
    },
  },
  {
    id: 'retient-fin',
    enonce: 'La fin que porte un certificat est la sienne.',
    source: 'A22',
    proposition: {
      forme: 'retient',
      fait: { faits: ['certificat.retire'], saisie: { fin: '2027-06-30' } },
      contexte: { fin: { saisie: 'fin' } },
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
