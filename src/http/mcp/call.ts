import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { type Tool as ToldTool, ToolSchema } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { procedures } from '../../../machines/index.ts';
import { french } from '../../days.ts';
import { readFiche } from '../../engine/fiche.ts';
import { FaitDit } from '../../engine/parse-fact.ts';
import { auteurOf } from '../../identity/identity.ts';
import { memo } from '../../memo.ts';
import { err, ok, parse, type Result } from '../../result.ts';
import { authenticationNeeded } from '../../web/access/credentials.ts';
import { factForbidden, permittedFields, whyNever, whyNotFact, whyShut } from '../../web/access/guard.ts';
import { politiqueAcces } from '../../web/access/policy.ts';
import type { Asked, Place } from '../../web/endpoint.ts';
import { admit, noteInstead } from '../../web/mount.ts';
import { type AnyRefusal, type Problem, problemBody, toProblem } from '../../web/problem.ts';
import { answerOnce } from '../named-request.ts';
import { type Answered, namesIn, type Operation } from '../operation.ts';
import { type createConfirmations, notConfirmed, wrongConfirmation } from './confirmation.ts';

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
    const types = [operation.reply.type ?? 'json', operation.body?.type ?? 'json'];
    const isTool = facts !== null || (operation.sansEffet && types.every((type) => /json$/.test(type)));
    return isTool ? [{ name: operation.id.replaceAll('.', '_'), operation, facts }] : [];
  });
}

function factsOf({ right, path }: Operation): readonly string[] | null {
  const regle = politiqueAcces[right];
  if (typeof regle !== 'object' || !regle.faitsEditeur || !path.includes(':id')) return null;
  return Object.keys(regle.faitsEditeur);
}

/** The facts that somebody may tell with a tool. */
function factsFor({ operation, facts }: Tool, { identite }: Pick<Place, 'identite'>): string[] {
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
