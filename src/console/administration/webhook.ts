import { RedeliveryRequest } from '../../outbox/subscription-request.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { formulaire, jourDe, ligne } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { ailleurs, get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { encart, panneau, pastille, resume, vide } from '../ui/blocks.ts';
import { bouton, boutonSeul, confirmation, lienBouton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { combien, moment, nombre } from '../ui/words.ts';
import { adresse, pageSous } from './frame.ts';
import { type Abonnement, etatDe, libelleDuFait, secretPage } from './webhooks.ts';

/** One subscription. */
export function webhookScreens(): Screen[] {
  const un = '/administration/webhooks/:id';
  const [secret, removing] = [`${un}/secret`, `${un}/suppression`] as const;
  const [change, remove] = ['abonnements.secret', 'abonnements.supprimer'] as const;
  return [
    get('administration.webhook', un, { right: 'abonnements.lire', answer: fiche }),
    post('administration.webhook.relivrer', `${un}/relivraison`, {
      right: 'abonnements.relivraison',
      answer: relivrer,
    }),
    post('administration.webhook.pauser', `${un}/pause`, { right: 'abonnements.pause', answer: pauser }),
    post('administration.webhook.reprendre', `${un}/reprise`, { right: 'abonnements.reprise', answer: reprendre }),
    get('administration.webhook.secret', secret, { right: change, answer: demanderSecret }),
    post('administration.webhook.changer', secret, { right: change, answer: changerDeSecret }),
    get('administration.webhook.suppression', removing, { right: remove, answer: demanderSuppression }),
    post('administration.webhook.supprimer', removing, { right: remove, answer: supprimer }),
  ];
}

const MONTREES = 50;

const relivraison = formulaire(
  {
    evenement: ligne('Un événement', {
      requis: false,
      inputmode: 'numeric',
      aide: 'Son numéro, dans les tableaux.',
    }),
    depuis: jourDe('Ou tout, depuis le', { requis: false, largeur: 6, aide: 'Ce jour compris.' }),
  },
  'relivraison',
);

/** Acts about one subscription, which is found first. */
async function ofAbonnement(visit: Visit, act: (one: Abonnement) => Shown | Promise<Shown>): Promise<Shown> {
  const id = visit.params['id'] ?? '';
  const found = await visit.services.abonnements.find(id);
  return found ? act(found) : { refus: { code: 'introuvable', objet: 'abonnement', id } };
}

/** A subscription, what waits, what was tried, and what may be done. */
function fiche(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, (one) => page(visit, one, blank(relivraison)));
}

/** Sends again one event, or all of them since a day. */
function relivrer(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async (one) => {
    const typed = typedOf(visit.body, relivraison);
    const { evenement, depuis } = readTyped(relivraison, typed) as { evenement?: string; depuis?: string };
    if ((evenement === undefined) === (depuis === undefined)) return page(visit, one, typed, [oneOfTwo]);
    const asked = evenement === undefined ? { depuis: `${depuis}T00:00:00+01:00` } : { evenement };
    const parsed = RedeliveryRequest.safeParse(asked);
    if (!parsed.success) return page(visit, one, typed, [evenement === undefined ? wrongDay : wrongNumber]);
    const isDone = await visit.services.abonnementsPar(visit.identite).redeliver(one.id, parsed.data);
    if (!isDone) return page(visit, one, typed, [unseen]);
    return ailleurs(adresse('webhooks', one.id), 'La livraison est demandée : elle part tout de suite.');
  });
}

const oneOfTwo: Erreur = { pointeur: '/evenement', message: 'Indiquez un événement, ou un jour, pas les deux.' };
const wrongNumber: Erreur = { pointeur: '/evenement', message: 'Saisissez le numéro d’un événement, en chiffres.' };
const wrongDay: Erreur = { pointeur: '/depuis', message: 'Saisissez une date du calendrier, au format JJ/MM/AAAA.' };
const unseen: Erreur = { pointeur: '/evenement', message: 'Cet abonnement ne voit aucun événement de ce numéro.' };

async function page(visit: Visit, one: Abonnement, typed: Typed, erreurs: readonly Erreur[] = []): Promise<Page> {
  const { id, url, description, editeurId, evenements, creeLe, avis, enAttente, abandonnes } = one;
  const { abonnements, identites } = visit.services;
  const editeur = editeurId === null ? null : await identites.editeur(editeurId);
  const at = (etat: 'attente' | 'abandonne') => abonnements.deliveries(id, etat, { apres: -1, limite: MONTREES });
  const [waiting, dropped, tried] = [
    await at('attente'),
    await at('abandonne'),
    await abonnements.attempts(id, null, MONTREES),
  ];
  return pageSous('webhooks', {
    titre: description || url,
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    sousTitre: etatDe(one),
    actions: actionsOf(one),
    corps: html`${avis && encart('attention', avis)}
<div class="deux"><div class="pile">${panneau('Tentatives', attemptsTable(tried))}
${panneau('En attente', deliveriesTable('En attente', waiting, enAttente))}
${panneau('Abandonnés', deliveriesTable('Abandonnés', dropped, abandonnes))}</div>
<div class="pile">${panneau(
      'L’abonnement',
      resume([
        ['Adresse', url],
        ['Voit', editeur?.nom ?? 'Tous les dossiers'],
        [
          'Faits',
          evenements === 'tous'
            ? 'Tous'
            : html`<ul class="portees">${evenements.map((type) => html`<li>${libelleDuFait(type)}</li>`)}</ul>`,
        ],
        ['Créé le', moment(creeLe)],
      ]),
    )}
${panneau(
  'Livrer de nouveau',
  drawForm(relivraison, typed, {
    action: adresse('webhooks', id, 'relivraison'),
    parDefaut: 'relivrer',
    erreurs,
    boutons: bouton('Livrer de nouveau', 'second'),
  }),
)}
${panneau('Secret et suppression', html`<div class="pile">${lienBouton('Changer de secret…', adresse('webhooks', id, 'secret'))}${lienBouton('Supprimer l’abonnement…', adresse('webhooks', id, 'suppression'), 'danger')}</div>`)}</div></div>`,
  });
}

function actionsOf({ id, pause }: Abonnement): Html {
  return pause
    ? boutonSeul('Reprendre', adresse('webhooks', id, 'reprise'), {}, 'principal')
    : boutonSeul('Mettre en pause', adresse('webhooks', id, 'pause'));
}

type Tentative = Awaited<ReturnType<Visit['services']['abonnements']['attempts']>>[number];
type Livraison = Awaited<ReturnType<Visit['services']['abonnements']['deliveries']>>[number];

function numero(rang: number): string {
  return rang === 0 ? 'Vérification' : nombre(rang);
}

function attemptsTable(tried: readonly Tentative[]): Html {
  if (tried.length === 0) return vide('envoyer', 'Rien n’a encore été envoyé');
  return table<Tentative>(
    {
      legende: `Les ${combien(tried.length, 'dernière tentative', 'dernières tentatives')}`,
      cachee: true,
      colonnes: [
        { titre: 'Le', role: 'titre', cellule: ({ le }) => moment(le) },
        { titre: 'Événement', cellule: ({ rang }) => numero(rang) },
        { titre: 'Réponse', cellule: answerOf },
        { titre: 'Durée', role: 'nombre', cellule: ({ dureeMs }) => `${nombre(dureeMs)} ms` },
      ],
    },
    tried,
  );
}

function answerOf({ statut, erreur }: Tentative): Html {
  if (erreur === null) return pastille('bien', `Reçu (${statut})`);
  return html`${pastille('faute', statut === null ? 'Sans réponse' : `Refusé (${statut})`)} <span class="doux">${erreur}</span>`;
}

function deliveriesTable(legende: string, shown: readonly Livraison[], all: number): Html {
  if (shown.length === 0) return html`<p class="doux">Aucun événement.</p>`;
  const more = all > shown.length ? html`<p class="doux">Les ${shown.length} premiers sur ${nombre(all)}.</p>` : null;
  return html`${table<Livraison>(
    {
      legende,
      cachee: true,
      colonnes: [
        { titre: 'Événement', role: 'titre', cellule: ({ rang }) => numero(rang) },
        { titre: 'Tentatives', role: 'nombre', cellule: ({ tentatives }) => tentatives },
        {
          titre: 'Prochaine',
          cellule: ({ prochaineLe, etat }) => (etat === 'attente' ? moment(prochaineLe) : 'Aucune'),
        },
      ],
    },
    shown,
  )}${more}`;
}

/** Sends nothing until it is resumed. */
function pauser(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async ({ id }) => {
    await visit.services.abonnementsPar(visit.identite).pause(id);
    return ailleurs(adresse('webhooks', id), 'L’abonnement est en pause : rien ne se perd, tout partira à la reprise.');
  });
}

/** Goes on where it stopped. */
function reprendre(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async ({ id }) => {
    await visit.services.abonnementsPar(visit.identite).resume(id);
    return ailleurs(adresse('webhooks', id), 'L’abonnement est repris : ce qui attendait part tout de suite.');
  });
}

/** Asks before the secret changes. */
function demanderSecret(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, (one) =>
    demande(one, {
      titre: 'Changer de secret ?',
      libelle: 'Changer de secret',
      chemin: 'secret',
      suites: html`<p>Un nouveau secret vous est montré une fois. L’ancien signe aussi pendant 24 heures : donnez le nouveau au programme d’ici là, sinon il
refusera nos événements.</p>`,
    }),
  );
}

/** Makes another secret, shown here and nowhere else. */
function changerDeSecret(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async (one) => {
    const made = await visit.services.abonnementsPar(visit.identite).rotate(one.id);
    if (made === null) return { refus: { code: 'introuvable', objet: 'abonnement', id: one.id } };
    return secretPage('Nouveau secret', one, made);
  });
}

/** Asks before a subscription is removed. */
function demanderSuppression(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, (one) =>
    demande(one, {
      titre: 'Supprimer cet abonnement ?',
      libelle: 'Supprimer l’abonnement',
      chemin: 'suppression',
      suites: html`<p>Plus rien ne part vers ${one.url}. Ce qui attendait, les tentatives et le secret sont oubliés ; les événements restent dans le flux.</p>`,
    }),
  );
}

/** Removes it. */
function supprimer(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async ({ id }) => {
    await visit.services.abonnementsPar(visit.identite).remove(id);
    return ailleurs(adresse('webhooks'), 'L’abonnement est supprimé.');
  });
}

function demande(
  { id, url, description }: Abonnement,
  { titre, chemin, ...asked }: { titre: string; chemin: string; libelle: string; suites: ReturnType<typeof html> },
): Shown {
  const retour = adresse('webhooks', id);
  return pageSous('webhooks', {
    titre,
    fil: [{ libelle: description || url, vers: retour }],
    corps: confirmation({ ...asked, action: adresse('webhooks', id, chemin), retour }),
  });
}
