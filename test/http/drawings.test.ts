import { expect, test } from 'vitest';
import { serve } from '../server.ts';

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/procedures/${path}`, { headers });

const views: [query: string, title: string][] = [
  ['certificat/diagramme.svg', 'Vie d’un certificat'],
  ['certificat/diagramme.svg?niveau=complet&theme=sombre', 'Vie d’un certificat'],
  ['public-ght/diagramme.svg?region=contrat', 'Établissement public membre d’un GHT'],
  ['prive-mono-site/diagramme.svg?niveau=comparaison', 'Obtenir un certificat IGC-Santé PRO'],
];
const server = await serve('2026-06-01');

test.each(views)('%s is a drawing that runs nothing, sent once to who holds it', async (path, title) => {
  const response = await ask(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8']);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'");
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(await response.text()).toContain(`<title id="pi-t">${title}</title>`);
  const again = await ask(path, { 'if-none-match': response.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

const refused: [query: string, status: number, code: string][] = [
  ['certificat/diagramme.svg?niveau=tout', 422, 'saisie-invalide'],
  ['certificat/diagramme.svg?theme=rose', 422, 'saisie-invalide'],
  ['certificat/diagramme.svg?taille=2', 422, 'saisie-invalide'],
  ['certificat/diagramme.svg?niveau=comparaison', 404, 'niveau-sans-objet'],
  ['certificat/diagramme.svg?region=contrat', 404, 'region-inconnue'],
  ['inconnue/diagramme.svg', 404, 'introuvable'],
  ['certificat/diagramme.svg?version=7', 404, 'introuvable'],
];
test.each(refused)('%s is refused, and says what may be asked', async (path, status, code) => {
  expect(await server.get(`/api/v1/procedures/${path}`)).toMatchObject({ status, body: { status, code } });
});

test('a region that does not exist is told which do', async () => {
  const { body } = await server.get('/api/v1/procedures/certificat/diagramme.svg?region=contrat');
  expect(body).toMatchObject({ regions: ['vie', 'renouvellement', 'administrateur', 'commande', 'alerte'] });
});
