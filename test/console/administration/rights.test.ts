import { describe, expect, test } from 'vitest';
import { administrationScreens } from '../../../src/console/administration/screens.ts';
import { politiqueAcces } from '../../../src/web/access/policy.ts';
import { openDesk, words } from './desk.ts';

const desk = openDesk();
const screens = administrationScreens({ autoriserAdressesPrivees: false }, new Map());
const roles = ['agent', 'lecteur'] as const;
const pages = screens.flatMap(({ method, path, right }) => roles.map((role) => ({ method, path, right, role })));

describe('the policy holds on the pages', () => {
  test.each(pages)('$role at $method $path', async ({ method, path: pattern, right, role }) => {
    const regle = politiqueAcces[right];
    const isAllowed = typeof regle === 'object' && regle[role] === 'tous';
    const path = pattern.replace('/dossiers/:id', `/dossiers/${desk.dossier}`).replaceAll(/:\w+/g, 'inconnu');
    const answered = method === 'get' ? await desk.get(path, role) : await desk.post(path, {}, role);
    if (!isAllowed) {
      expect(answered.status).toBe(403);
      expect(words(answered)).toContain(
        'Droit insuffisant Votre rôle ne le permet pas : demandez à qui en a le droit.',
      );
    } else expect(answered.status).not.toBe(403);
  });
});

test('each sees the places that are theirs, and no button that would be refused', async () => {
  const seen = async (role: 'superviseur' | 'agent' | 'lecteur') =>
    [...(await desk.get('/administration', role)).text.matchAll(/href="\/administration\/(\w+)"/g)].map(
      ([, lieu]) => lieu,
    );
  expect(await seen('superviseur')).toEqual(
    expect.arrayContaining([
      'comptes',
      'editeurs',
      'cles',
      'delegations',
      'webhooks',
      'reglages',
      'courriels',
      'journal',
    ]),
  );
  expect(await seen('agent')).toEqual(['editeurs', 'delegations', 'reglages', 'courriels']);
  expect(await seen('lecteur')).toEqual(['editeurs', 'delegations', 'reglages', 'courriels']);
  for (const path of ['editeurs', 'reglages/delai.ans', 'courriels/relance-habilitation']) {
    const { status, text } = await desk.get(`/administration/${path}`, 'lecteur');
    expect([path, status]).toEqual([path, 200]);
    expect(/<main[\s\S]*<\/main>/.exec(text)?.[0]).not.toContain('method="post"');
  }
});
