import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { CallToolResultSchema, ElicitRequestSchema, type ElicitResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, describe, expect, test } from 'vitest';
import { formulaires } from '../../machines/formulaires/index.ts';
import { openingOf } from '../../scripts/bench/dossiers.ts';
import { operationsOf } from '../../src/http/operations/index.ts';
import { createKey, delegate } from '../as-sent.ts';
import { serve, startServer } from '../server.ts';
import { enPlace, given, peopleOf } from './people.ts';

const JOUR = '2026-06-01';
const { partie4 } = formulaires['formulaire-413'].exemple;
const filled = { type: 'formulaire413.partie4Remplie', date: JOUR, partie4 };

const server = await serve(JOUR);
const { identites } = server.services;
const people = await peopleOf(server.services);
const keyOf = async (asked: object) => given(await createKey(identites, enPlace, asked)).cle;
const agent = await keyOf({ nom: 'Agent', role: 'agent', portees: ['lecture', 'faits', 'evenements'] });
const lecteur = await keyOf({ nom: 'Lecteur', role: 'lecteur', portees: ['lecture'] });
/** One that is not of the éditeur, then those that are. */
const [stranger = '', ...dossiers] = await openInOrder(5);
for (const dossierId of dossiers)
  given(await delegate(identites, enPlace, { dossierId, editeurId: people.editeurId, du: JOUR, motif: 'Essai' }));
const clients: Client[] = [];
afterAll(async () => {
  for (const client of clients) await client.close();
});

/** An assistant; one whose person is asked when `answer` says what they answer. */
async function comeIn(
  headers: Record<string, string>,
  answer?: (question: string) => Promise<ElicitResult> | ElicitResult,
  url = server.url,
): Promise<Client> {
  const client = new Client({ name: 'essai', version: '1' }, { capabilities: answer ? { elicitation: {} } : {} });
  if (answer) client.setRequestHandler(ElicitRequestSchema, ({ params }) => answer(params.message));
  clients.push(client);
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }) as never);
  return client;
}
const bearer = (cle: string) => ({ Authorization: `Bearer ${cle}` });

/** What a tool answers: whether it refuses, its first text, the last as JSON. */
async function use(client: Client, name: string, said: Record<string, unknown> = {}) {
  const { isError = false, content } = CallToolResultSchema.parse(await client.callTool({ name, arguments: said }));
  const texts = content.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  return { isError, sentence: texts[0] ?? '', json: JSON.parse(texts.at(-1) ?? 'null') };
}

const namesOf = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name);
const versionOf = async (id = '') => (await server.get<{ version: number }>(`/api/v1/dossiers/${id}`)).body.version;

describe('the tools of an assistant', () => {
  test('are the operations that write nothing, and the facts of an éditeur; each role is shown its own', async () => {
    const [mine, ofAgent, ofLecteur] = await Promise.all(
      [people.editeur, bearer(agent), bearer(lecteur)].map(async (headers) => namesOf(await comeIn(headers))),
    );
    const wanted = ['dossiers_lister', 'dossiers_prochaines-etapes', 'dossiers_simulation', 'dossiers_plan'];
    const everybody = [...wanted, 'procedures_conformite', 'procedures_plan', 'glossaire_lire', 'groupements_matrice'];
    for (const names of [mine, ofAgent, ofLecteur]) expect(names).toEqual(expect.arrayContaining(everybody));
    expect(mine).toEqual(expect.arrayContaining(['dossiers_faits', 'moi_delegations', 'evenements_lire']));
    expect(mine).not.toContain('groupements_journal');
    expect(ofAgent).toEqual(expect.arrayContaining(['dossiers_faits', 'groupements_journal', 'reglages_lister']));
    expect(ofAgent).not.toContain('moi_delegations');
    expect(ofLecteur).not.toContain('dossiers_faits');
    const byName = new Map(
      operationsOf({ autoriserAdressesPrivees: false }).map((one) => [one.id.replaceAll('.', '_'), one]),
    );
    const writing = [...new Set([mine, ofAgent, ofLecteur].flat())].filter(
      (name) => !byName.get(name ?? '')?.sansEffet,
    );
    expect(writing).toEqual(['dossiers_faits']);
  });

  test('say what they take, and whether they write', async () => {
    const { tools } = await (await comeIn(people.editeur)).listTools();
    for (const { name, title, annotations } of tools) {
      expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
      expect(title).toBeTruthy();
      expect([name, annotations?.readOnlyHint]).toEqual([name, name !== 'dossiers_faits']);
    }
    const told = tools.find(({ name }) => name === 'dossiers_faits');
    expect(told?.annotations?.destructiveHint).toBe(true);
    expect(told?.inputSchema.required).toEqual(['id', 'corps']);
    expect(JSON.stringify(told)).toContain('administrateurTechnique.designe');
    expect(JSON.stringify(told)).not.toContain('contrat.trouve');
    const listed = tools.find(({ name }) => name === 'dossiers_lister');
    expect(listed?.inputSchema.properties?.['champs']).toMatchObject({ type: 'string' });
    expect(JSON.stringify(tools).length).toBeLessThan(40_000);
  });

  test('are fewer for a key that is limited', async () => {
    const limits = { nom: 'Un dossier', role: 'agent', portees: ['lecture', 'faits'], dossiers: dossiers.slice(0, 1) };
    const { cle } = given(await createKey(server.services.identites, enPlace, limits));
    const client = await comeIn(bearer(cle));
    expect(await namesOf(client)).not.toContain('reglages_lister');
    expect((await use(client, 'dossiers_lire', { id: dossiers[0] })).json.id).toBe(dossiers[0]);
    expect((await use(client, 'dossiers_lire', { id: dossiers[1] })).json.code).toBe('introuvable');
    expect((await use(client, 'reglages_lister')).json.code).toBe('cle-limitee');
  });
});

describe('what an assistant reads', () => {
  test('is what the address answers, byte for byte', async () => {
    const client = await comeIn(people.editeur);
    const result = await client.callTool({ name: 'dossiers_prochaines-etapes', arguments: { id: dossiers[0] } });
    const { content } = CallToolResultSchema.parse(result);
    const response = await server.fetch(`/api/v1/dossiers/${dossiers[0]}/prochaines-etapes`, {
      headers: people.editeur,
    });
    expect(content).toEqual([{ type: 'text', text: await response.text() }]);
  });

  test('takes the query and the body of its address, and refuses as it does', async () => {
    const client = await comeIn(people.editeur);
    const listed = await use(client, 'dossiers_lister', {
      attend: 'editeur',
      champs: 'id,aFaire',
      limite: 2,
      siret: '',
    });
    expect(listed.json.dossiers.map(({ id }: { id: string }) => id)).toEqual(dossiers.slice(0, 2));
    const wrong = await use(client, 'dossiers_lister', { attend: 'lune' });
    expect([wrong.isError, wrong.json.code, wrong.json.erreurs[0].pointeur]).toEqual([
      true,
      'saisie-invalide',
      '/attend',
    ]);
    expect((await use(client, 'dossiers_lire', { id: 'lune' })).sentence).toBe(
      'Aucun dossier ne porte l’identifiant « lune ». (introuvable)',
    );
    expect((await use(client, 'dossiers_lire')).json.erreurs[0].pointeur).toBe('/id');
    expect((await use(client, 'dossiers_lire', { id: dossiers[0], de: 1 })).json.erreurs[0].pointeur).toBe('/de');
    const foreseen = await use(client, 'dossiers_simulation', { id: dossiers[0], corps: { faits: [filled] } });
    expect([foreseen.isError, foreseen.json.acceptes]).toEqual([false, 1]);
    expect((await use(client, 'dossiers_simulation', { id: dossiers[0], corps: [] })).json.code).toBe(
      'saisie-invalide',
    );
  });

  test('is nothing of what is not delegated to it', async () => {
    const client = await comeIn(people.editeur);
    for (const name of ['dossiers_lire', 'dossiers_plan', 'dossiers_journal', 'dossiers_prochaines-etapes']) {
      const { isError, json } = await use(client, name, { id: stranger });
      expect([name, isError, json.status, json.code]).toEqual([name, true, 404, 'introuvable']);
    }
    expect((await use(client, 'groupements_journal', { id: 'lune' })).json.code).toBe('droit-insuffisant');
  });
});

describe('a fact that an assistant would tell', () => {
  test('is written when what was shown is confirmed, once, and as it was shown', async () => {
    const client = await comeIn(people.editeur);
    const [id] = dossiers;
    const before = await versionOf(id);
    const shown = await use(client, 'dossiers_faits', { id, corps: filled });
    expect(shown.json).toMatchObject({ enregistre: false, question: expect.stringContaining('au 01/06/2026') });
    expect(await versionOf(id)).toBe(before);

    const { confirmation } = shown.json;
    const other = { ...filled, date: '2026-05-31' };
    for (const said of [
      { id, corps: other, confirmation },
      { id: dossiers[1], corps: filled, confirmation },
      { id, corps: filled, confirmation: 'oui' },
      { id, corps: filled, confirmation: confirmation.replace(/^\d+/, '9') },
    ])
      expect((await use(client, 'dossiers_faits', said)).json.code).toBe('confirmation-refusee');
    const another = await use(await comeIn(bearer(agent)), 'dossiers_faits', { id, corps: filled, confirmation });
    expect(another.json.code).toBe('confirmation-refusee');
    expect(await versionOf(id)).toBe(before);

    const told = await use(client, 'dossiers_faits', { id, corps: filled, confirmation });
    expect([told.isError, told.json]).toEqual([false, expect.objectContaining({ id, version: before + 1 })]);
    const again = await use(client, 'dossiers_faits', { id, corps: filled, confirmation });
    expect(again).toEqual(told);
    expect(await versionOf(id)).toBe(before + 1);
  });

  test('is not written over what came since it was shown', async () => {
    const client = await comeIn(people.editeur);
    const [, id] = dossiers;
    const { confirmation } = (await use(client, 'dossiers_faits', { id, corps: filled })).json;
    await server.post(`/api/v1/dossiers/${id}/faits`, { type: 'contrat.absent', date: JOUR });
    const { json } = await use(client, 'dossiers_faits', { id, corps: filled, confirmation });
    expect(json.code).toBe('version-perimee');
  });

  test('is shown to a key that tells it and reads nothing else', async () => {
    const asked = { nom: 'Partie 4', role: 'editeur', editeurId: people.editeurId, portees: ['partie4'] };
    const client = await comeIn(bearer(given(await createKey(server.services.identites, enPlace, asked)).cle));
    const shown = await use(client, 'dossiers_faits', { id: dossiers[2], corps: filled });
    expect([shown.isError, shown.json.enregistre]).toEqual([false, false]);
  });

  test('is asked of the person where the client can: yes writes it, anything else does not', async () => {
    const [, , id] = dossiers;
    const before = await versionOf(id);
    const asked: string[] = [];
    const answers: ElicitResult[] = [
      { action: 'decline' },
      { action: 'cancel' },
      { action: 'accept', content: { confirmer: false } },
      { action: 'accept', content: { confirmer: true } },
    ];
    const client = await comeIn(people.editeur, (question) => {
      asked.push(question);
      return answers[asked.length - 1] ?? { action: 'cancel' };
    });
    for (let turn = 0; turn < 3; turn++) {
      const refused = await use(client, 'dossiers_faits', { id, corps: filled });
      expect([refused.isError, refused.json.code]).toEqual([true, 'fait-non-confirme']);
    }
    expect(await versionOf(id)).toBe(before);
    const told = await use(client, 'dossiers_faits', { id, corps: filled });
    expect([told.isError, told.json]).toEqual([false, expect.objectContaining({ id, version: before + 1 })]);
    expect(asked[0]).toMatch(
      /^Enregistrer « .+ », au 01\/06\/2026, sur le dossier de .+ \? Il resterait ensuite \d+ actes/,
    );
  });

  test('is asked about several at once, each answered for itself', async () => {
    const [, , , id] = dossiers;
    const asked: string[] = [];
    const both = Promise.withResolvers<void>();
    const client = await comeIn(people.editeur, async (question) => {
      asked.push(question);
      if (asked.length === 2) both.resolve();
      await both.promise;
      return question.includes('31/05/2026')
        ? { action: 'accept', content: { confirmer: true } }
        : { action: 'decline' };
    });
    const [no, yes] = await Promise.all(
      [JOUR, '2026-05-31'].map((date) => use(client, 'dossiers_faits', { id, corps: { ...filled, date } })),
    );
    expect([no?.json.code, yes?.isError]).toEqual(['fait-non-confirme', false]);
  });

  test('is not written once its key is revoked, though its person says yes', async () => {
    const scopes = ['lecture', 'partie4'];
    const asked = { nom: 'Brève', role: 'editeur', editeurId: people.editeurId, portees: scopes };
    const { cle, fiche } = given(await createKey(server.services.identites, enPlace, asked));
    const [, id] = dossiers;
    const before = await versionOf(id);
    const client = await comeIn(bearer(cle), async () => {
      given(await server.services.identites.revokeKey(enPlace, fiche.id));
      return { action: 'accept', content: { confirmer: true } };
    });
    const { isError, json } = await use(client, 'dossiers_faits', { id, corps: filled });
    expect([isError, json.code, await versionOf(id)]).toEqual([true, 'authentification-requise', before]);
  });

  test('is not written when its call was given up before its person says yes', async () => {
    const [, id] = dossiers;
    const before = await versionOf(id);
    const leaving = new AbortController();
    const cancelled = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<number>();
    const watched: typeof fetch = async (to, init) => {
      const response = await fetch(to, init);
      if (`${init?.body}`.includes('notifications/cancelled')) cancelled.resolve();
      if (`${init?.body}`.includes('"action":"accept"')) answered.resolve(response.status);
      return response;
    };
    const client = new Client({ name: 'essai', version: '1' }, { capabilities: { elicitation: {} } });
    clients.push(client);
    client.setRequestHandler(ElicitRequestSchema, async () => {
      leaving.abort();
      await cancelled.promise;
      return { action: 'accept', content: { confirmer: true } };
    });
    const to = { requestInit: { headers: people.editeur }, fetch: watched };
    await client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), to) as never);
    const asked = { name: 'dossiers_faits', arguments: { id, corps: filled } };
    await expect(client.callTool(asked, undefined, { signal: leaving.signal })).rejects.toThrow();
    expect([await answered.promise, await versionOf(id)]).toEqual([400, before]);
  });

  test('is one that an éditeur may tell, to a case of its own', async () => {
    const client = await comeIn(people.editeur);
    const [, id] = dossiers;
    const designe = { type: 'administrateurTechnique.designe', date: JOUR, origine: 'interne' };
    const codes = await Promise.all(
      [
        { id: stranger, corps: filled },
        { id, corps: { type: 'contrat.trouve', date: JOUR } },
        { id, corps: designe },
        { id, corps: { ...filled, date: '2027-01-01' } },
        { id, corps: { ...filled, partie4: {} } },
        { id, corps: 'lune' },
        { id, corps: filled, version: 1 },
        { corps: filled },
      ].map(async (said) => (await use(client, 'dossiers_faits', said)).json.code),
    );
    expect(codes).toEqual([
      'introuvable',
      'fait-non-permis',
      'fait-non-permis',
      'saisie-invalide',
      'saisie-invalide',
      'saisie-invalide',
      'saisie-invalide',
      'saisie-invalide',
    ]);
    const ofAgent = await comeIn(bearer(agent));
    const { json } = await use(ofAgent, 'dossiers_faits', { id, corps: { type: 'contrat.trouve', date: JOUR } });
    expect(json.code).toBe('fait-non-permis');
    const { json: read } = await use(await comeIn(bearer(lecteur)), 'dossiers_faits', { id, corps: filled });
    expect(read.code).toBe('droit-insuffisant');
  });
});

describe('the door', () => {
  /** A message as a program without the SDK sends it. */
  async function say(message: unknown, headers: Record<string, string> = {}) {
    const response = await server.fetch('/mcp', {
      method: 'POST',
      headers: { ...people.editeur, 'Content-Type': 'application/json', ...headers },
      body: typeof message === 'string' ? message : JSON.stringify(message),
    });
    const text = await response.text();
    return { status: response.status, json: text === '' ? null : JSON.parse(text) };
  }
  const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

  test('lets in by a key alone', async () => {
    await expect(comeIn({ Authorization: 'Bearer pig_lune' })).rejects.toThrow('cle-refusee');
    await expect(comeIn({})).rejects.toThrow('authentification-requise');
    await expect(comeIn(people.agent)).rejects.toThrow('cle-demandee');
  });

  test('is shut to the pages of others, whatever name they give this machine', async () => {
    for (const origin of ['http://evil.example', 'http://evil.example:3000', 'null', 'http://localhost.evil.example'])
      expect([origin, (await say(list, { Origin: origin })).json.code]).toEqual([origin, 'origine-refusee']);
    expect((await say(list, { Origin: server.url })).status).toBe(200);
    expect((await say(list, { Origin: 'http://localhost:6274' })).status).toBe(200);
  });

  test('is not opened by what is hostile, which is told so', async () => {
    const call = (said: unknown) => ({ ...list, method: 'tools/call', params: said });
    const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
    const answers = await Promise.all(
      [
        '{',
        '[]',
        JSON.stringify([list, list]),
        '{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}',
        `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"dossiers_lire","arguments":{"id":${deep}}}}`,
        '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"dossiers_lire","arguments":{"__proto__":{}}}}',
        JSON.stringify({ ...list, jsonrpc: '1.0' }),
        JSON.stringify({ jsonrpc: '2.0', id: 'lune', result: {} }),
        JSON.stringify({ ...list, params: { x: 'x'.repeat(1_100_000) } }),
      ].map(async (text) => (await say(text)).status),
    );
    expect(answers).toEqual([400, 422, 422, 400, 400, 400, 400, 400, 413]);
    expect((await say({ ...list, method: 'lune' })).json.error.code).toBe(-32601);
    for (const wrong of [{ name: 'lune' }, { name: 'dossiers.faits' }, { name: '__proto__' }])
      expect((await say(call(wrong))).json.error.code).toBe(-32602);
    for (const wrong of [undefined, {}, { name: 1 }, { name: 'dossiers_lire', arguments: [] }])
      expect((await say(call(wrong))).json.error.code).toBeLessThan(-32600);
    for (const id of [null, 1, {}, [], 'x'.repeat(10_000), '../../moi', '%00'])
      expect((await say(call({ name: 'dossiers_lire', arguments: { id } }))).json.result.isError).toBe(true);
    expect((await say(list, { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await say(list, { 'MCP-Protocol-Version': 'lune' })).status).toBe(400);
    const told = call({ name: 'dossiers_faits', arguments: {} });
    const asking = { 'Mcp-Session-Id': 'questions-1', 'MCP-Protocol-Version': 'lune' };
    expect((await say(told, asking)).status).toBe(400);
    expect((await say(list, { 'Idempotency-Key': 'douze-signes' })).json.code).toBe('cle-idempotence-non-admise');
    const read = await server.fetch('/mcp', { headers: people.editeur });
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('tells nothing of what is broken here', async () => {
    const { plan } = server.services;
    const broken = () => Promise.reject(new Error('un chemin du serveur'));
    Object.assign(server.services, { plan: broken });
    const asked = { ...list, method: 'tools/call', params: { name: 'dossiers_plan', arguments: { id: dossiers[1] } } };
    const { status, json } = await say(asked);
    Object.assign(server.services, { plan });
    expect([status, json.code, JSON.stringify(json)]).toEqual([
      500,
      'erreur-interne',
      expect.not.stringContaining('chemin'),
    ]);
  });

  test('notes each call as what it asked, and how that was answered', async () => {
    const { acces } = server.services;
    const client = await comeIn(people.editeur);
    await use(client, 'dossiers_plan', { id: stranger });
    await use(client, 'dossiers_faits', { id: stranger, corps: filled });
    const noted = () => acces?.find({ objet: stranger, limite: 50 }).map(({ quoi, statut }) => `${quoi} ${statut}`);
    await expect.poll(noted).toEqual(expect.arrayContaining(['dossiers.plan 404', 'dossiers.faits 404']));
  });

  test('counts each message among those of its key', async () => {
    const strict = await startServer(JOUR, { parIdentite: 4, parAdresse: 100 });
    const own = await peopleOf(strict.services);
    const client = await comeIn(own.editeur, undefined, strict.url);
    await use(client, 'moi_lire');
    await use(client, 'moi_lire');
    await expect(use(client, 'moi_lire')).rejects.toThrow('trop-de-demandes');
    await strict.stop();
  });

  test('leads a key of a sandbox to its sandbox', async () => {
    const asked = { nom: 'Bac', role: 'agent', portees: ['lecture', 'faits'], bacASable: true };
    const client = await comeIn(bearer(given(await createKey(server.services.identites, enPlace, asked)).cle));
    expect((await use(client, 'bac-a-sable_lire')).json.aujourdhui).toBe(JOUR);
    expect((await use(client, 'dossiers_lister')).json.dossiers).toEqual([]);
    expect(await namesOf(client)).not.toContain('abonnements_lister');
  });
});

async function openInOrder(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let rank = 0; rank < count; rank++)
    ids.push((await server.post<{ id: string }>('/api/v1/dossiers', openingOf(rank))).body.id);
  return ids;
}
