import { html } from '../../../web/html.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { confirmation } from '../parts/confirmation.ts';
import { secretPage } from './creation.ts';
import { ofAbonnement } from './fiche.ts';
import type { Abonnement } from './liste.ts';

/** Sends nothing until it is resumed. */
export function pauser(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async ({ id }) => {
    await visit.services.abonnementsPar(visit.identite).pause(id);
    return ailleurs(adresse('webhooks', id), 'L’abonnement est en pause : rien ne se perd, tout partira à la reprise.');
  });
}

/** Goes on where it stopped. */
export function reprendre(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async ({ id }) => {
    await visit.services.abonnementsPar(visit.identite).resume(id);
    return ailleurs(adresse('webhooks', id), 'L’abonnement est repris : ce qui attendait part tout de suite.');
  });
}

/** Asks before the secret changes. */
export function demanderSecret(visit: Visit): Promise<Shown> {
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
export function changerDeSecret(visit: Visit): Promise<Shown> {
  return ofAbonnement(visit, async (one) => {
    const made = await visit.services.abonnementsPar(visit.identite).rotate(one.id);
    if (made === null) return { refus: { code: 'introuvable', objet: 'abonnement', id: one.id } };
    return secretPage('Nouveau secret', one, made);
  });
}

/** Asks before a subscription is removed. */
export function demanderSuppression(visit: Visit): Promise<Shown> {
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
export function supprimer(visit: Visit): Promise<Shown> {
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
