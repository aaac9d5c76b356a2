import { and } from '../../guard.ts';
import type { DossierContext } from '../context.ts';
import type { GuardName } from '../guards.ts';
import { canOrderCarte, etablissement, hasCarteDeSonOrigine, keepAdministrateurs as keep } from '../setup.ts';

type Guard = GuardName | typeof hasCarteDeSonOrigine | typeof canOrderCarte;
const all = (...guards: Guard[]) => and(guards as GuardName[]);

/** What is told of the one in charge: of the others, the region answers below. */
const own = (target: string, ...guards: Guard[]) =>
  ({ guard: all('isTitulaire', ...guards), target, actions: keep }) as const;
/** A card lost by the one in charge: another one is awaited. */
const lost = (...guards: Guard[]) => [own('attenteCpa', 'isTechnicien', ...guards), own('aRemplacer', ...guards)];
/** What is told of another one: with a card that serves, he takes over from who has none. */
const releve = (...guards: Guard[]) => [
  { guard: all('isReleve', 'isSansTitulaireActif', ...guards), target: '.actif', actions: keep } as const,
  { guard: all('isReleve', ...guards), actions: keep } as const,
];
const echeances = [
  { fait: 'carteAdministrateur.expiree', champ: 'administrateurs.*.carte.fin', joursAvant: -1 },
] as const;

/** A25 — a CPA is ordered by the éditeur, an employee's card by who may sign for the structure. */
const whoOrders = (context: object) => {
  const { administrateurs, carteResponsable, carteMandataire } = context as DossierContext;
  if (administrateurs[0]?.origine === 'technicien') return 'editeur';
  return carteResponsable === null && carteMandataire !== null ? 'mandataire' : 'representantLegal';
};

/** §4, A18 — who orders and deploys the certificates: employees (CPS, CPE) or technicians of a third party (CPA), one of them in charge. */
export const administrateurTechnique = etablissement.createStateConfig({
  meta: { libelle: 'Administrateur technique', phase: 'equiper', source: '§4' },
  initial: 'aDesigner',
  on: {
    'administrateurTechnique.designe': [
      {
        guard: and(['isNouvelAdministrateur', 'isSansTitulaireActif', hasCarteDeSonOrigine]),
        target: '.actif',
        actions: keep,
      },
      { guard: and(['isNouvelAdministrateur', hasCarteDeSonOrigine]), actions: keep },
      { guard: and(['isNouvelAdministrateur', 'isSansCarte']), actions: keep },
    ],
    'administrateurTechnique.parti': [
      { guard: and(['isTitulaire', 'hasReleveActive']), target: '.actif', actions: keep },
      { guard: and(['isTitulaire', 'hasReleveBloquee']), target: '.bloque', actions: keep },
      { guard: and(['isTitulaire', 'hasReleveEmployee']), target: '.aEquiper', actions: keep },
      { guard: and(['isTitulaire', 'hasReleveTechnicienne']), target: '.attenteCpa', actions: keep },
      { guard: 'isTitulaire', target: '.aDesigner', actions: keep },
      { guard: 'isReleve', actions: keep },
    ],
    'carteAdministrateur.demandee': { guard: and(['isReleve', canOrderCarte]), actions: keep },
    'carteAdministrateur.emise': { guard: 'isReleve', actions: keep },
    'carteAdministrateur.refusee': { guard: 'isReleve', actions: keep },
    'carteAdministrateur.activee': releve(hasCarteDeSonOrigine),
    'carteAdministrateur.renouvelee': releve(hasCarteDeSonOrigine),
    'carteAdministrateur.bloquee': { guard: and(['isReleve', 'isCarteReleveActive']), actions: keep },
    'carteAdministrateur.debloquee': releve('isCarteReleveBloquee', 'isCarteAdministrateurInDate'),
    'carteAdministrateur.expiree': { guard: and(['isReleve', 'isCarteAdministrateurEchue']), actions: keep },
    'carteAdministrateur.opposee': { guard: and(['isReleve', 'isCarteReleveConnue']), actions: keep },
  },
  states: {
    aDesigner: {
      meta: {
        libelle: 'Administrateur technique à désigner',
        court: 'AT désigné, carte active ?',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        source: '§4.1',
      },
      on: {
        'administrateurTechnique.designe': [
          { guard: all('isNouvelAdministrateur', hasCarteDeSonOrigine), target: 'actif', actions: keep },
          { guard: all('isNouvelAdministrateur', 'isEmploye', 'isSansCarte'), target: 'aEquiper', actions: keep },
          { guard: all('isNouvelAdministrateur', 'isTechnicien', 'isSansCarte'), target: 'attenteCpa', actions: keep },
        ],
      },
    },
    aEquiper: {
      meta: {
        libelle: 'Carte de l’administrateur technique à demander',
        acteur: 'representantLegal',
        acteurSelon: whoOrders,
        acteursPossibles: ['representantLegal', 'mandataire'],
        nature: 'obligatoire',
        formulaire: 'formulaire-301',
        source: '§4.1',
      },
      on: {
        'carteAdministrateur.demandee': own('attenteCarte', canOrderCarte),
        'carteAdministrateur.renouvelee': own('actif', hasCarteDeSonOrigine),
      },
    },
    aRemplacer: {
      meta: {
        libelle: 'Carte de l’administrateur technique à remplacer',
        acteur: 'representantLegal',
        acteurSelon: whoOrders,
        acteursPossibles: ['representantLegal', 'mandataire'],
        nature: 'obligatoire',
        formulaire: 'formulaire-301',
        source: '§4.1',
      },
      on: {
        'carteAdministrateur.demandee': own('attenteCarte', canOrderCarte),
        'carteAdministrateur.renouvelee': own('actif', hasCarteDeSonOrigine),
      },
    },
    attenteCarte: {
      meta: {
        libelle: 'Émission de la carte de l’administrateur technique',
        court: 'Carte de l’AT : émission',
        acteur: 'ans',
        nature: 'attente',
        source: 'A11',
      },
      on: {
        'carteAdministrateur.emise': own('aActiver'),
        'carteAdministrateur.refusee': own('aEquiper'),
      },
    },
    aActiver: {
      meta: {
        libelle: 'Carte de l’administrateur technique à recevoir et activer',
        court: 'Recevoir, activer',
        acteur: 'administrateurTechnique',
        nature: 'obligatoire',
        source: '§4',
      },
      on: {
        'carteAdministrateur.activee': own('actif', hasCarteDeSonOrigine),
        'carteAdministrateur.opposee': own('aRemplacer'),
      },
    },
    attenteCpa: {
      meta: {
        libelle: 'CPA du technicien attendue',
        court: 'CPA du technicien',
        acteur: 'editeur',
        nature: 'attente',
        source: '§4',
      },
      on: { 'carteAdministrateur.activee': own('actif', hasCarteDeSonOrigine) },
    },
    actif: {
      meta: {
        libelle: 'Administrateur technique équipé d’une carte active',
        court: 'AT équipé',
        acteur: 'administrateurTechnique',
        nature: 'acquise',
        source: '§4',
        echeances,
      },
      on: {
        'carteAdministrateur.bloquee': [own('actif', 'hasReleveActive'), own('bloque')],
        'carteAdministrateur.expiree': [
          own('actif', 'hasReleveActive', 'isCarteAdministrateurEchue'),
          ...lost('isCarteAdministrateurEchue'),
        ],
        'carteAdministrateur.opposee': [own('actif', 'hasReleveActive'), ...lost()],
        'carteAdministrateur.renouvelee': own('actif', hasCarteDeSonOrigine),
      },
    },
    bloque: {
      meta: {
        libelle: 'Carte de l’administrateur technique à débloquer',
        acteur: 'administrateurTechnique',
        nature: 'obligatoire',
        source: 'A27',
        echeances,
      },
      on: {
        'carteAdministrateur.debloquee': own('actif', 'isCarteAdministrateurInDate'),
        'carteAdministrateur.expiree': lost('isCarteAdministrateurEchue'),
        'carteAdministrateur.opposee': lost(),
        'carteAdministrateur.renouvelee': own('actif', hasCarteDeSonOrigine),
      },
    },
  },
});
