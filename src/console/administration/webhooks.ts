import { RATTACHEMENTS } from '../../../machines/groupement/rattachements.ts';
import { findFact } from '../../../machines/index.ts';
import { A_COTE } from '../../engine/history/beside.ts';
import { isAiling } from '../../outbox/backoff.ts';
import { eventFacts } from '../../outbox/cloud-event.ts';
import { subscriptionRequest } from '../../outbox/subscription-request.ts';
import { parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { checks, formOfFields, line, ticked } from '../forms/field.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import type { Page } from '../shell/shown.ts';
import { emptyState, pill } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { captionedTable, column, countColumn, titleColumn, twoLines } from '../ui/table.ts';
import { plural } from '../ui/words.ts';
import { type Asking, formScreens, secretPage } from './asked.ts';
import { adminPath, placePage } from './frame.ts';

/** Who is sent what happens; webhooks go where `rules` let them. */
export function webhooksScreens(rules: WebhookRules): Screen[] {
  return [
    get('/administration/webhooks', 'abonnements.lister', webhooksPage),
    ...formScreens('webhooks', 'nouveau', subscribing(rules)),
  ];
}

const otherLabels: Readonly<Record<string, string>> = {
  'dossier.ouvert': 'Dossier ouvert',
  'groupement.ouvert': 'Groupement ouvert',
  'fait.corrige': 'Erreur corrigée',
  'cle.finProche': 'Clé d’API bientôt à sa fin',
  'delegation.accordee': 'Délégation accordée',
  'delegation.terminee': 'Délégation terminée',
  ...RATTACHEMENTS,
  ...Object.fromEntries(Object.entries(A_COTE).map(([type, { libelle }]) => [type, libelle])),
};

/** A subscription as it is shown: never its secrets. */
export type Abonnement = Awaited<ReturnType<Services['abonnements']['list']>>[number];

/** Who is sent what happens, and how that goes. */
async function webhooksPage(visit: Visit): Promise<Page> {
  const { abonnements, identites } = visit.services;
  const [all, editeurs] = [await abonnements.list(), await identites.editeurs()];
  const nameOf = (id: string | null) =>
    id === null ? 'Tous les dossiers' : editeurs.find((one) => one.id === id)?.nom;
  return placePage(visit, 'webhooks', {
    isWide: true,
    actions: linkButton('Créer un abonnement', adminPath('webhooks', 'nouveau'), 'principal', 'plus'),
    body: html`<section class="panneau">${captionedTable<Abonnement>(
      plural(all.length, 'abonnement'),
      all,
      [
        titleColumn('Destinataire', ({ id, url, description }) =>
          twoLines(html`<a href="${adminPath('webhooks', id)}">${description || url}</a>`, description && url),
        ),
        column('Voit', ({ editeurId }) => nameOf(editeurId) ?? 'Un éditeur'),
        column('Faits', ({ evenements }) => (evenements === 'tous' ? 'Tous' : plural(evenements.length, 'type'))),
        countColumn('En attente', ({ enAttente }) => enAttente),
        countColumn('Abandonnés', ({ abandonnes }) => abandonnes),
        column('État', webhookState),
      ],
      none,
    )}</section>`,
  });
}

const none = emptyState(
  'envoyer',
  'Aucun abonnement',
  'Un webhook envoie à un programme ce qui arrive aux dossiers, signé, au moins une fois et dans l’ordre.',
);

/** Whether nothing reaches a receiver any more, though nobody asked for a rest. */
export function isFailing(one: Abonnement): boolean {
  return one.pause ? one.pause.motif !== 'demande' : isAiling(one);
}

/** How a subscription goes. */
export function webhookState(one: Abonnement): Html {
  const { pause, echecs } = one;
  if (pause) return pill(isFailing(one) ? 'faute' : 'neutre', 'En pause');
  if (!echecs) return pill('bien', 'Actif');
  return isFailing(one) ? pill('faute', 'En échec') : pill('attention', plural(echecs.nombre, 'échec'));
}

/** Where webhooks may go. */
export type WebhookRules = Parameters<typeof subscriptionRequest>[0];

/** A name of a field holds no dot. */
const named = new Map(eventFacts.map((type) => [type.replaceAll('.', '_'), type]));

const form = formOfFields({
  url: line('Adresse qui recevra les événements', { example: 'https://exemple.fr/evenements' }),
  description: line('Description', { isRequired: false, help: 'Ce que fait ce programme, et qui s’en occupe.' }),
  evenements: checks(
    'Faits attendus',
    Object.fromEntries([...named].map(([nom, type]) => [nom, `${factLabel(type)} (${type})`])),
    { help: 'Aucun coché : tous.' },
  ),
});

type Made = Extract<Awaited<ReturnType<ReturnType<Services['abonnementsPar']>['create']>>, { ok: true }>['value'];

/** Its secret is shown here and nowhere else. */
const subscribing = (rules: WebhookRules): Asking<Made> => ({
  right: 'abonnements.creer',
  title: 'Créer un abonnement',
  label: 'Créer l’abonnement',
  isChecklist: true,
  form: () => form,
  make({ services, identite }, { evenements, description = '', url = '' }) {
    const types = ticked(evenements).map((nom) => named.get(nom));
    const told = { url, evenements: types.length > 0 ? types : 'tous', ...(description !== '' && { description }) };
    return parseThen(subscriptionRequest(rules), told, (asked) =>
      services.abonnementsPar(identite).create(asked, null),
    );
  },
  done: ({ abonnement, secret }) => signingPage('Abonnement créé', abonnement, secret),
});

/** A secret that was just made. */
export function signingPage(title: string, { id, url }: { id: string; url: string }, value: string): Page {
  const secret = {
    label: 'Secret de signature',
    value,
    notice: html`<p>Donnez-le au programme qui répond à ${url} : il vérifie par lui que chaque événement vient d’ici (Standard Webhooks). S’il se
perd, faites-en un autre : l’ancien signe encore pendant 24 heures.</p>`,
  };
  return secretPage('webhooks', title, secret, linkButton('Voir l’abonnement', adminPath('webhooks', id)));
}

/** What a fact is called. */
export function factLabel(type: string): string {
  return findFact(type)?.libelle ?? otherLabels[type] ?? 'Autre événement';
}
