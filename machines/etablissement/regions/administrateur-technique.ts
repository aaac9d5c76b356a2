import { and } from 'xstate';
import { dropCarte, etablissement, keepCarte } from '../setup.ts';

const keep = keepCarte('carteAdministrateur');
const drop = dropCarte('carteAdministrateur');
const tellCertificats = (type: string) => etablissement.emit({ type: 'offre', vers: 'certificats', fait: { type } });

const carteEmploye = and(['isCarteEmploye', 'isCarteRecueInDate']);
const carteTechnicien = and(['isCarteTechnicien', 'isCarteRecueInDate']);
const renewed = { guard: 'isCarteRecueInDate', target: 'actif', actions: keep } as const;
const lost = { target: 'aRemplacer', actions: drop } as const;
const left = { target: 'aDesigner', actions: drop } as const;
const echeances = [{ fait: 'carteAdministrateur.expiree', champ: 'carteAdministrateur.fin', joursAvant: -1 }] as const;

/** §4 — who orders and deploys the certificates: an employee (CPS, CPE) or a third party's technician (CPA). */
export const administrateurTechnique = etablissement.createStateConfig({
  meta: { libelle: 'Administrateur technique', source: '§4' },
  initial: 'aDesigner',
  states: {
    aDesigner: {
      meta: {
        libelle: 'Administrateur technique à désigner',
        acteur: 'etablissement',
        nature: 'obligatoire',
        source: '§4',
      },
      on: {
        'administrateurTechnique.designe': [
          { guard: and(['isEmploye', carteEmploye]), target: 'actif', actions: keep },
          { guard: and(['isTechnicien', carteTechnicien]), target: 'actif', actions: keep },
          { guard: and(['isEmploye', 'isSansCarte']), target: 'aEquiper' },
          { guard: and(['isTechnicien', 'isSansCarte']), target: 'attenteCpa' },
        ],
      },
    },
    aEquiper: {
      meta: {
        libelle: 'Carte de l’administrateur technique à demander',
        acteur: 'representantLegal',
        nature: 'obligatoire',
        formulaire: 'formulaire-301',
        source: '§4.1',
      },
      on: { 'carteAdministrateur.demandee': 'attenteCarte', 'administrateurTechnique.parti': left },
    },
    aRemplacer: {
      meta: {
        libelle: 'Carte de l’administrateur technique à remplacer',
        acteur: 'administrateurTechnique',
        nature: 'obligatoire',
        formulaire: 'formulaire-301',
        source: '§4.1',
      },
      on: {
        'carteAdministrateur.demandee': 'attenteCarte',
        'carteAdministrateur.renouvelee': renewed,
        'administrateurTechnique.parti': left,
      },
    },
    attenteCarte: {
      meta: {
        libelle: 'Émission de la carte de l’administrateur technique',
        acteur: 'ans',
        nature: 'attente',
        source: 'A21',
      },
      on: { 'carteAdministrateur.emise': 'aActiver', 'administrateurTechnique.parti': left },
    },
    aActiver: {
      meta: {
        libelle: 'Carte de l’administrateur technique à recevoir et activer',
        acteur: 'administrateurTechnique',
        nature: 'obligatoire',
        source: '§4.1',
      },
      on: { 'carteAdministrateur.activee': renewed, 'administrateurTechnique.parti': left },
    },
    attenteCpa: {
      meta: { libelle: 'CPA du technicien attendue', acteur: 'editeur', nature: 'attente', source: '§4' },
      on: {
        'carteAdministrateur.activee': { ...renewed, guard: carteTechnicien },
        'administrateurTechnique.parti': left,
      },
    },
    actif: {
      meta: {
        libelle: 'Administrateur technique équipé d’une carte active',
        acteur: 'administrateurTechnique',
        nature: 'acquise',
        source: '§4',
        echeances,
      },
      entry: tellCertificats('administrateurTechnique.disponible'),
      exit: tellCertificats('administrateurTechnique.indisponible'),
      on: {
        'carteAdministrateur.bloquee': 'bloque',
        'carteAdministrateur.expiree': lost,
        'carteAdministrateur.opposee': lost,
        'carteAdministrateur.renouvelee': { guard: 'isCarteRecueInDate', actions: keep },
        'administrateurTechnique.parti': left,
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
        'carteAdministrateur.debloquee': 'actif',
        'carteAdministrateur.expiree': lost,
        'carteAdministrateur.opposee': lost,
        'carteAdministrateur.renouvelee': renewed,
        'administrateurTechnique.parti': left,
      },
    },
  },
});
