import { setup, stateIn } from 'xstate';
import type { Condition } from '../condition.ts';
import { politique } from '../decisions.ts';
import type { CertificatOuvert, Effect } from '../effect.ts';
import type { Meta } from '../step.ts';
import type { CertificatEvent } from './events.ts';
import { addYears } from './validite.ts';

/** What is kept of one certificate; `fin` is its last day, known from its withdrawal on. */
interface CertificatContext {
  demande: CertificatOuvert;
  fin: string | null;
}

const certificatSetup = setup({
  types: {
    context: {} as CertificatContext,
    events: {} as CertificatEvent,
    input: {} as CertificatOuvert,
    meta: {} as Meta,
    emitted: {} as Effect,
  },
  guards: {
    hasAdministrateurDisponible: stateIn({ administrateur: 'disponible' }),
    isEncoreValide: ({ context, event }) => context.fin === null || event.date <= context.fin,
  },
});

/** What each guard asks, for who is told no. */
export const certificatConditions = {
  hasAdministrateurDisponible: {
    code: 'administrateur-technique-actif',
    etiquette: 'AT disponible',
    libelle: 'Il faut un administrateur technique porteur d’une carte active.',
    acteur: 'administrateurTechnique',
    source: 'A19',
  },
  isEncoreValide: {
    code: 'certificat-valide',
    etiquette: 'certificat en cours de validité',
    libelle: 'Le certificat a expiré : commandez-en un nouveau.',
    acteur: 'administrateurTechnique',
    source: '§7',
  },
} satisfies Record<string, Condition>;

const keepFin = certificatSetup.assign({
  fin: ({ event }) =>
    event.type === 'certificat.retire' ? (event.fin ?? addYears(event.date, politique.validiteAnnees)) : null,
});

const openSuccessor = certificatSetup.emit(({ context: { demande } }) => ({ type: 'certificat', certificat: demande }));

const live = {
  'certificat.revoque': 'revoque',
  'certificat.expire': 'expire',
  'carteBeneficiaire.opposee': 'revocationADecider',
} as const;
const renewed = {
  guard: 'hasAdministrateurDisponible',
  target: 'renouvele',
  actions: openSuccessor,
} as const;
const expiry = { fait: 'certificat.expire', champ: 'fin', joursAvant: -1 } as const;

/** §6, §7 — the life of one certificate of one beneficiary, and whether an administrateur technique can act on it. */
export const certificat = certificatSetup.createMachine({
  id: 'certificat',
  meta: { libelle: 'Certificat', source: '§6' },
  type: 'parallel',
  context: ({ input }) => ({ demande: input, fin: null }),
  states: {
    administrateur: {
      meta: { libelle: 'Administrateur technique', source: 'A19' },
      initial: 'disponible',
      states: {
        disponible: {
          meta: {
            libelle: 'Administrateur technique disponible',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: 'A19',
          },
          on: { 'administrateurTechnique.indisponible': 'indisponible' },
        },
        indisponible: {
          meta: {
            libelle: 'Administrateur technique indisponible',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: 'A19',
          },
          on: { 'administrateurTechnique.disponible': 'disponible' },
        },
      },
    },
    vie: {
      meta: { libelle: 'Vie du certificat', source: '§6' },
      initial: 'demande',
      states: {
        demande: {
          meta: { libelle: 'Mise à disposition du certificat', acteur: 'ans', nature: 'attente', source: '§7' },
          on: { 'certificat.disponible': 'disponible', 'certificat.refuse': 'refuse' },
        },
        disponible: {
          meta: {
            libelle: 'Certificat à retirer',
            acteur: 'administrateurTechnique',
            nature: 'obligatoire',
            source: '§4.1',
          },
          on: {
            'certificat.retire': { guard: 'hasAdministrateurDisponible', target: 'retire', actions: keepFin },
            'certificat.revoque': 'revoque',
          },
        },
        retire: {
          meta: {
            libelle: 'Certificat à installer',
            acteur: 'administrateurTechnique',
            nature: 'obligatoire',
            source: '§6',
            echeances: [expiry],
          },
          on: {
            'certificat.installe': { guard: 'isEncoreValide', target: 'installe' },
            'certificat.revoque': 'revoque',
            'certificat.expire': 'expire',
          },
        },
        installe: {
          meta: {
            libelle: 'Certificat installé',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: '§6',
            echeances: [
              { fait: 'certificat.renouvellementDu', champ: 'fin', joursAvant: politique.preavisRenouvellementJours },
              expiry,
            ],
          },
          on: { ...live, 'certificat.renouvellementDu': 'aRenouveler', 'certificat.renouvele': renewed },
        },
        aRenouveler: {
          meta: {
            libelle: 'Certificat à renouveler',
            acteur: 'administrateurTechnique',
            nature: 'recommandee',
            source: 'A13',
            echeances: [expiry],
          },
          on: { ...live, 'certificat.renouvele': renewed },
        },
        revocationADecider: {
          meta: {
            libelle: 'Révoquer le certificat ?',
            acteur: 'administrateurTechnique',
            nature: 'recommandee',
            source: 'A27',
            echeances: [expiry],
          },
          on: {
            'certificat.maintenu': 'installe',
            'certificat.revoque': 'revoque',
            'certificat.expire': 'expire',
          },
        },
        refuse: {
          type: 'final',
          meta: { libelle: 'Certificat refusé', acteur: 'ans', nature: 'acquise', source: 'A27' },
        },
        renouvele: {
          type: 'final',
          meta: {
            libelle: 'Certificat renouvelé',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: 'A13',
          },
        },
        expire: {
          type: 'final',
          meta: { libelle: 'Certificat expiré', acteur: 'ans', nature: 'acquise', source: '§7' },
        },
        revoque: {
          type: 'final',
          meta: {
            libelle: 'Certificat révoqué',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: '§4.1',
          },
        },
      },
    },
  },
});
