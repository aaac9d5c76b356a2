import { politique } from '../decisions.ts';
import { and } from '../guard.ts';
import { certificatSetup } from './setup.ts';
import { addYears } from './validite.ts';

const keepDates = certificatSetup.assign(({ event }) => {
  if (event.type !== 'certificat.retire') throw new Error(`${event.type} withdraws nothing`);
  const { date, debut = null, numeroSerie = null, emetteur = null } = event;
  return {
    numeroSerie,
    emetteur,
    debut,
    premierJour: debut ?? date,
    fin: event.fin ?? addYears(debut ?? date, politique.validiteAnnees),
  };
});
const keepAdministrateur = certificatSetup.assign({
  finCarteAdministrateur: ({ event }) =>
    event.type === 'administrateurTechnique.disponible' ? (event.fin ?? null) : null,
});
const keepQualite = certificatSetup.assign({
  demande: ({ context: { demande }, event }) => {
    if (event.type !== 'beneficiaire.qualiteModifiee') throw new Error(`${event.type} changes no profession`);
    const { qualite } = event;
    return { ...demande, beneficiaire: { ...demande.beneficiaire, qualite } };
  },
});
const openSuccessor = certificatSetup.emit(({ context: { demande, finCarteAdministrateur } }) => ({
  type: 'certificat',
  certificat: { ...demande, remplace: null, finCarteAdministrateur },
}));
const tellPredecessor = (type: 'successeur.installe' | 'successeur.clos') =>
  certificatSetup.emit({ type: 'offre', vers: 'predecesseur', fait: { type } });
const tellClosed = tellPredecessor('successeur.clos');

const canAct = and(['hasAdministrateurDisponible', 'isCarteAdministrateurInDate', 'isSansAlerte']);
const canRenew = and(['isInstalle', canAct, 'hasCommandeOuverte', 'hasBeneficiaireCarte', 'isEncoreValide']);
const noticeGiven = and(['isVivant', 'isPreavisAtteint']);
const revoked = { target: 'clos.revoque', actions: tellClosed } as const;
const expired = { guard: 'isEchu', target: 'clos.expire', actions: tellClosed } as const;
const cancelled = { target: 'clos.annule', actions: tellClosed } as const;
const alert = { guard: 'isVivant', target: 'aDecider' } as const;
const notice = [
  {
    fait: 'certificat.renouvellementDu',
    champ: 'fin',
    joursAvant: politique.preavisRenouvellementJours,
    pasAvant: 'premierJour',
  },
] as const;
const expiry = [{ fait: 'certificat.expire', champ: 'fin', joursAvant: -1 }] as const;

const ended = (
  libelle: string,
  acteur: 'ans' | 'administrateurTechnique',
  source: 'A13' | 'A20' | 'A27' | '§4.1' | '§7',
) => ({ type: 'final', meta: { libelle, acteur, nature: 'acquise', source } }) as const;
const failed = (...told: Parameters<typeof ended>) => {
  const { type, meta } = ended(...told);
  return { type, meta: { ...meta, echec: true } } as const;
};

/** §6, §7, A19, A20 — the life of one certificate of one beneficiary, and what it depends on in its dossier. */
export const certificat = certificatSetup.createMachine({
  id: 'certificat',
  meta: { libelle: 'Certificat', source: '§6' },
  type: 'parallel',
  context: ({ input: { usage, beneficiaire, finCarteAdministrateur } }) => ({
    demande: { usage, beneficiaire },
    numeroSerie: null,
    emetteur: null,
    debut: null,
    fin: null,
    premierJour: null,
    finCarteAdministrateur,
  }),
  states: {
    administrateur: {
      meta: { libelle: 'Administrateur technique habilité', source: '§4' },
      initial: 'disponible',
      on: { 'administrateurTechnique.disponible': { target: '.disponible', actions: keepAdministrateur } },
      states: {
        disponible: {
          meta: {
            libelle: 'Administrateur technique habilité disponible',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: '§4',
          },
          on: { 'administrateurTechnique.indisponible': 'indisponible' },
        },
        indisponible: {
          meta: {
            libelle: 'Aucun administrateur technique habilité disponible',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: 'A19',
          },
        },
      },
    },
    commande: {
      meta: { libelle: 'Commande au dossier', source: 'A19' },
      initial: 'ouverte',
      states: {
        ouverte: {
          meta: {
            libelle: 'Contrat actif, dossier ouvert',
            acteur: 'etablissement',
            nature: 'acquise',
            source: 'A19',
          },
          on: { 'commande.fermee': 'fermee' },
        },
        fermee: {
          meta: {
            libelle: 'Contrat perdu ou dossier arrêté',
            acteur: 'etablissement',
            nature: 'acquise',
            source: 'A19',
          },
          on: { 'commande.ouverte': 'ouverte' },
        },
      },
    },
    vie: {
      meta: { libelle: 'Vie du certificat', phase: 'commander', source: '§6' },
      initial: 'demande',
      states: {
        demande: {
          meta: {
            libelle: 'Mise à disposition du certificat',
            court: 'Mise à disposition',
            acteur: 'ans',
            nature: 'attente',
            source: 'A13',
          },
          on: {
            'certificat.disponible': 'disponible',
            'certificat.refuse': { target: 'clos.refuse', actions: tellClosed },
            'certificat.annule': cancelled,
          },
        },
        disponible: {
          meta: {
            libelle: 'Certificat à retirer',
            court: 'Retirer',
            acteur: 'administrateurTechnique',
            nature: 'obligatoire',
            source: '§4.1',
          },
          on: {
            'certificat.retire': { guard: canAct, target: 'retire', actions: keepDates },
            'certificat.annule': cancelled,
            'certificat.revoque': revoked,
          },
        },
        retire: {
          meta: {
            libelle: 'Certificat à installer',
            court: 'Installer',
            acteur: 'administrateurTechnique',
            nature: 'obligatoire',
            source: '§6',
            echeances: expiry,
          },
          on: {
            'certificat.installe': {
              guard: and([canAct, 'isEncoreValide', 'isDejaValide']),
              target: 'installe',
              actions: tellPredecessor('successeur.installe'),
            },
            'certificat.revoque': revoked,
            'certificat.expire': expired,
          },
        },
        installe: {
          meta: {
            libelle: 'Certificat installé',
            court: 'En service',
            phase: 'vivre',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: '§6',
            echeances: expiry,
          },
          on: {
            'certificat.revoque': revoked,
            'certificat.expire': expired,
            'successeur.installe': 'clos.renouvele',
          },
        },
        clos: {
          meta: { libelle: 'Certificat clos', source: 'A13' },
          initial: 'refuse',
          states: {
            refuse: failed('Certificat refusé', 'ans', 'A13'),
            annule: failed('Commande annulée', 'administrateurTechnique', 'A27'),
            renouvele: ended('Certificat remplacé', 'administrateurTechnique', 'A20'),
            expire: failed('Certificat expiré', 'ans', '§7'),
            revoque: failed('Certificat révoqué', 'administrateurTechnique', '§4.1'),
          },
        },
      },
    },
    renouvellement: {
      meta: { libelle: 'Renouvellement', phase: 'vivre', source: 'A20' },
      initial: 'aVenir',
      states: {
        aVenir: {
          meta: {
            libelle: 'Renouvellement à venir',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: 'A20',
            echeances: notice,
          },
          on: {
            'certificat.renouvellementDu': { guard: noticeGiven, target: 'du' },
            'certificat.renouvele': { guard: canRenew, target: 'anticipe', actions: openSuccessor },
          },
        },
        du: {
          meta: {
            libelle: 'Certificat à renouveler',
            court: 'Renouveler',
            acteur: 'administrateurTechnique',
            nature: 'recommandee',
            source: 'A13',
          },
          on: { 'certificat.renouvele': { guard: canRenew, target: 'commande', actions: openSuccessor } },
        },
        anticipe: {
          meta: {
            libelle: 'Renouvellement commandé avant le préavis',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: 'A20',
            echeances: notice,
          },
          on: {
            'certificat.renouvellementDu': { guard: noticeGiven, target: 'commande' },
            'successeur.clos': 'aVenir',
          },
        },
        commande: {
          meta: {
            libelle: 'Renouvellement commandé',
            acteur: 'administrateurTechnique',
            nature: 'acquise',
            source: 'A20',
          },
          on: { 'successeur.clos': 'du' },
        },
      },
    },
    alerte: {
      meta: { libelle: 'Alerte', source: 'A27' },
      initial: 'aucune',
      states: {
        aucune: {
          meta: { libelle: 'Aucune alerte', acteur: 'administrateurTechnique', nature: 'acquise', source: 'A27' },
          on: {
            'carteBeneficiaire.opposee': alert,
            'beneficiaire.qualiteModifiee': {
              guard: and(['isVivant', 'isQualiteNouvelle']),
              target: 'aDecider',
              actions: keepQualite,
            },
            'etablissement.identifiantModifie': alert,
            'etablissement.ferme': alert,
          },
        },
        aDecider: {
          meta: {
            libelle: 'Révoquer, annuler ou maintenir le certificat ?',
            acteur: 'administrateurTechnique',
            nature: 'recommandee',
            source: 'A27',
            aussi: ['certificat.revoque', 'certificat.annule'],
          },
          on: { 'certificat.maintenu': { guard: 'isVivant', target: 'aucune' } },
        },
      },
    },
  },
});
