import { procedures } from '../../machines/index.ts';
import type { Cible } from '../acts/family.ts';
import type { NextFact } from '../engine/answers/next-steps.ts';
import type { Suite } from '../engine/answers/view.ts';
import { permittedFields } from '../web/access/guard.ts';
import type { Place } from '../web/endpoint.ts';

/**
 * Next steps for who asks: of an éditeur or a lecteur, each fact says whether it is theirs to tell, with an example that they may send or
 * none. Others may tell them all: their text is sent as it is kept.
 */
export async function permittedSteps(
  { services, identite }: Pick<Place, 'services' | 'identite'>,
  cible: Cible,
  text: string,
): Promise<string> {
  if (identite.role !== 'editeur' && identite.role !== 'lecteur') return text;
  const { etapes, autresFaits, ...rest } = JSON.parse(text) as Suite;
  const own = async (fact: NextFact) => {
    const fields = permittedFields(rightOf(fact), identite, fact.type);
    const exemple = fields && fact.exemple && (await exampleWith(fact.exemple, fields));
    return { ...fact, permis: fields !== null, exemple };
  };
  const all = async (facts: readonly NextFact[]) => Promise.all(facts.map(own));
  const told = await Promise.all(etapes.map(async (etape) => ({ ...etape, faits: await all(etape.faits) })));
  return JSON.stringify({ ...rest, etapes: told, autresFaits: await all(autresFaits) });

  /** The example itself if its fields are as they must be; else the first of that fact that is taken with them. */
  async function exampleWith(exemple: NonNullable<NextFact['exemple']>, fields: Readonly<Record<string, string>>) {
    const { type, date } = exemple;
    for (const one of [exemple, ...(examples.get(type) ?? [])]) {
      const said = { ...one, type, date };
      if (
        !Object.entries(fields).every(([name, value]) =>
          Object.entries(said).some(([n, v]) => n === name && v === value),
        )
      )
        continue;
      if (one === exemple) return exemple;
      const seen = await services.simulate(cible, { faits: [said] });
      if (seen.ok && seen.value.refus === null) return said;
    }
    return null;
  }
}

const examples: ReadonlyMap<string, readonly object[]> = new Map(
  procedures.flatMap(({ facts }) => Object.entries(facts).map(([type, { exemples }]) => [type, exemples] as const)),
);

/** `dossiers.faits`, of a fact that is sent to `/api/v1/dossiers/…/faits`. */
function rightOf({ vers }: NextFact): string {
  return `${vers.split('/')[3]}.faits`;
}
