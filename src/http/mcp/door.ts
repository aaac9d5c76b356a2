import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { isInitializeRequest, type RequestId } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { auteurOf } from '../../identity/identity.ts';
import { err, ok } from '../../result.ts';
import { foreign } from '../../web/access/credentials.ts';
import type { Asked } from '../../web/endpoint.ts';
import type { Problem } from '../../web/problem.ts';
import { type Answered, type Operation, post } from '../operation.ts';
import { createQuestions } from './confirmation.ts';
import { createServers } from './server.ts';

/** A client whose person can be asked bears it on: nothing of it is kept here between two requests. */
const ASKABLE = 'questions-';

const Message = z.looseObject({
  id: z.unknown().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
});
type Message = z.output<typeof Message>;
const Cancelled = z.looseObject({ requestId: z.union([z.string(), z.number()]) });
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

/** Where assistants come in (MCP, streamable HTTP): by a key of the API, to its own operations; nothing is kept between two requests. */
export function mcpOperation(operations: readonly Operation[], urlPublique: string | null): Operation {
  const servers = createServers(operations);
  const questions = createQuestions();

  return post('mcp.demander', '/mcp', {
    right: 'moi.lire',
    body: Message,
    summary: 'Parler à un assistant (MCP)',
    reply: { schema: z.unknown() },
    answer(asked) {
      const { identite, request, body: message } = asked;
      if (identite.genre !== 'cle') return err(keyNeeded);
      if (!isOwnOrigin(request.headers.origin, urlPublique)) return err(foreign);
      const auteur = auteurOf(identite);
      const session = `${request.headers['mcp-session-id'] ?? ''}`;
      if (message.method === undefined) {
        const isHeard = questions.answer(auteur, message.id, message.result);
        return isHeard ? ok({ status: 202, body: null }) : err(nobodyAsked);
      }
      const { data: cancelled } = Cancelled.safeParse(message.params);
      if (message.method === 'notifications/cancelled' && cancelled)
        questions.cancel({ auteur, session, appel: cancelled.requestId });
      return converse(asked, session);
    },
  });

  /** One message to a server of its own, which knows who asks. */
  async function converse(asked: Asked<unknown, unknown, Message>, session: string): Promise<Answered> {
    const { body: message } = asked;
    const isStreamed = session.startsWith(ASKABLE) && servers.mayConfirm(message);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: !isStreamed });
    const failure: { cause: unknown; tell(): void } = { cause: null, tell() {} };
    const server = await servers.connect(transport, asked, {
      ask: async (sentence, appel) => (isStreamed ? askPerson(sentence, appel) : null),
      fail(cause) {
        failure.cause = cause;
        failure.tell();
      },
    });
    const headers = { Accept: 'application/json, text/event-stream', 'Content-Type': 'application/json' };
    const version = asked.request.headers['mcp-protocol-version'];
    const sent = new Request('http://mcp/', {
      method: 'POST',
      headers: { ...headers, ...(version !== undefined && { 'Mcp-Protocol-Version': `${version}` }) },
    });
    const response = await transport.handleRequest(sent, { parsedBody: message });
    if (isStreamed && response.body) {
      const body = Readable.fromWeb(response.body);
      body.once('close', () => server.close());
      failure.tell = () => body.destroy(failure.cause as Error);
      if (failure.cause) failure.tell();
      return ok({ type: 'text/event-stream', headers: { 'X-Accel-Buffering': 'no' }, body });
    }
    const body = (await response.text()) || null;
    await server.close();
    if (failure.cause) throw failure.cause;
    return ok({ status: response.status, headers: sessionOf(message), body });

    async function askPerson(message: string, appel: RequestId): Promise<boolean | null> {
      const call = { auteur: auteurOf(asked.identite), session, appel };
      const answer = await questions.ask(call, asked.gone(), (id) =>
        transport.send(
          { jsonrpc: '2.0', id, method: 'elicitation/create', params: { mode: 'form', message, requestedSchema } },
          { relatedRequestId: appel },
        ),
      );
      return answer === null ? null : Confirmed.safeParse(answer).success;
    }
  }
}

/** What a client that can ask its person bears from now on. */
function sessionOf(message: Message): Record<string, string> {
  const able = isInitializeRequest(message) ? message.params.capabilities.elicitation : undefined;
  const isAble = able !== undefined && (able.form !== undefined || able.url === undefined);
  return isAble ? { 'Mcp-Session-Id': `${ASKABLE}${randomUUID()}` } : {};
}

/** Whether a page of ours asks, or no page at all: a name that an attacker points at this machine is not ours. */
function isOwnOrigin(origin: string | undefined, urlPublique: string | null): boolean {
  if (origin === undefined) return true;
  if (urlPublique !== null) return origin === URL.parse(urlPublique)?.origin;
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
}

/** What is told of who comes by a session. */
const keyNeeded: Problem = {
  status: 403,
  code: 'cle-demandee',
  title: 'Clé demandée',
  detail: 'Un assistant entre par une clé d’API, non par votre session : demandez-en une à un superviseur.',
};

/** What is told of an answer that nobody waits for. */
const nobodyAsked: Problem = {
  status: 400,
  code: 'reponse-sans-question',
  title: 'Réponse sans question',
  detail: 'Plus personne n’attend cette réponse : rappelez l’outil, rien n’a été enregistré.',
};
