import { exempleEtablissement } from '../../../machines/formulaires/etablissement.ts';
import { procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { nextSteps } from '../../engine/answers/next-steps.ts';
import { planOf } from '../../engine/answers/plan.ts';
import { welcome } from '../../engine/decide.ts';
import { type Instance, openInstance } from '../../engine/instance.ts';

const JOUR = '2026-01-05';
const around = { jour: JOUR, instant: `${JOUR}T08:00:00.000Z`, newId: () => 'b7a1c7e0-6f7e-4b5e-9d53-6a1f0c1d2e3f' };

/** Examples by name, as the document shows them. */
type Examples = Record<string, { summary: string; value: unknown }>;

const { sansFiness: _sansFiness, ...etablissement } = exempleEtablissement;
const paths = procedures.filter(({ genre }) => genre === 'dossier');

/** What may be sent to an operation, by its id: one example per path where paths differ. */
export const bodyExamples: Readonly<Record<string, Examples>> = {
  'dossiers.ouvrir': perPath(({ id }) => ({ procedure: id, etablissement })),
  'groupements.ouvrir': {
    ght: { summary: 'Un GHT', value: { nom: 'GHT du Léman', genre: 'ght' } },
    groupe: { summary: 'Un groupe privé', value: { nom: 'Groupe des cliniques du Rhône', genre: 'groupe-prive' } },
  },
  'dossiers.faits': factsOf(paths[0]),
  'groupements.faits': factsOf(procedures.find(({ genre }) => genre === 'groupement')),
  'certificats.faits': factsOf(procedures.find(({ genre }) => genre === 'certificat')),
};

/** What an operation answers, computed by the engine from a dossier that has just been opened on each path. */
export const answerExamples: Readonly<Record<string, Examples>> = {
  'dossiers.prochaines-etapes': perPath((procedure) => {
    const { sujet, ...steps } = nextSteps(familyOf(procedure), openedOf(procedure), JOUR);
    const { genre: _genre, ...dossier } = sujet;
    return { dossier, ...steps };
  }),
  'dossiers.plan': perPath((procedure) => ({ plan: planOf(familyOf(procedure), openedOf(procedure), JOUR) })),
};

function perPath(make: (procedure: Procedure) => unknown): Examples {
  return Object.fromEntries(paths.map((path) => [path.id, { summary: path.titre, value: make(path) }]));
}

function factsOf(procedure: Procedure | undefined): Examples {
  const facts = Object.entries(procedure?.facts ?? {}).filter(([, { derive }]) => !derive);
  return Object.fromEntries(
    facts.map(([type, { libelle, exemples }]) => [
      type,
      { summary: libelle, value: { type, date: JOUR, ...exemples[0] } },
    ]),
  );
}

function familyOf(procedure: Procedure) {
  const opened = openInstance(procedure, { id: around.newId(), parentId: null, fiche: {} }, around);
  return welcome({ groupement: null, dossiers: [opened], certificats: [] }, opened, around).family;
}

function openedOf(procedure: Procedure): Instance {
  return familyOf(procedure).dossiers[0] as Instance;
}
