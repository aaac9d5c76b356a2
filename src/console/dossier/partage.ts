import { z } from 'zod';
import { addDays, french } from '../../days.ts';
import { originOf } from '../../web/access/credentials.ts';
import { form, petitFormulaire } from '../../web/form.ts';
import { type Html, html } from '../../web/html.ts';
import { framedPicture, stepAddress } from '../procedure/frame.ts';
import { get, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { disclosure, secretField } from '../ui/blocks.ts';
import { actionForm, button, linkButton } from '../ui/button.ts';
import { selectInput } from '../ui/field.ts';
import { casePage } from './frame.ts';
import type { Cible } from './read/case.ts';

const durees = { 7: '7 jours', 30: '30 jours', 90: '90 jours' } as const;
const Duree = z.enum(Object.keys(durees) as ['7', '30', '90']);

/** How a link to the story of a dossier is asked for, under the drawing. */
export function sharing(id: string): Html {
  const options = Object.entries(durees);
  return disclosure(
    'Montrer ce récit à quelqu’un qui n’a pas de compte',
    html`<p>Un lien le montre tel qu’il sera au moment où on l’ouvre, jusqu’à son dernier jour : les étapes et leurs jours, rien des formulaires ni des personnes.</p>
${actionForm({ action: `/dossiers/${id}/diagramme/lien`, attributes: { class: 'filtre-ligne' } }, html`${selectInput({ id: 'duree', label: 'Valable', options, chosen: '30' })}${button('Faire le lien', 'second')}`)}`,
    { id: 'partage' },
  );
}

/** The link is told once, and nothing is kept of it: it ends by itself. */
export function sharingScreen(): Screen {
  return post('/dossiers/:id/diagramme/lien', 'dossiers.partager', giveLink, { body: form(petitFormulaire) });
}

function giveLink(visit: Visit<Readonly<Record<string, string>>, { id: string }>): Promise<Shown> | Shown {
  const { services, identite, request, apart, body, params } = visit;
  const back = `/dossiers/${params.id}/diagramme`;
  if (apart) return redirect(back, 'Une démonstration n’a pas de lien à montrer.', 'attention');
  const jours = Duree.safeParse(body.get('duree')).data ?? '30';
  return casePage(visit, 'dossier', 'diagramme', async ({ cible }) => {
    const fin = addDays(services.today(), Number(jours));
    const token = await services.partages.give(identite, cible.id, fin);
    const notice = html`<p>Qui a ce lien voit où en est ce dossier, sans compte, jusqu’au ${french(fin)} inclus. Il ne se retire pas avant.</p>`;
    const value = `${originOf(services, request)}/recit/${token}`;
    return {
      body: html`${secretField({ label: 'Lien vers le récit', value, notice })}<p>${linkButton('Revenir au diagramme', back)}</p>`,
    };
  });
}

/** What a link shows to whoever has it: the page, and the drawing alone. */
export function sharedScreens(): Screen[] {
  return [
    get('/recit/:jeton', 'liens.lire', sharedPage),
    get('/recit/:jeton/dessin.svg', 'liens.lire', async (visit): Promise<Shown> => {
      const read = visit.services.partages.read(visit.params.jeton);
      if (!read.ok) return { refusal: read.error };
      const drawn = await visit.services.drawCase(cibleOf(read.value), null, { niveau: 'recit' });
      if (!drawn.ok) return { refusal: drawn.error };
      const headers = { 'Cache-Control': 'private, no-cache' };
      return { content: drawn.value, type: 'image/svg+xml; charset=utf-8', headers };
    }),
  ];
}

const cibleOf = ({ dossierId }: { dossierId: string }): Cible => ({ genre: 'dossier', id: dossierId });

async function sharedPage({ services, params }: Visit<unknown, { jeton: string }>): Promise<Shown> {
  const read = services.partages.read(params.jeton);
  if (!read.ok) return { refusal: read.error };
  const cible = cibleOf(read.value);
  const drawn = await services.drawCase(cible, null, { niveau: 'recit', lien: stepAddress });
  const told = await services.tellCase(cible, null);
  if (!drawn.ok) return { refusal: drawn.error };
  if (!told.ok) return { refusal: told.error };
  return {
    title: `Où en est ${told.value.split('\n')[0]}`,
    isWide: true,
    subtitle: html`<span>Ce lien le montre jusqu’au ${french(read.value.fin)} inclus.</span>`,
    body: html`${framedPicture(drawn.value, `/recit/${params.jeton}/dessin.svg`, 'recit')}
${disclosure('Le même en texte', html`<pre class="texte-dessin">${told.value}</pre>`, { id: 'texte' })}`,
  };
}
