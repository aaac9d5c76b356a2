import type { Operations, Schemas } from './api.ts';
import { type Client, createClient, type OperationId, type Reponse } from './client.ts';
import { nextChange } from './follow.ts';
import { ExampleError, readOptions } from './options.ts';
import { partie4 } from './partie4.ts';

type Steps = Schemas['ProchainesEtapesDossier'];
const PARTIE_4 = 'formulaire413.partie4Remplie' as const;

try {
  const asked = readOptions(process.argv.slice(2), process.env);
  if (asked) {
    const client = createClient(asked);
    const dossier = await findCustomer(client, asked.siret);
    const steps = await stepsOf(client, dossier.id);
    show(steps);
    const after = await fillPartie4(client, steps);
    await waitForChange(client, after, asked.patience);
  }
} catch (error) {
  if (!(error instanceof ExampleError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** An éditeur's list holds what was delegated to it, nothing else. */
async function findCustomer(client: Client, siret: string): Promise<Schemas['Dossier']> {
  const { dossiers } = given(await client.ask('dossiers.lister', { requete: { siret } }));
  const [dossier, ...others] = dossiers;
  if (!dossier)
    throw new ExampleError(`Aucun dossier du SIRET ${siret} ne vous est délégué : demandez-le à son établissement.`);
  console.log(`Dossier ${dossier.id} : ${dossier.etablissement['denomination']}, ${dossier.statut}`);
  if (others.length > 0) console.log(`(${others.length} autres du même SIRET, un par site : le premier est suivi.)`);
  return dossier;
}

async function stepsOf(client: Client, id: string): Promise<Steps> {
  return given(await client.ask('dossiers.prochaines-etapes', { chemin: { id } }));
}

function show({ restant, etapes }: Steps): void {
  const left =
    restant.minimum === 0 ? 'Plus rien n’est obligatoire' : `Il reste au moins ${restant.minimum ?? '?'} actes`;
  console.log(`${left}. À faire maintenant :`);
  for (const { libelle, acteurLibelle, source } of etapes.filter(({ nature }) => nature === 'obligatoire'))
    console.log(`  ${libelle} — ${acteurLibelle} (${source.startsWith('A') ? `hors texte, ${source}` : source})`);
}

/** Fills part 4 if it is awaited; gives where the dossier stands then. */
async function fillPartie4(client: Client, steps: Steps): Promise<Steps> {
  const awaited = steps.etapes.flatMap(({ faits }) => faits).find(({ type }) => type === PARTIE_4);
  if (!awaited?.exemple) {
    console.log('La partie 4 n’est pas attendue : elle est remplie, ou son moment est passé.');
    return steps;
  }
  const date = awaited.exemple.date;
  const corps = { type: PARTIE_4, date, partie4 };
  const filled = await client.ask('dossiers.faits', { chemin: { id: steps.dossier.id }, corps });
  const { avertissements, prochainesEtapes } = given(filled);
  console.log('Partie 4 remplie.');
  for (const { pointeur, message } of avertissements) console.log(`  À vérifier, ${pointeur} : ${message}`);
  return prochainesEtapes;
}

/** Says which steps are over and which have come, once somebody has done something. */
async function waitForChange(client: Client, before: Steps, patience: number): Promise<void> {
  const { id, version } = before.dossier;
  console.log(`En attente d’un changement (version ${version})…`);
  const after = await nextChange(client, id, version, AbortSignal.timeout(patience * 1000)).catch(() => null);
  if (after === null) throw new ExampleError(`Rien n’a changé en ${patience} s : relancez plus tard.`);
  const steps = given(after);
  console.log(`Le dossier a changé (version ${steps.dossier.version}).`);
  for (const libelle of only(before, steps)) console.log(`  Fini : ${libelle}`);
  for (const libelle of only(steps, before)) console.log(`  Nouveau : ${libelle}`);
  show(steps);
}

function only(one: Steps, other: Steps): string[] {
  const known = new Set(other.etapes.map((etape) => etape.id));
  return one.etapes.filter((etape) => !known.has(etape.id)).map(({ libelle }) => libelle);
}

/** What must have been a yes; a refusal is told with all that would have made it one. */
function given<Id extends OperationId>(reponse: Reponse<Id>): Operations[Id]['reponse'] {
  if (reponse.etat === 'oui') return reponse.valeur;
  if (reponse.etat === 'inchange') throw new Error('Nothing was asked under a version');
  const { code, detail, erreurs = [], manque = [] } = reponse.probleme;
  const more = [
    ...erreurs.map(({ pointeur, message }) => `${pointeur} : ${message}`),
    ...manque.map((one) => one.libelle),
  ];
  throw new ExampleError([`${detail} (${code})`, ...more.map((line) => `  ${line}`)].join('\n'));
}
