import { z } from 'zod';
import { auteurOf } from '../../identity/identity.ts';
import { promiseMemo } from '../../memo.ts';
import { err, ok } from '../../result.ts';
import { foreign } from '../../web/access/credentials.ts';
import type { Problem } from '../../web/problem.ts';
import { type Operation, post } from '../operation.ts';
import { createQuestions } from './confirmation.ts';
import type { Converse } from './conversation.ts';

const Message = z.looseObject({
  id: z.unknown().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
});
const Cancelled = z.looseObject({ requestId: z.union([z.string(), z.number()]) });

/** Where assistants come in (MCP, streamable HTTP): by a key of the API, to its own operations; nothing is kept between two requests. */
export function mcpOperation(operations: readonly Operation[], urlPublique: string | null): Operation {
  const questions = createQuestions();
  const converse = promiseMemo<Converse>();
  /** Loading the protocol takes half a second of CPU and 30 MB: nobody pays for it before the first assistant comes. */
  const begin = async () => (await import('./conversation.ts')).createConversation(operations, questions);

  return post('mcp.demander', '/mcp', {
    right: 'moi.lire',
    body: Message,
    sansEffet: true,
    summary: 'Parler à un assistant (MCP)',
    reply: { schema: z.unknown() },
    async answer(asked) {
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
      return (await converse('conversation', begin))(asked, session);
    },
  });
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
