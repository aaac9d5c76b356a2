import { RATTACHEMENTS } from '../../../machines/groupement/rattachements.ts';
import { procedures } from '../../../machines/index.ts';
import { eventFacts } from '../../outbox/cloud-event.ts';
import { subscriptionRequest } from '../../outbox/subscription-request.ts';
import { type Erreur, toErreurs } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { drawForm } from '../forms/draw.ts';
import { coches, formulaire, ligne, ticked } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { pastille, secret, vide } from '../ui/blocks.ts';
import { bouton, lienBouton } from '../ui/button.ts';
import { double, table } from '../ui/table.ts';
import { combien } from '../ui/words.ts';
import { adresse, pageDe, pageSous } from './frame.ts';

/** Who is sent what happens; webhooks go where `regles` let them. */
export function webhooksScreens(regles: Regles): Screen[] {
  const [tous, adding] = ['/administration/webhooks', '/administration/webhooks/nouveau'] as const;
  const right = 'abonnements.creer';
  return [
    get('administration.webhooks', tous, { right: 'abonnements.lister', answer: listeDesWebhooks }),
    get('administration.webhooks.nouveau', adding, { right, answer: creation }),
    post('administration.webhooks.creer', adding, { right, answer: (visit) => creer(visit, regles) }),
  ];
}

const libelles = new Map(
  procedures.flatMap(({ facts }) => Object.entries(facts).map(([type, { libelle }]) => [type, libelle] as const)),
);
const autres: Readonly<Record<string, string>> = {
  'dossier.ouvert': 'Dossier ouvert',
  'groupement.ouvert': 'Groupement ouvert',
  'fait.corrige': 'Erreur corrigée',
  ...RATTACHEMENTS,
};

/** A subscription as it is shown: never its secrets. */
export type Abonnement = Awaited<ReturnType<Services['abonnements']['list']>>[number];

/** Who is sent what happens, and how that goes. */
async function listeDesWebhooks(visit: Visit): Promise<Page> {
  const { abonnements, identites } = visit.services;
  const [all, editeurs] = [await abonnements.list(), await identites.editeurs()];
  const nameOf = (id: string | null) =>
    id === null ? 'Tous les dossiers' : editeurs.find((one) => one.id === id)?.nom;
  return pageDe(visit, 'webhooks', {
    large: true,
    actions: lienBouton('Créer un abonnement', adresse('webhooks', 'nouveau'), 'principal', 'plus'),
    corps: html`<section class="panneau">${
      all.length === 0
        ? none
        : table<Abonnement>(
            {
              legende: combien(all.length, 'abonnement'),
              colonnes: [
                {
                  titre: 'Destinataire',
                  role: 'titre',
                  cellule: ({ id, url, description }) =>
                    double(html`<a href="${adresse('webhooks', id)}">${description || url}</a>`, description && url),
                },
                { titre: 'Voit', cellule: ({ editeurId }) => nameOf(editeurId) ?? 'Un éditeur' },
                {
                  titre: 'Faits',
                  cellule: ({ evenements }) => (evenements === 'tous' ? 'Tous' : combien(evenements.length, 'type')),
                },
                { titre: 'En attente', role: 'nombre', cellule: ({ enAttente }) => enAttente },
                { titre: 'Abandonnés', role: 'nombre', cellule: ({ abandonnes }) => abandonnes },
                { titre: 'État', cellule: etatDe },
              ],
            },
            all,
          )
    }</section>`,
  });
}

const none = vide(
  'envoyer',
  'Aucun abonnement',
  'Un webhook envoie à un programme ce qui arrive aux dossiers, signé, au moins une fois et dans l’ordre.',
);

/** How a subscription goes. */
export function etatDe({ pause, echecs }: Abonnement): Html {
  if (pause) return pastille(pause.motif === 'demande' ? 'neutre' : 'faute', 'En pause');
  return echecs ? pastille('attention', 'En échec') : pastille('bien', 'Actif');
}

/** Where webhooks may go. */
export type Regles = Parameters<typeof subscriptionRequest>[0];

/** A name of a field holds no dot. */
const named = new Map(eventFacts.map((type) => [type.replaceAll('.', '_'), type]));

const form = formulaire({
  url: ligne('Adresse qui recevra les événements', { exemple: 'https://exemple.fr/evenements' }),
  description: ligne('Description', { requis: false, aide: 'Ce que fait ce programme, et qui s’en occupe.' }),
  evenements: coches(
    'Faits attendus',
    Object.fromEntries([...named].map(([nom, type]) => [nom, `${libelleDuFait(type)} (${type})`])),
    { aide: 'Aucun coché : tous.' },
  ),
});

/** What a new subscription is to be. */
function creation(): Page {
  return page(blank(form));
}

/** Makes it; its secret is shown here and nowhere else. */
async function creer({ services, body, identite }: Visit, regles: Regles): Promise<Shown> {
  const typed = typedOf(body, form);
  const { evenements, description = '', url = '' } = readTyped(form, typed);
  const types = ticked(evenements).map((nom) => named.get(nom));
  const told = { url, evenements: types.length > 0 ? types : 'tous', ...(description !== '' && { description }) };
  const parsed = subscriptionRequest(regles).safeParse(told);
  if (!parsed.success) return page(typed, toErreurs(parsed.error));
  const made = await services.abonnementsPar(identite).create(parsed.data, null);
  if (!made.ok) return page(typed, [{ pointeur: '', message: toProblem(made.error).detail }]);
  const { abonnement, secret: signature } = made.value;
  return secretPage('Abonnement créé', abonnement, signature);
}

/** A secret that was just made. */
export function secretPage(titre: string, { id, url }: { id: string; url: string }, signature: string): Page {
  return pageSous('webhooks', {
    titre,
    statut: 201,
    corps: html`<section class="panneau">${secret({
      libelle: 'Secret de signature',
      valeur: signature,
      avis: html`<p>Donnez-le au programme qui répond à ${url} : il vérifie par lui que chaque événement vient d’ici (Standard Webhooks). S’il se
perd, faites-en un autre : l’ancien signe encore pendant 24 heures.</p>`,
    })}
<div class="boutons">${lienBouton('Voir l’abonnement', adresse('webhooks', id))}</div></section>`,
  });
}

function page(typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return pageSous('webhooks', {
    titre: 'Créer un abonnement',
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<div class="cocher">${drawForm(form, typed, {
      action: adresse('webhooks', 'nouveau'),
      parDefaut: 'creer',
      erreurs,
      boutons: html`${bouton('Créer l’abonnement')}${lienBouton('Annuler', adresse('webhooks'))}`,
    })}</div>`,
  });
}

/** What a fact is called. */
export function libelleDuFait(type: string): string {
  return libelles.get(type) ?? autres[type] ?? 'Autre événement';
}
