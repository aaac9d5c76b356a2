import type { Formule, Invariant, Motif, Proposition, Saisie } from '../claim.ts';
import { fait, horsDe } from '../invariants/motif.ts';
import { accepted, cardsOfOthers, of, other } from './card-claims.ts';
import { beneficiaires, succession } from './certificate-claims.ts';
import { equipiers, FIN, noms } from './scenes.ts';

type Chaque = Extract<Proposition, { forme: 'chaque' }>;

const names = Object.keys(equipiers) as (keyof typeof equipiers)[];
/** Where the step may be while each of them is in charge, by his origin. */
const placesOf = {
  at1: ['aEquiper', 'attenteCarte', 'aActiver', 'aRemplacer', 'bloque', 'actif'],
  at2: ['attenteCpa', 'bloque', 'actif'],
} as const;

/** What is told of one of them by his id. */
const PERSONNELS = [
  'administrateurTechnique.parti',
  'habilitation.retiree',
  ...['demandee', 'emise', 'refusee', 'activee', 'renouvelee', 'bloquee', 'debloquee', 'opposee'].map(
    (act) => `carteAdministrateur.${act}`,
  ),
];

const designated = (name: keyof typeof equipiers, saisie: Saisie): Motif => ({
  faits: ['administrateurTechnique.designe'],
  saisie: { 'personne.nom': noms[name], ...saisie },
});
const each = (id: string, enonce: string, chaque: Omit<Chaque, 'forme'>): Invariant => ({
  id,
  enonce,
  source: 'A18',
  proposition: { forme: 'chaque', ...chaque },
});

/** A18, A19 — what two administrateurs techniques of one dossier promise. */
const equipe: Invariant[] = [
  {
    id: 'envoi-nomme',
    enonce: 'Le formulaire 413 ne part que s’il nomme un administrateur technique désigné, porteur d’une carte active.',
    source: '§5 étape 3',
    proposition: {
      forme: 'chaque',
      fait: fait('formulaire413.transmis'),
      depuis: { ou: names.map((name): Formule => ({ et: [`${name}.nomme`, `${name}.actif`] })) },
    },
  },
  ...names.flatMap((name): Invariant[] => [
    {
      id: `habilitation-de-${name}`,
      enonce: 'Nul n’est habilité que par l’accord donné au formulaire qui le nomme.',
      source: 'A18',
      proposition: {
        forme: 'chaque',
        fait: { sauf: ['habilitation.accordee'] },
        si: horsDe(`${name}.habilite`),
        vers: horsDe(`${name}.habilite`),
      },
    },
    {
      id: `accord-a-${name}`,
      enonce: 'L’accord n’habilite personne que le formulaire ne nomme pas.',
      source: 'A18',
      proposition: {
        forme: 'chaque',
        fait: fait('habilitation.accordee'),
        si: { et: [horsDe(`${name}.habilite`), horsDe(`${name}.nomme`)] },
        vers: horsDe(`${name}.habilite`),
      },
    },
    {
      id: `nouveau-formulaire-garde-${name}`,
      enonce: 'Un nouveau formulaire, retourné ou rejeté, n’ôte aucune habilitation.',
      source: 'A18',
      proposition: {
        forme: 'chaque',
        fait: fait(
          'formulaire413.repris',
          'formulaire413.transmis',
          'formulaire413.retourne',
          'formulaire413.rejete',
          'habilitation.accordee',
        ),
        si: `${name}.habilite`,
        vers: `${name}.habilite`,
      },
    },
    each(`carte-de-${name}`, 'Une carte reçue ou débloquée est celle de son porteur, et sert.', {
      fait: of(name, 'carteAdministrateur.activee', 'carteAdministrateur.renouvelee', 'carteAdministrateur.debloquee'),
      vers: `${name}.actif`,
    }),
    each(
      `sans-carte-de-${name}`,
      'Une carte bloquée ou mise en opposition ne sert plus à son porteur, qui reste désigné.',
      {
        fait: of(name, 'carteAdministrateur.bloquee', 'carteAdministrateur.opposee'),
        si: name,
        vers: { et: [name, horsDe(`${name}.actif`)] },
      },
    ),
    each(`parti-${name}`, 'Qui part n’est plus désigné.', {
      fait: of(name, 'administrateurTechnique.parti'),
      vers: horsDe(name),
    }),
    each(
      `releve-equipee-de-${name}`,
      'Quand le responsable part, un autre prend sa place : équipé, il est à l’œuvre.',
      {
        fait: of(name, 'administrateurTechnique.parti'),
        si: `${other[name]}.actif`,
        vers: 'administrateurTechnique.actif',
      },
    ),
    each(`releve-bloquee-de-${name}`, 'Celui qui prend la place et dont la carte est bloquée reste à débloquer.', {
      fait: of(name, 'administrateurTechnique.parti'),
      si: `${other[name]}.bloque`,
      vers: 'administrateurTechnique.bloque',
    }),
    each(`releve-a-equiper-de-${name}`, 'Celui qui prend la place sans carte est à équiper, selon d’où il vient.', {
      fait: of(name, 'administrateurTechnique.parti'),
      si: {
        et: [`${name}.titulaire`, other[name], horsDe(`${other[name]}.actif`), horsDe(`${other[name]}.bloque`)],
      },
      vers: name === 'at2' ? 'administrateurTechnique.aEquiper' : 'administrateurTechnique.attenteCpa',
    }),
    ...placesOf[other[name]].map((place) =>
      each(`depart-d-un-autre-${name}-${place}`, 'Quand part un autre que le responsable, l’étape reste la même.', {
        fait: of(name, 'administrateurTechnique.parti'),
        si: { et: [horsDe(`${name}.titulaire`), `administrateurTechnique.${place}`] },
        vers: `administrateurTechnique.${place}`,
      }),
    ),
    each(`bloquee-active-${name}`, 'Ne se bloque que la carte qui sert à son porteur.', {
      fait: of(name, 'carteAdministrateur.bloquee'),
      depuis: `${name}.actif`,
    }),
    each(`debloquee-bloquee-${name}`, 'Ne se débloque que la carte bloquée de son porteur.', {
      fait: of(name, 'carteAdministrateur.debloquee'),
      depuis: `${name}.bloque`,
    }),
    each(
      `opposee-connue-${name}`,
      'La carte d’un autre que le responsable n’est mise en opposition que s’il en a une.',
      {
        fait: of(name, 'carteAdministrateur.opposee'),
        si: horsDe(`${name}.titulaire`),
        depuis: { ou: [`${name}.actif`, `${name}.bloque`] },
      },
    ),
    ...cardsOfOthers(name),
    ...(['demandee', 'emise', 'refusee'] as const).map((act) =>
      accepted(
        `carte-${act}-${name}`,
        'La carte d’un autre que le responsable se demande, s’émet et se refuse aussi.',
        {
          si: { et: [name, horsDe(`${name}.titulaire`)] },
          fait: of(name, `carteAdministrateur.${act}`),
          vers: name,
        },
      ),
    ),
    each(`retire-a-${name}`, 'Qui perd son habilitation n’est plus habilité.', {
      fait: of(name, 'habilitation.retiree'),
      vers: horsDe(`${name}.habilite`),
    }),
    accepted(`designe-${name}`, 'Qui n’est pas encore désigné peut l’être, et avec sa carte il est équipé.', {
      si: horsDe(name),
      fait: designated(name, { 'carte.fin': FIN }),
      vers: `${name}.actif`,
    }),
    accepted(`designe-sans-carte-${name}`, 'Qui n’est pas encore désigné peut l’être sans carte : il est à équiper.', {
      si: horsDe(name),
      fait: designated(name, { carte: null }),
      vers: { et: [name, horsDe(`${name}.actif`)] },
    }),
    each(`une-fois-${name}`, 'Nul n’est désigné deux fois.', { fait: designated(name, {}), depuis: horsDe(name) }),
    each(`inconnu-${name}`, 'Rien ne se dit de qui n’est pas désigné.', {
      fait: of(name, ...PERSONNELS),
      depuis: name,
    }),
    {
      id: `depart-de-${name}`,
      enonce:
        'Celui qui part, perd sa carte ou son habilitation n’arrête rien tant qu’un autre, habilité, porte une carte active.',
      source: 'A18',
      proposition: {
        forme: 'chaque',
        fait: of(
          name,
          'administrateurTechnique.parti',
          'carteAdministrateur.bloquee',
          'carteAdministrateur.opposee',
          'habilitation.retiree',
        ),
        si: `${other[name]}.operationnel`,
        vers: {
          et: ['operationnel', 'administrateurTechnique.actif', 'habilitation.accordee', `${other[name]}.operationnel`],
        },
      },
    },
    {
      id: `releve-de-${name}`,
      enonce: 'Les faits d’un administrateur technique ne touchent ni la carte ni l’habilitation de l’autre.',
      source: 'A18',
      proposition: {
        forme: 'chaque',
        fait: of(
          name,
          'carteAdministrateur.activee',
          'carteAdministrateur.renouvelee',
          'carteAdministrateur.debloquee',
          'carteAdministrateur.demandee',
          'carteAdministrateur.emise',
          'carteAdministrateur.refusee',
        ),
        si: { et: [`${other[name]}.actif`, `${other[name]}.habilite`] },
        vers: { et: [`${other[name]}.actif`, `${other[name]}.habilite`] },
      },
    },
  ]),
  {
    id: 'carte-de-son-origine',
    enonce: 'Un employé n’est désigné, n’active ni ne renouvelle avec une CPA, un technicien avec une CPE.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: fait('administrateurTechnique.designe', 'carteAdministrateur.activee', 'carteAdministrateur.renouvelee'),
      saisies: [
        { administrateur: equipiers.at1, 'carte.type': 'CPE' },
        { administrateur: equipiers.at2, 'carte.type': 'CPA' },
        { origine: 'employe', 'carte.type': 'CPE' },
        { origine: 'technicien', 'carte.type': 'CPA' },
        { carte: null },
      ],
    },
  },
  {
    id: 'equipe-active',
    enonce: 'L’étape est équipée dès que l’un d’eux porte une carte active, et alors seulement.',
    source: 'A18',
    proposition: {
      forme: 'toujours',
      si: 'administrateurTechnique.actif',
      alors: { ou: names.map((name) => `${name}.actif`) },
    },
  },
  {
    id: 'equipe-active-reciproque',
    enonce: 'Tant que l’un d’eux porte une carte active, aucune carte n’est attendue.',
    source: 'A18',
    proposition: {
      forme: 'toujours',
      si: { ou: names.map((name) => `${name}.actif`) },
      alors: 'administrateurTechnique.actif',
    },
  },
  {
    id: 'habilitation-tenue',
    enonce: 'Le dossier est habilité tant que l’un d’eux l’est, et alors seulement.',
    source: 'A18',
    proposition: {
      forme: 'toujours',
      si: 'habilitation.accordee',
      alors: { ou: names.map((name) => `${name}.habilite`) },
    },
  },
  {
    id: 'certificats-entendent',
    enonce:
      'Les certificats entendent qu’un administrateur technique est disponible quand un habilité porte une carte active.',
    source: 'A19',
    proposition: { forme: 'toujours', si: 'relais.administrateurTechnique.disponible', alors: 'operationnel' },
  },
];

/** What each scene promises. */
export const familyInvariants: Readonly<Record<string, Invariant[]>> = {
  'famille-equipe': equipe,
  'famille-succession': succession,
  'famille-beneficiaires': beneficiaires,
};
