import { and } from '../../guard.ts';
import { lastDay, operationnels } from '../administrateurs.ts';
import { etablissement } from '../setup.ts';

const order = etablissement.emit(({ context, event }) => {
  if (event.type !== 'certificat.demande') throw new Error(`${event.type} orders no certificate`);
  const { nom, prenom, qualite } = event.beneficiaire;
  const finCarteAdministrateur = lastDay(operationnels(context));
  return {
    type: 'certificat',
    certificat: {
      usage: event.usage,
      beneficiaire: { nom, prenom, qualite },
      remplace: null,
      finCarteAdministrateur,
    },
  };
});
const loseAll = etablissement.assign({ habilites: [] });
const loseOne = etablissement.assign(({ context, event }) => {
  const { administrateur } = event as { administrateur?: string };
  const lost = administrateur ?? context.administrateurs[0]?.id;
  return { habilites: context.habilites.filter((id) => id !== lost) };
});

/** §3, §6, A19 — what must hold to order one certificate. */
const canOrder = and([
  'hasContratActif',
  'hasAdministrateurActif',
  'isAdministrateurHabilite',
  'isHabiliteInDate',
  'isOffrePro',
  'isUsageDeQualite',
  'hasBeneficiaireCarte',
  'hasPrerequisPlateforme',
]);

/** §6, A18 — whether an administrateur technique of the structure is habilitated to order. */
export const habilitation = etablissement.createStateConfig({
  meta: { libelle: 'Habilitation de l’administrateur technique', phase: 'commander', source: '§6' },
  initial: 'aucune',
  on: {
    'etablissement.identifiantModifie': { guard: 'isIdentifiantNouveau', target: '.aucune', actions: loseAll },
  },
  states: {
    aucune: {
      meta: { libelle: 'Aucune habilitation', acteur: 'ans', nature: 'acquise', source: '§4' },
      on: { 'habilitation.accordee': { guard: and(['isEnInstruction', 'hasContratActif']), target: 'accordee' } },
    },
    accordee: {
      meta: {
        libelle: 'Premier certificat à commander',
        court: 'Commander un certificat',
        acteur: 'administrateurTechnique',
        nature: 'obligatoire',
        ensuite: 'acquise',
        source: '§6',
      },
      on: {
        'certificat.demande': { guard: canOrder, actions: order },
        'administrateurTechnique.parti': { guard: 'isDernierHabilite', target: 'aucune' },
        'habilitation.retiree': [
          { guard: 'isDernierHabilite', target: 'aucune', actions: loseAll },
          { guard: 'isHabilite', actions: loseOne },
        ],
      },
    },
  },
});
