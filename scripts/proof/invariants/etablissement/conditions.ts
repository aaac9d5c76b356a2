import type { Clause, Formule, Invariant } from '../../claim.ts';

type Demande = Extract<Clause, { forme: 'demande' }>;

const region = 'administrateurTechnique';
const responsable: Formule = { et: ['carteResponsable.active', 'isCarteResponsableInDate'] };
const mandataire: Formule = { et: ['mandataire.actif', 'isCarteMandataireInDate'] };
const deSonOrigine: Formule = {
  ou: [{ et: ['isEmploye', 'isCarteEmploye'] }, { et: ['isTechnicien', 'isCarteTechnicien'] }],
};

const carteFaits = (...faits: string[]) => faits.map((fait) => `carteAdministrateur.${fait}`);
const asking = (id: string, enonce: string, demande: Omit<Demande, 'forme'>): Invariant<Clause> => ({
  id: `condition-${id}`,
  enonce,
  source: 'A21',
  proposition: { forme: 'demande', ...demande },
});

/** A17 — what bounds what is told of each later. */
export const retenuDesAdministrateurs: Invariant<Clause> = {
  id: 'administrateur-retenu',
  enonce: 'Tout ce qui est dit d’un administrateur technique, ou de sa carte, est retenu de lui.',
  source: 'A17',
  proposition: {
    forme: 'agit',
    faits: [
      'administrateurTechnique.designe',
      ...carteFaits(
        ...['demandee', 'emise', 'refusee', 'activee', 'renouvelee', 'bloquee', 'debloquee', 'expiree', 'opposee'],
      ),
    ],
    action: 'keepAdministrateurs',
  },
};

/** What is asked of the cards of administrateurs techniques, whichever of them is told of. */
export const conditionsDesCartes: Invariant<Clause>[] = [
  asking('contrat', 'La carte de tout administrateur technique se demande sous contrat.', {
    faits: carteFaits('demandee'),
    si: 'contrat.actif',
  }),
  asking('pouvoir', 'Elle se demande par qui porte une carte active : représentant légal ou mandataire.', {
    faits: carteFaits('demandee'),
    si: { ou: [responsable, mandataire] },
  }),
  asking('origine', 'Toute carte reçue est de l’origine de son porteur.', {
    faits: carteFaits('activee', 'renouvelee'),
    si: deSonOrigine,
  }),
  asking('en-cours', 'Toute carte reçue est en cours de validité.', {
    faits: carteFaits('activee', 'renouvelee'),
    si: 'isCarteRecueInDate',
  }),
  asking('debloquee', 'Ne se débloque qu’une carte en cours de validité.', {
    faits: carteFaits('debloquee'),
    si: 'isCarteAdministrateurInDate',
  }),
  asking('echue', 'N’expire qu’une carte dont la fin est passée.', {
    faits: carteFaits('expiree'),
    si: 'isCarteAdministrateurEchue',
  }),
  asking('releve-active', 'De ceux qui ne sont pas en charge, seule une carte active se bloque.', {
    faits: carteFaits('bloquee'),
    de: region,
    si: 'isCarteReleveActive',
  }),
  asking('releve-bloquee', 'De ceux qui ne sont pas en charge, seule une carte bloquée se débloque.', {
    faits: carteFaits('debloquee'),
    de: region,
    si: 'isCarteReleveBloquee',
  }),
  asking('releve-connue', 'De ceux qui ne sont pas en charge, seule une carte connue est mise en opposition.', {
    faits: carteFaits('opposee'),
    de: region,
    si: 'isCarteReleveConnue',
  }),
  asking('releve', 'Ce que la région entend d’elle-même n’est dit que de ceux qui ne sont pas en charge.', {
    faits: carteFaits(
      ...['demandee', 'emise', 'refusee', 'activee', 'renouvelee'],
      ...['bloquee', 'debloquee', 'expiree', 'opposee'],
    ),
    de: region,
    si: 'isReleve',
  }),
  ...(
    [
      ['aEquiper', ['demandee', 'renouvelee']],
      ['aRemplacer', ['demandee', 'renouvelee']],
      ['attenteCarte', ['emise', 'refusee']],
      ['aActiver', ['activee', 'opposee']],
      ['attenteCpa', ['activee']],
      ['actif', ['bloquee', 'expiree', 'opposee', 'renouvelee']],
      ['bloque', ['debloquee', 'expiree', 'opposee', 'renouvelee']],
    ] as const
  ).map(([etat, faits]) =>
    asking(`titulaire-${etat}`, 'L’étape n’avance que par ce qui est dit de celui qui est en charge.', {
      faits: carteFaits(...faits),
      de: `${region}.${etat}`,
      si: 'isTitulaire',
    }),
  ),
];
