import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type RequestId,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import type { Asked } from '../../web/endpoint.ts';
import { bug } from '../../web/problem.ts';
import type { Operation } from '../operation.ts';
import { read, tell, toRefusal } from './call.ts';
import { createConfirmations } from './confirmation.ts';
import { describe, isOffered, toolsOf } from './tools.ts';

const INSTRUCTIONS = `Parcours IGC suit les démarches des établissements de santé français vers leurs certificats IGC-Santé PRO.
Cherchez un dossier (dossiers_lister), demandez ce qui vient ensuite (dossiers_prochaines-etapes), le plan (dossiers_plan), ou ce qui se
passerait (dossiers_simulation). Un fait n’est enregistré qu’une fois confirmé par la personne. Un refus dit en français ce qui l’aurait rendu
possible : n’inventez aucune valeur.`;

/** It checks what is not asked for here, and takes long to make. */
const jsonSchemaValidator = new AjvJsonSchemaValidator();

/** What a server needs of who carries its messages. */
interface Carrier {
  /** Whether the person says yes to a sentence while a call waits; null where they cannot be asked. */
  ask(sentence: string, appel: RequestId): Promise<boolean | null>;
  /** Told what went wrong of ours, which the client is not. */
  fail(cause: unknown): void;
}

/** Servers of one message each, whose tools are the operations that may be. */
export function createServers(operations: readonly Operation[]) {
  const tools = toolsOf(operations);
  const confirmations = createConfirmations();
  const toolOf = (name: string) => tools.find((tool) => tool.name === name);

  return {
    /** Whether a message calls a tool whose person may be asked. */
    mayConfirm(message: unknown): boolean {
      const { data } = CallToolRequestSchema.safeParse(message);
      return data !== undefined && (toolOf(data.params.name)?.facts ?? null) !== null;
    },
    /** A server for who asks, over a transport. */
    async connect(transport: Transport, asked: Asked, carrier: Carrier): Promise<Server> {
      const server = new Server(
        { name: 'parcours-igc', title: 'Parcours IGC', version: '1' },
        { capabilities: { tools: {} }, instructions: INSTRUCTIONS, jsonSchemaValidator },
      );
      server.setRequestHandler(ListToolsRequestSchema, () => {
        return { tools: tools.filter((tool) => isOffered(tool, asked)).map((tool) => describe(tool, asked)) };
      });
      server.setRequestHandler(CallToolRequestSchema, ({ params }, { requestId }) =>
        call(params.name, params.arguments ?? {}, requestId).catch((error: unknown) => {
          if (error instanceof McpError) throw error;
          carrier.fail(error);
          return toRefusal(bug);
        }),
      );
      await server.connect(transport);
      return server;

      async function call(name: string, said: Record<string, unknown>, appel: RequestId): Promise<CallToolResult> {
        const tool = toolOf(name);
        if (!tool) throw new McpError(ErrorCode.InvalidParams, `Aucun outil ne s’appelle « ${name} ».`);
        const simulation = operations.find(({ id }) => id === 'dossiers.simulation');
        if (tool.facts === null || !simulation) return await read(tool, asked, said);
        const ask = (sentence: string) => carrier.ask(sentence, appel);
        return await tell(tool, asked, said, { simulation, confirmations, ask });
      }
    },
  };
}
