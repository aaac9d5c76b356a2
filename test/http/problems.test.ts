import { describe, expect, test } from 'vitest';
import { serve } from '../server.ts';

const etablissement = {
  denomination: 'CENTRE HOSPITALIER DU HAUT BUGEY',
  siret: '26011021800047',
  finess: '010000057',
  codePostal: '01130',
  commune: 'NANTUA',
};
const opening = { procedure: 'prive-mono-site', etablissement };

/** Sends a text as it is; gives what every problem must have. */
async function send(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  method = 'POST',
) {
  const response = await server.fetch(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'POST' && { body }),
  });
  const text = await response.text();
  expect(text).not.toMatch(/ at .*\.ts|node_modules/);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = JSON.parse(text);
  expect(problem).toMatchObject({ status: response.status, type: `urn:parcours-igc:probleme:${problem.code}` });
  expect(problem.title).not.toBe('');
  expect(problem.detail).not.toBe('');
  return problem;
}

async function open(finess: string): Promise<string> {
  const { status, body } = await server.post<{ id: string }>('/api/v1/dossiers', {
    ...opening,
    etablissement: { ...etablissement, finess },
  });
  expect(status).toBe(201);
  return body.id;
}

const server = await serve('2026-06-01');

describe('a body', () => {
  const refused: [name: string, body: string | Uint8Array<ArrayBuffer>, status: number, code: string][] = [
    ['that is no JSON', '{"procedure":', 400, 'json-invalide'],
    ['that is empty', '', 400, 'json-invalide'],
    ['with a comment', '{ /* */ }', 400, 'json-invalide'],
    ['with the same key twice', '{"type":"a","type":"b"}', 400, 'json-invalide'],
    ['with a prototype key', '{"__proto__":{}}', 400, 'json-invalide'],
    ['nested 21 deep', '['.repeat(21) + ']'.repeat(21), 400, 'json-invalide'],
    ['nested 45,000 deep', '['.repeat(45_000) + ']'.repeat(45_000), 400, 'json-invalide'],
    ['with a lone surrogate', '{"type":"\\ud800"}', 400, 'json-invalide'],
    ['with a NUL', '{"type":"a\\u0000"}', 400, 'json-invalide'],
    ['with an infinite number', '{"type":1e999}', 400, 'json-invalide'],
    ['that is not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 400, 'json-invalide'],
    ['over 1 MiB', `{"type":"${'a'.repeat(1_048_576)}"}`, 413, 'corps-trop-grand'],
    ['that is a list', '[]', 422, 'saisie-invalide'],
    ['that is null', 'null', 422, 'saisie-invalide'],
  ];
  test.each(refused)('%s is told what is wrong', async (_name, body, status, code) => {
    expect(await send('/api/v1/dossiers', body)).toMatchObject({ status, code });
  });

  test('of another type than JSON is told which type to send', async () => {
    const told = await send('/api/v1/dossiers', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(told).toMatchObject({ status: 415, code: 'type-de-contenu' });
    const latin1 = await send('/api/v1/dossiers', '{}', { 'content-type': 'application/json; charset=iso-8859-1' });
    expect(latin1).toMatchObject({ status: 415 });
  });
});

describe('an address', () => {
  test('that leads nowhere is a problem', async () => {
    expect(await send('/api/v1/nulle-part', '{}')).toMatchObject({ status: 404, code: 'route-inconnue' });
    expect(await send('/', '{}')).toMatchObject({ status: 404, code: 'route-inconnue' });
  });

  test('that cannot be decoded is a problem', async () => {
    expect(await send('/api/v1/dossiers/%ff', '', {}, 'GET')).toMatchObject({
      status: 400,
      code: 'demande-mal-formee',
    });
  });

  test('asked by a method it has not says which it has', async () => {
    const response = await server.fetch('/api/v1/dossiers', { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  test.each(['dossiers', 'groupements', 'certificats'])('of no known case among %s is a 404', async (kind) => {
    const path = `/api/v1/${kind}/11111111-1111-4111-8111-111111111111`;
    for (const [suffix, method] of [
      ['', 'GET'],
      ['/prochaines-etapes', 'GET'],
      ['/journal', 'GET'],
      ['/faits', 'POST'],
    ] as const) {
      expect(await send(`${path}${suffix}`, '{"type":"contrat.trouve","date":"2026-01-05"}', {}, method)).toMatchObject(
        {
          status: 404,
          code: 'introuvable',
        },
      );
    }
  });

  test('of a dossier is none of a groupement', async () => {
    const id = await open('010000057');
    expect(await send(`/api/v1/groupements/${id}`, '', {}, 'GET')).toMatchObject({ status: 404 });
  });

  test('with a wrong question says which field', async () => {
    const told = await send('/api/v1/dossiers?limite=1000', '', {}, 'GET');
    expect(told).toMatchObject({ status: 422, erreurs: [{ pointeur: '/limite' }] });
  });
});

describe('opening a dossier', () => {
  test('with wrong identifiers says what to do, field by field', async () => {
    const wrong = { ...etablissement, siret: '26011021800046', codePostal: '1130' };
    const told = await send('/api/v1/dossiers', JSON.stringify({ ...opening, etablissement: wrong }));
    expect(told).toMatchObject({ status: 422, code: 'saisie-invalide' });
    expect(told.erreurs.map(({ pointeur }: { pointeur: string }) => pointeur)).toEqual([
      '/etablissement/siret',
      '/etablissement/codePostal',
    ]);
  });

  test('twice for one FINESS points to the first', async () => {
    const id = await open('010789717');
    const second = { ...opening, etablissement: { ...etablissement, finess: '010789717' } };
    const told = await send('/api/v1/dossiers', JSON.stringify(second));
    expect(told).toMatchObject({
      status: 409,
      code: 'dossier-existant',
      dossier: { id, lien: `/api/v1/dossiers/${id}` },
    });
  });

  test('twice for one SIRET without FINESS points to the first, and again once it is abandoned opens a second', async () => {
    const without = { ...opening, etablissement: { ...etablissement, siret: '35600000000048', finess: null } };
    const first = await server.post<{ id: string }>('/api/v1/dossiers', without);
    expect(await send('/api/v1/dossiers', JSON.stringify(without))).toMatchObject({ dossier: { id: first.body.id } });
    const abandon = { type: 'dossier.abandonne', date: '2026-05-01', motif: 'Fermeture' };
    await server.post(`/api/v1/dossiers/${first.body.id}/faits`, abandon);
    expect((await server.post('/api/v1/dossiers', without)).status).toBe(201);
    const reopening = { type: 'dossier.rouvert', date: '2026-05-02' };
    const told = await send(`/api/v1/dossiers/${first.body.id}/faits`, JSON.stringify(reopening));
    expect(told).toMatchObject({ status: 409, code: 'dossier-existant' });
  });

  test.each([
    { finess: '010786077', codePostal: '01108', commune: 'OYONNAX CEDEX', codes: [] },
    { finess: '010009066', codePostal: '01108', commune: 'OYONNAX', codes: ['code-postal-inconnu'] },
    { finess: '010005478', codePostal: '01130', commune: 'Le Martinet', codes: ['commune-a-verifier'] },
  ])('at $codePostal $commune opens, and warns of $codes', async ({ codes, ...address }) => {
    const { status, body } = await server.post<{ avertissements: { code: string }[] }>('/api/v1/dossiers', {
      ...opening,
      etablissement: { ...etablissement, ...address },
    });
    expect([status, body.avertissements.map(({ code }) => code)]).toEqual([201, codes]);
  });

  test('under a groupement of another kind says which path its sites follow', async () => {
    const ght = await server.post<{ id: string }>('/api/v1/groupements', {
      nom: 'GHT Exemple',
      genre: 'ght',
      dsi: null,
    });
    const told = await send('/api/v1/dossiers', JSON.stringify({ ...opening, groupementId: ght.body.id }));
    expect(told).toMatchObject({ status: 422, erreurs: [{ pointeur: '/procedure' }] });
  });
});

describe('a fact', () => {
  const trouve = JSON.stringify({ type: 'contrat.trouve', date: '2026-01-05' });

  test('told to a version that is no more is refused, and changes nothing', async () => {
    const id = await open('010010015');
    const first = await server.fetch(`/api/v1/dossiers/${id}`);
    expect(first.headers.get('etag')).toBe('"1"');
    const path = `/api/v1/dossiers/${id}/faits`;
    const init = { method: 'POST', headers: { 'content-type': 'application/json', 'if-match': '"1"' }, body: trouve };
    expect((await server.fetch(path, init)).headers.get('etag')).toBe('"2"');
    const told = await send(path, '{"type":"carteResponsable.absente","date":"2026-01-05"}', { 'if-match': '"1"' });
    expect(told).toMatchObject({ status: 412, code: 'version-perimee', version: 2 });
    expect((await server.get<{ version: number }>(`/api/v1/dossiers/${id}`)).body.version).toBe(2);
  });

  test('refused says what is missing and what would be taken', async () => {
    const id = await open('010003598');
    const told = await send(`/api/v1/dossiers/${id}/faits`, '{"type":"formulaire413.signe","date":"2026-01-05"}');
    expect(told).toMatchObject({ status: 409, code: 'fait-refuse' });
    expect(told.manque.map(({ code }: { code: string }) => code)).toContain('contrat-actif');
    expect(told.acceptes).toContain('contrat.trouve');
  });

  test.each([
    ['{"type":"xstate.done.state.prive-mono-site.demande","date":"2026-01-05"}', '/type'],
    ['{"type":"certificats.enService","date":"2026-01-05"}', '/type'],
    ['{"type":"toString","date":"2026-01-05"}', '/type'],
    ['{"type":"contrat.trouve","date":"2026-02-30"}', '/date'],
    ['{"type":"contrat.trouve","date":"2026-06-02"}', '/date'],
    ['{"type":"contrat.refuse","date":"2026-01-05"}', '/motif'],
    ['{"type":"contrat.trouve","date":"2026-01-05","pin":"1234"}', ''],
  ])('%s is told where it is wrong', async (body, pointeur) => {
    const { body: list } = await server.get<{ dossiers: { id: string }[] }>('/api/v1/dossiers?limite=1');
    const told = await send(`/api/v1/dossiers/${list.dossiers[0]?.id}/faits`, body);
    expect(told).toMatchObject({ status: 422, code: 'saisie-invalide', erreurs: [{ pointeur }] });
  });

  test('of which two are told at once are both taken, or one is told no', async () => {
    const id = await open('010005239');
    const answers = await Promise.all([
      server.post(`/api/v1/dossiers/${id}/faits`, { type: 'contrat.trouve', date: '2026-01-05' }),
      server.post(`/api/v1/dossiers/${id}/faits`, { type: 'carteResponsable.absente', date: '2026-01-05' }),
      server.post(`/api/v1/dossiers/${id}/faits`, { type: 'contrat.absent', date: '2026-01-05' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    const { body } = await server.get<{ faits: unknown[] }>(`/api/v1/dossiers/${id}/journal`);
    expect(body.faits).toHaveLength(3);
  });
});

describe('reading', () => {
  test('next steps that have not changed sends nothing again', async () => {
    const id = await open('010007961');
    const url = `/api/v1/dossiers/${id}/prochaines-etapes`;
    const etag = (await server.fetch(url)).headers.get('etag') ?? '';
    expect((await server.fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('a list page by page gives every dossier once', async () => {
    const ids: string[] = [];
    let suite: string | null = '';
    while (suite !== null) {
      const page: { body: { dossiers: { id: string }[]; suite: string | null } } = await server.get(
        `/api/v1/dossiers?limite=2${suite && `&apres=${suite}`}`,
      );
      ids.push(...page.body.dossiers.map(({ id }) => id));
      ({ suite } = page.body);
    }
    const { body } = await server.get<{ dossiers: unknown[] }>('/api/v1/dossiers?limite=200');
    expect([new Set(ids).size, ids.length]).toEqual([body.dossiers.length, body.dossiers.length]);
  });
});
