import { politique } from '../../../machines/decisions.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { addDays } from '../../days.ts';
import { conformityOf } from '../../engine/answers/conformity.ts';
import { nextSteps } from '../../engine/answers/next-steps.ts';
import { planOf } from '../../engine/answers/plan.ts';
import { decide, type Family, welcome } from '../../engine/decide.ts';
import { type Instance, openInstance, recordEtat } from '../../engine/instance.ts';
import type { IdOperation } from '../../web/access/policy.ts';
import { aFaireOf } from '../awaited.ts';
import { represent } from '../representation.ts';
import { type Examples, etablissement, JOUR, paths, TOLD } from './bodies.ts';

const around = { jour: JOUR, instant: `${JOUR}T08:00:00.000Z`, newId: () => 'b7a1c7e0-6f7e-4b5e-9d53-6a1f0c1d2e3f' };

/**
 * What an operation answers, computed by the engine, 0.4 s for all: of a dossier that has just been opened on each path, or told one
 * fact.
 */
export const answerExamples: Readonly<Record<string, () => Examples>> = {
  'dossiers.lire': perPath((procedure) => caseOf(openedOf(procedure))),
  'dossiers.ouvrir': perPath((procedure) => ({ ...caseOf(openedOf(procedure)), avertissements: [] })),
  'dossiers.lister': onePath((procedure) => {
    const opened = openedOf(procedure);
    return { dossiers: [{ ...caseOf(opened), ...awaitedOf(opened) }], suite: null };
  }),
  'dossiers.faits': onePath((procedure) => ({
    dossier: caseOf(toldOf(procedure)),
    avertissements: [],
    prochainesEtapes: stepsOf(toldOf(procedure)),
  })),
  'dossiers.prochaines-etapes': perPath((procedure) => stepsOf(openedOf(procedure))),
  'dossiers.plan': onePath((procedure) => ({ plan: planOf(alone(openedOf(procedure)), openedOf(procedure), JOUR) })),
  'dossiers.simulation': onePath((procedure) => foreseen(toldOf(procedure))),
  'procedures.plan': onePath((procedure) => foreseen(toldOf(procedure))),
  'procedures.conformite': onePath((procedure) =>
    conformityOf(alone(openedOf(procedure)), around.newId(), [TOLD], around),
  ),
} satisfies Partial<Record<IdOperation, () => Examples>>;

type Make = (procedure: Procedure) => unknown;

function perPath(make: Make): () => Examples {
  return () => examplesOn(paths, make);
}

/** Where all paths answer alike. */
function onePath(make: Make): () => Examples {
  return () => examplesOn(paths.slice(1, 2), make);
}

function examplesOn(some: readonly Procedure[], make: Make): Examples {
  return Object.fromEntries(some.map((path) => [path.id, { summary: path.titre, value: make(path) }]));
}

function openedOf(procedure: Procedure): Instance {
  const fiche = { ...etablissement, sansFiness: false };
  const opened = openInstance(procedure, { id: around.newId(), parentId: null, fiche }, around);
  return welcome(alone(opened), opened, around).family.dossiers[0] as Instance;
}

/** After one fact. */
function toldOf(procedure: Procedure): Instance {
  const opened = openedOf(procedure);
  const decided = decide(alone(opened), opened.id, TOLD, around);
  if (!decided.ok) throw new Error(`${procedure.id} refuses ${TOLD.type}`);
  return decided.value.family.dossiers[0] as Instance;
}

function alone(dossier: Instance): Family {
  return { groupement: null, dossiers: [dossier], certificats: [] };
}

function stepsOf(dossier: Instance) {
  const { sujet, ...steps } = nextSteps(alone(dossier), dossier, JOUR);
  const { genre: _genre, ...subject } = sujet;
  return { dossier: subject, ...steps };
}

function foreseen(dossier: Instance) {
  const { dossier: subject, ...prochainesEtapes } = stepsOf(dossier);
  const plan = planOf(alone(dossier), dossier, JOUR);
  return { acceptes: 1, refus: null, avertissements: [], dossier: subject, prochainesEtapes, plan };
}

/** What is awaited of it, as the list keeps it. */
function awaitedOf(instance: Instance) {
  const { etapes } = nextSteps(alone(instance), instance, JOUR);
  const attentes = etapes
    .filter(({ nature }) => nature === 'obligatoire')
    .map(({ id, libelle, acteur, depuis, certificat, faits }) => ({
      etape: id,
      libelle,
      acteur,
      depuis,
      certificat,
      limite: addDays(depuis, politique.delaisJours[acteur]),
      faits: faits.flatMap(({ type, accepte }) => (accepte ? [type] : [])),
    }));
  return aFaireOf({ retour: null, attentes });
}

/** As it is read, had it been written. */
function caseOf(dossier: Instance): object {
  const { id, procedure, version, snapshot, fiche, ouvertLe } = dossier;
  const { denomination, siret, finess } = etablissement;
  return JSON.parse(
    represent({
      id,
      genre: 'dossier',
      parentId: null,
      procedure: procedure.id,
      procedureVersion: procedure.version,
      version,
      statut: procedure.statut(snapshot.value),
      cle: null,
      denomination,
      siret,
      finess: finess ?? null,
      etat: recordEtat(dossier),
      fiche: JSON.stringify(fiche),
      vue: '',
      cohorte: null,
      urgence: null,
      beneficiaire: null,
      ouvertLe,
      modifieLe: around.instant,
    }),
  );
}
