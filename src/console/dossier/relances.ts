import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { callout } from '../ui/blocks.ts';
import { plural } from '../ui/words.ts';
import { acteur, dueDay } from './notes.ts';
import { postponeButtons, proposedRelances } from './rappels.ts';

/** The follow-ups of a dossier whose day has come, and for who acts those that are proposed; null when there is none. */
export async function dossierRelances(services: Services, id: string, acts = false): Promise<Html | null> {
  const proposed = acts ? await proposedRelances(services, id) : null;
  const due = await dueRelances(services, id);
  return proposed || due ? html`${due}${proposed}` : null;
}

async function dueRelances({ suivi, today }: Services, id: string): Promise<Html | null> {
  const jour = today();
  const due = (await suivi.relances(id)).filter(({ faiteLe, pourLe }) => faiteLe === null && pourLe <= jour);
  if (due.length === 0) return null;
  return callout(
    'attention',
    html`<ul>${due.map((one) => html`<li>${one.quoi} <span class="doux">(${acteur(one)})</span>, ${dueDay(one, jour)}</li>`)}</ul>
<p><a href="/dossiers/${id}/notes#relances">Voir les relances</a></p>`,
    plural(due.length, 'relance à faire', 'relances à faire'),
  );
}

/** What an account is to call back by today, for the top of its worklist; null when there is nothing. */
export async function ownRelances({ suivi, today }: Services, compteId: string): Promise<Html | null> {
  const jour = today();
  const { lignes, total } = await suivi.relancesDues(compteId, jour);
  if (total === 0) return null;
  const shown = lignes.slice(0, 5);
  return callout(
    'attention',
    html`<ul>${shown.map(
      (one) =>
        html`<li class="rang"><span><a href="/dossiers/${one.instanceId}/notes#relances">${one.denomination}</a> : ${one.quoi} <span class="doux">(${acteur(one)})</span>, ${dueDay(one, jour)}</span>${postponeButtons(`/dossiers/${one.instanceId}`, one, '/')}</li>`,
    )}</ul>
${total > shown.length && html`<p>${plural(total - shown.length, 'autre relance', 'autres relances')} à faire après celles-ci.</p>`}`,
    `Vous avez ${plural(total, 'relance à faire', 'relances à faire')}`,
  );
}
