import { type Tool as ToldTool, ToolSchema } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { procedures } from '../../../machines/index.ts';
import { memo } from '../../memo.ts';
import { permittedFields, whyNever } from '../../web/access/guard.ts';
import { politiqueAcces } from '../../web/access/policy.ts';
import type { Place } from '../../web/endpoint.ts';
import { namesIn, type Operation } from '../operation.ts';

/** What an assistant may use: an operation that writes nothing, or the facts that an éditeur may tell, once they are confirmed. */
export interface Tool {
  name: string;
  operation: Operation;
  /** Null for what writes nothing. */
  facts: readonly string[] | null;
}

/** The tools that operations make, by what they declare. */
export function toolsOf(operations: readonly Operation[]): Tool[] {
  return operations.flatMap((operation) => {
    const facts = factsOf(operation);
    const isTool = facts !== null || (operation.sansEffet && /json$/.test(operation.reply.type ?? 'json'));
    return isTool ? [{ name: operation.id.replaceAll('.', '_'), operation, facts }] : [];
  });
}

function factsOf({ right, path }: Operation): readonly string[] | null {
  const regle = politiqueAcces[right];
  if (typeof regle !== 'object' || !regle.faitsEditeur || !path.includes(':id')) return null;
  return Object.keys(regle.faitsEditeur);
}

/** The facts that somebody may tell with a tool. */
export function factsFor({ operation, facts }: Tool, { identite }: Pick<Place, 'identite'>): string[] {
  return (facts ?? []).filter((type) => permittedFields(operation.right, identite, type) !== null);
}

/** Whether a tool is any use to somebody. */
export function isOffered(tool: Tool, place: Pick<Place, 'identite' | 'plein'>): boolean {
  if (whyNever(place, tool.operation)) return false;
  return tool.facts === null || factsFor(tool, place).length > 0;
}

const CONFIRMED =
  ' Rien n’est enregistré au premier appel : la personne confirme, ou l’appel suivant porte la « confirmation » que le premier a rendue.';

const told = memo<ToldTool>();

/** A tool as it is told to whom it is offered. */
export function describe(tool: Tool, place: Pick<Place, 'identite'>): ToldTool {
  const types = factsFor(tool, place);
  return told([tool.name, ...types].join(' '), () => {
    const { name, operation } = tool;
    const isRead = tool.facts === null;
    return {
      name,
      title: operation.summary,
      description: isRead ? operation.summary : `${operation.summary}.${CONFIRMED}`,
      inputSchema: schemaOf(isRead ? inputOf(operation) : confirmedInputOf(operation, types)),
      annotations: { readOnlyHint: isRead, destructiveHint: !isRead, idempotentHint: true, openWorldHint: false },
    };
  });
}

/** What the address takes, what follows it, and the body under « corps ». */
function inputOf(operation: Operation) {
  const names = namesIn(operation.path).map((name) => [name, z.string().min(1)]);
  const corps = operation.body && { corps: operation.body.schema };
  return z.strictObject({ ...Object.fromEntries(names), ...operation.query.shape, ...corps });
}

function confirmedInputOf(operation: Operation, types: readonly string[]) {
  const facts = types.flatMap((type) =>
    procedures.flatMap(({ facts: known }) => known[type]?.schema ?? []).slice(0, 1),
  );
  const confirmation = z.string().meta({ description: 'Celle que le premier appel a rendue' }).optional();
  return inputOf(operation).extend({ corps: z.union(facts), confirmation });
}

/** In JSON Schema; what zod-openapi is told to write instead is written instead. */
function schemaOf(schema: z.ZodType): ToldTool['inputSchema'] {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      const { override, ...others } = jsonSchema;
      if (typeof override !== 'object') return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, others, override);
    },
  });
  return ToolSchema.shape.inputSchema.parse(rest);
}
