import { RATTACHEMENTS } from '../../../machines/groupement/rattachements.ts';
import { procedures } from '../../../machines/index.ts';
import { EFFACEMENTS } from '../../engine/history/erasures.ts';
import { eventFacts } from '../../outbox/cloud-event.ts';
import { subscriptionRequest } from '../../outbox/subscription-request.ts';
import { type Erreur, toErreurs } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { drawForm } from '../forms/draw.ts';
import { checks, formOfFields, line, ticked } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { get, type Page, post, type Screen, type Shown, toCorrect, type Visit } from '../shell/screen.ts';
import { emptyState, pill, secretField } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { captionedTable, column, countColumn, titleColumn, twoLines } from '../ui/table.ts';
import { plural } from '../ui/words.ts';
import { adminPath, innerPage, placePage } from './frame.ts';

/** Who is sent what happens; webhooks go where `regles` let them. */
export function webhooksScreens(regles: WebhookRules): Screen[] {
  const [tous, adding] = ['/administration/webhooks', '/administration/webhooks/nouveau'] as const;
  const right = 'abonnements.creer';
  return [
    get('administration.webhooks', tous, { right: 'abonnements.lister', answer: webhooksPage }),
    get('administration.webhooks.nouveau', adding, { right, answer: newPage }),
    post('administration.webhooks.creer', adding, { right, answer: (visit) => create(visit, regles) }),
  ];
}

const factLabels = new Map(
  procedures.flatMap(({ facts }) => Object.entries(facts).map(([type, { libelle }]) => [type, libelle] as const)),
);
const otherLabels: Readonly<Record<string, string>> = {
  'dossier.ouvert': 'Dossier ouvert',
  'groupement.ouvert': 'Groupement ouvert',
  'fait.corrige': 'Erreur corrigée',
  'cle.finProche': 'Clé d’API bientôt à sa fin',
  'delegation.accordee': 'Délégation accordée',
  'delegation.terminee': 'Délégation terminée',
  ...RATTACHEMENTS,
  ...EFFACEMENTS,
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
    body: html`<section class="panneau">${
      all.length === 0
        ? none
        : captionedTable<Abonnement>(plural(all.length, 'abonnement'), all, [
            titleColumn('Destinataire', ({ id, url, description }) =>
              twoLines(html`<a href="${adminPath('webhooks', id)}">${description || url}</a>`, description && url),
            ),
            column('Voit', ({ editeurId }) => nameOf(editeurId) ?? 'Un éditeur'),
            column('Faits', ({ evenements }) => (evenements === 'tous' ? 'Tous' : plural(evenements.length, 'type'))),
            countColumn('En attente', ({ enAttente }) => enAttente),
            countColumn('Abandonnés', ({ abandonnes }) => abandonnes),
            column('État', webhookState),
          ])
    }</section>`,
  });
}

const none = emptyState(
  'envoyer',
  'Aucun abonnement',
  'Un webhook envoie à un programme ce qui arrive aux dossiers, signé, au moins une fois et dans l’ordre.',
);

/** How a subscription goes. */
export function webhookState({ pause, echecs }: Abonnement): Html {
  if (pause) return pill(pause.motif === 'demande' ? 'neutre' : 'faute', 'En pause');
  return echecs ? pill('attention', 'En échec') : pill('bien', 'Actif');
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

/** What a new subscription is to be. */
function newPage(): Page {
  return drawNew(blank(form));
}

/** Makes it; its secret is shown here and nowhere else. */
async function create({ services, body, identite }: Visit, regles: WebhookRules): Promise<Shown> {
  const typed = typedOf(body, form);
  const { evenements, description = '', url = '' } = readTyped(form, typed);
  const types = ticked(evenements).map((nom) => named.get(nom));
  const told = { url, evenements: types.length > 0 ? types : 'tous', ...(description !== '' && { description }) };
  const parsed = subscriptionRequest(regles).safeParse(told);
  if (!parsed.success) return drawNew(typed, toErreurs(parsed.error));
  const made = await services.abonnementsPar(identite).create(parsed.data, null);
  if (!made.ok) return drawNew(typed, [{ pointeur: '', message: toProblem(made.error).detail }]);
  const { abonnement, secret: signature } = made.value;
  return secretPage('Abonnement créé', abonnement, signature);
}

/** A secret that was just made. */
export function secretPage(titre: string, { id, url }: { id: string; url: string }, signature: string): Page {
  return innerPage('webhooks', {
    title: titre,
    status: 201,
    body: html`<section class="panneau">${secretField({
      label: 'Secret de signature',
      value: signature,
      notice: html`<p>Donnez-le au programme qui répond à ${url} : il vérifie par lui que chaque événement vient d’ici (Standard Webhooks). S’il se
perd, faites-en un autre : l’ancien signe encore pendant 24 heures.</p>`,
    })}
<div class="boutons">${linkButton('Voir l’abonnement', adminPath('webhooks', id))}</div></section>`,
  });
}

function drawNew(typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return innerPage('webhooks', {
    title: 'Créer un abonnement',
    ...toCorrect(erreurs),
    body: html`<div class="cocher">${drawForm(form, typed, {
      action: adminPath('webhooks', 'nouveau'),
      defaultAction: 'creer',
      erreurs,
      buttons: html`${button('Créer l’abonnement')}${linkButton('Annuler', adminPath('webhooks'))}`,
    })}</div>`,
  });
}

/** What a fact is called. */
export function factLabel(type: string): string {
  return factLabels.get(type) ?? otherLabels[type] ?? 'Autre événement';
}
