import { expect, test } from 'vitest';
import { sampleActe, sampleDelegation } from '../store/identity-samples.ts';
import { startReceiver } from './receiver.ts';
import { createWorld } from './world.ts';

test('an éditeur is sent what is delegated to it, then that it is taken back, and nothing more', async () => {
  const world = await createWorld();
  const receiver = await startReceiver();
  const { identites } = world.store;
  const acte = sampleActe('essai', 'x');
  await world.tell('a');
  await world.tell('b');
  await identites.addEditeur({ id: 'e', nom: 'Éditeur', creeLe: '2026-01-05' }, acte);
  await identites.addDelegation(sampleDelegation('1', 'a', { du: '2026-01-05' }), acte);
  const request = { url: receiver.url, evenements: 'tous', description: '' } as const;
  const made = await world.subscriptions.create(request, 'e');
  const id = made.ok ? made.value.abonnement.id : '';
  await world.dispatcher.work();
  for (const dossier of ['a', 'b', 'a', 'b']) await world.tell(dossier);
  receiver.behave(({ id: event }) => (event === '6' ? 500 : 204));
  await world.dispatcher.work();
  expect(receiver.kept.map((event) => event.id)).toEqual([`verification-${id}`, '4']);
  expect(await world.subscriptions.redeliver(id, { evenement: '5' })).toMatchObject({ ok: false });

  await identites.revokeDelegation('1', acte);
  const asked = receiver.asked.length;
  await world.workUntil();
  expect(receiver.kept.map((event) => event.id)).toEqual([`verification-${id}`, '4', '8']);
  expect(receiver.kept.at(-1)?.body).toContain('fr.parcours-igc.delegation.terminee');
  expect(receiver.asked).toHaveLength(asked + 1);
  expect(await world.subscriptions.find(id)).toMatchObject({ enAttente: 0, abandonnes: 0 });
  await world.stop();
  receiver.stop();
});
