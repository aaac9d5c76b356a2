import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  isInitializeRequest,
  ListToolsRequestSchema,
  McpError,
  type RequestId,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { z } from 'zod';
import { auteurOf } from '../../identity/identity.ts';
import { ok } from '../../result.ts';
import type { Asked } from '../../web/endpoint.ts';
import { bug } from '../../web/problem.ts';
import type { Answered, Operation } from '../operation.ts';
import { describe, isOffered, read, tell, toolsOf, toRefusal } from './call.ts';
import { createConfirmations, type createQuestions } from './confirmation.ts';

const INSTRUCTIONS = `Parcours IGC suit les démarches des établissements de santé français vers leurs certificats IGC-Santé PRO.
Cherchez un dossier (dossiers_lister), demandez ce qui vient ensuite (dossiers_prochaines-etapes), le plan (dossiers_plan), ou ce qui se
passerait (dossiers_simulation). Un fait n’est enregistré qu’une fois confirmé par la personne. Un refus dit en français ce qui l’aurait rendu
possible : n’inventez aucune valeur.`;

/** It checks what is not asked for here, and takes long to make. */
const jsonSchemaValidator = new AjvJsonSchemaValidator();

/** A client whose person can be asked bears it on: nothing of it is kept here between two requests. */
const ASKABLE = 'questions-';

/** What a call is answered by whose person may be asked; what the transport itself refuses is told in JSON. */
const STREAM = 'text/event-stream';

const Confirmed = z.looseObject({
  action: z.literal('accept'),
  content: z.looseObject({ confirmer: z.literal(true) }),
});

/** What a person is asked to fill in. */
const requestedSchema = {
  type: 'object',
  properties: { confirmer: { type: 'boolean', title: 'Enregistrer ce fait' } },
  required: ['confirmer'],
} as const;

/** Answers one message of whoever is in; `session` is what their client bears. */
export type Converse = (asked: Asked, session: string) => Promise<Answered>;

/** Conversations whose tools are the operations that may be; each message has a server of its own, which knows who asks. */
export function createConversation(
  operations: readonly Operation[],
  questions: ReturnType<typeof createQuestions>,
): Converse {
  const tools = toolsOf(operations);
  const confirmations = createConfirmations();

  return async (asked, session) => {
    const { body: message } = asked;
    const isStreamed = session.startsWith(ASKABLE) && mayConfirm(message);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: !isStreamed });
    const failure: { cause: unknown; tell(): void } = { cause: null, tell() {} };
    const server = serverFor(asked, {
      ask: async (sentence, appel) => (isStreamed ? askPerson(sentence, appel) : null),
      fail(cause) {
        failure.cause = cause;
        failure.tell();
      },
    });
    await server.connect(transport);
    const response = await transport.handleRequest(sentAs(asked), { parsedBody: message });
    if (response.body && response.headers.get('content-type') === STREAM) {
      const body = Readable.fromWeb(response.body);
      body.once('close', () => server.close());
      failure.tell = () => body.destroy(failure.cause as Error);
      if (failure.cause) failure.tell();
      return ok({ type: STREAM, headers: { 'X-Accel-Buffering': 'no' }, body });
    }
    const body = (await response.text()) || null;
    await server.close();
    if (failure.cause) throw failure.cause;
    return ok({ status: response.status, headers: sessionOf(message), body });

    async function askPerson(question: string, appel: RequestId): Promise<boolean | null> {
      const call = { auteur: auteurOf(asked.identite), session, appel };
      const params = { mode: 'form', message: question, requestedSchema };
      const answer = await questions.ask(call, asked.gone(), (id) =>
        transport.send({ jsonrpc: '2.0', id, method: 'elicitation/create', params }, { relatedRequestId: appel }),
      );
      return answer === null ? null : Confirmed.safeParse(answer).success;
    }
  };

  /** Whether a message calls a tool whose person may be asked. */
  function mayConfirm(message: unknown): boolean {
    const { data } = CallToolRequestSchema.safeParse(message);
    return tools.some(({ name, facts }) => name === data?.params.name && facts !== null);
  }

  function serverFor(asked: Asked, carrier: Carrier): Server {
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
    return server;

    async function call(name: string, said: Record<string, unknown>, appel: RequestId): Promise<CallToolResult> {
      const tool = tools.find((one) => one.name === name);
      if (!tool) throw new McpError(ErrorCode.InvalidParams, `Aucun outil ne s’appelle « ${name} ».`);
      if (tool.facts === null) return await read(tool, asked, said);
      const ask = (sentence: string) => carrier.ask(sentence, appel);
      return await tell(tool, asked, said, { confirmations, ask });
    }
  }
}

/** What a server needs of who carries its messages. */
interface Carrier {
  /** Whether the person says yes to a sentence while a call waits; null where they cannot be asked. */
  ask(sentence: string, appel: RequestId): Promise<boolean | null>;
  /** Told what went wrong of ours, which the client is not. */
  fail(cause: unknown): void;
}

/** What the transport reads of a request beside its body. */
function sentAs({ request }: Asked): Request {
  const version = request.headers['mcp-protocol-version'];
  const headers = {
    Accept: 'application/json, text/event-stream',
    'Content-Type': 'application/json',
    ...(version !== undefined && { 'Mcp-Protocol-Version': `${version}` }),
  };
  return new Request('http://mcp/', { method: 'POST', headers });
}

/** What a client that can ask its person bears from now on. */
function sessionOf(message: unknown): Record<string, string> {
  const able = isInitializeRequest(message) ? message.params.capabilities.elicitation : undefined;
  const isAble = able !== undefined && (able.form !== undefined || able.url === undefined);
  return isAble ? { 'Mcp-Session-Id': `${ASKABLE}${randomUUID()}` } : {};
}
