import type { Services } from '../../../services.ts';
import { originOf } from '../../../web/access/credentials.ts';
import { type Html, html } from '../../../web/html.ts';
import type { Visit } from '../../shell/screen.ts';
import { callout, properties } from '../../ui/blocks.ts';

type Demande = Parameters<Services['courriel']>[0];
/** A canned mail as a dossier fills it. */
export type Filled = Extract<Awaited<ReturnType<Services['courriel']>>, { ok: true }>['value'];

/** A canned mail as a dossier fills it, signed by whoever asks. */
export function fillMail(
  { services, identite, request }: Pick<Visit, 'services' | 'identite' | 'request'>,
  dossierId: string,
  modele: Demande['modele'],
  pour?: Demande['pour'],
) {
  const lien = `${originOf(services, request)}/dossiers/${dossierId}`;
  return services.courriel({ dossierId, modele, pour, signataire: identite.nom, lien });
}

/** What has to be completed by hand. */
export function toComplete({ aCompleter }: Pick<Filled, 'aCompleter'>): Html | null {
  if (aCompleter.length === 0) return null;
  return callout(
    'attention',
    html`<p>Le dossier ou les réglages ne le disent pas : ${aCompleter.join(', ').toLowerCase()}.</p>`,
    'À compléter à la main',
  );
}

/** A mail as it would be read, with what has to be completed by hand. */
export function letter(courriel: Filled): Html {
  const { a, objet, corps } = courriel;
  return html`${toComplete(courriel)}
${properties([
  ['À', a === '' ? html`<span class="doux">À saisir</span>` : a],
  ['Objet', objet],
])}
<div class="lettre">${corps}</div>`;
}
