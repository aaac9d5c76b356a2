import { RedeliveryRequest } from '../../outbox/subscription-request.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { dayField, formOfFields, line } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { get, type Page, post, redirect, type Screen, type Shown, toCorrect, type Visit } from '../shell/screen.ts';
import { callout, emptyState, panel, pill, properties } from '../ui/blocks.ts';
import { button, confirmForm, linkButton, postButton } from '../ui/button.ts';
import { column, countColumn, table, titleColumn } from '../ui/table.ts';
import { frenchNumber, moment, plural } from '../ui/words.ts';
import { adminPath, innerPage } from './frame.ts';
import { type Abonnement, factLabel, secretPage, webhookState } from './webhooks.ts';

/** One subscription. */
export function webhookScreens(): Screen[] {
  const un = '/administration/webhooks/:id';
  const [secret, removing] = [`${un}/secret`, `${un}/suppression`] as const;
  const [changing, leaving] = ['abonnements.secret', 'abonnements.supprimer'] as const;
  return [
    get('administration.webhook', un, { right: 'abonnements.lire', answer: webhookPage }),
    post('administration.webhook.relivrer', `${un}/relivraison`, {
      right: 'abonnements.relivraison',
      answer: redeliver,
    }),
    post('administration.webhook.pauser', `${un}/pause`, { right: 'abonnements.pause', answer: pause }),
    post('administration.webhook.reprendre', `${un}/reprise`, { right: 'abonnements.reprise', answer: resume }),
    get('administration.webhook.secret', secret, { right: changing, answer: askSecret }),
    post('administration.webhook.changer', secret, { right: changing, answer: changeSecret }),
    get('administration.webhook.suppression', removing, { right: leaving, answer: askRemoving }),
    post('administration.webhook.supprimer', removing, { right: leaving, answer: remove }),
  ];
}

const SHOWN = 50;

const redeliveryForm = formOfFields(
  {
    evenement: line('Un événement', {
      isRequired: false,
      inputmode: 'numeric',
      help: 'Son numéro, dans les tableaux.',
    }),
    depuis: dayField('Ou tout, depuis le', { isRequired: false, width: 6, help: 'Ce jour compris.' }),
  },
  'relivraison',
);

/** Acts about one subscription, which is found first. */
async function ofAbonnement(visit: Visit, act: (one: Abonnement) => Shown | Promise<Shown>): Promise<Shown> {
  const id = visit.params['id'] ?? '';
  const found = await visit.services.abonnements.find(id);
  return found ? act(found) : { refusal: { code: 'introuvable', objet: 'abonnement', id } };
}

/** A subscription, what waits, what was tried, and what may be done. */
function webhookPage(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, (one) => drawWebhook(visit, one, blank(redeliveryForm)));
}

/** Sends again one event, or all of them since a day. */
function redeliver(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async (one) => {
    const typed = typedOf(visit.body, redeliveryForm);
    const { evenement, depuis } = readTyped(redeliveryForm, typed) as { evenement?: string; depuis?: string };
    if ((evenement === undefined) === (depuis === undefined)) return drawWebhook(visit, one, typed, [oneOfTwo]);
    const asked = evenement === undefined ? { depuis: `${depuis}T00:00:00+01:00` } : { evenement };
    const parsed = RedeliveryRequest.safeParse(asked);
    if (!parsed.success) return drawWebhook(visit, one, typed, [evenement === undefined ? wrongDay : wrongNumber]);
    const { ok: isDone } = await visit.services.abonnementsPar(visit.identite).redeliver(one.id, parsed.data);
    if (!isDone) return drawWebhook(visit, one, typed, [unseen]);
    return redirect(adminPath('webhooks', one.id), 'La livraison est demandée : elle part tout de suite.');
  });
}

const oneOfTwo: Erreur = { pointeur: '/evenement', message: 'Indiquez un événement, ou un jour, pas les deux.' };
const wrongNumber: Erreur = { pointeur: '/evenement', message: 'Saisissez le numéro d’un événement, en chiffres.' };
const wrongDay: Erreur = { pointeur: '/depuis', message: 'Saisissez une date du calendrier, au format JJ/MM/AAAA.' };
const unseen: Erreur = { pointeur: '/evenement', message: 'Cet abonnement ne voit aucun événement de ce numéro.' };

async function drawWebhook(
  visit: Visit,
  one: Abonnement,
  typed: Typed,
  erreurs: readonly Erreur[] = [],
): Promise<Page> {
  const { id, url, description, editeurId, evenements, creeLe, avis, enAttente, abandonnes } = one;
  const { abonnements, identites } = visit.services;
  const editeur = editeurId === null ? null : await identites.editeur(editeurId);
  const at = (etat: 'attente' | 'abandonne') => abonnements.deliveries(id, etat, { apres: -1, limite: SHOWN });
  const [waiting, dropped, tried] = [
    await at('attente'),
    await at('abandonne'),
    await abonnements.attempts(id, null, SHOWN),
  ];
  return innerPage('webhooks', {
    title: description || url,
    ...toCorrect(erreurs),
    subtitle: webhookState(one),
    actions: actionsOf(one),
    body: html`${avis && callout('attention', avis)}
<div class="deux"><div class="pile">${panel('Tentatives', attemptsTable(tried))}
${panel('En attente', deliveriesTable('En attente', waiting, enAttente))}
${panel('Abandonnés', deliveriesTable('Abandonnés', dropped, abandonnes))}</div>
<div class="pile">${panel(
      'L’abonnement',
      properties([
        ['Adresse', url],
        ['Voit', editeur?.nom ?? 'Tous les dossiers'],
        [
          'Faits',
          evenements === 'tous'
            ? 'Tous'
            : html`<ul class="portees">${evenements.map((type) => html`<li>${factLabel(type)}</li>`)}</ul>`,
        ],
        ['Créé le', moment(creeLe)],
      ]),
    )}
${panel(
  'Livrer de nouveau',
  drawForm(redeliveryForm, typed, {
    action: adminPath('webhooks', id, 'relivraison'),
    defaultAction: 'relivrer',
    erreurs,
    buttons: button('Livrer de nouveau', 'second'),
  }),
)}
${panel('Secret et suppression', html`<div class="pile">${linkButton('Changer de secret…', adminPath('webhooks', id, 'secret'))}${linkButton('Supprimer l’abonnement…', adminPath('webhooks', id, 'suppression'), 'danger')}</div>`)}</div></div>`,
  });
}

function actionsOf({ id, pause }: Abonnement): Html {
  return pause
    ? postButton('Reprendre', adminPath('webhooks', id, 'reprise'), {}, 'principal')
    : postButton('Mettre en pause', adminPath('webhooks', id, 'pause'));
}

type Attempt = Awaited<ReturnType<Visit['services']['abonnements']['attempts']>>[number];
type Delivery = Awaited<ReturnType<Visit['services']['abonnements']['deliveries']>>[number];

function numberOf(rang: number): string {
  return rang === 0 ? 'Vérification' : frenchNumber(rang);
}

function attemptsTable(tried: readonly Attempt[]): Html {
  if (tried.length === 0) return emptyState('envoyer', 'Rien n’a encore été envoyé');
  return table<Attempt>(`Les ${plural(tried.length, 'dernière tentative', 'dernières tentatives')}`, tried, [
    titleColumn('Le', ({ le }) => moment(le)),
    column('Événement', ({ rang }) => numberOf(rang)),
    column('Réponse', answerOf),
    countColumn('Durée', ({ dureeMs }) => `${frenchNumber(dureeMs)} ms`),
  ]);
}

function answerOf({ statut, erreur }: Attempt): Html {
  if (erreur === null) return pill('bien', `Reçu (${statut})`);
  return html`${pill('faute', statut === null ? 'Sans réponse' : `Refusé (${statut})`)} <span class="doux">${erreur}</span>`;
}

function deliveriesTable(legende: string, shown: readonly Delivery[], all: number): Html {
  if (shown.length === 0) return html`<p class="doux">Aucun événement.</p>`;
  const more =
    all > shown.length ? html`<p class="doux">Les ${shown.length} premiers sur ${frenchNumber(all)}.</p>` : null;
  return html`${table<Delivery>(legende, shown, [
    titleColumn('Événement', ({ rang }) => numberOf(rang)),
    countColumn('Tentatives', ({ tentatives }) => tentatives),
    column('Prochaine', ({ prochaineLe, etat }) => (etat === 'attente' ? moment(prochaineLe) : 'Aucune')),
  ])}${more}`;
}

/** Sends nothing until it is resumed. */
function pause(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async ({ id }) => {
    await visit.services.abonnementsPar(visit.identite).pause(id);
    return redirect(
      adminPath('webhooks', id),
      'L’abonnement est en pause : rien ne se perd, tout partira à la reprise.',
    );
  });
}

/** Goes on where it stopped. */
function resume(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async ({ id }) => {
    await visit.services.abonnementsPar(visit.identite).resume(id);
    return redirect(adminPath('webhooks', id), 'L’abonnement est repris : ce qui attendait part tout de suite.');
  });
}

/** Asks before the secret changes. */
function askSecret(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, (one) =>
    askPage(one, {
      title: 'Changer de secret ?',
      label: 'Changer de secret',
      path: 'secret',
      consequences: html`<p>Un nouveau secret vous est montré une fois. L’ancien signe aussi pendant 24 heures : donnez le nouveau au programme d’ici là, sinon il
refusera nos événements.</p>`,
    }),
  );
}

/** Makes another secret, shown here and nowhere else. */
function changeSecret(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async (one) => {
    const made = await visit.services.abonnementsPar(visit.identite).rotate(one.id);
    if (made === null) return { refusal: { code: 'introuvable', objet: 'abonnement', id: one.id } };
    return secretPage('Nouveau secret', one, made);
  });
}

/** Asks before a subscription is removed. */
function askRemoving(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, (one) =>
    askPage(one, {
      title: 'Supprimer cet abonnement ?',
      label: 'Supprimer l’abonnement',
      path: 'suppression',
      consequences: html`<p>Plus rien ne part vers ${one.url}. Ce qui attendait, les tentatives et le secret sont oubliés ; les événements restent dans le flux.</p>`,
    }),
  );
}

/** Removes it. */
function remove(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async ({ id }) => {
    await visit.services.abonnementsPar(visit.identite).remove(id);
    return redirect(adminPath('webhooks'), 'L’abonnement est supprimé.');
  });
}

function askPage(
  { id, url, description }: Abonnement,
  { title, path, ...asked }: { title: string; path: string; label: string; consequences: ReturnType<typeof html> },
): Shown {
  const retour = adminPath('webhooks', id);
  return innerPage('webhooks', {
    title,
    trail: [{ label: description || url, href: retour }],
    body: confirmForm({ ...asked, action: adminPath('webhooks', id, path), back: retour }),
  });
}
