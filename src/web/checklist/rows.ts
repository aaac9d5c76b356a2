import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { tellSource } from '../../../machines/source.ts';
import { acteurs, natures, type Phase, phases } from '../../../machines/step.ts';
import { type Moment, type Prerequis, type Story, type Suite, storyOf, waysOf } from '../../diagrams/recit/story.ts';
import { type ChecklistItem, checklistOf } from '../../engine/answers/checklist.ts';

/** A line of a printed list; `estSuite` for what is done only where a numbered line is answered by « non », or is its result. */
export interface ListRow {
  /** The steps of the machine that it stands for. */
  etapes: readonly string[];
  numero: string;
  /** The day (YYYY-MM-DD) on which it was done; null while it is not. */
  fait: string | null;
  estSuite: boolean;
  estAcquise: boolean;
  libelle: string;
  /** What makes it necessary, or what it is. */
  precision: string;
  acteur: string;
  documents: string;
  source: string;
}

/** A part of a printed list, under its title. */
export interface ListPart {
  titre: string;
  /** What is done only where something goes wrong: apart, on a sheet of its own. */
  estIncident: boolean;
  rows: ListRow[];
}

/** How a list is read. */
export const READING =
  'Numéros : ce que chacun fait, dans l’ordre. Lettres : ce qui s’y ajoute si la réponse est non, et le résultat. Les incidents viennent à part.';

/** What is behind for a case: its name, the day (YYYY-MM-DD) of the list, and that of each step that is done. */
export interface Ticked {
  nom: string;
  jour: string;
  faits: ReadonlyMap<string, string>;
}

/** A procedure as it is printed: phase after phase what every case does, numbered, each « non » followed by what it takes; then the incidents. */
export function partsOf(procedure: Procedure, faits: Ticked['faits'] = new Map()): ListPart[] {
  const writer = new Writer(procedure, faits);
  const story = storyOf([procedure]);
  const told = (Object.keys(phases) as Phase[]).flatMap((phase): ListPart[] => {
    const rows = writer.phase(story, phase);
    return rows.length > 0 ? [{ titre: phases[phase], estIncident: false, rows }] : [];
  });
  return [...told, ...writer.incidents()];
}

class Writer {
  private readonly procedure: Procedure;
  private readonly items: ReadonlyMap<string, ChecklistItem>;
  private readonly written = new Set<string>();
  private readonly faits: Ticked['faits'];
  private number = 0;
  private letter = 0;

  constructor(procedure: Procedure, faits: Ticked['faits']) {
    this.procedure = procedure;
    this.faits = faits;
    this.items = checklistOf(procedure);
  }

  phase({ simples, prerequis, suites }: Story, phase: Phase): ListRow[] {
    const isHere = (moment: Moment) => moment.phase === phase;
    return [
      ...simples.filter(isHere).map((moment) => this.act(moment)),
      ...prerequis.filter(({ question }) => isHere(question)).flatMap((one) => this.question(one)),
      ...suites.flatMap((suite) => this.suite(suite, isHere)),
    ];
  }

  /** What a case does only where something goes wrong, region after region. */
  incidents(): ListPart[] {
    const left = [...this.items.values()].filter(({ id, nature }) => !this.written.has(id) && nature !== 'acquise');
    const regions = Map.groupBy(left, ({ id }) => id.split('.')[0] ?? '');
    return [...regions].map(([region, items]) => ({
      titre: `Incidents : ${this.procedure.machine.root.states[region]?.meta.libelle ?? region}`,
      estIncident: true,
      rows: items.map((item) => this.ticked(rowOf([item], { numero: '–', precision: reasonOf(item) }))),
    }));
  }

  private act(moment: Moment): ListRow {
    this.number += 1;
    this.letter = 0;
    const precision =
      moment.nature === 'obligatoire' || moment.nature === 'attente' ? '' : `${natures[moment.nature]}.`;
    return this.row(moment, { numero: `${this.number}`, precision });
  }

  private question({ question, sinon, voies, acquis }: Prerequis): ListRow[] {
    const asked = this.act({ ...question, etats: question.etats.slice(0, 1) });
    const steps = sinon.map((id) => this.follow([id], 'Si non.'));
    const ways = waysOf({ voies });
    return [
      asked,
      ...steps,
      ...ways.map((moment) => this.follow(moment.etats, 'Si non.')),
      this.follow(acquis.etats, 'Résultat à constater.'),
    ];
  }

  private suite({ parties, moments }: Suite, isHere: (moment: Moment) => boolean): ListRow[] {
    return [...(parties?.moments ?? []), ...moments]
      .filter(isHere)
      .map((moment) =>
        moment.nature === 'acquise' ? this.row(moment, this.lettered('Résultat à constater.')) : this.act(moment),
      );
  }

  private follow(ids: readonly string[], precision: string): ListRow {
    return this.row({ etats: ids, finis: [], procedure: this.procedure.id, acteurs: [] }, this.lettered(precision));
  }

  private lettered(precision: string): { numero: string; precision: string } {
    this.letter += 1;
    return { numero: `${this.number}${String.fromCodePoint(96 + this.letter)}`, precision };
  }

  private row(
    moment: Pick<Moment, 'etats' | 'finis' | 'procedure' | 'acteurs'>,
    told: { numero: string; precision: string },
  ): ListRow {
    const isOwn = moment.procedure === this.procedure.id;
    const other = isOwn ? null : findProcedure(moment.procedure);
    const items = other ? checklistOf(other) : this.items;
    if (isOwn) for (const id of [...moment.etats, ...moment.finis]) this.written.add(id);
    const row = rowOf(
      moment.etats.flatMap((id) => items.get(id) ?? []),
      told,
    );
    const who = moment.acteurs.map((acteur) => acteurs[acteur]).join(' ou ');
    const etapes = isOwn ? [...moment.etats, ...moment.finis] : [];
    return this.ticked({ ...row, etapes, acteur: who || row.acteur });
  }

  /** Done on the last of its days. */
  private ticked(row: ListRow): ListRow {
    return {
      ...row,
      fait:
        row.etapes
          .flatMap((id) => this.faits.get(id) ?? [])
          .toSorted()
          .at(-1) ?? null,
    };
  }
}

function rowOf(items: readonly ChecklistItem[], { numero, precision }: { numero: string; precision: string }): ListRow {
  const distinct = (texts: readonly string[], between: string) => [...new Set(texts)].join(between);
  return {
    etapes: items.map(({ id }) => id),
    numero,
    precision,
    fait: null,
    estSuite: !/^\d+$/.test(numero),
    estAcquise: items.every(({ nature }) => nature === 'acquise'),
    libelle: distinct(
      items.map(({ libelle }) => libelle),
      ' ; ',
    ),
    acteur: distinct(
      items.map(({ acteur }) => acteurs[acteur]),
      ', ',
    ),
    documents: distinct(
      items.flatMap(({ documents }) => documents),
      ' ; ',
    ),
    source: distinct(
      items.map(({ source }) => tellSource(source)),
      ', ',
    ),
  };
}

function reasonOf({ nature, seulementSi }: ChecklistItem): string {
  return seulementSi.length > 0 ? `Seulement si : ${seulementSi.join(' ; ')}.` : `${natures[nature]}.`;
}
