import type { Source } from './source.ts';

/** A term of the procedure, as it is used everywhere here. */
export interface Terme {
  terme: string;
  definition: string;
  source: Source;
}

/** Each term once, in alphabetical order. */
export const glossaire: readonly Terme[] = [
  {
    terme: 'administrateur technique (AT)',
    definition: 'Personne qui commande, déploie, renouvelle et révoque les certificats.',
    source: '§4',
  },
  {
    terme: 'ANS',
    definition: 'Agence du Numérique en Santé : contrat, cartes, habilitation et émission.',
    source: '§1',
  },
  { terme: 'AUTH', definition: 'Usage d’un certificat pour s’authentifier, donc consulter le DP.', source: '§3' },
  { terme: 'CDE', definition: 'Carte du représentant légal ; une CPS responsable en tient lieu.', source: '§4.1' },
  {
    terme: 'contrat de structure',
    definition: 'Ce qui lie un établissement à l’ANS, préalable à toute commande.',
    source: '§4.1',
  },
  { terme: 'CPA', definition: 'Carte d’un technicien employé par l’éditeur ou l’intégrateur.', source: '§4' },
  { terme: 'CPE', definition: 'Carte d’un employé qui n’est pas professionnel de santé.', source: '§3' },
  { terme: 'CPF', definition: 'Carte d’un professionnel en formation, qui n’ouvre rien ici.', source: 'A21' },
  { terme: 'CPS', definition: 'Carte d’un professionnel de santé.', source: '§3' },
  { terme: 'CPx', definition: 'Toute carte de la famille : CPS, CPE ou CPA.', source: '§4' },
  { terme: 'DP', definition: 'Dossier Pharmaceutique, le téléservice que les certificats ouvrent.', source: '§1' },
  {
    terme: 'DSI',
    definition: 'Direction informatique d’un GHT ou d’un groupe : elle coordonne, ne signe rien.',
    source: '§4.2',
  },
  {
    terme: 'état des lieux',
    definition: 'Relevé par la DSI des contrats et cartes déjà connus de chaque site.',
    source: '§4.2',
  },
  {
    terme: 'FINESS',
    definition: 'Numéro d’un site géographique au répertoire des établissements.',
    source: '§5 étape 1',
  },
  { terme: 'GHT', definition: 'Groupement hospitalier de territoire, sans personnalité morale.', source: '§4.2' },
  { terme: 'habilitation', definition: 'Accord de l’ANS pour qu’un administrateur technique commande.', source: '§6' },
  {
    terme: 'mandataire',
    definition: 'Personne à qui le représentant légal délègue la signature des formulaires.',
    source: '§4.1',
  },
  { terme: 'PRO', definition: 'Offre de certificats de personne physique, la seule que le DP accepte.', source: '§3' },
  { terme: 'SIGN', definition: 'Usage d’un certificat pour signer, donc alimenter le DP.', source: '§3' },
  {
    terme: 'TOM',
    definition: 'Téléservice de l’ANS pour commander des cartes et désigner un mandataire.',
    source: '§4.1',
  },
  {
    terme: 'visa',
    definition: 'Partie 3 du formulaire 413 : identité du signataire, carte, date et cachet.',
    source: '§5 étape 2',
  },
];
