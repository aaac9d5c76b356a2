import { DelegationDemandee } from '../../../identity/editeurs/delegations.ts';
import { type Erreur, parseThen } from '../../../result.ts';
import type { Services } from '../../../services.ts';
import { html } from '../../../web/html.ts';
import { toFrenchDays } from '../../forms/dates.ts';
import { drawForm } from '../../forms/draw.ts';
import type { Form } from '../../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../../forms/typed.ts';
import { bouton, lienBouton } from '../../parts/boutons.ts';
import type { Page } from '../../shell/page.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { choixDe, formulaire, jourDe, ligne } from '../parts/champs.ts';
import { suite } from '../parts/refus.ts';
import { trouver } from '../parts/trouver.ts';

/** What to delegate, to whom, between which days; `?sur=` is a case that is already chosen. */
export async function accord(visit: Visit): Promise<Page> {
  const form = await formOf(visit.services);
  return page(form, { ...blank(form), sur: visit.query['sur'] ?? '', du: toFrenchDays(visit.services.today()) });
}

/** Delegates it. */
export async function accorder(visit: Visit): Promise<Shown> {
  const { services, identite } = visit;
  const form = await formOf(services);
  const typed = typedOf(visit.body, form);
  const { sur, ...read } = readTyped(form, typed) as Record<string, string>;
  const found = await trouver(services, `${sur ?? ''}`);
  if (!found) return page(form, typed, [unknown]);
  const done = await parseThen(DelegationDemandee, { ...read, [`${found.genre}Id`]: found.id }, (demande) =>
    services.identites.delegate(identite, demande),
  );
  return suite(
    done,
    ({ instanceId, genre }) =>
      ailleurs(
        genre === 'dossier' ? `/dossiers/${instanceId}/delegations` : adresse('delegations'),
        `${found.denomination} est délégué.`,
      ),
    (erreurs) => page(form, typed, erreurs),
    { 'delegation-existante': '/editeurId' },
  );
}

const unknown: Erreur = {
  pointeur: '/sur',
  message: 'Aucun dossier ni groupement n’est celui-là, ou plusieurs le sont : donnez son identifiant.',
};

async function formOf({ identites }: Services): Promise<Form> {
  const editeurs = await identites.editeurs();
  return formulaire({
    sur: ligne('Dossier ou groupement', {
      aide: 'Son SIRET, son FINESS, son identifiant, ou l’adresse de sa page. Un groupement apporte tous ses sites, présents et à venir.',
    }),
    editeurId: choixDe('Éditeur', Object.fromEntries(editeurs.map(({ id, nom }) => [id, nom])), {
      aide: 'Il verra le dossier, remplira la partie 4 du formulaire 413 et désignera son technicien, rien d’autre.',
    }),
    du: jourDe('Du'),
    au: jourDe('Au', { requis: false, aide: 'Inclus ; rien : sans fin.' }),
    motif: ligne('Motif', { exemple: 'Contrat de maintenance signé le 3 novembre' }),
  });
}

function page(form: Form, typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return pageSous('delegations', {
    titre: 'Déléguer à un éditeur',
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<section class="panneau">${drawForm(form, typed, {
      action: adresse('delegations', 'nouvelle'),
      parDefaut: 'accorder',
      erreurs,
      boutons: html`${bouton('Déléguer')}${lienBouton('Annuler', adresse('delegations'))}`,
    })}</section>`,
  });
}
