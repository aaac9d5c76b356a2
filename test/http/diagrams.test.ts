import { describe, expect, test } from 'vitest';
import { serve } from '../server.ts';

const at = (path: string) => `${server.url}/api/v1/procedures/${path}`;

const server = await serve('2026-06-01');

describe('a diagram', () => {
  const kinds: [extension: string, type: string, start: string][] = [
    ['mmd', 'text/vnd.mermaid; charset=utf-8', '---\ntitle'],
    ['dot', 'text/vnd.graphviz; charset=utf-8', 'digraph'],
    ['scxml', 'application/scxml+xml; charset=utf-8', '<?xml'],
    ['bpmn', 'application/xml; charset=utf-8', '<?xml'],
    ['json', 'application/json; charset=utf-8', '{'],
  ];
  test.each(kinds)('is given as .%s under its name, and once only to who holds it', async (extension, type, start) => {
    const response = await fetch(at(`certificat/diagramme.${extension}`));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename="certificat\.v1\.[a-z.]+"$/);
    expect(await response.text()).toMatch(new RegExp(`^${start.replace('?', '\\?')}`));
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(at(`certificat/diagramme.${extension}`), {
      headers: { 'if-none-match': `W/"x", ${etag}` },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('is given as an image of one of three widths', async () => {
    const response = await fetch(at('certificat/diagramme.png?largeur=992'));
    const png = Buffer.from(await response.arrayBuffer());
    expect([response.headers.get('content-type'), png.readUInt32BE(16)]).toEqual(['image/png', 992]);
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await fetch(at('certificat/diagramme.png?largeur=992'), { headers })).status).toBe(304);
    expect((await fetch(at('certificat/diagramme.png?largeur=1984'), { headers })).status).toBe(200);
    expect((await fetch(at('certificat/diagramme.png?largeur=1000'))).status).toBe(422);
  });

  test('in a format that does not exist is told which do', async () => {
    const { status, body } = await server.get('/api/v1/procedures/certificat/diagramme.gif');
    expect([status, body]).toMatchObject([
      404,
      { code: 'format-inconnu', formats: expect.arrayContaining(['mmd', 'bpmn']) },
    ]);
  });

  test.each(['inconnue/diagramme.mmd', 'certificat/diagramme.mmd?version=9'])(
    'of nothing, %s, is not found',
    async (path) => {
      expect(await server.get(`/api/v1/procedures/${path}`)).toMatchObject({
        status: 404,
        body: { code: 'introuvable' },
      });
    },
  );
});

describe('a difference', () => {
  test('is told between two procedures, with what each takes and the other refuses', async () => {
    const { status, body } = await server.get('/api/v1/procedures/prive-mono-site/difference?a=public-ght@1');
    expect([status, body]).toMatchObject([
      200,
      {
        de: { procedure: 'prive-mono-site' },
        a: { procedure: 'public-ght' },
        identiques: false,
        suites: [
          { accepte: 'prive-mono-site@1', complete: true },
          { accepte: 'public-ght@1', faits: [{ type: 'dsi.contactee' }] },
        ],
      },
    ]);
  });

  test('is drawn on one picture', async () => {
    const response = await fetch(at('prive-mono-site/difference?a=public-ght&format=svg'));
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(await response.text()).toMatch(/^<svg.*≠ Formulaire 413 transmis/s);
  });

  test('is none between a version and itself', async () => {
    const { body } = await server.get('/api/v1/procedures/certificat/difference?de=1&a=1');
    expect(body).toMatchObject({ identiques: true, suites: [] });
  });

  test('with what is not asked for rightly, or does not exist, is told', async () => {
    const ask = async (query: string) => (await server.get(`/api/v1/procedures/certificat/difference${query}`)).status;
    expect(await Promise.all(['', '?a=X', '?a=2', '?de=7&a=1', '?a=inconnue'].map(ask))).toEqual([
      422, 422, 404, 404, 404,
    ]);
  });
});
