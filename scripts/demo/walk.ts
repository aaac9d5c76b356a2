import { type FactType, findProcedure } from '../../machines/index.ts';
import type { NextFact, NextSteps } from '../../src/engine/answers/next-steps.ts';
import { type Client, DemoError } from './client.ts';
import type { Dossier, Opened } from './opening.ts';

/** What a story adds to the shortest path: a fact, told once it is accepted, or an attempt that is refused with that code. */
export type Act = { fait: FactType; champs?: object } | Attempt;
type Attempt = { refus: 'fait-refuse'; fait: FactType; champs?: object } | { refus: 'dossier-existant' };

/** What was told, and why it was refused if it was. */
export interface Told {
  fait: string;
  refus: string | null;
}

type View = Pick<NextSteps, 'etapes' | 'autresFaits' | 'restant'>;

/** Leads a case to its end along the shortest path, with the acts of its story in their order. */
export async function walk(client: Client, subject: Opened | Dossier, story: readonly Act[]): Promise<Told[]> {
  const walker = new Walker(client, subject);
  for (const act of story) await ('refus' in act ? walker.attempt(act) : walker.tell(act.fait, act.champs));
  await walker.finish();
  return walker.told;
}

class Walker {
  readonly told: Told[] = [];
  readonly #client: Client;
  readonly #subject: Opened | Dossier;

  constructor(client: Client, subject: Opened | Dossier) {
    this.#client = client;
    this.#subject = subject;
  }

  /** Advances until the fact is accepted, then tells it. */
  async tell(type: string, champs: object = {}): Promise<void> {
    for (;;) {
      const view = await this.#read();
      const wanted = factsOf(view).find((fact) => fact.type === type && fact.accepte);
      if (wanted) return this.#post(wanted, champs);
      await this.#post(this.#nearest(view, type));
    }
  }

  /** Tries what is not accepted yet, or never. */
  async attempt(act: Attempt): Promise<void> {
    const [path, body] = await this.#bodyOf(act);
    const problem = await this.#client.refusal(path, body);
    if (problem.code !== act.refus) throw new DemoError(`${path} : ${problem.code} au lieu de ${act.refus}.`);
    const [manque] = problem.manque ?? [];
    this.told.push({ fait: 'fait' in act ? act.fait : 'dossier.ouvert', refus: manque?.libelle ?? problem.detail });
  }

  /** Advances until nothing obligatory is left. */
  async finish(): Promise<void> {
    for (let view = await this.#read(); view.restant.minimum !== 0; view = await this.#read())
      await this.#post(this.#nearest(view, 'la fin'));
  }

  #read(): Promise<View> {
    return this.#client.get(this.#subject.liens.prochainesEtapes);
  }

  async #post({ type, vers, exemple }: NextFact, champs: object = {}): Promise<void> {
    await this.#client.post(vers, { ...this.#personalize(exemple ?? {}), ...champs });
    this.told.push({ fait: type, refus: null });
  }

  #nearest(view: View, goal: string): NextFact {
    const { minimum } = view.restant;
    const nearest = factsOf(view).find(({ accepte, restantApres }) => accepte && restantApres === Number(minimum) - 1);
    if (nearest) return nearest;
    throw new DemoError(`${this.#subject.liens.soi} : rien ne mène plus à « ${goal} ».`);
  }

  async #bodyOf(act: Attempt): Promise<[string, object]> {
    const { liens, procedure } = this.#subject;
    if (act.refus === 'dossier-existant')
      return ['/api/v1/dossiers', { procedure, etablissement: etablissementOf(this.#subject) }];
    const facts = factsOf(await this.#read());
    const shown = facts.find(({ type }) => type === act.fait);
    const [date] = facts.flatMap(({ exemple }) => exemple?.date ?? []);
    const exemple = { ...findProcedure(procedure)?.facts[act.fait]?.exemples[0], date };
    return [shown?.vers ?? liens.faits, { ...exemple, type: act.fait, ...act.champs }];
  }

  /** The forms of an example name a fictional hospital: they are told of this establishment. */
  #personalize(exemple: { type?: string; saisie?: object; partie1?: object }): object {
    const etablissement = etablissementOf(this.#subject);
    if (!etablissement) return exemple;
    if (exemple.partie1) return { ...exemple, partie1: etablissement };
    if (exemple.saisie) return { ...exemple, saisie: { ...exemple.saisie, etablissement } };
    return exemple;
  }
}

function etablissementOf(subject: Opened | Dossier) {
  return 'etablissement' in subject ? subject.etablissement : null;
}

function factsOf({ etapes, autresFaits }: View): NextFact[] {
  return [...etapes.flatMap(({ faits }) => faits), ...autresFaits];
}
