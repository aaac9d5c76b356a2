import { z } from 'zod';
import { sortes } from '../../../machines/event.ts';
import { sources } from '../../../machines/source.ts';
import { acteurs, natures, phases } from '../../../machines/step.ts';
import type { Asked, Chart, ConditionTree } from '../chart.ts';

const acteur = z.enum(keysOf(acteurs));
const id = z.string().meta({ description: 'Chemin de l’état, du dehors au dedans, séparé par des points.' });
const libelle = z.string().meta({ description: 'En français, tel qu’un lecteur le voit.' });
const source = z
  .enum(sources)
  .meta({ description: 'Passage de la procédure, « §4.1 », ou décision de ce qui est hors texte, « A27 ».' });
const nie = z.boolean().meta({ description: 'Vrai quand cet état doit, au contraire, ne pas être actif.' });

/** A condition as it is given: `libelle` is what is true once it is met, `refus` what is answered to whoever does not meet it. */
type Given = (Omit<Asked, 'etiquette'> & { refus: string }) | { et: Given[] } | { ou: Given[] };

const Condition: z.ZodType<Given> = z
  .union([
    z.strictObject({
      code: z.string().meta({ description: 'Stable, pour les programmes.' }),
      libelle: z.string().meta({ description: 'Ce qui est vrai quand elle est remplie, en peu de mots.' }),
      refus: z.string().meta({ description: 'Ce qui est répondu à qui ne la remplit pas.' }),
      acteur,
      source,
      etat: id.nullable().meta({ description: 'L’état qu’elle lit ; null quand le contexte ou le fait en décide.' }),
      nie,
    }),
    z.strictObject({
      get et() {
        return z.array(Condition);
      },
    }),
    z.strictObject({
      get ou() {
        return z.array(Condition);
      },
    }),
  ])
  .meta({ id: 'condition', description: 'Une condition, toutes celles d’une liste, ou l’une d’elles.' });

const Etat = z.strictObject({
  id,
  parent: id.nullable().meta({ description: 'Null pour une région, active en même temps que les autres.' }),
  genre: z.enum(['sequence', 'parallele', 'etape', 'finale']).meta({
    description:
      'sequence : un seul de ses états est actif ; parallele : tous le sont ; etape : n’en contient pas ; finale : rien n’en part.',
  }),
  libelle,
  source,
  initial: z.boolean().meta({ description: 'Actif dès que son parent l’est.' }),
  acteur: acteur.nullable().meta({ description: 'Qui agit ; null pour un état qui en contient d’autres.' }),
  nature: z.enum(keysOf(natures)).nullable(),
  formulaire: z.string().nullable(),
  echec: z.boolean().meta({ description: 'Finit sans ce qui était demandé.' }),
  echeances: z.array(z.string()).meta({ description: 'Les faits que le calendrier apporte.' }),
  phase: z
    .enum(keysOf(phases))
    .nullable()
    .meta({ description: 'Où le récit de la procédure le place, de gauche à droite.' }),
  court: z.string().nullable().meta({ description: 'Comme le récit le dit, en 28 signes ; null : il ne le dit pas.' }),
  acteurs: z.array(acteur).meta({ description: 'Tous ceux qui peuvent avoir à y agir, selon le dossier.' }),
});

const Transition = z.strictObject({
  id: z.string(),
  de: id,
  vers: id.meta({ description: 'L’état où elle mène ; celui dont elle part quand elle n’y change rien.' }),
  fait: z
    .string()
    .nullable()
    .meta({ description: 'Type du fait ; null : dès que tout ce que l’état contient est fini.' }),
  libelle,
  acteur: acteur.nullable(),
  source: source.nullable(),
  sorte: z
    .enum(keysOf(sortes))
    .nullable()
    .meta({ description: 'Démarche, réponse, constat ou aléa ; null quand aucun fait ne l’amène.' }),
  refus: z.boolean().meta({ description: 'Le fait est une réponse négative.' }),
  derive: z.boolean().meta({ description: 'Apporté par le calendrier ou par une autre machine.' }),
  sansCible: z.boolean().meta({ description: 'Ne change pas d’état.' }),
  ouvert: id.nullable().meta({ description: 'L’état qui dit le dossier ouvert, quand elle le demande.' }),
  suspendu: id.nullable().meta({ description: 'L’état qui dit le dossier abandonné, quand elle y est refusée.' }),
  rare: z
    .boolean()
    .meta({ description: 'Ne concerne qu’un cas rare : le dessin du parcours entier ne la montre pas.' }),
  condition: Condition.nullable().meta({ description: 'Ce qu’un lecteur doit en savoir.' }),
  exacte: Condition.nullable().meta({ description: 'Ce qu’elle demande, cas rares compris.' }),
});

/** A machine as JSON. */
export const Graphe = z
  .strictObject({
    procedure: z.string(),
    version: z.int(),
    titre: z.string(),
    source,
    etats: z.array(Etat).meta({ description: 'Les parents avant leurs enfants.' }),
    transitions: z.array(Transition),
  })
  .meta({ title: 'Graphe d’une procédure', description: 'Les états d’une machine et ce qui mène de l’un à l’autre.' });

/** The states and transitions of a machine, as `Graphe` describes them. */
export function toGraphe(chart: Chart): string {
  return `${JSON.stringify(Graphe.parse(grapheOf(chart)), null, 1)}\n`;
}

/** A chart with its conditions as they are given. */
export function grapheOf(chart: Chart) {
  const transitions = chart.transitions.map(({ condition, exacte, ...transition }) => ({
    ...transition,
    condition: condition && givenAs(condition),
    exacte: exacte && givenAs(exacte),
  }));
  return { ...chart, transitions };
}

/** A condition as a graph gives it. */
export function givenAs(condition: ConditionTree): Given {
  if ('et' in condition) return { et: condition.et.map(givenAs) };
  if ('ou' in condition) return { ou: condition.ou.map(givenAs) };
  const { etiquette, libelle, ...rest } = condition;
  return { ...rest, libelle: etiquette, refus: libelle };
}

/** The JSON schema of what `toGraphe` writes. */
export function grapheSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(Graphe), null, 1)}\n`;
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}
