import type { Invariant } from '../../claim.ts';
import { fait, horsDe } from '../motif.ts';

const seul = 'administrateurs.0';

/** What a dossier tells its certificates, or makes of its own file. */
export const annonces: Invariant[] = [
  {
    id: 'dit-commande',
    enonce: 'Une commande ouvre un certificat de l’usage demandé, pour le bénéficiaire nommé.',
    source: '§6',
    proposition: {
      forme: 'dit',
      fait: fait('certificat.demande'),
      dits: [
        {
          type: 'certificat',
          'certificat.usage': { saisie: 'usage' },
          'certificat.beneficiaire.nom': { saisie: 'beneficiaire.nom' },
          'certificat.beneficiaire.prenom': { saisie: 'beneficiaire.prenom' },
          'certificat.beneficiaire.qualite': { saisie: 'beneficiaire.qualite' },
          'certificat.remplace': null,
          'certificat.finCarteAdministrateur': { contexte: `${seul}.carte.fin` },
        },
      ],
    },
  },
  {
    id: 'dit-identifiants',
    enonce: 'De nouveaux identifiants entrent dans la fiche du dossier, et ses certificats l’apprennent.',
    source: 'A23',
    proposition: {
      forme: 'dit',
      fait: fait('etablissement.identifiantModifie'),
      dits: [
        { type: 'fiche', 'champs.siret': { saisie: 'siret' }, 'champs.finess': { saisie: 'finess' } },
        { type: 'offre', vers: 'certificats', 'fait.type': 'etablissement.identifiantModifie' },
      ],
    },
  },
  ...(
    [
      ['habilite', 'isAdministrateurHabilite', 'relais.administrateurTechnique.disponible'],
      ['non-habilite', horsDe('isAdministrateurHabilite'), 'relais.administrateurTechnique.indisponible'],
      ['contrat', 'contrat.actif', 'relais.commande.ouverte'],
      ['sans-contrat', horsDe('contrat.actif'), 'relais.commande.fermee'],
    ] as const
  ).map(
    ([id, si, alors]): Invariant => ({
      id: `relais-${id}`,
      enonce:
        'Les certificats savent à tout moment si un administrateur technique habilité est disponible, et si l’on peut commander.',
      source: 'A19',
      proposition: { forme: 'toujours', si, alors },
    }),
  ),
];

/** What pausing or closing a dossier tells, and where each count leaves it. */
export const suivi: Invariant[] = [
  {
    id: 'dit-fermeture',
    enonce: 'La fermeture de l’établissement est dite à ses certificats.',
    source: 'A27',
    proposition: {
      forme: 'dit',
      fait: fait('etablissement.ferme'),
      dits: [{ type: 'offre', vers: 'certificats', 'fait.type': 'etablissement.ferme' }],
    },
  },
  {
    id: 'dit-coordonnees',
    enonce: 'De nouvelles coordonnées entrent dans la fiche du dossier.',
    source: 'A23',
    proposition: {
      forme: 'dit',
      fait: fait('etablissement.coordonneesModifiees'),
      dits: [
        {
          type: 'fiche',
          'champs.denomination': { saisie: 'denomination' },
          'champs.codePostal': { saisie: 'codePostal' },
          'champs.commune': { saisie: 'commune' },
        },
      ],
    },
  },
  ...(
    [
      ['abandonne', 'suivi.abandonne', 'abandonne'],
      ['ferme', 'suivi.ferme', 'clos'],
      ['en-service', { et: ['suivi.ouvert', 'certificats.enService'] }, 'enService'],
      ['en-cours', { et: ['suivi.ouvert', horsDe('certificats.enService')] }, 'enCours'],
    ] as const
  ).map(
    ([id, si, statut]): Invariant => ({
      id: `statut-${id}`,
      enonce:
        'Un dossier est en service quand un certificat l’est, clos quand l’établissement ferme, abandonné s’il l’est, en cours sinon.',
      source: 'A30',
      proposition: { forme: 'toujours', si, alors: `statut.${statut}` },
    }),
  ),
  ...(['suivi.abandonne', 'suivi.ferme'] as const).map(
    (etat): Invariant => ({
      id: `relais-${etat.replace('suivi.', '')}`,
      enonce: 'Dans un dossier abandonné ou fermé, rien ne se commande.',
      source: 'A19',
      proposition: { forme: 'toujours', si: etat, alors: 'relais.commande.fermee' },
    }),
  ),
  ...(
    [
      ['dossier.abandonne', 'suivi.abandonne'],
      ['dossier.rouvert', 'suivi.ouvert'],
      ['etablissement.ferme', 'suivi.ferme'],
    ] as const
  ).map(
    ([type, etat]): Invariant => ({
      id: `suivi-${type}`,
      enonce: 'Un dossier s’abandonne, se rouvre et se ferme quand on le déclare.',
      source: 'A27',
      proposition: { forme: 'chaque', fait: fait(type), vers: etat },
    }),
  ),
  {
    id: 'coordonnees-sans-suite',
    enonce: 'De nouvelles coordonnées ne défont rien.',
    source: 'A23',
    proposition: { forme: 'chaque', fait: fait('etablissement.coordonneesModifiees'), vers: 'suivi.ouvert' },
  },
];
