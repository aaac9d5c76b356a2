import { eventFacts } from '../../../outbox/cloud-event.ts';
import { subscriptionRequest } from '../../../outbox/subscription-request.ts';
import { type Erreur, toErreurs } from '../../../result.ts';
import { html } from '../../../web/html.ts';
import { toProblem } from '../../../web/problem.ts';
import { drawForm } from '../../forms/draw.ts';
import { blank, readTyped, type Typed, typedOf } from '../../forms/typed.ts';
import { bouton, lienBouton } from '../../parts/boutons.ts';
import type { Page } from '../../shell/page.ts';
import type { Shown, Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { coches, formulaire, ligne, ticked } from '../parts/champs.ts';
import { secret } from '../parts/secret.ts';
import { libelleDuFait } from './faits.ts';

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
export function creation(): Page {
  return page(blank(form));
}

/** Makes it; its secret is shown here and nowhere else. */
export async function creer({ services, body, identite }: Visit, regles: Regles): Promise<Shown> {
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
