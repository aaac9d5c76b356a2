import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { type Comparaison, compare } from '../../src/diagrams/comparison.ts';
import type { Ecarts } from '../../src/diagrams/difference.ts';

/** What changes from one procedure to another, in French; each is `id@version`, or an id alone for its last version. */
export function tellDifference(...[de, a]: readonly string[]): string {
  const [one, other] = [find(de), find(a)];
  if (!one || !other)
    return 'Nommez deux procédures, par exemple : npm run diagrams -- --diff prive-mono-site@1 public-ght@1';
  return linesOf(compare(one, other)).join('\n');
}

function find(reference = ''): Procedure | null {
  const [id = '', version] = reference.split('@');
  return findProcedure(id, version === undefined ? undefined : Number(version));
}

function linesOf({ de, a, identiques, etats, transitions, suites }: Comparaison): string[] {
  return [
    `De ${de.procedure}@${de.version} (${de.titre}) à ${a.procedure}@${a.version} (${a.titre}) :`,
    ...(identiques ? ['  rien ne change dans ce qui est dit.'] : []),
    ...ecarts('état', etats, ({ id, libelle }) => `${id} « ${libelle} »`),
    ...ecarts('transition', transitions, ({ de: from, vers, libelle }) => `${from} → ${vers} « ${libelle} »`),
    ...suites.flatMap(suiteOf),
  ];
}

function suiteOf({ accepte, refuse, faits, complete }: Comparaison['suites'][number]): string[] {
  if (!faits)
    return [`Tout ce que ${accepte} accepte, ${refuse} l’accepte${complete ? '' : ', aussi loin que l’on a cherché'}.`];
  return [
    `${accepte} accepte cette suite, dont ${refuse} refuse le dernier fait :`,
    ...faits.map(
      ({ libelle, acteur, saisie }) => `  · ${libelle} (${acteur ?? 'le calendrier'}) ${JSON.stringify(saisie)}`,
    ),
  ];
}

function ecarts<T>(nom: string, { ajoutes, retires, modifies }: Ecarts<T>, tell: (one: T) => string): string[] {
  return [
    ...ajoutes.map((one) => `  + ${nom} ${tell(one)}`),
    ...retires.map((one) => `  - ${nom} ${tell(one)}`),
    ...modifies.flatMap(({ apres, changements }) => [
      `  ~ ${nom} ${tell(apres)}`,
      ...changements.map(
        ({ champ, avant, apres: after }) => `      ${champ} : ${avant ?? '(rien)'} → ${after ?? '(rien)'}`,
      ),
    ]),
  ];
}
