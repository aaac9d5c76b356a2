import { Etablissement } from '../../machines/formulaires/etablissement.ts';
import { formulaires } from '../../machines/formulaires/index.ts';
import { procedures } from '../../machines/index.ts';
import type { Cible } from '../acts/family.ts';
import type { Faits } from '../acts/reading/foresee.ts';
import type { NextFact } from '../engine/answers/next-steps.ts';
import type { Suite } from '../engine/answers/view.ts';
import { readFiche } from '../engine/fiche.ts';
import type { Result } from '../engine/refusal.ts';
import type { Identity } from '../identity/identity.ts';
import type { Row } from '../store/store.ts';
import { permittedFields } from '../web/access/guard.ts';

/**
 * Next steps for who asks: of an éditeur or a lecteur, each fact says whether it is theirs to tell, with an example that they may send or
 * none. Others may tell them all: their text is sent as it is kept.
 */
export function permitted(identite: Identity, row: Pick<Row, 'fiche'>, kept: string): string {
  const text = withOwnPart1(kept, row);
  if (!isBound(identite)) return text;
  return JSON.stringify(withFacts(JSON.parse(text) as Suite, (fact) => own(identite, fact)));
}

/** Who asks, whom a case is about, and what would become of it if something were told to it. */
interface Asking {
  identite: Identity;
  services: {
    find(cible: Cible): Promise<Result<Pick<Row, 'fiche'>>>;
    simulate(cible: Cible, told: Faits): Promise<Result<{ refus: object | null }>>;
  };
}

/** The same, where the example of a fact that is theirs is not: with another that is taken, if there is one. */
export async function permittedNow({ services, identite }: Asking, cible: Cible, kept: string): Promise<string> {
  const text = kept.includes(PART1) ? await ownPart1(services, cible, kept) : kept;
  if (!isBound(identite)) return text;
  const others = new Map<string, NextFact['exemple']>();
  const suite = withFacts(JSON.parse(text) as Suite, (fact) => {
    const told = own(identite, fact);
    if (told.permis && fact.exemple && !told.exemple) others.set(fact.type, fact.exemple);
    return told;
  });
  for (const [type, exemple] of others) others.set(type, exemple && (await another(type, exemple.date)));
  return JSON.stringify(
    withFacts(suite, (fact) => ({ ...fact, exemple: fact.exemple ?? others.get(fact.type) ?? null })),
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

/** As it stands in what is kept for every dossier in the same state. */
const PART1 = `"partie1":${JSON.stringify(formulaires['formulaire-413'].exemple.partie1)}`;

async function ownPart1(services: Asking['services'], cible: Cible, text: string): Promise<string> {
  const found = await services.find(cible);
  return found.ok ? withOwnPart1(text, found.value) : text;
}

/** Part 1 is the establishment of the dossier, as it was opened and since renamed, never that of the examples. */
function withOwnPart1(text: string, { fiche }: Pick<Row, 'fiche'>): string {
  if (!text.includes(PART1)) return text;
  const { denomination, siret, finess = null, codePostal, commune } = readFiche(fiche);
  const sansFiness = finess === null;
  const own = Etablissement.safeParse({ denomination, siret, finess, sansFiness, codePostal, commune });
  return own.success ? text.replaceAll(PART1, () => `"partie1":${JSON.stringify(own.data)}`) : text;
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
