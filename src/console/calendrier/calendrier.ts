import { z } from 'zod';
import { html } from '../../web/html.ts';
import { get, type Page, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { secretField } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { calendarPage } from './page.ts';

const right = 'moi.lire';

/** Which month, or which day, is shown: the present month unless told. */
export const Requete = z.object({
  mois: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
  jour: z.iso.date().optional().catch(undefined),
});
export type Requete = z.output<typeof Requete>;

/** The days that count for somebody, and the link by which their own calendar reads them. */
export function calendrierScreens(): Screen[] {
  return [
    get('calendrier.lire', '/calendrier', { right, query: Requete, answer: calendarPage }),
    post('calendrier.lier', '/calendrier/lien', { right, answer: giveLink }),
    post('calendrier.delier', '/calendrier/lien/retrait', { right, answer: endLink }),
  ];
}

/** The link is told once: what is kept of it opens nothing. */
async function giveLink(visit: Visit): Promise<Shown> {
  const { services, identite, request, apart } = visit;
  if (apart) return redirect('/calendrier', 'Une démonstration n’a pas de lien d’agenda.', 'attention');
  const token = await services.identites.giveAgenda(identite);
  const origin = services.urlPublique ?? `${request.protocol}://${request.get('host')}`;
  const page: Page = {
    title: 'Votre lien d’agenda',
    section: 'journee',
    trail: [
      { label: 'Ma journée', href: '/' },
      { label: 'Calendrier', href: '/calendrier' },
    ],
    body: html`${secretField({
      label: 'Lien d’abonnement',
      value: `${origin}/agenda/${token}/parcours-igc.ics`,
      notice: html`<p>Collez-le dans votre agenda, à « S’abonner à un calendrier » ou « Ajouter depuis Internet ». Qui a ce lien lit vos
échéances : ne le transmettez pas. L’ancien lien, s’il y en avait un, n’ouvre plus rien.</p>`,
    })}
<p>${linkButton('Revenir au calendrier', '/calendrier')}</p>`,
  };
  return page;
}

async function endLink({ services, identite }: Visit): Promise<Shown> {
  const isDone = await services.identites.endAgenda(identite);
  return redirect('/calendrier', isDone ? 'Le lien n’ouvre plus rien.' : 'Il n’y avait plus de lien.');
}
