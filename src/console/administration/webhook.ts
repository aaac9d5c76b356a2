import { IsoDate } from '../../../machines/formulaires/champs.ts';
import { beginningOf } from '../../days.ts';
import { RedeliveryRequest } from '../../outbox/subscription-request.ts';
import { type Erreur, err, ok } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { dayField, formOfFields, line } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, redirect, type Shown, toCorrect } from '../shell/shown.ts';
import { callout, emptyState, panel, pill, properties } from '../ui/blocks.ts';
import { button, linkButton, postButton } from '../ui/button.ts';
import { column, countColumn, table, titleColumn } from '../ui/table.ts';
import { frenchNumber, moment, plural } from '../ui/words.ts';
import { askPage, type Confirming, confirmScreens, onceFound } from './asked.ts';
import { adminPath, innerPage } from './frame.ts';
import { type Abonnement, factLabel, signingPage, webhookState } from './webhooks.ts';

/** One subscription. */
export function webhookScreens(): Screen[] {
  const un = '/administration/webhooks/:id';
  const right = 'abonnements.relivraison';
  return [
    get(
      un,
      'abonnements.lire',
      ofAbonnement((visit, one) => drawWebhook(visit, one, blank(redeliveryForm))),
    ),
    post(`${un}/relivraison`, right, ofAbonnement(redeliver)),
    post(`${un}/pause`, 'abonnements.pause', ofAbonnement(pause)),
    post(`${un}/reprise`, 'abonnements.reprise', ofAbonnement(resume)),
    get(`${un}/secret`, 'abonnements.secret', ofAbonnement(askSecret)),
    post(`${un}/secret`, 'abonnements.secret', ofAbonnement(changeSecret)),
    ...confirmScreens('webhooks', 'suppression', removing),
  ];
}

const ofAbonnement = onceFound<Abonnement>('abonnement', ({ services }, id) => services.abonnements.find(id));

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

/** Sends again one event, or all of them since a day. */
async function redeliver(visit: Visit, one: Abonnement): Promise<Shown> {
  const typed = typedOf(visit.body, redeliveryForm);
  const { evenement, depuis } = readTyped(redeliveryForm, typed) as { evenement?: string; depuis?: string };
  if ((evenement === undefined) === (depuis === undefined)) return drawWebhook(visit, one, typed, [oneOfTwo]);
  const day = IsoDate.safeParse(depuis);
  const asked = evenement === undefined ? { depuis: day.success ? beginningOf(day.data) : depuis } : { evenement };
  const parsed = RedeliveryRequest.safeParse(asked);
  if (!parsed.success) return drawWebhook(visit, one, typed, [evenement === undefined ? wrongDay : wrongNumber]);
  const { ok: isDone } = await visit.services.abonnementsPar(visit.identite).redeliver(one.id, parsed.data);
  if (!isDone) return drawWebhook(visit, one, typed, [unseen]);
  return redirect(adminPath('webhooks', one.id), 'La livraison est demandée : elle part tout de suite.');
}

const oneOfTwo: Erreur = { pointeur: '/evenement', message: 'Indiquez un événement, ou un jour, pas les deux.' };
const wrongNumber: Erreur = { pointeur: '/evenement', message: 'Saisissez le numéro d’un événement, en chiffres.' };
const wrongDay: Erreur = { pointeur: '/depuis', message: 'Saisissez une date du calendrier, au format JJ/MM/AAAA.' };
const unseen: Erreur = { pointeur: '/evenement', message: 'Cet abonnement ne voit aucun événement de ce numéro.' };

async function drawWebhook(visit: Visit, one: Abonnement, typed: Typed, erreurs: readonly Erreur[] = []) {
  const { id, url, description, editeurId, evenements, creeLe, avis, attendJusqua, enAttente, abandonnes } = one;
  const { abonnements, identites } = visit.services;
  const isResting = attendJusqua !== null && attendJusqua > visit.services.now().toISOString();
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
    actions: one.pause
      ? postButton('Reprendre', adminPath('webhooks', one.id, 'reprise'), {}, 'principal')
      : postButton('Mettre en pause', adminPath('webhooks', one.id, 'pause')),
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
        ['Demande d’attendre jusqu’au', isResting ? moment(attendJusqua) : null],
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

async function pause({ services, identite }: Visit, { id }: Abonnement): Promise<Shown> {
  await services.abonnementsPar(identite).pause(id);
  const said = 'L’abonnement est en pause : rien ne se perd, tout partira à la reprise.';
  return redirect(adminPath('webhooks', id), said);
}

/** Goes on where it stopped. */
async function resume({ services, identite }: Visit, { id }: Abonnement): Promise<Shown> {
  await services.abonnementsPar(identite).resume(id);
  return redirect(adminPath('webhooks', id), 'L’abonnement est repris : ce qui attendait part tout de suite.');
}

function askSecret(_visit: Visit, one: Abonnement): Page {
  return askPage('webhooks', adminPath('webhooks', one.id, 'secret'), {
    ...besideOf(one),
    title: 'Changer de secret ?',
    label: 'Changer de secret',
    consequences: html`<p>Un nouveau secret vous est montré une fois. L’ancien signe aussi pendant 24 heures : donnez le nouveau au programme d’ici là, sinon il
refusera nos événements.</p>`,
  });
}

/** Makes another secret, shown here and nowhere else. */
async function changeSecret({ services, identite }: Visit, one: Abonnement): Promise<Shown> {
  const made = await services.abonnementsPar(identite).rotate(one.id);
  if (made === null) return { refusal: { code: 'introuvable', objet: 'abonnement', id: one.id } };
  return signingPage('Nouveau secret', one, made);
}

const removing: Confirming<Abonnement> = {
  right: 'abonnements.supprimer',
  found: ofAbonnement,
  ask: (one) => ({
    ...besideOf(one),
    title: 'Supprimer cet abonnement ?',
    label: 'Supprimer l’abonnement',
    consequences: html`<p>Plus rien ne part vers ${one.url}. Ce qui attendait, les tentatives et le secret sont oubliés ; les événements restent dans le flux.</p>`,
  }),
  act: async ({ services, identite }, { id }) =>
    (await services.abonnementsPar(identite).remove(id))
      ? ok(null)
      : err({ code: 'introuvable', objet: 'abonnement', id }),
  done: () => redirect(adminPath('webhooks'), 'L’abonnement est supprimé.'),
};

function besideOf({ id, url, description }: Abonnement) {
  const back = adminPath('webhooks', id);
  return { back, trail: [{ label: description || url, href: back }] };
}
