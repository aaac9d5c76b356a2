import { DELAYS, LONGEST_SILENCE, PAUSED_AFTER } from '../../outbox/backoff.ts';
import { toCloudEvent } from '../../outbox/cloud-event.ts';
import { signedHeaders, WINDOW_S } from '../../outbox/signature.ts';
import { type Html, html } from '../../web/html.ts';

const HOUR = 3_600_000;

/** Not drawn: everybody knows it. */
const SECRET = `whsec_${Buffer.alloc(32, 'parcours-igc').toString('base64')}`;

/** An event that never happened, as it would be sent. */
const exemple = toCloudEvent({
  rang: 413,
  instanceId: 'b7a1c7e0-6f7e-4b5e-9d53-6a1f0c1d2e3f',
  genre: 'dossier',
  parentId: null,
  procedure: 'prive-mono-site',
  procedureVersion: 1,
  type: 'formulaire413.retourne',
  date: '2026-01-05',
  enregistreLe: '2026-01-05T08:00:00.000Z',
});

/** How a receiver is written: what it is sent, how it knows by whom, what happens when it does not answer. */
export function webhooksGuide(): Html {
  return html`<h3 id="webhooks">Recevoir les événements</h3>
${sending()}${signing()}${failing()}`;
}

function sending(): Html {
  return html`<p>Chaque événement est un <code>POST</code> à votre adresse, en HTTPS, port 443 ou 8443 : un CloudEvent 1.0 en JSON, sans
donnée personnelle. Il dit quel dossier a changé et par quel fait ; le reste se lit par ses <code>liens</code>. Répondez par un statut 2xx
dès qu’il est gardé, en 15 s au plus ; rien d’autre de la réponse n’est lu, et aucune redirection n’est suivie.</p>
<ul>
<li><code>webhook-id</code> : l’identifiant de l’événement, le même à chaque envoi. Gardez-le : un événement peut arriver deux fois.</li>
<li><code>webhook-timestamp</code> : quand cet envoi est parti, en secondes depuis 1970.</li>
<li><code>webhook-signature</code> : une signature par secret valable, séparées par une espace, chacune « v1, » puis du base64.</li>
<li><code>ancre</code> : la fin du journal, signée ; gardée, elle prouve plus tard que rien n’en a été retiré (<code>npm run verify -- --ancres</code>).</li>
<li><code>content-type</code> : <code>application/cloudevents+json; charset=utf-8</code>. <code>user-agent</code> : <code>parcours-igc</code>.</li>
</ul>
<p>Ordre : les événements d’un même <code>subject</code> arrivent dans l’ordre, un à la fois ; ceux d’autres dossiers en même temps, quatre
au plus. Un événement refusé ne retient que son dossier. Le premier événement d’un abonnement, ou d’une nouvelle adresse, est
<code>fr.parcours-igc.abonnement.verifie</code>, sans <code>subject</code> : il montre que vous écoutez, répondez-lui comme aux autres.
Un événement d’un bac à sable porte <code>"bacasable": true</code>.</p>`;
}

function signing(): Html {
  const body = JSON.stringify(exemple);
  const timestamp = Date.parse(exemple.time) / 1000;
  const { 'webhook-signature': signature } = signedHeaders({ id: exemple.id, timestamp, body }, [SECRET]);
  return html`<p>Signature (Standard Webhooks) : HMAC-SHA-256 de <code>webhook-id</code>, un point, <code>webhook-timestamp</code>, un point,
puis le corps, octet pour octet, tel qu’il est reçu ; la clé est ce qui suit <code>whsec_</code>, décodé du base64. Acceptez l’envoi si
l’une des signatures est la vôtre, comparée en temps constant, et si son instant est à moins de ${WINDOW_S / 60} minutes du vôtre. Après un
changement de secret, l’ancien signe aussi pendant 24 heures.</p>
<details><summary>Un envoi à vérifier, pour essayer votre récepteur</summary><div class="exemples"><ul>
<li>Secret : <code id="vecteur-secret">${SECRET}</code></li>
<li><code>webhook-id</code> : <code id="vecteur-id">${exemple.id}</code></li>
<li><code>webhook-timestamp</code> : <code id="vecteur-timestamp">${timestamp}</code></li>
<li><code>webhook-signature</code> : <code id="vecteur-signature">${signature}</code></li>
</ul><pre tabindex="0"><code id="vecteur-corps">${body}</code></pre></div></details>`;
}

function failing(): Html {
  const waits = DELAYS.map(duration).join(', ');
  return html`<p>Reprises : ce qui n’est pas reçu est envoyé de nouveau après ${waits}, à un dixième près en plus ; puis l’événement est
abandonné, et son dossier continue. <code>Retry-After</code>, en secondes ou en date, est suivi : rien ne part vers vous avant, dans la
limite de ${duration(LONGEST_SILENCE)}. Après cinq échecs de suite, un seul envoi à la fois part, de plus en plus rarement, une heure au plus. Après
${duration(PAUSED_AFTER)} sans aucun succès, ou dès un 410, l’abonnement passe en pause : rien ne se perd, et
<code>POST /abonnements/{id}/reprise</code> envoie tout ce qui attendait.</p>
<p><code>PATCH /abonnements/{id}</code> change l’adresse, les faits ou la description sans perdre ce qui attend, qui part vers la nouvelle
adresse. <code>POST /abonnements/{id}/relivraison</code> envoie de nouveau un événement, ou tout depuis un instant. <code>GET
/abonnements/{id}/tentatives</code> dit ce que vous avez répondu, pendant 30 jours. Le flux <code>GET /evenements</code> donne les mêmes
événements à qui préfère les demander.</p>`;
}

function duration(ms: number): string {
  if (ms % (24 * HOUR) === 0 && ms > 24 * HOUR) return `${ms / (24 * HOUR)} jours`;
  if (ms >= HOUR) return `${ms / HOUR} h`;
  return ms >= 60_000 ? `${ms / 60_000} min` : `${ms / 1000} s`;
}
