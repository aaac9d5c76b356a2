import { z } from 'zod';
import { reprisePartie4 } from '../../machines/etablissement/reprise-partie-4.ts';
import { Partie4 } from '../../machines/formulaires/formulaire-413.ts';
import { procedures } from '../../machines/index.ts';
import type { Cible } from '../acts/family.ts';
import type { Faits } from '../acts/reading/foresee.ts';
import type { NextFact } from '../engine/answers/next-steps.ts';
import type { Suite } from '../engine/answers/view.ts';
import type { Result } from '../engine/refusal.ts';
import type { Identity } from '../identity/identity.ts';
import { permittedFields } from '../web/access/guard.ts';

/**
 * Next steps for who asks: of an éditeur or a lecteur, each fact says whether it is theirs to tell, with an example that they may send or
 * none. Others may tell them all: their text is sent as it is kept.
 */
export function permitted(identite: Identity, kept: string): string {
  if (!isBound(identite)) return kept;
  return JSON.stringify(withFacts(JSON.parse(kept) as Suite, (fact) => own(identite, fact)));
}

/** Who asks, and what would become of a case if something were told to it. */
interface Asking {
  identite: Identity;
  services: {
    simulate(cible: Cible, told: Faits): Promise<Result<{ refus: object | null }>>;
    lastPart4(editeurId: string): Promise<string | null>;
  };
}

/** The same, where the example of a fact that is theirs is not: with another that is taken, if there is one. Part 4 is as they last told it. */
export async function permittedNow({ services, identite }: Asking, cible: Cible, kept: string): Promise<string> {
  if (!isBound(identite)) return kept;
  const others = new Map<string, NextFact['exemple']>();
  const suite = withFacts(JSON.parse(kept) as Suite, (fact) => {
    const told = own(identite, fact);
    if (told.permis && fact.exemple && !told.exemple) others.set(fact.type, fact.exemple);
    return told;
  });
  for (const [type, exemple] of others) others.set(type, exemple && (await another(type, exemple.date)));
  const asLastTold = await retelling({ services, identite }, suite);
  return JSON.stringify(
    withFacts(suite, (fact) => ({ ...fact, exemple: asLastTold(fact.exemple ?? others.get(fact.type) ?? null) })),
  );

  async function another(type: string, date: string): Promise<NextFact['exemple']> {
    const fields = permittedFields(`${cible.genre}s.faits`, identite, type) ?? {};
    for (const said of (examples.get(type) ?? []).map((one) => ({ ...one, type, date }))) {
      const seen = has(said, fields) ? await services.simulate(cible, { faits: [said] }) : null;
      if (seen?.ok && seen.value.refus === null) return said;
    }
    return null;
  }
}

/** Fills in part 4 of an example as the éditeur who asks last told it; leaves every other as it is. */
async function retelling({ services, identite: { editeurId } }: Asking, suite: Suite) {
  const facts = [...suite.etapes.flatMap(({ faits }) => faits), ...suite.autresFaits];
  const kept = editeurId && facts.some(({ exemple }) => hasPart4(exemple)) && (await services.lastPart4(editeurId));
  const last = Told.safeParse(kept ? JSON.parse(kept) : null).data?.partie4;
  return (exemple: NextFact['exemple']) =>
    last && hasPart4(exemple) ? { ...exemple, partie4: reprisePartie4(exemple.partie4, last) } : exemple;
}

const Told = z.looseObject({ partie4: Partie4 });

function hasPart4(exemple: NextFact['exemple']): exemple is NonNullable<NextFact['exemple']> & { partie4: Partie4 } {
  return exemple !== null && 'partie4' in exemple;
}

/** Whether somebody may tell some facts alone, or none. */
function isBound({ role }: Identity): boolean {
  return role === 'editeur' || role === 'lecteur';
}

function own(identite: Identity, fact: NextFact) {
  const fields = permittedFields(rightOf(fact), identite, fact.type);
  const exemple = fields && fact.exemple && has(fact.exemple, fields) ? fact.exemple : null;
  return { ...fact, permis: fields !== null, exemple };
}

function withFacts(suite: Suite, tell: (fact: NextFact) => NextFact): Suite {
  const etapes = suite.etapes.map((etape) => ({ ...etape, faits: etape.faits.map(tell) }));
  return { ...suite, etapes, autresFaits: suite.autresFaits.map(tell) };
}

/** Whether fields of an example are as they must be. */
function has(exemple: object, fields: Readonly<Record<string, string>>): boolean {
  const said = new Map(Object.entries(exemple));
  return Object.entries(fields).every(([name, value]) => said.get(name) === value);
}

const examples: ReadonlyMap<string, readonly object[]> = new Map(
  procedures.flatMap(({ facts }) => Object.entries(facts).map(([type, { exemples }]) => [type, exemples] as const)),
);

/** `dossiers.faits`, of a fact that is sent to `/api/v1/dossiers/…/faits`. */
function rightOf({ vers }: NextFact): string {
  return `${vers.split('/')[3]}.faits`;
}
