import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { procedures } from '../../../machines/index.ts';
import { french } from '../../days.ts';
import { readFiche } from '../../engine/fiche.ts';
import { FaitDit } from '../../engine/parse-fact.ts';
import { auteurOf } from '../../identity/identity.ts';
import { err, ok, parse, type Result } from '../../result.ts';
import { authenticationNeeded } from '../../web/access/credentials.ts';
import { factForbidden, whyNotFact, whyShut } from '../../web/access/guard.ts';
import type { Asked } from '../../web/endpoint.ts';
import { admit, noteInstead } from '../../web/mount.ts';
import { type AnyRefusal, type Problem, problemBody, toProblem } from '../../web/problem.ts';
import { answerOnce } from '../named-request.ts';
import { type Answered, namesIn, type Operation } from '../operation.ts';
import { type createConfirmations, notConfirmed, wrongConfirmation } from './confirmation.ts';
import { factsFor, type Tool } from './tools.ts';

/** What an assistant says to a tool. */
type Said = Readonly<Record<string, unknown>>;

/** How a fact is confirmed. */
export interface Confirming {
  confirmations: ReturnType<typeof createConfirmations>;
  /** Whether the person says yes to a sentence; null where they cannot be asked. */
  ask(sentence: string): Promise<boolean | null>;
}

/** What a tool that writes nothing answers. */
export async function read({ operation }: Tool, asked: Asked, said: Said): Promise<CallToolResult> {
  return toResult(await put(operation, asked, said));
}

/** A fact is told once it is confirmed: the first call says what would come of it. */
export async function tell(tool: Tool, asked: Asked, said: Said, confirming: Confirming): Promise<CallToolResult> {
  const { confirmation, ...fact } = said;
  const { operation } = tool;
  const objet = `${fact['id'] ?? ''}`;
  const fait = await factIn(tool, asked, fact);
  if (!fait.ok) return noted(asked, operation, objet, fait.error);

  const { confirmations } = confirming;
  const proposed = { auteur: auteurOf(asked.identite), objet, fait: fait.value };
  const now = asked.services.now().getTime();
  const record = async (version: number, named: Readonly<Record<string, string>> = {}) => {
    const headers = { prefer: 'return=minimal', 'if-match': `"${version}"`, ...named };
    return toResult(await put(operation, asked, fact, headers));
  };
  if (confirmation !== undefined) {
    const version = confirmations.read(proposed, `${confirmation}`, now);
    if (version === null) return noted(asked, operation, objet, wrongConfirmation);
    return record(version, { 'idempotency-key': createHash('sha256').update(`${confirmation}`).digest('hex') });
  }
  const foreseen = await foresee(asked, proposed);
  if (!foreseen.ok) return noted(asked, operation, objet, foreseen.error);
  const { version, question } = foreseen.value;
  const answer = await confirming.ask(question);
  if (answer === null) {
    const word = confirmations.give(proposed, version, now);
    return toText({ enregistre: false, question, aFaire: SHOW, confirmation: word });
  }
  if (!(await asked.isStillIn())) return noted(asked, operation, objet, authenticationNeeded);
  return answer ? record(version) : noted(asked, operation, objet, notConfirmed);
}

/** The fact that is said, where whoever says it may tell it to that case. */
async function factIn(tool: Tool, asked: Asked, said: Said): Promise<Result<FaitDit, AnyRefusal | Problem>> {
  const { right } = tool.operation;
  const heard = hear(tool.operation, said);
  if (!heard.ok) return heard;
  const shut = await whyShut(asked, tool.operation, `${said['id'] ?? ''}`);
  if (shut) return err(shut);
  const fait = parse(FaitDit, said['corps']);
  if (!fait.ok) return fait;
  const isToldHere = factsFor(tool, asked).includes(fait.value.type);
  const forbidden =
    whyNotFact(right, asked.identite, fait.value) ?? (isToldHere ? null : factForbidden([...(tool.facts ?? [])]));
  return forbidden ? err(forbidden) : ok(fait.value);
}

const SHOW =
  'Rien n’est enregistré. Montrez la question à la personne ; si elle dit oui, rappelez cet outil avec les mêmes valeurs et « confirmation ».';

/** What would come of a fact that they may tell. */
async function foresee(asked: Asked, { objet: id, fait }: { objet: string; fait: FaitDit }) {
  const cible = { genre: 'dossier', id } as const;
  const found = await asked.services.find(cible);
  if (!found.ok) return found;
  const simulated = await asked.services.simulate(cible, { faits: [fait] });
  if (!simulated.ok) return simulated;
  const { refus, avertissements, prochainesEtapes } = simulated.value;
  if (refus) return err(refus.refus);
  noteInstead(asked.request, { quoi: 'dossiers.simulation', objet: id, statut: 200 });
  const { denomination = '' } = readFiche(found.value.fiche);
  const libelle = procedures.find(({ facts }) => facts[fait.type])?.facts[fait.type]?.libelle ?? fait.type;
  const { minimum } = prochainesEtapes.restant;
  const question = [
    `Enregistrer « ${libelle} », au ${french(`${fait['date']}`)}, sur le dossier de ${denomination} (${id}) ?`,
    ...(minimum === null ? [] : [`Il resterait ensuite ${minimum} ${minimum > 1 ? 'actes' : 'acte'} au moins.`]),
    ...avertissements.map(({ message }) => `À vérifier : ${message}`),
  ].join(' ');
  return ok({ version: found.value.version, question });
}

/** Asks an operation as its address does: by the policy, its schemas and its key; the request is noted as what was asked. */
async function put(
  operation: Operation,
  asked: Asked,
  said: Said,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const heard = hear(operation, said);
  const admitted = heard.ok ? await admit(operation, asked, heard.value) : heard;
  const request: Asked['request'] = Object.create(asked.request, { headers: { value: headers } });
  const answered = admitted.ok ? await answerOnce(operation, { ...asked, ...admitted.value, request }) : admitted;
  const statut = answered.ok ? (answered.value.status ?? 200) : toProblem(answered.error).status;
  noteInstead(asked.request, { quoi: operation.right, objet: `${said['id'] ?? ''}` || null, statut });
  return answered;
}

/** What is said, as an address, a query and a body would say it. */
function hear(operation: Operation, said: Said) {
  const names = namesIn(operation.path);
  const beside = operation.body ? ['corps'] : [];
  const isKnown = (name: string) => [...names, ...beside, ...Object.keys(operation.query.shape)].includes(name);
  const wrong = [
    ...names
      .filter((name) => typeof said[name] !== 'string' || said[name] === '')
      .map((name) => [name, 'Indiquez-le.']),
    ...Object.keys(said)
      .filter((name) => !isKnown(name))
      .map((name) => [name, 'Cet outil ne prend pas cela.']),
  ];
  const erreurs = wrong.map(([name, message = '']) => ({ pointeur: `/${name}`, message }));
  if (erreurs.length > 0) return err({ code: 'saisie-invalide', erreurs } as const);
  const params = Object.fromEntries(names.map((name) => [name, `${said[name]}`]));
  const query = Object.fromEntries(Object.entries(said).filter(([name]) => Object.hasOwn(operation.query.shape, name)));
  return ok({ params, query, body: () => ok(said['corps']) });
}

/** A refusal of what is not asked of its operation at all. */
function noted(asked: Asked, { right: quoi }: Operation, objet: string, refusal: AnyRefusal | Problem): CallToolResult {
  noteInstead(asked.request, { quoi, objet: objet || null, statut: toProblem(refusal).status });
  return toRefusal(toProblem(refusal));
}

async function toResult(answered: Answered): Promise<CallToolResult> {
  if (!answered.ok) return toRefusal(toProblem(answered.error));
  const { status = 200, body } = answered.value;
  const text = body instanceof Readable ? (await buffer(body)).toString() : body;
  if (status < 400) return toText(text);
  return toRefusal(Kept.parse(typeof text === 'string' ? JSON.parse(text) : text));
}

const Kept = z.looseObject({ status: z.int(), code: z.string(), title: z.string(), detail: z.string() });

function toText(body: object | string | null): CallToolResult {
  return { content: [{ type: 'text', text: typeof body === 'string' ? body : JSON.stringify(body) }] };
}

/** A refusal as a tool tells it: the sentence first, for who reads; then the whole problem. */
export function toRefusal(problem: Problem): CallToolResult {
  const texts = [`${problem.detail} (${problem.code})`, JSON.stringify(problemBody(problem))];
  return { isError: true, content: texts.map((text) => ({ type: 'text', text })) };
}
