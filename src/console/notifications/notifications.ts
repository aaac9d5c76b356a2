import { z } from 'zod';
import { get, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { notificationsPage } from './page.ts';
import { placeOf, sorteNames } from './words.ts';

const right = 'moi.lire';

/** Which notifications are shown, as the address says it: what it does not understand is not asked. */
export const Requete = z.object({
  lues: z.enum(['oui']).optional().catch(undefined),
  sorte: z.enum(sorteNames).optional().catch(undefined),
  depuis: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
});
export type Requete = z.output<typeof Requete>;

/** What came to somebody, read or not. */
export function notificationScreens(): Screen[] {
  return [
    get('notifications.lire', '/notifications', { right, query: Requete, answer: notificationsPage }),
    post('notifications.toutes', '/notifications/lues', { right, answer: readAll }),
    post('notifications.une', '/notifications/:numero', { right, answer: readOne }),
  ];
}

/** Up to the last one that was shown: what has come since is still to be read. */
async function readAll({ services, identite, body }: Visit): Promise<Shown> {
  const jusqua = Number(body.get('jusqua') ?? 0);
  const done = await services.notifications.toutLire(identite.id, Number.isSafeInteger(jusqua) ? jusqua : 0);
  return redirect('/notifications', done === 0 ? 'Tout était déjà lu.' : 'Tout est marqué comme lu.');
}

async function readOne({ services, identite, body, params }: Visit): Promise<Shown> {
  const numero = Number(params['numero']);
  const found = Number.isSafeInteger(numero) ? await services.notifications.ouvrir(identite.id, numero) : null;
  if (!found)
    return redirect('/notifications', 'Cette notification n’est plus là : son dossier, lui, y est.', 'attention');
  return redirect(body.get('ouvrir') === 'oui' ? placeOf(found) : '/notifications');
}
