import { Invitation } from '../../../identity/comptes/liens.ts';
import { type Erreur, parseThen } from '../../../result.ts';
import { html } from '../../../web/html.ts';
import { drawForm } from '../../forms/draw.ts';
import { blank, readTyped, type Typed, typedOf } from '../../forms/typed.ts';
import { bouton, lienBouton } from '../../parts/boutons.ts';
import { moment } from '../../parts/dates.ts';
import { roles } from '../../parts/mots.ts';
import type { Page } from '../../shell/page.ts';
import type { Shown, Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { choixDe, formulaire, ligne } from '../parts/champs.ts';
import { origineDe } from '../parts/origine.ts';
import { suite } from '../parts/refus.ts';
import { secret } from '../parts/secret.ts';

const { editeur: _, ...deCompte } = roles;
/** What a person may be. */
export const rolesDeCompte = deCompte;

const form = formulaire({
  courriel: ligne('Courriel', { type: 'email', aide: 'Son compte portera cette adresse.' }),
  role: choixDe('Rôle', rolesDeCompte, {
    aide: 'Un agent fait avancer les dossiers, un superviseur administre aussi, un lecteur consulte.',
  }),
});

/** Whom to invite, as what. */
export function invitation(): Shown {
  return page(blank(form));
}

/** Makes the link, which is shown here and nowhere else. */
export async function inviter(visit: Visit): Promise<Shown> {
  const typed = typedOf(visit.body, form);
  const made = await parseThen(Invitation, readTyped(form, typed), (invited) =>
    visit.services.identites.invite(visit.identite, invited),
  );
  return suite(
    made,
    (lien) =>
      lienRemis(visit, { ...lien, titre: 'Invitation prête', usage: `ouvrir le compte de ${typed['courriel']}` }),
    (erreurs) => page(typed, erreurs),
    { 'courriel-pris': '/courriel' },
  );
}

/** A link that was just made, and how to hand it over. */
export function lienRemis(
  { request }: Visit,
  { titre, usage, token, expireLe }: { titre: string; usage: string; token: string; expireLe: string },
): Page {
  return pageSous('comptes', {
    titre,
    statut: 201,
    corps: html`<section class="panneau">${secret({
      libelle: 'Lien à transmettre',
      valeur: `${origineDe(request)}/lien/${token}`,
      avis: html`<p>Ce lien sert une fois à ${usage}, jusqu’au ${moment(expireLe)}. Transmettez-le à la personne seule, par un canal sûr :
rien n’est envoyé d’ici. S’il se perd, faites-en un autre, qui remplace celui-ci.</p>`,
    })}
<div class="boutons">${lienBouton('Revenir aux comptes', adresse('comptes'))}</div></section>`,
  });
}

function page(typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return pageSous('comptes', {
    titre: 'Inviter une personne',
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<section class="panneau">${drawForm(form, typed, {
      action: adresse('comptes', 'inviter'),
      parDefaut: 'inviter',
      erreurs,
      boutons: html`${bouton('Créer le lien d’invitation')}${lienBouton('Annuler', adresse('comptes'))}`,
    })}</section>`,
  });
}
